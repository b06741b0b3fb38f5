// The home page: what is due for the person, then the office's year in one view.
import { TugasSaya } from '../../beranda/screens/tugas.tsx'
import { YearOfOffice } from '../../pengukuran/screens/year-of-office.tsx'
import { TautanTombol } from '../ui/link.tsx'
import { PageHead } from '../ui/page.tsx'
import { namaPeran } from '../ui/roles.ts'
import { isPage } from './alamat.ts'
import { ownOffice, useUnit } from './place.ts'
import { useSession } from './session.tsx'
import { t } from './teks.ts'

export function Due() {
  const { me } = useSession()
  return <TugasSaya kantor={ownOffice(me)} namaPeran={namaPeran} adaHalaman={isPage} />
}

export function Beranda({ unit, tahun }: { unit: string; tahun: string }) {
  const { me } = useSession()
  const office = useUnit(unit, tahun)
  return (
    <>
      <PageHead
        judul={t('beranda.judul', { tahun })}
        pengantar={office.data?.nama ?? unit}
        aksi={
          ownOffice(me) === unit && (
            <TautanTombol ke={`/kalender/${unit}/${tahun}`} ikon="kalender">
              {t('menu.kalender')}
            </TautanTombol>
          )
        }
      />
      <Due />
      <section className="stack" aria-labelledby="setahun">
        <h2 id="setahun">{t('beranda.tahun')}</h2>
        <YearOfOffice unit={unit} tahun={tahun} />
      </section>
    </>
  )
}
