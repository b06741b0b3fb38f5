// Capaian of one office and year: by quarter, semester and year, with the trend of the years.
import { useDeferredValue, useMemo, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { LineChart } from '../../web/ui/chart.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field, Select } from '../../web/ui/field.tsx'
import { namaPeriode } from '../../web/ui/format.ts'
import { usePhone } from '../../web/ui/media.ts'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Sparkline } from '../../web/ui/sparkline.tsx'
import { type Keadaan, Status } from '../../web/ui/status.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { AngkaTombol } from './angka-tombol.tsx'
import { type Baris, type Kelompok, useTahun } from './data.ts'
import { JelaskanPanel } from './jelaskan-panel.tsx'
import { t } from './teks.ts'
import {
  countStates,
  groupName,
  IndicatorName,
  NoIndicators,
  Summary,
  trendWords,
  yearColumns,
  yearWord,
} from './year-of-office.tsx'
import './screens.css'

const TRIWULAN = ['TW1', 'TW2', 'TW3', 'TW4'] as const
const SEMESTER = ['S1', 'S2'] as const
type Tampil = 'semua' | 'tahun' | 'semester' | 'triwulan'
const PARTS: Readonly<Record<Tampil, readonly (typeof TRIWULAN | typeof SEMESTER)[number][]>> = {
  semua: [...TRIWULAN, ...SEMESTER],
  tahun: [],
  semester: SEMESTER,
  triwulan: TRIWULAN,
}

export function CapaianPage({ unit, tahun }: { unit: string; tahun: string }) {
  const year = useTahun(unit, tahun)
  return (
    <>
      <PageHead
        judul={t('capaian.judul', { tahun })}
        pengantar={t('capaian.pengantar')}
        aksi={<Unduh alamat={`/api/capaian/${unit}/dokumen`} query={{ tahun }} nama={t('capaian.judul', { tahun })} />}
      />
      {year.isPending ? (
        <Skeleton baris={12} />
      ) : year.isError ? (
        <Failure error={year.error} onLagi={() => year.refetch()} />
      ) : year.data.length === 0 ? (
        <NoIndicators tahun={tahun} />
      ) : (
        <Results kelompok={year.data} tahun={tahun} />
      )}
      <JelaskanPanel unit={unit} />
    </>
  )
}

