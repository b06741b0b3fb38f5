// The home page of who has no office: what is due, above the whole province.
import { ProvinceInShort } from '../../pengukuran/screens/provinsi.tsx'
import { TautanTombol } from '../ui/link.tsx'
import { PageHead } from '../ui/page.tsx'
import { Due } from './beranda.tsx'
import { t } from './teks.ts'

export function BerandaProvinsi({ tahun }: { tahun: string }) {
  return (
    <>
      <PageHead judul={t('beranda.provinsi', { tahun })} pengantar={t('beranda.provinsi.isi')} />
      <Due />
      <section className="stack" aria-labelledby="setahun">
        <h2 id="setahun">{t('beranda.tahun')}</h2>
        <ProvinceInShort periode={tahun} />
        <div>
          <TautanTombol ke={`/provinsi/${tahun}`}>{t('beranda.provinsi.buka')}</TautanTombol>
        </div>
      </section>
    </>
  )
}
