// Targets of an indicator in the years of its plan: read as a row, changed cell by cell, each with the version that was seen.
import { type FormEvent, type RefObject, useState } from 'react'
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import type { Pohon, Target, Ukuran } from './data.ts'
import { Kaki } from './simpul-form.tsx'
import { t } from './teks.ts'
import { useTulis } from './tulis.ts'
import { targetKata } from './ukuran.tsx'

type Props = { readonly ukuran: Ukuran; readonly pohon: Pohon; readonly tahun: readonly number[] }

export function TargetBaris({ ukuran, pohon, tahun }: Props) {
  const of = (year: number) => pohon.target.find((x) => x.indikator === ukuran.kode && x.tahun === year)
  return (
    <dl className="target-baris">
      {tahun.map((year) => (
        <div key={year}>
          <dt className="angka">{year}</dt>
          <dd className={of(year)?.status === 'NILAI' ? 'angka' : 'muted small'}>{targetKata(of(year))}</dd>
        </div>
      ))}
    </dl>
  )
}

const NOT_TARGETED = /^(n\/?a|tidak ditargetkan)$/i

export function TargetForm({
  ukuran,
  pohon,
  tahun,
  unit,
  kotor,
  onSelesai,
}: Props & { unit: string; kotor: RefObject<boolean>; onSelesai: () => void }) {
  const [dilihat, setDilihat] = useState(
    () => new Map(pohon.target.filter((x) => x.indikator === ukuran.kode).map((x) => [x.tahun, x])),
  )
  const [isian, setIsian] = useState<Readonly<Record<number, string>>>({})
  const [salah, setSalah] = useState<Readonly<Record<number, string>>>({})
  const [pada, setPada] = useState<number | null>(null)
  const tulis = useTulis()
  const typed = (year: number) => isian[year] ?? shownOf(dilihat.get(year))
  const kategori = pohon.kamus.find((v) => v.kode === ukuran.kode)?.jenisNilai === 'KATEGORI'
  const simpan = async (seen: ReadonlyMap<number, Target>) => {
    const changed = tahun.filter((year) => isian[year] !== undefined && isian[year] !== shownOf(seen.get(year)))
    const read = changed.map((year) => [year, figureOf(typed(year), ukuran.satuan, kategori)] as const)
    const wrong = Object.fromEntries(read.flatMap(([year, f]) => (isRefusal(f) ? [[year, f.detail]] : [])))
    setSalah(wrong)
    if (Object.keys(wrong).length) return
    for (const [year, body] of read) {
      setPada(year)
      const url = `/api/perencanaan/${unit}/target/${ukuran.kode}/${year}`
      const done = await tulis.kirim<{ version: number }>('PUT', url, { body, version: seen.get(year)?.version ?? 0 })
      if (!done) return
      // Saved: this year is not sent again when a later one is refused.
      seen = new Map(seen).set(year, {
        ...EMPTY,
        ...seen.get(year),
        ...(body as object),
        tahun: year,
        version: done.version,
      } as Target)
      setDilihat(new Map(seen))
    }
    kotor.current = false
    onSelesai()
  }
  const kini = tulis.bentrok as Target | undefined
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void simpan(dilihat)
      }}
    >
      <p>
        <strong>{ukuran.nama}</strong> <span className="small muted">{ukuran.satuan.toLowerCase()}</span>
      </p>
      <p className="small muted">{t('target.bantuan')}</p>
      {kini && pada !== null && (
        <Notice jenis="peringatan" judul={t('bentrok.judul')}>
          <p>{t('bentrok.target', { tahun: pada, kini: targetKata(kini), isian: typed(pada) })}</p>
          <div className="row">
            <Button kecil rupa="utama" sibuk={tulis.sibuk} onClick={() => simpan(new Map(dilihat).set(pada, kini))}>
              {t('bentrok.isian')}
            </Button>
            <Button
              kecil
              onClick={() => {
                setDilihat(new Map(dilihat).set(pada, kini))
                setIsian(({ [pada]: _, ...rest }) => rest)
                tulis.bersihkan()
              }}
            >
              {t('bentrok.kini')}
            </Button>
          </div>
        </Notice>
      )}
      <div className="target-isian">
        {tahun.map((year) => (
          <Field
            key={year}
            label={String(year)}
            className="angka"
            inputMode={kategori ? 'text' : 'decimal'}
            value={typed(year)}
            maxLength={100}
            salah={salah[year]}
            onChange={(event) => {
              kotor.current = true
              setIsian({ ...isian, [year]: event.currentTarget.value })
            }}
          />
        ))}
      </div>
      <Kaki tulis={tulis} kotor={kotor} onBatal={onSelesai} />
    </form>
  )
}

const EMPTY = { status: 'NILAI', nilai: null, kategori: null, min: null, maks: null }

/** As it is typed: empty where there is none. */
function shownOf(target: Target | undefined): string {
  if (!target || target.status === 'KOSONG' || target.status === 'BELUM_RILIS') return ''
  return target.status === 'TIDAK_DITARGETKAN' ? 'N/A' : targetKata(target)
}

function figureOf(text: string, satuan: string, kategori: boolean) {
  const clean = text.trim()
  if (clean === '') return { status: 'KOSONG' }
  if (NOT_TARGETED.test(clean)) return { status: 'TIDAK_DITARGETKAN' }
  if (kategori) return { kategori: clean, tercetak: clean }
  const read = clean.split('–').map((part) => readNumber(part, satuan))
  const wrong = read.find(isRefusal)
  if (wrong) return wrong
  return read.length === 2 ? { min: read[0], maks: read[1], tercetak: clean } : { nilai: read[0], tercetak: clean }
}
