// The forums of a year by their day, and what waits to be scheduled. A paper's own page leads here by `?naskah=`.
import { Navigate } from '@tanstack/react-router'
import { useCari } from '../../web/ui/address.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { namaPeriode, tanggal } from '../../web/ui/format.ts'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { bukaJam, type Ringkas, useDaftar, useMenunggu, useTempat } from './data.ts'
import { t } from './teks.ts'
import './screens.css'

/** `tahun`: the one on top of the page. */
export function DaftarForumPage({ tahun }: { readonly tahun?: string }) {
  const [cari] = useCari()
  if (cari.naskah) return <ToForum naskah={cari.naskah} />
  return tahun ? <Daftar tahun={tahun} /> : <Skeleton />
}

/** The forum that discusses a paper, else the form that schedules one. */
function ToForum({ naskah }: { naskah: string }) {
  const found = useTempat(naskah)
  if (found.isPending) return <Skeleton />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const { forum, unit, tahun } = found.data
  if (forum) return <Navigate to={`/forum/${forum}` as never} replace />
  return <Navigate to={'/forum/baru' as never} search={{ unit, tahun: String(tahun) } as never} replace />
}

function Daftar({ tahun }: { readonly tahun: string }) {
  const found = useDaftar(tahun)
  return (
    <>
      <PageHead judul={t('judul', { tahun })} pengantar={t('pengantar')} />
      <div className="stack">
        <Menunggu />
        {found.isPending ? (
          <Skeleton />
        ) : found.isError ? (
          <Failure error={found.error} onLagi={() => found.refetch()} />
        ) : found.data.length ? (
          <Table judul={t('judul', { tahun })} kunci={(f) => f.id} kelompok={[{ baris: found.data }]} kolom={COLUMNS} />
        ) : (
          <EmptyState judul={t('kosong.judul', { tahun })}>
            <p>{t('kosong.isi')}</p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

const nameOf = (f: Ringkas) =>
  [t(`jenis.${f.jenis}`, { periode: namaPeriode(f.periode) }), f.urutan > 1 && t('ke.n', { n: f.urutan })].filter(Boolean).join(' ')

const COLUMNS: Column<Ringkas>[] = [
  {
    kunci: 'forum',
    judul: t('kolom.forum'),
    rupa: 'nama',
    isi: (f) => (
      <>
        <Tautan ke={`/forum/${f.id}`}>{f.jenis === 'PENYUSUNAN' ? f.nama : nameOf(f)}</Tautan>
        {f.jenis === 'PENYUSUNAN' && <div className="small muted">{nameOf(f)}</div>}
      </>
    ),
  },
  {
    kunci: 'waktu',
    judul: t('kolom.waktu'),
    lebar: true,
    isi: (f) => (
      <>
        {tanggal(f.tanggal)}
        <div className="small muted">
          {bukaJam(f.mulai)}–{bukaJam(f.selesai)} WIB
        </div>
      </>
    ),
  },
  { kunci: 'tempat', judul: t('kolom.tempat'), lebar: true, isi: (f) => f.tempat },
  { kunci: 'naskah', judul: t('kolom.naskah'), rupa: 'angka', isi: (f) => f.naskah },
  { kunci: 'terbuka', judul: t('kolom.terbuka'), rupa: 'angka', isi: (f) => f.terbuka },
  { kunci: 'tahap', judul: t('kolom.tahap'), isi: (f) => t(`tahap.${f.status}`) },
]

/** For who schedules: the offices whose papers were gathered, and the proposals for the quarterly forum. */
function Menunggu() {
  const found = useMenunggu().data
  if (!found || (!found.penyusunan.length && !found.triwulanan)) return null
  return (
    <section className="forum-bagian" aria-labelledby="menunggu">
      <h2 id="menunggu">{t('menunggu.judul')}</h2>
      <ul className="daftar-polos">
        {found.penyusunan.map((w) => (
          <li key={`${w.unit} ${w.tahun}`} className="forum-menunggu">
            <div>
              <span className="strong">{w.nama}</span>
              <div className="small muted">
                {t('menunggu.isi', {
                  naskah: [w.pk && t('menunggu.pk'), w.ra && t('menunggu.ra')].filter(Boolean).join(', '),
                  tahun: w.tahun,
                })}
              </div>
            </div>
            <TautanTombol ke="/forum/baru" cari={{ unit: w.unit, tahun: String(w.tahun) }}>
              {t('jadwalkan')}
              <span className="sr"> {w.nama}</span>
            </TautanTombol>
          </li>
        ))}
        {found.triwulanan && (
          <li className="forum-menunggu">
            <div>{t('menunggu.usulan', { n: found.triwulanan.usulan })}</div>
            <TautanTombol ke="/forum/baru" cari={{ unit: found.triwulanan.unit, jenis: 'triwulanan' }}>
              {t('jadwalkan.triwulanan')}
            </TautanTombol>
          </li>
        )}
      </ul>
    </section>
  )
}
