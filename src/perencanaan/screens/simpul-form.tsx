// Adding a node, or changing its words, kind, place and indicators. Where somebody else saved first, both versions are shown.
import { type FormEvent, type RefObject, useState } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { type JenisSimpul, kindsBelow, sebutanJenis } from '../jenis.ts'
import { Area, PilihIndikator } from './bidang.tsx'
import type { Pohon } from './data.ts'
import { kodeBerikut, type Simpul } from './susunan.ts'
import { t } from './teks.ts'
import { type Tulis, useTulis } from './tulis.ts'

type Isian = {
  readonly jenis: string
  readonly pernyataan: string
  readonly indikator: readonly string[]
  readonly induk: string | null
}
type Common = {
  readonly pohon: Pohon
  readonly unit: string
  readonly kotor: RefObject<boolean>
  readonly onSelesai: (kode?: string) => void
}

const LENGTH = 2000

export function UbahSimpul({ simpul, pohon, unit, kotor, onSelesai }: Common & { simpul: Simpul }) {
  const start = isianOf(simpul)
  const [isian, setIsian] = useState<Isian>(start)
  // The version that was seen when editing began: what others save meanwhile must be noticed.
  const [dilihat, setDilihat] = useState(simpul.version)
  const tulis = useTulis()
  const ubah = (part: Partial<Isian>) => {
    kotor.current = true
    setIsian({ ...isian, ...part })
  }
  const simpan = async (version: number) => {
    const done = await tulis.kirim('PATCH', `/api/perencanaan/${unit}/simpul/${simpul.id}`, { body: isian, version })
    if (!done) return
    kotor.current = false
    onSelesai()
  }
  const kini = tulis.bentrok as (Simpul & Record<string, unknown>) | undefined
  return (
    <form
      className="stack"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void simpan(dilihat)
      }}
    >
      {kini && (
        <Notice jenis="peringatan" judul={t('bentrok.judul')}>
          <p>{t('bentrok.isi')}</p>
          <Kini label={t('form.pernyataan')} kini={kini.pernyataan} isian={isian.pernyataan} />
          <Kini label={t('form.jenis')} kini={sebutanJenis(kini.jenis)} isian={sebutanJenis(isian.jenis)} />
          <Kini label={t('form.indikator')} kini={kini.indikator.join(', ') || '–'} isian={isian.indikator.join(', ') || '–'} />
          <Kini label={t('form.induk')} kini={namaInduk(kini.induk, pohon)} isian={namaInduk(isian.induk, pohon)} />
          <div className="row">
            <Button kecil rupa="utama" sibuk={tulis.sibuk} onClick={() => simpan(kini.version)}>
              {t('bentrok.isian')}
            </Button>
            <Button
              kecil
              onClick={() => {
                setIsian(isianOf(kini))
                setDilihat(kini.version)
                kotor.current = false
                tulis.bersihkan()
              }}
            >
              {t('bentrok.kini')}
            </Button>
          </div>
        </Notice>
      )}
      <Bidang {...{ isian, ubah, pohon }} jenis={jenisAt(isian.induk, simpul.dokumen, pohon)}>
        <Select
          label={t('form.induk')}
          bantuan={t('form.induk.bantuan')}
          value={isian.induk ?? ''}
          onChange={(event) => ubah({ induk: event.currentTarget.value || null })}
        >
          <option value="">{t('form.induk.puncak')}</option>
          {parentsFor(simpul, pohon).map((s) => (
            <option key={s.id} value={s.id}>
              {`${s.kode} ${s.pernyataan}`.slice(0, 110)}
            </option>
          ))}
        </Select>
      </Bidang>
      <Kaki tulis={tulis} kotor={kotor} onBatal={() => onSelesai()} />
    </form>
  )
}

