// A new version, or a new indicator: written with a live check, tried out, shown with what it would change, then saved.
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { Table } from '../../web/ui/table.tsx'
import type { KaitanKamus } from '../kamus.ts'
import { differences, Perbedaan } from './bagian.tsx'
import { type Entri, type Satu, useIndikator, useKamus, type Versi } from './data.ts'
import { Formulir, type Salah } from './formulir.tsx'
import { type Isian, isianOf, toVersi, unsendable } from './isian.ts'
import { t } from './teks.ts'
import './screens.css'

type At = { readonly unit: string; readonly tahun: string }

export function IndikatorBaruPage(at: At) {
  return <Page at={at} kode={null} />
}

export function IndikatorUbahPage({ unit, tahun, indikator }: At & { indikator: string }) {
  return <Page at={{ unit, tahun }} kode={indikator} />
}

function Page({ at, kode }: { at: At; kode: string | null }) {
  const kamus = useKamus(at.unit, at.tahun)
  const judul = kode === null ? t('u.judul.baru') : t('u.judul', { kode: kode.slice(0, 60) })
  return (
    <>
      <p className="kamus-balik">
        <Tautan ke={`/kamus/${at.unit}/${at.tahun}`}>{t('satu.kembali')}</Tautan>
      </p>
      <PageHead judul={judul} pengantar={kode === null ? undefined : t('u.pengantar')} />
      {kamus.isPending ? (
        <Skeleton baris={10} />
      ) : kamus.isError ? (
        <Failure error={kamus.error} onLagi={() => kamus.refetch()} />
      ) : !kamus.data.bolehUbah ? (
        <Notice jenis="peringatan">{t('u.tak-boleh')}</Notice>
      ) : kode === null ? (
        <Editing at={at} kamus={kamus.data.isi} />
      ) : (
        <OfOne at={at} kode={kode} kamus={kamus.data.isi} />
      )}
    </>
  )
}

function OfOne({ at, kode, kamus }: { at: At; kode: string; kamus: readonly Entri[] }) {
  const found = useIndikator(at.unit, at.tahun, kode)
  if (found.isPending) return <Skeleton baris={10} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  return <Editing at={at} kamus={kamus} satu={found.data} />
}

type Tried = {
  readonly sebelum: readonly Versi[]
  readonly sesudah: readonly Versi[]
  /** What of the formulas asks for a second look. */
  readonly peringatan: readonly string[]
  readonly hasil: readonly HasilLain[]
}
type Sisi = { readonly nilai: { readonly tampil: string }; readonly capaian: { readonly tampil: string } }
/** A result that would be another one. */
type HasilLain = {
  readonly kode: string
  readonly periode: string
  readonly namaPeriode: string
  readonly sebelum: Sisi
  readonly sesudah: Sisi
}
type Outdated = { readonly tersimpan: Versi; readonly sent: Versi; readonly version: number }

