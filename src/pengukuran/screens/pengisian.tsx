// The quarter of an office: every indicator with what is asked, where it stands and what is missing; then the outputs due.
import { ROMAWI } from '../../platform/kernel/time.ts'
import { useCari } from '../../web/ui/address.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Status } from '../../web/ui/status.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { AngkaTombol } from './angka-tombol.tsx'
import { hasDraf } from './draf.ts'
import { JelaskanPanel } from './jelaskan-panel.tsx'
import { KeluaranTriwulan } from './keluaran.tsx'
import { type IndikatorTriwulan, type TriwulanOut, useTriwulan } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'
import { t as room } from './teks.ts'
import { groupName } from './year-of-office.tsx'
import './screens.css'
import './pengisian.css'

const QUARTERS = Object.keys(ROMAWI)

export function PengisianPage({ unit, tahun }: { unit: string; tahun: string }) {
  const [cari, ubah] = useCari()
  const wanted = cari.triwulan && cari.triwulan in ROMAWI ? cari.triwulan : undefined
  const found = useTriwulan(unit, tahun, wanted)
  const quarter = wanted ?? found.data?.periode.slice(5)
  const title = quarter ? t('judul', { n: ROMAWI[quarter]!, tahun }) : t('triwulan')
  const next = found.data && nextToFill(found.data)
  return (
    <>
      <PageHead
        judul={title}
        pengantar={found.data && <Batas data={found.data} />}
        aksi={
          next && found.data?.ditolak === null ? (
            <Tautan
              ke={`/pengukuran/${unit}/${tahun}/${next.kode}`}
              cari={{ triwulan: quarter ?? '' }}
              className="tombol tombol-utama"
            >
              <Icon name="ukur" />
              {t('mulai')}
            </Tautan>
          ) : undefined
        }
      />
      <div className="stack pengisian">
        <Choice
          label={t('triwulan')}
          nilai={quarter ?? ''}
          pilihan={QUARTERS.map((q) => ({ nilai: q, label: t('triwulan.n', { n: ROMAWI[q]! }) }))}
          onPilih={(q) => ubah({ triwulan: q })}
        />
        {found.isPending ? (
          <Skeleton baris={12} />
        ) : found.isError ? (
          <Failure error={found.error} onLagi={() => found.refetch()} />
        ) : (
          <OfQuarter unit={unit} tahun={tahun} data={found.data} />
        )}
      </div>
      <JelaskanPanel unit={unit} />
    </>
  )
}

const rowsOf = (data: TriwulanOut) => {
  const agreed = data.kelompok.filter((k) => k.kode !== 'LAIN')
  return (agreed.length ? agreed : data.kelompok).flatMap((k) => k.indikator)
}

const nextToFill = (data: TriwulanOut) =>
  rowsOf(data).find((r) => r.kurang === 'REALISASI') ?? rowsOf(data).find((r) => r.kurang !== null)

function Batas({ data }: { data: TriwulanOut }) {
  const left = Math.round((Date.parse(data.batas) - Date.parse(data.hariIni)) / 86_400_000)
  const words = left === 0 ? t('batas.ini') : left > 0 ? t('batas.sisa', { n: left }) : t('batas.lewat', { n: -left })
  return (
    <>
      {data.nama}. {t('batas', { tanggal: tanggal(data.batas) })},{' '}
      <span className={left < 0 ? undefined : 'jatuh-tempo'}>{words}</span>.
    </>
  )
}

function OfQuarter({ unit, tahun, data }: { unit: string; tahun: string; data: TriwulanOut }) {
  const [, ubah] = useCari()
  if (!data.kelompok.length)
    return (
      <EmptyState judul={t('kosong.judul')}>
        <p>{t('kosong.isi', { tahun })}</p>
      </EmptyState>
    )
  const buka = (kode: string, periode: string) => ubah({ jelaskan: `${kode}.${periode}`, jalur: undefined, bacaan: undefined })
  return (
    <>
      {data.status !== 'TERBUKA' && <Notice judul={t(`periode.${data.status}`)}>{data.ditolak}</Notice>}
      <Kemajuan data={data} />
      <Table
        judul={t('judul', { n: ROMAWI[data.periode.slice(5)]!, tahun })}
        kunci={(r) => r.kode}
        kelompok={data.kelompok.map((k) => ({ judul: groupName(k.kode), baris: k.indikator }))}
        kolom={columns(unit, data, buka)}
      />
      <KeluaranTriwulan key={data.periode} unit={unit} periode={data.periode} />
    </>
  )
}

