// The home page: the office's year in one view. What is due for the person comes above it when there are tasks.
import { YearOfOffice } from '../../pengukuran/screens/year-of-office.tsx'
import { PageHead } from '../ui/page.tsx'
import { useUnit } from './place.ts'
import { t } from './teks.ts'

export function Beranda({ unit, tahun }: { unit: string; tahun: string }) {
  const office = useUnit(unit, tahun)
  return (
    <>
      <PageHead judul={t('beranda.judul', { tahun })} pengantar={office.data?.nama ?? unit} />
      <YearOfOffice unit={unit} tahun={tahun} />
    </>
  )
}
