// The office's year in one view: each indicator with target, result, capaian, state and the years before.

import { useCari } from '../../web/ui/address.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { angka } from '../../web/ui/format.ts'
import { TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Sparkline } from '../../web/ui/sparkline.tsx'
import { type Keadaan, Status } from '../../web/ui/status.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import { KEADAAN } from '../keadaan.ts'
import { sebutanInWords } from '../sebutan-kata.ts'
import { AngkaTombol } from './angka-tombol.tsx'
import { type Baris, type Kelompok, useTahun } from './data.ts'
import { JelaskanPanel } from './jelaskan-panel.tsx'
import { t } from './teks.ts'
import './screens.css'

export function YearOfOffice({ unit, tahun }: { unit: string; tahun: string }) {
  const year = useTahun(unit, tahun)
  const [, ubah] = useCari()
  if (year.isPending) return <Skeleton baris={10} />
  if (year.isError) return <Failure error={year.error} onLagi={() => year.refetch()} />
  const buka = (kode: string) => ubah({ jelaskan: `${kode}.${tahun}`, jalur: undefined, bacaan: undefined })
  return (
    <>
      {year.data.length === 0 ? (
        <NoIndicators tahun={tahun} />
      ) : (
        <div className="stack">
          <Summary kelompok={year.data} tahun={tahun} />
          <Table
            judul={t('capaian.judul', { tahun })}
            kunci={(r) => r.kode}
            kelompok={year.data.map((k) => ({ judul: groupName(k.kode), baris: k.baris }))}
            kolom={columns(tahun, buka)}
          />
        </div>
      )}
      <JelaskanPanel unit={unit} />
    </>
  )
}

export function NoIndicators({ tahun }: { tahun: string }) {
  return (
    <EmptyState judul={t('kosong.judul', { tahun })}>
      <p>{t('kosong.isi', { tahun })}</p>
      <TautanTombol ke={`/provinsi/${tahun}`} ikon="provinsi">
        {t('kosong.lain', { tahun })}
      </TautanTombol>
    </EmptyState>
  )
}

export function groupName(kode: string): string {
  const key = `kelompok.${kode}` as Parameters<typeof t>[0]
  return /^kelompok\.(STRATEGIS|KHUSUS|OPERASIONAL|RELEVAN_LAINNYA|LAIN)$/.test(key) ? t(key) : kode
}

export function countStates(rows: readonly Baris[]): ReadonlyMap<Keadaan, number> {
  const count = new Map<Keadaan, number>()
  for (const k of KEADAAN) {
    const n = rows.filter((r) => r.keadaan === k).length
    if (n) count.set(k, n)
  }
  return count
}

/** The year in one number: how many of the agreed indicators reached their target. */
export function Summary({ kelompok, tahun }: { kelompok: readonly Kelompok[]; tahun: string }) {
  const agreed = kelompok.filter((k) => k.kode !== 'LAIN')
  const rows = (agreed.length ? agreed : kelompok).flatMap((k) => k.baris)
  const count = countStates(rows)
  return (
    <section className="ringkas" aria-label={t('ringkas.label')}>
      <p className="ringkas-utama">
        <span className="angka">{t('ringkas.tercapai', { n: count.get('tercapai') ?? 0, dari: rows.length })}</span>{' '}
        <span className="muted">{t('ringkas.mencapai', { tahun })}</span>
      </p>
      <ul className="ringkas-keadaan">
        {[...count].map(([keadaan, n]) => (
          <li key={keadaan}>
            <Status keadaan={keadaan} kata={yearWord(keadaan)} /> <span className="angka strong">{n}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of a year, "not due" is "not targeted". */
export function yearWord(keadaan: Keadaan): string {
  return keadaan === 'tidak-jatuh-tempo' ? t('keadaan.tidak-ditargetkan') : kit(`keadaan.${keadaan}`)
}

export function IndicatorName({ row }: { row: Baris }) {
  return (
    <>
      {row.nama}
      <span className="small muted indikator-satuan">
        {row.kode}
        {row.satuan && ` · ${row.satuan.toLowerCase()}`}
      </span>
    </>
  )
}

export function trendWords(row: Baris): string {
  const known = row.realisasi.filter((p) => p.nilai !== null)
  return t('tren.kata', {
    dari: known[0]?.nama ?? '',
    sampai: known.at(-1)?.nama ?? '',
    nilai: known.map((p) => `${p.nama} ${angka(p.nilai!, row.desimal)}`).join('; '),
  })
}

export function yearColumns(tahun: string, buka: (kode: string, periode: string) => void): Column<Baris>[] {
  return [
    {
      kunci: 'target',
      judul: t('kolom.target'),
      rupa: 'angka',
      isi: (r) => (r.tahun?.target == null ? <span className="muted">–</span> : angka(r.tahun.target, r.desimal)),
    },
    {
      kunci: 'realisasi',
      judul: t('kolom.realisasi'),
      rupa: 'angka',
      isi: (r) => (
        <>
          <AngkaTombol
            apa={`${t('kolom.realisasi')} ${r.nama}, ${tahun}`}
            status={r.tahun?.status ?? 'KOSONG'}
            nilai={r.tahun?.nilai ?? null}
            desimal={r.desimal}
            onBuka={() => buka(r.kode, tahun)}
          />
          {r.sebutan && <span className="small muted sebutan-nilai">{sebutanInWords(r.sebutan)}</span>}
        </>
      ),
    },
    {
      kunci: 'capaian',
      judul: t('kolom.capaian'),
      label: t('kolom.capaian.label'),
      rupa: 'angka',
      isi: (r) => (
        <AngkaTombol
          apa={`${t('kolom.capaian.label')} ${r.nama}, ${tahun}`}
          status={r.tahun?.capaianStatus ?? 'KOSONG'}
          nilai={r.tahun?.capaian ?? null}
          desimal={2}
          tebal
          onBuka={() => buka(r.kode, tahun)}
        />
      ),
    },
    {
      kunci: 'keadaan',
      judul: t('kolom.keadaan'),
      lebar: true,
      isi: (r) => (
        <>
          <Status
            keadaan={r.keadaan}
            kata={r.laporan && r.tahun?.capaian == null ? t('laporan.tanpa-capaian') : yearWord(r.keadaan)}
          />
          {r.laporan && <span className="small muted menurut">{t('laporan.menurut')}</span>}
        </>
      ),
    },
  ]
}

function columns(tahun: string, buka: (kode: string) => void): Column<Baris>[] {
  return [
    { kunci: 'nama', judul: t('kolom.indikator'), rupa: 'nama', isi: (r) => <IndicatorName row={r} /> },
    ...yearColumns(tahun, buka),
    {
      kunci: 'tren',
      judul: t('kolom.tren'),
      isi: (r) => <Sparkline titik={r.realisasi} kata={trendWords(r)} />,
    },
  ]
}
