// Where a fact stands in a paper, in words.
import { t } from './teks.ts'

/** Of `003_7ac1d614aa532084.txt:1935`: `baris 1935 naskah 003_7ac1d614aa532084.txt`; without lines the paper alone. */
export function paperText(sumber: string | null): string {
  if (!sumber) return ''
  const match = /^(.*?):([\d,]+)$/.exec(sumber)
  return match
    ? t('naskah.baris', { baris: match[2]!.replaceAll(',', ', '), berkas: match[1]! })
    : t('naskah.saja', { berkas: sumber })
}
