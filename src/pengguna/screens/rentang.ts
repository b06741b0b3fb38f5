import { tanggal } from '../../web/ui/format.ts'
import { t } from './teks.ts'

/** `1 Januari 2024 – 31 Desember 2024`, or `sejak 1 Januari 2024`. */
export function spanOf(dari: string, sampai: string | null): string {
  return sampai ? t('rentang', { dari: tanggal(dari), sampai: tanggal(sampai) }) : t('sejak', { dari: tanggal(dari) })
}
