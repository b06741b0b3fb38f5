// Two versions or years of a plan side by side.
import { HalamanPerbandingan } from '../../web/ui/perbandingan.tsx'
import { naskahOf } from './naskah-alamat.ts'
import { t } from './teks.ts'

export function PerbandinganRaPage({ unit, tahun }: { unit: string; tahun: string }) {
  return (
    <HalamanPerbandingan
      {...naskahOf(unit, tahun)}
      judul={t('banding.judul', { tahun })}
      kata={(bidang) => t(`bidang.${bidang as 'nama'}`)}
    />
  )
}