function Results({ kelompok, tahun }: { kelompok: readonly Kelompok[]; tahun: string }) {
  const [cari, ubah] = useCari()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const rows = kelompok.flatMap((k) => k.baris)
  const states = countStates(rows)
  const keadaan = (states.has(cari.keadaan as Keadaan) ? cari.keadaan : 'semua') as Keadaan | 'semua'
  const usual: Tampil = usePhone() ? 'tahun' : 'semua'
  const tampil: Tampil = cari.kolom && cari.kolom in PARTS ? (cari.kolom as Tampil) : usual
  const fits = (r: Baris) =>
    (keadaan === 'semua' || r.keadaan === keadaan) && (!wanted || `${r.nama} ${r.kode}`.toLowerCase().includes(wanted))
  const shown = kelompok.map((k) => ({ ...k, baris: k.baris.filter(fits) })).filter((k) => k.baris.length)
  const buka = (kode: string, periode: string) => ubah({ jelaskan: `${kode}.${periode}`, jalur: undefined, bacaan: undefined })
  const clear = () => {
    setText('')
    ubah({ keadaan: undefined }, true)
  }
  return (
    <div className="stack">
      <Summary kelompok={kelompok} tahun={tahun} />
      <div className="saringan">
        <div className="saringan-cari">
          <Field
            label={t('capaian.cari')}
            labelTersembunyi
            placeholder={t('capaian.cari')}
            type="search"
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <Choice
          label={t('capaian.saring')}
          nilai={keadaan}
          pilihan={[
            { nilai: 'semua', label: t('capaian.semua') },
            ...[...states.keys()].map((k) => ({ nilai: k, label: yearWord(k) })),
          ]}
          onPilih={(k) => ubah({ keadaan: k === 'semua' ? undefined : k }, true)}
        />
        <div className="saringan-kolom">
          <Select
            label={t('capaian.kolom')}
            labelTersembunyi
            value={tampil}
            onChange={(event) => ubah({ kolom: event.currentTarget.value === usual ? undefined : event.currentTarget.value }, true)}
          >
            {(Object.keys(PARTS) as Tampil[]).map((k) => (
              <option key={k} value={k}>
                {t(`capaian.kolom.${k}`)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState judul={t('capaian.tak-cocok')}>
          <p>{t('capaian.tak-cocok.isi', { n: rows.length })}</p>
          <Button onClick={clear}>{t('capaian.bersihkan')}</Button>
        </EmptyState>
      ) : (
        <Table
          judul={t('capaian.judul', { tahun })}
          kunci={(r) => r.kode}
          kelompok={shown.map((k) => ({ judul: groupName(k.kode), baris: k.baris }))}
          kolom={columns(tahun, tampil, buka)}
        />
      )}
      <Legend />
      <Trend rows={rows} pilih={cari.tren} onPilih={(kode) => ubah({ tren: kode }, true)} />
    </div>
  )
}

function columns(tahun: string, tampil: Tampil, buka: (kode: string, periode: string) => void): Column<Baris>[] {
  return [
    { kunci: 'nama', judul: t('kolom.indikator'), rupa: 'nama', isi: (r) => <IndicatorName row={r} /> },
    ...PARTS[tampil].map((part): Column<Baris> => {
      const periode = `${tahun}-${part}`
      return {
        kunci: part,
        judul: t(`kepala.${part}`),
        label: namaPeriode(periode),
        rupa: 'angka',
        sempit: true,
        isi: (r) => {
          const cell = r.periode.get(part)
          return (
            <AngkaTombol
              apa={`${t('kolom.realisasi')} ${r.nama}, ${namaPeriode(periode)}`}
              status={cell?.status ?? 'TIDAK_DITARGETKAN'}
              nilai={cell?.nilai ?? null}
              desimal={r.desimal}
              onBuka={() => buka(r.kode, periode)}
            />
          )
        },
      }
    }),
    ...yearColumns(tahun, buka),
    { kunci: 'tren', judul: t('kolom.tren'), isi: (r) => <Sparkline titik={r.realisasi} kata={trendWords(r)} lebar={80} /> },
  ]
}

function Legend() {
  return (
    <section className="arti" aria-label={t('capaian.arti')}>
      {(['belum-ada-data', 'belum-rilis', 'tidak-jatuh-tempo'] as const).map((k) => (
        <Status key={k} keadaan={k} />
      ))}
    </section>
  )
}

function Trend({ rows, pilih, onPilih }: { rows: readonly Baris[]; pilih: string | undefined; onPilih: (kode: string) => void }) {
  const row = rows.find((r) => r.kode === pilih) ?? rows[0]!
  const shown = useMemo(() => {
    const from = row.realisasi.findIndex((p, i) => p.nilai !== null || row.target[i]?.nilai != null)
    const cut = <T,>(list: readonly T[]) => list.slice(Math.max(0, from))
    return {
      titik: cut(row.realisasi).map((p) => p.nama),
      deret: [
        { nama: t('kolom.realisasi'), rupa: 'utama' as const, nilai: cut(row.realisasi).map((p) => p.nilai) },
        { nama: t('kolom.target'), rupa: 'pembanding' as const, nilai: cut(row.target).map((p) => p.nilai) },
      ],
    }
  }, [row])
  return (
    <section className="tren">
      <h2>{t('tren.judul')}</h2>
      <Select label={t('tren.pilih')} value={row.kode} onChange={(event) => onPilih(event.currentTarget.value)}>
        {rows.map((r) => (
          <option key={r.kode} value={r.kode}>
            {r.nama}
          </option>
        ))}
      </Select>
      {row.realisasi.filter((p) => p.nilai !== null).length < 2 ? (
        <p className="muted">{t('tren.kosong')}</p>
      ) : (
        <LineChart
          judul={t('tren.bagan', { nama: row.nama, satuan: row.satuan.toLowerCase() })}
          sumbu={t('tren.sumbu')}
          titik={shown.titik}
          deret={shown.deret}
        />
      )}
    </section>
  )
}
