// The periods of a year: opened, closed, locked; and what stands unfilled when one is about to be closed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { periodName } from '../../platform/kernel/time.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { useCari } from '../../web/ui/address.ts'
import { address, get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { bound, Field, Select } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Icon, type IconName } from '../../web/ui/icons.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import { LANGKAH_PERIODE, type LangkahPeriode, type StatusPeriode } from '../buka-tutup.ts'
import { t } from './periode-teks.ts'
import './periode.css'

type Periode = {
  readonly periode: string
  readonly status: StatusPeriode
  readonly dibuka: string | null
  readonly batas: string | null
  readonly version: number
}
type Row = Omit<Periode, 'status'> & { readonly status: StatusPeriode | null }

const PARTS = ['-TW1', '-TW2', '-TW3', '-TW4', '']
const FIRST_YEAR = 2023
const nameOf = (periode: string) => (periode.length === 4 ? t('tahunan.nama', { tahun: periode }) : periodName(periode))

export function PeriodePage() {
  const who = useWho()
  const [cari, ubah] = useCari()
  const [act, setAct] = useState<{ row: Row; step: LangkahPeriode }>()
  const thisYear = Number(who?.hariIni.slice(0, 4) ?? FIRST_YEAR)
  const tahun = /^\d{4}$/.test(cari.tahun ?? '') ? cari.tahun! : String(thisYear)
  const found = useQuery({
    queryKey: ['periode', tahun],
    enabled: who !== undefined,
    queryFn: () => get<{ isi: Periode[] }>(address('/api/periode', { tahun })),
  })
  const rows = PARTS.map(
    (part): Row =>
      found.data?.isi.find((p) => p.periode === `${tahun}${part}`) ?? {
        periode: `${tahun}${part}`,
        status: null,
        dibuka: null,
        batas: null,
        version: 0,
      },
  )
  const may = who?.punya('BAPPEDA') ?? false
  return (
    <>
      <PageHead
        judul={t('judul', { tahun })}
        pengantar={t('pengantar')}
        aksi={
          <Select label={t('tahun')} value={tahun} onChange={(event) => ubah({ tahun: event.currentTarget.value }, true)}>
            {years(thisYear, Number(tahun)).map((y) => (
              <option key={y}>{y}</option>
            ))}
          </Select>
        }
      />
      {found.isPending ? (
        <Skeleton baris={6} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <div className="stack">
          {who && !may && <Notice>{t('hanya-baca')}</Notice>}
          <Table
            judul={t('judul', { tahun })}
            kunci={(r) => r.periode}
            kelompok={[{ baris: rows }]}
            kolom={columns(who?.hariIni ?? '', may, (row, step) => setAct({ row, step }))}
          />
        </div>
      )}
      {act && <StepDialog {...act} onTutup={() => setAct(undefined)} />}
    </>
  )
}

function years(now: number, shown: number): string[] {
  const last = Math.max(now + 1, shown)
  const first = Math.min(FIRST_YEAR, shown)
  return Array.from({ length: last - first + 1 }, (_, n) => String(last - n))
}

const SIGN: Readonly<Record<StatusPeriode | 'BEBAS', IconName>> = {
  BEBAS: 'lainnya',
  BELUM_DIBUKA: 'info',
  TERBUKA: 'centang',
  DITUTUP: 'tutup',
  TERKUNCI: 'kunci',
}

function columns(hariIni: string, may: boolean, onStep: (row: Row, step: LangkahPeriode) => void): Column<Row>[] {
  const day = (value: string | null) => (value ? tanggal(value) : <span className="muted">–</span>)
  const all: Column<Row>[] = [
    { kunci: 'periode', judul: t('kolom.periode'), rupa: 'nama', isi: (r) => nameOf(r.periode) },
    {
      kunci: 'keadaan',
      judul: t('kolom.keadaan'),
      lebar: true,
      isi: (r) => {
        const state = r.status ?? 'BEBAS'
        return (
          <div className="periode-keadaan">
            <span className="strong">
              <Icon name={SIGN[state]} size={16} /> {t(`keadaan.${state}`)}
            </span>
            <span className="small muted">{t(`keadaan.${state}.isi`)}</span>
          </div>
        )
      },
    },
    { kunci: 'dibuka', judul: t('kolom.dibuka'), isi: (r) => day(r.dibuka) },
    {
      kunci: 'batas',
      judul: t('kolom.batas'),
      isi: (r) => (
        <>
          {day(r.batas)}
          {r.batas && r.status === 'TERBUKA' && r.batas < hariIni && <div className="small periode-lewat">{t('lewat')}</div>}
        </>
      ),
    },
  ]
  if (!may) return all
  return [
    ...all,
    {
      kunci: 'aksi',
      judul: t('kolom.aksi'),
      lebar: true,
      isi: (r) => (
        <div className="row periode-tombol">
          {LANGKAH_PERIODE.filter((l) => l.dari === r.status).map((step) => (
            <Button key={step.act} kecil onClick={() => onStep(r, step)}>
              {t(`aksi.${step.act}`)}
              <span className="sr"> {nameOf(r.periode)}</span>
            </Button>
          ))}
        </div>
      ),
    },
  ]
}

