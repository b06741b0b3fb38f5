// The papers that were checked, and the place where another one is dropped.
import { useCari } from '../../web/ui/address.ts'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { angka, saat } from '../../web/ui/format.ts'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import type { Ringkas } from './data.ts'
import { t } from './teks.ts'
import { Unggah } from './unggah.tsx'
import './screens.css'

const FIRST_YEAR = 2018

export function DaftarReviuPage() {
  const who = useWho()
  const [cari, ubah] = useCari()
  const list = useList<Ringkas>('/api/reviu', { tahun: cari.tahun })
  const last = Number(who?.hariIni.slice(0, 4) ?? FIRST_YEAR)
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, n) => String(last - n))
  return (
    <>
      <PageHead
        judul={t('judul')}
        pengantar={t('pengantar')}
        aksi={
          <TautanTombol ke="/reviu/aturan" ikon="kamus">
            {t('aturan')}
          </TautanTombol>
        }
      />
      <div className="stack">
        {who && <Unggah who={who} tahun={years} />}
        <div className="stack">
          <div className="reviu-daftar-kepala">
            <h2>{t('daftar.judul')}</h2>
            <Select
              label={t('tahun')}
              value={cari.tahun ?? ''}
              onChange={(e) => ubah({ tahun: e.currentTarget.value || undefined }, true)}
            >
              <option value="">{t('saring.semua')}</option>
              {years.map((y) => (
                <option key={y}>{y}</option>
              ))}
            </Select>
          </div>
          <ListFrame
            list={list}
            kosong={
              <EmptyState judul={t('kosong.judul')}>
                <p>{t('kosong.isi')}</p>
              </EmptyState>
            }
          >
            <Table judul={t('daftar.judul')} kunci={(r) => r.id} kelompok={[{ baris: list.baris }]} kolom={COLUMNS} />
          </ListFrame>
        </div>
      </div>
    </>
  )
}

const n = (value: number) => angka(String(value), 0)
const COLUMNS: Column<Ringkas>[] = [
  {
    kunci: 'dokumen',
    judul: t('kolom.dokumen'),
    rupa: 'nama',
    isi: (r) => (
      <>
        <Tautan ke={`/reviu/${r.id}`}>{t('judul.satu', { jenis: t(`jenis.${r.jenis}`), tahun: r.tahun })}</Tautan>
        <div className="small muted reviu-asal">
          {r.namaUnit} · {r.nama}
        </div>
      </>
    ),
  },
  {
    kunci: 'diperiksa',
    judul: t('kolom.diperiksa'),
    lebar: true,
    isi: (r) => (
      <>
        {saat(r.pada)}
        <div className="small muted">{t('oleh', { nama: r.namaOleh, n: r.urutan })}</div>
      </>
    ),
  },
  { kunci: 'cocok', judul: t('kolom.cocok'), rupa: 'angka', isi: (r) => t('n.dari', { n: n(r.cocok), dari: n(r.hitungan) }) },
  {
    kunci: 'temuan',
    judul: t('kolom.temuan'),
    rupa: 'angka',
    isi: (r) => (
      <>
        {n(r.temuan)}
        {r.tinggi > 0 && <div className="small muted">{t('tinggi.n', { n: n(r.tinggi) })}</div>}
      </>
    ),
  },
  { kunci: 'terbuka', judul: t('kolom.terbuka'), rupa: 'angka', isi: (r) => n(r.terbuka) },
]