function Kemajuan({ data }: { data: TriwulanOut }) {
  const rows = rowsOf(data)
  const due = rows.filter((r) => r.jatuhTempo)
  const filled = due.filter((r) => r.terisi).length
  const stages = Map.groupBy(due, (r) => r.status)
  return (
    <section className="ringkas" aria-label={t('ringkas')}>
      <div className="pengisian-maju">
        <p className="ringkas-utama">
          <span className="angka">{t('terisi', { n: filled, dari: due.length })}</span>{' '}
          <span className="muted">{t('terisi.kata')}</span>
        </p>
        <progress max={Math.max(1, due.length)} value={filled} aria-label={t('ringkas')} />
        {rows.length > due.length && <p className="small muted">{t('terisi.luar', { n: rows.length - due.length })}</p>}
      </div>
      <ul className="ringkas-keadaan">
        {[...stages].map(([status, list]) => (
          <li key={status}>
            <span>{t(`status.${status}`)}</span> <span className="angka strong">{list.length}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function columns(unit: string, data: TriwulanOut, buka: (kode: string, periode: string) => void): Column<IndikatorTriwulan>[] {
  const [tahun, quarter] = data.periode.split('-') as [string, string]
  return [
    {
      kunci: 'nama',
      judul: room('kolom.indikator'),
      rupa: 'nama',
      isi: (r) => (
        <>
          <Tautan ke={`/pengukuran/${unit}/${tahun}/${r.kode}`} cari={{ triwulan: quarter }}>
            {r.nama}
          </Tautan>
          <span className="small muted indikator-satuan">
            {r.kode} · {r.satuan.toLowerCase()}
          </span>
        </>
      ),
    },
    {
      kunci: 'target',
      judul: room('kolom.target'),
      rupa: 'angka',
      isi: (r) =>
        r.target === null || r.target.status === 'KOSONG' ? (
          <span className="muted">{t('target.tahun-saja')}</span>
        ) : r.target.status === 'TIDAK_DITARGETKAN' ? (
          <span className="muted">N/A</span>
        ) : (
          r.target.tampil
        ),
    },
    {
      kunci: 'realisasi',
      judul: room('kolom.realisasi'),
      rupa: 'angka',
      isi: (r) => (
        <>
          <AngkaTombol
            apa={`${room('kolom.realisasi')} ${r.nama}`}
            status={r.nilai.status === 'KOSONG' && !r.jatuhTempo ? 'TIDAK_DITARGETKAN' : r.nilai.status}
            nilai={r.nilai.nilai}
            desimal={r.desimal}
            onBuka={() => buka(r.kode, r.periode)}
          />
          {r.periode !== data.periode && (
            <span className="small muted indikator-satuan">{t(r.periode.endsWith('1') ? 'semester.I' : 'semester.II')}</span>
          )}
        </>
      ),
    },
    {
      kunci: 'capaian',
      judul: room('kolom.capaian'),
      label: room('kolom.capaian.label'),
      rupa: 'angka',
      isi: (r) =>
        r.capaian.status === 'NILAI' ? (
          <AngkaTombol
            apa={`${room('kolom.capaian.label')} ${r.nama}`}
            status="NILAI"
            nilai={r.capaian.nilai}
            desimal={2}
            onBuka={() => buka(r.kode, r.periode)}
          />
        ) : (
          <span className="muted">–</span>
        ),
    },
    {
      kunci: 'tahap',
      judul: t('kolom.status'),
      lebar: true,
      isi: (r) => (r.jatuhTempo ? t(`status.${r.status}`) : <Status keadaan="tidak-jatuh-tempo" />),
    },
    {
      kunci: 'kurang',
      judul: t('kolom.kurang'),
      lebar: true,
      isi: (r) => <Kurang row={r} draf={hasDraf(data.saya, `${unit}.${r.kode}.${data.periode}`)} />,
    },
  ]
}

function Kurang({ row, draf }: { row: IndikatorTriwulan; draf: boolean }) {
  if (draf) return <span className="kurang strong">{t('kurang.draf')}</span>
  if (row.kurang === null) return <span className="muted">{t('kurang.tidak')}</span>
  return <span className="kurang">{t(`kurang.${row.kurang}`)}</span>
}