export function TambahSimpul({
  induk,
  dokumen,
  pohon,
  unit,
  kotor,
  onSelesai,
}: Common & { induk: Simpul | null; dokumen: string }) {
  const kinds = jenisAt(induk?.id ?? null, dokumen, pohon)
  const first = induk?.dokumen === dokumen ? (kinds.find((j) => j !== induk.jenis) ?? kinds[0]!) : kinds[0]!
  const [isian, setIsian] = useState<Isian>({ jenis: first, pernyataan: '', indikator: [], induk: induk?.id ?? null })
  const [kode, setKode] = useState<string | null>(null)
  const tulis = useTulis()
  const suggested = kodeBerikut(isian.jenis, induk, dokumen, pohon.simpul)
  const simpan = async (event: FormEvent) => {
    event.preventDefault()
    const body = { ...isian, kode: (kode ?? suggested).trim(), dokumen }
    if (!(await tulis.kirim('POST', `/api/perencanaan/${unit}/simpul`, { body }))) return
    kotor.current = false
    onSelesai(body.kode)
  }
  return (
    <form className="stack" onSubmit={simpan}>
      <Bidang
        {...{ isian, pohon }}
        jenis={kinds}
        ubah={(part) => {
          kotor.current = true
          setIsian({ ...isian, ...part })
        }}
      >
        <Field
          label={t('form.kode')}
          bantuan={t('form.kode.bantuan')}
          value={kode ?? suggested}
          maxLength={60}
          required
          onChange={(event) => setKode(event.currentTarget.value)}
        />
      </Bidang>
      <Kaki tulis={tulis} kotor={kotor} onBatal={() => onSelesai()} />
    </form>
  )
}

function Bidang(props: {
  readonly isian: Isian
  readonly ubah: (part: Partial<Isian>) => void
  readonly jenis: readonly JenisSimpul[]
  readonly pohon: Pohon
  readonly children: React.ReactNode
}) {
  const { isian, ubah, jenis, pohon } = props
  const offered = (jenis as readonly string[]).includes(isian.jenis) ? jenis : [isian.jenis, ...jenis]
  return (
    <>
      <Select label={t('form.jenis')} value={isian.jenis} onChange={(event) => ubah({ jenis: event.currentTarget.value })}>
        {offered.map((j) => (
          <option key={j} value={j}>
            {sebutanJenis(j)}
          </option>
        ))}
      </Select>
      <Area
        label={t('form.pernyataan')}
        bantuan={t('form.pernyataan.bantuan')}
        nilai={isian.pernyataan}
        maks={LENGTH}
        onUbah={(pernyataan) => ubah({ pernyataan })}
      />
      <PilihIndikator kamus={pohon.kamus} nilai={isian.indikator} onUbah={(indikator) => ubah({ indikator })} />
      {props.children}
    </>
  )
}

/** What went wrong, and the ways on. */
export function Kaki({ tulis, kotor, onBatal }: { tulis: Tulis; kotor: RefObject<boolean>; onBatal: () => void }) {
  return (
    <>
      {tulis.galat !== null && <Failure error={tulis.galat} />}
      <div className="row">
        <Button rupa="utama" type="submit" sibuk={tulis.sibuk}>
          {t(tulis.sibuk ? 'simpan.sibuk' : 'simpan')}
        </Button>
        <Button
          onClick={() => {
            kotor.current = false
            onBatal()
          }}
        >
          {t('batal')}
        </Button>
      </div>
    </>
  )
}

function Kini({ label, kini, isian }: { label: string; kini: string; isian: string }) {
  if (kini === isian) return null
  return (
    <dl className="bentrok">
      <dt>{label}</dt>
      <dd>
        <span className="small muted">{t('bentrok.tersimpan')}</span> {kini}
      </dd>
      <dd>
        <span className="small muted">{t('bentrok.anda')}</span> {isian}
      </dd>
    </dl>
  )
}

const isianOf = ({ jenis, pernyataan, indikator, induk }: Simpul): Isian => ({ jenis, pernyataan, indikator, induk })
const namaInduk = (id: string | null, pohon: Pohon) => pohon.simpul.find((s) => s.id === id)?.kode ?? t('form.induk.puncak')

/** Below a node of the plan above, and at the top, every kind may stand. */
function jenisAt(induk: string | null, dokumen: string, pohon: Pohon): readonly JenisSimpul[] {
  const parent = pohon.simpul.find((s) => s.id === induk)
  return kindsBelow(parent?.dokumen === dokumen ? parent.jenis : null)
}

/** Of its own plan or the one above, and not below itself. */
function parentsFor(simpul: Simpul, pohon: Pohon): Simpul[] {
  const above = pohon.dokumen.find((d) => d.kode === simpul.dokumen)?.induk
  const byId = new Map(pohon.simpul.map((s) => [s.id, s]))
  const isBelow = (s: Simpul | undefined): boolean => s !== undefined && (s.id === simpul.id || isBelow(byId.get(s.induk ?? '')))
  return pohon.simpul.filter((s) => (s.dokumen === simpul.dokumen || s.dokumen === above) && !isBelow(s))
}