function Editing({ at, kamus, satu }: { at: At; kamus: readonly Entri[]; satu?: Satu }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const former = satu?.versi.at(-1)
  const [start] = useState(() => isianOf(former, at.tahun))
  const [isian, setIsian] = useState<Isian>(start)
  const [version, setVersion] = useState(satu?.version ?? 0)
  const [salah, setSalah] = useState<Salah>({})
  const [error, setError] = useState<unknown>()
  const [tried, setTried] = useState<Tried>()
  const [outdated, setOutdated] = useState<Outdated>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const saved = useRef(false)
  const intent = useRef(crypto.randomUUID())
  const dirty = JSON.stringify(isian) !== JSON.stringify(start)
  const leaving = useBlocker({
    shouldBlockFn: () => dirty && !saved.current,
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  const kode = satu?.entri.kode ?? isian.kode.trim()
  const change = (part: Partial<Isian>) => {
    setIsian((before) => ({ ...before, ...part }))
    setTried(undefined)
    intent.current = crypto.randomUUID()
  }
  const mark = (fields: Salah) => {
    setSalah(fields)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const refused = async (wrong: unknown) => {
    const problem = wrong instanceof ApiError ? wrong.problem : undefined
    if (problem?.code === 'VERSI_USANG' && satu) {
      const now = (await client.fetchQuery({
        queryKey: ['kamus', at.unit, at.tahun, kode, 'kini'],
        queryFn: async () => (await request<Satu>('GET', `/api/kamus/${at.unit}/${kode}?tahun=${at.tahun}`)).data,
      })) as Satu
      const tersimpan = now.versi.at(-1)!
      return setOutdated({ tersimpan, sent: { ...tersimpan, ...toVersi(isian, former) } as Versi, version: now.version })
    }
    const told = problem ? [problem, ...(problem.also ?? [])] : []
    const fields = told.flatMap((p) => (p.field ? [[fieldOf(p.field), p.detail] as const] : []))
    mark(Object.fromEntries(fields.reverse()))
    setError(wrong)
  }
  const run = async (work: () => Promise<void>) => {
    const unread = unsendable(isian)
    if (busy) return
    if (Object.keys(unread).length) return mark(unread)
    setBusy(true)
    setError(undefined)
    setSalah({})
    try {
      await work()
    } catch (wrong) {
      await refused(wrong).catch(setError)
    } finally {
      setBusy(false)
    }
  }
  const look = () =>
    run(async () => {
      if (!kode) throw missingCode()
      const body = { versi: toVersi(isian, former) }
      const code = encodeURIComponent(kode)
      const [versions, results] = await Promise.all([
        request<Omit<Tried, 'hasil'>>('POST', `/api/kamus/${at.unit}/${code}/coba`, { body }),
        request<{ perubahan: Tried['hasil'] }>('POST', `/api/bagaimana-jika/${at.unit}/versi/${code}`, { body }),
      ])
      setTried({ ...versions.data, hasil: results.data.perubahan })
    })
  const save = (seen = version) =>
    run(async () => {
      const versi = toVersi(isian, former)
      if (satu) await request('POST', `/api/indikator/${at.unit}/${kode}/versi`, { body: versi, version: seen })
      else
        await request('POST', '/api/indikator', {
          body: { unit: at.unit, kode, versi },
          idempotencyKey: intent.current,
        })
      saved.current = true
      await client.invalidateQueries({ queryKey: ['kamus'] })
      await navigate({ to: `/kamus/${at.unit}/${isian.berlakuDari.slice(0, 4)}/${kode}` })
    })
  const saving = useRef(save)
  saving.current = save
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      saving.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (tried) save()
    else look()
  }
  return (
    <form ref={form} className="kamus-formulir" onSubmit={onSubmit} noValidate>
      <Formulir at={at} isian={isian} salah={salah} kamus={kamus} kode={satu ? kode : null} former={satu?.entri} onUbah={change} />
      {error !== undefined && <Failure error={error} onLagi={tried ? () => save() : look} />}
      {tried && <Changes tried={tried} dipakai={satu?.dipakai ?? []} />}
      <div className="row kamus-kaki">
        <Button rupa={tried ? 'kedua' : 'utama'} sibuk={busy} onClick={look}>
          {t('u.periksa')}
        </Button>
        {tried && (
          <Button rupa="utama" sibuk={busy} onClick={() => save()}>
            {busy ? t('u.menyimpan') : t(satu ? 'u.simpan' : 'u.simpan.baru')}
          </Button>
        )}
      </div>
      <Dialog judul={t('u.usang')} buka={outdated !== undefined} onTutup={() => setOutdated(undefined)}>
        {outdated && (
          <div className="stack">
            <p>{t('u.usang.isi')}</p>
            <Perbedaan
              beda={differences(outdated.tersimpan, outdated.sent)}
              satu={t('u.tersimpan-sekarang')}
              dua={t('u.isian-anda')}
            />
            <div className="row">
              <Button
                rupa="utama"
                onClick={() => {
                  setVersion(outdated.version)
                  setOutdated(undefined)
                  save(outdated.version)
                }}
              >
                {t('u.usang.simpan')}
              </Button>
              <Button
                onClick={() => {
                  setVersion(outdated.version)
                  setIsian(isianOf(outdated.tersimpan, at.tahun))
                  setTried(undefined)
                  setOutdated(undefined)
                }}
              >
                {t('u.usang.buang')}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
      <Dialog judul={t('u.belum-simpan')} buka={leaving.status === 'blocked'} onTutup={() => leaving.reset?.()}>
        <div className="row">
          <Button rupa="utama" onClick={() => leaving.reset?.()}>
            {t('u.lanjutkan')}
          </Button>
          <Button rupa="bahaya" onClick={() => leaving.proceed?.()}>
            {t('u.tinggalkan')}
          </Button>
        </div>
      </Dialog>
    </form>
  )
}

/** The field of the form that a refusal names: `versi.kebijakan.batas`, `masukan.survei.kolom[0]`. */
const fieldOf = (field: string) =>
  field
    .replace(/^versi\./, '')
    .replace(/^kebijakan\./, '')
    .replace(/\[\d+\]$/, '')

function missingCode(): ApiError {
  return new ApiError({ status: 0, code: 'TIDAK_VALID', title: t('u.gagal'), detail: t('u.kode.bantuan'), field: 'kode' })
}

/** What saving would do: the version that begins, the one that ends, each part that changes, and who depends on it. */
function Changes({ tried: { sebelum, sesudah, peringatan, hasil }, dipakai }: { tried: Tried; dipakai: readonly KaitanKamus[] }) {
  const begins = sesudah.find((v) => !sebelum.some((s) => s.versi === v.versi))
  const before = begins ? sebelum.filter((s) => s.berlakuDari < begins.berlakuDari).at(-1) : undefined
  const ended = sesudah.find((v) => v.versi === before?.versi && v.berlakuSampai !== before?.berlakuSampai)
  return (
    <section className="kamus-berubah" aria-labelledby="berubah" role="status">
      <h2 id="berubah">{t('u.berubah')}</h2>
      {peringatan.map((one) => (
        <Notice key={one} jenis="peringatan">
          {one}
        </Notice>
      ))}
      {!begins ? (
        <p>{t('u.berubah.tak-ada')}</p>
      ) : (
        <>
          <ul className="kamus-daftar">
            <li>{t('u.mulai-berlaku', { n: begins.versi, dari: tanggal(begins.berlakuDari) })}</li>
            {ended?.berlakuSampai && <li>{t('u.berakhir', { n: ended.versi, sampai: tanggal(ended.berlakuSampai) })}</li>}
            <li>{t('u.sejak')}</li>
            {before && <li>{t('u.tahun-lalu', { dari: tanggal(begins.berlakuDari) })}</li>}
            {dipakai.length > 0 && <li>{t('u.dampak', { daftar: dipakai.map((k) => k.kode).join(', ') })}</li>}
          </ul>
          {before && <Perbedaan beda={differences(before, begins)} satu={t('u.sebelum')} dua={t('u.sesudah')} />}
          <Results hasil={hasil} />
        </>
      )}
    </section>
  )
}

const SHOWN = 12

/** The results that come out otherwise with it, by what is stored today. */
function Results({ hasil }: { hasil: readonly HasilLain[] }) {
  if (hasil.length === 0) return <p>{t('u.hasil.sama')}</p>
  return (
    <>
      <Table
        judul={t('u.hasil')}
        kunci={(r) => `${r.kode} ${r.periode}`}
        kelompok={[{ baris: hasil.slice(0, SHOWN) }]}
        kolom={[
          { kunci: 'hasil', judul: t('u.hasil.kolom'), rupa: 'nama', isi: (r) => `${r.kode}, ${r.namaPeriode}` },
          ...(['sebelum', 'sesudah'] as const).map((side) => ({
            kunci: side,
            judul: t(`u.${side}`),
            rupa: 'angka' as const,
            isi: (r: HasilLain) => t('u.hasil.isi', { nilai: r[side].nilai.tampil, capaian: r[side].capaian.tampil }),
          })),
        ]}
      />
      {hasil.length > SHOWN && <p>{t('u.hasil.lagi', { n: hasil.length - SHOWN })}</p>}
      <p className="small muted">{t('u.hasil.tetap')}</p>
    </>
  )
}