function StepDialog({ row, step, onTutup }: { row: Row; step: LangkahPeriode; onTutup: () => void }) {
  const client = useQueryClient()
  const [isi, setIsi] = useState({ dibuka: row.dibuka ?? '', batas: row.batas ?? '', alasan: '' })
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  const ending = step.act === 'tutup' || step.act === 'kunci'
  const days = ending ? {} : { dibuka: isi.dibuka || (step.act === 'buka' ? undefined : null), batas: isi.batas || null }
  return (
    <ActDialog
      judul={t(`judul.${step.act}`, { periode: nameOf(row.periode) })}
      aksi={t(`aksi.${step.act}`)}
      bahaya={step.act === 'kunci'}
      bidang={{ status: t('kolom.keadaan'), dibuka: t('f.dibuka'), batas: t('f.batas'), alasan: t('f.alasan') }}
      wajib={step.perluAlasan ? { alasan: isi.alasan } : {}}
      kirim={({ versi }) =>
        request('PUT', `/api/periode/${row.periode}`, {
          body: { status: step.ke, ...days, alasan: isi.alasan || undefined },
          version: versi ?? row.version,
        })
      }
      onSelesai={() => {
        client.invalidateQueries()
        onTutup()
      }}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          {salah('status') && <Notice jenis="salah">{salah('status')}</Notice>}
          {ending && (
            <>
              <p>{t(step.act === 'tutup' ? 'isi.tutup' : 'isi.kunci')}</p>
              <Unfilled periode={row.periode} />
            </>
          )}
          {!ending && (
            <>
              <Field label={t('f.dibuka')} {...bidang('dibuka', salah)} type="date" />
              <Field label={t('f.batas')} {...bidang('batas', salah)} type="date" />
            </>
          )}
          {step.perluAlasan && (
            <Field label={t('f.alasan')} {...bidang('alasan', salah)} bantuan={t('f.alasan.bantuan')} maxLength={2000} />
          )}
        </>
      )}
    </ActDialog>
  )
}

type Ringkasan = { readonly kode: string; readonly nama: string; readonly indikator: number; readonly bernilai: number }
const SHOWN = 8

/** By office: how many of its indicators of the period have no value yet. */
function Unfilled({ periode }: { periode: string }) {
  const found = useQuery({
    queryKey: ['belum', periode],
    queryFn: () => get<{ isi: Ringkasan[] }>(address('/api/capaian', { periode, batas: 200 })),
  })
  if (found.isPending) return <Skeleton baris={3} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const measured = found.data.isi.filter((u) => u.indikator > 0)
  const open = measured.filter((u) => u.bernilai < u.indikator)
  return (
    <section className="stack" aria-labelledby="belum">
      <h3 id="belum">{t('belum.judul')}</h3>
      <p>{open.length ? t('belum.ringkas', { n: open.length }) : t(measured.length ? 'belum.tidak-ada' : 'belum.tanpa')}</p>
      {open.length > 0 && (
        <ul className="daftar-polos">
          {open.slice(0, SHOWN).map((u) => (
            <li key={u.kode}>
              {u.nama}
              <div className="small muted">{t('belum.isi', { belum: u.indikator - u.bernilai, semua: u.indikator })}</div>
            </li>
          ))}
          {open.length > SHOWN && <li className="muted">{t('belum.lain', { n: open.length - SHOWN })}</li>}
        </ul>
      )}
    </section>
  )
}
