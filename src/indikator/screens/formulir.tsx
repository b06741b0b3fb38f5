// The parts of the form, in the order of the official dictionary.
import { type ReactNode, useId, useState } from 'react'
import { Choice, Fault, Field, Select } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import type { IsianCoba } from '../coba-rumus.ts'
import { checkFormula, type Nama, type PeriksaRumus } from '../periksa-rumus.ts'
import { kalimat, limitsInWords, namaTriwulan } from './bagian.tsx'
import { type Entri, type Metode, useMetode } from './data.ts'
import {
  type Cara,
  type Isian,
  type IsianKeterangan,
  type IsianTriwulan,
  inputsOf,
  masukanOf,
  saidOf,
  TRIWULAN,
  withMethod,
} from './isian.ts'
import { Pratinjau } from './pratinjau.tsx'
import { RumusEditor } from './rumus-editor.tsx'
import { RumusTeks } from './rumus-teks.tsx'
import { kataAgregasi, kataPolaritas, t } from './teks.ts'

export type Salah = Readonly<Record<string, string>>
type Props = {
  readonly at: { readonly unit: string; readonly tahun: string }
  readonly isian: Isian
  readonly salah: Salah
  readonly kamus: readonly Entri[]
  readonly kode: string | null
  readonly former: Entri | undefined
  readonly onUbah: (part: Partial<Isian>) => void
}
type TextPart = { [K in keyof Isian]: Isian[K] extends string ? K : never }[keyof Isian]

const POLARITAS = ['MAKSIMAL', 'MINIMAL', 'MINIMAL_RASIO', 'STABIL_TITIK', 'STABIL_RENTANG', 'KATEGORI', 'CHECKLIST'] as const
const AGREGASI = ['TERAKHIR', 'JUMLAH', 'RATA_RATA', 'SETIAP', 'SEKALI'] as const
/** Stands between the names of readings, which are in capitals. */
const SENDIRI = 'rumus'
const JENIS = ['ANGKA', 'KATEGORI', 'CHECKLIST'] as const

export function Formulir(props: Props) {
  const { isian, salah, kode, onUbah } = props
  const field = (part: TextPart, label: string, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      label={label}
      value={isian[part]}
      salah={salah[part]}
      autoComplete="off"
      onChange={(event) => onUbah({ [part]: event.currentTarget.value })}
      {...more}
    />
  )
  const area = (part: TextPart, label: string, max: number, bantuan?: string) => (
    <Area
      label={label}
      nilai={isian[part]}
      salah={salah[part]}
      max={max}
      bantuan={bantuan}
      onUbah={(text) => onUbah({ [part]: text })}
    />
  )
  const select = <K extends 'polaritas' | 'agregasi' | 'jenisNilai'>(
    part: K,
    label: string,
    values: readonly Isian[K][],
    word: (value: Isian[K]) => string,
  ) => (
    <Select label={label} value={isian[part]} onChange={(event) => onUbah({ [part]: event.currentTarget.value })}>
      {values.map((value) => (
        <option key={value} value={value}>
          {word(value)}
        </option>
      ))}
    </Select>
  )
  const tick = (part: 'iku' | 'nihil' | 'yangAda' | 'terendah', label: string) => (
    <label className="kamus-centang">
      <input type="checkbox" checked={isian[part]} onChange={(event) => onUbah({ [part]: event.currentTarget.checked })} />
      {label}
    </label>
  )
  return (
    <>
      <fieldset className="kamus-kelompok">
        <legend>{t('b.pengertian')}</legend>
        {kode === null && field('kode', t('u.kode'), { bantuan: t('u.kode.bantuan'), maxLength: 40, autoCapitalize: 'characters' })}
        <div className="kamus-dua">
          {field('berlakuDari', t('u.mulai'), { type: 'date' })}
          {field('berlakuSampai', t('u.sampai'), { type: 'date' })}
        </div>
        {area('nama', t('u.nama'), 1000)}
        {area('definisi', t('f.definisi'), 5000)}
        {area('dasarHukum', t('f.dasar'), 50_000, t('u.dasar.bantuan'))}
        {tick('iku', t('u.iku'))}
      </fieldset>
      <fieldset className="kamus-kelompok">
        <legend>{t('b.cara')}</legend>
        <div className="kamus-dua">
          {field('satuan', t('f.satuan'), { maxLength: 60 })}
          {field('desimal', t('u.desimal'), { inputMode: 'numeric', maxLength: 2 })}
          {select('jenisNilai', t('u.jenis'), JENIS, (v) => t(`u.jenis.${v}`))}
          {select('polaritas', t('kolom.polaritas'), POLARITAS, (v) => kataPolaritas(v))}
        </div>
        {select('agregasi', t('f.agregasi'), AGREGASI, (v) => kataAgregasi(v))}
        <div className="kamus-dua">
          {field('skalaMin', t('u.skalaMin'), { inputMode: 'decimal', maxLength: 60 })}
          {field('skalaMaks', t('u.skalaMaks'), { inputMode: 'decimal', maxLength: 60 })}
        </div>
        {area('caraUkur', t('f.caraUkur'), 10_000)}
        <div className="bidang">
          <span className="strong">{t('u.cara')}</span>
          <Choice<Cara>
            label={t('u.cara')}
            nilai={isian.cara}
            pilihan={(['metode', 'rumus', 'uraian'] as const).map((nilai) => ({ nilai, label: t(`u.cara.${nilai}`) }))}
            onPilih={(cara) => onUbah({ cara })}
          />
        </div>
        <Counting {...props} />
      </fieldset>
      <fieldset className="kamus-kelompok">
        <legend>{t('b.kebijakan')}</legend>
        {tick('nihil', t('u.nihil'))}
        {tick('yangAda', t('u.yangAda'))}
        {isian.agregasi === 'SETIAP' && tick('terendah', t('u.terendah'))}
        <div className="kamus-dua">
          {field('batas', t('u.batas'), { inputMode: 'decimal', maxLength: 60, bantuan: t('u.batas.bantuan') })}
        </div>
      </fieldset>
      <fieldset className="kamus-kelompok">
        <legend>{t('f.sumber')}</legend>
        {area('sumberData', t('f.sumber'), 2000)}
        {field('pemilikData', t('f.pemilik'), { bantuan: t('u.pemilik.bantuan'), maxLength: 100, autoCapitalize: 'none' })}
        {area('keterangan', t('u.keterangan'), 1000)}
      </fieldset>
    </>
  )
}

function Area(props: {
  label: string
  nilai: string
  max: number
  salah?: string
  bantuan?: string
  onUbah: (text: string) => void
}) {
  const id = useId()
  return (
    <div className="bidang">
      <label htmlFor={id}>{props.label}</label>
      {props.bantuan && (
        <div className="bidang-bantuan" id={`${id}-bantuan`}>
          {props.bantuan}
        </div>
      )}
      <textarea
        id={id}
        className="isian kamus-area"
        rows={2}
        value={props.nilai}
        maxLength={props.max}
        aria-invalid={props.salah ? true : undefined}
        aria-describedby={[props.bantuan && `${id}-bantuan`, props.salah && `${id}-salah`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => props.onUbah(event.currentTarget.value)}
      />
      {props.salah && (
        <div className="bidang-salah" id={`${id}-salah`}>
          <Icon name="salah" />
          <span>{props.salah}</span>
        </div>
      )}
    </div>
  )
}

/** By a method or a formula, in single quarters otherwise; what is said of the formulas' inputs; and a trial. */
function Counting(props: Props) {
  const { at, isian, salah, kamus, kode, former, onUbah } = props
  const [coba, setCoba] = useState<IsianCoba>({ angka: {}, tabel: {} })
  const metode = useMetode()
  const nama = namesOf(kamus, former, coba)
  const hasil = isian.jenisNilai === 'CHECKLIST' ? undefined : { jenis: isian.jenisNilai, satuan: isian.satuan || null }
  const said = masukanOf(isian)
  const check = (rumus: string) => checkFormula(rumus, nama, hasil, said)
  const editor = (label: string, rumus: string, periksa: PeriksaRumus, field: string, onTulis: (rumus: string) => void) => (
    <RumusEditor label={label} nilai={rumus} periksa={periksa} nama={nama} salah={salah[field]} onUbah={onTulis} />
  )
  const own = isian.cara === 'rumus'
  const periksa = check(own ? isian.rumus : '')
  return (
    <>
      {isian.cara === 'metode' && <Method metode={metode} isian={isian} onUbah={onUbah} />}
      {own && editor(t('f.rumus'), isian.rumus, periksa, 'rumus', (rumus) => onUbah({ rumus }))}
      <Quarters
        isian={isian}
        salah={salah}
        bacaan={isian.cara === 'metode' ? (metode.data?.isi.find((m) => m.kode === isian.metode)?.bacaan ?? []) : []}
        onUbah={onUbah}
        editor={(label, rumus, field, onTulis) => editor(label, rumus, check(rumus), field, onTulis)}
      />
      {(own || inputsOf(isian).length > 0) && <Inputs isian={isian} salah={salah} onUbah={onUbah} />}
      {own && (
        <Pratinjau
          {...at}
          kode={kode}
          rumus={isian.rumus}
          periksa={periksa}
          polaritas={isian.polaritas}
          desimal={/^\d{1,2}$/.test(isian.desimal) ? Math.min(10, Number(isian.desimal)) : 2}
          isian={coba}
          onIsian={setCoba}
        />
      )}
    </>
  )
}

type MethodProps = Pick<Props, 'isian' | 'onUbah'> & { readonly metode: ReturnType<typeof useMetode> }
function Method({ metode: found, isian, onUbah }: MethodProps) {
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const all = found.data?.isi ?? []
  const metode = all.find((m) => m.kode === isian.metode)
  const bacaan = metode?.bacaan.find((b) => (isian.bacaan ? b.nama === isian.bacaan : b.baku))
  return (
    <>
      <Select
        label={t('u.metode')}
        value={isian.metode}
        onChange={(event) => onUbah(withMethod(isian.triwulan, event.currentTarget.value))}
      >
        <option value="">{t('u.metode.pilih')}</option>
        {all.map((m) => (
          <option key={m.kode} value={m.kode}>
            {m.kode}: {m.nama}
          </option>
        ))}
      </Select>
      {metode && metode.bacaan.length > 1 && (
        <Select label={t('u.bacaan')} value={bacaan?.nama} onChange={(event) => onUbah({ bacaan: event.currentTarget.value })}>
          {metode.bacaan.map((b) => (
            <option key={b.nama} value={b.nama}>
              {b.nama}: {b.arti}
            </option>
          ))}
        </Select>
      )}
      {bacaan && <Reading bacaan={bacaan} />}
    </>
  )
}

function Reading({ bacaan }: { bacaan: Metode['bacaan'][number] }) {
  return (
    <div className="stack">
      <p>{kalimat(bacaan.kata)}</p>
      <RumusTeks teks={bacaan.teks} />
    </div>
  )
}

type QuartersProps = Pick<Props, 'isian' | 'salah' | 'onUbah'> & {
  readonly bacaan: Metode['bacaan']
  readonly editor: (label: string, rumus: string, field: string, onTulis: (rumus: string) => void) => ReactNode
}
/** What single quarters have of their own: another polarity, another reading, a formula (PDN 2025: seed 000, line 74). */
function Quarters({ isian, salah, bacaan, onUbah, editor }: QuartersProps) {
  const differs = TRIWULAN.filter((q) => Object.values(isian.triwulan[q]).some(Boolean))
  const wrong = Object.keys(salah).some((field) => field.startsWith('perTriwulan.'))
  return (
    <details className="kamus-triwulan" open={wrong || undefined}>
      <summary>
        {t('u.triwulan')}: {differs.map(namaTriwulan).join(', ') || t('u.triwulan.tak-ada')}
      </summary>
      <p className="muted">{t('u.triwulan.isi')}</p>
      {TRIWULAN.map((q) => {
        const own = isian.triwulan[q]
        const reading = bacaan.find((b) => b.nama === own.bacaan)
        const put = (part: Partial<IsianTriwulan>) => onUbah({ triwulan: { ...isian.triwulan, [q]: { ...own, ...part } } })
        const select = <K extends 'polaritas' | 'agregasi'>(
          part: K,
          label: string,
          values: readonly Exclude<IsianTriwulan[K], ''>[],
          word: (value: Exclude<IsianTriwulan[K], ''>) => string,
        ) => (
          <Select label={label} value={own[part]} onChange={(event) => put({ [part]: event.currentTarget.value })}>
            <option value="">{t('u.triwulan.sama')}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {word(value)}
              </option>
            ))}
          </Select>
        )
        return (
          <fieldset key={q} className="kamus-satu-masukan">
            <legend className="strong">{namaTriwulan(q)}</legend>
            <div className="kamus-tiga">
              {select('polaritas', t('kolom.polaritas'), POLARITAS, kataPolaritas)}
              {select('agregasi', t('f.agregasi'), AGREGASI, kataAgregasi)}
              <Select
                label={t('u.triwulan.hitung')}
                value={own.sendiri ? SENDIRI : own.bacaan}
                salah={salah[`perTriwulan.${q}.bacaan`]}
                onChange={({ currentTarget: { value } }) =>
                  put({ sendiri: value === SENDIRI, bacaan: value === SENDIRI ? '' : value })
                }
              >
                <option value="">{t('u.triwulan.sama')}</option>
                {bacaan.length > 1 &&
                  bacaan.map((b) => (
                    <option key={b.nama} value={b.nama}>
                      {b.nama}: {b.arti}
                    </option>
                  ))}
                <option value={SENDIRI}>{t('u.cara.rumus')}</option>
              </Select>
            </div>
            {reading && <Reading bacaan={reading} />}
            {own.sendiri &&
              editor(t('u.triwulan.rumus', { triwulan: namaTriwulan(q) }), own.rumus, `perTriwulan.${q}.rumus`, (rumus) =>
                put({ rumus }),
              )}
          </fieldset>
        )
      })}
    </details>
  )
}

/** What each name of the formula means, and in which unit it is counted. */
function Inputs({ isian, salah, onUbah }: Pick<Props, 'isian' | 'salah' | 'onUbah'>) {
  const all = inputsOf(isian)
  const figures = all.flatMap((one) => (one.jenis === 'ANGKA' ? one.nama : []))
  const of = (nama: string) => saidOf(isian.masukan, nama)
  const said = masukanOf(isian) ?? {}
  const put = (nama: string, part: Partial<IsianKeterangan>) =>
    onUbah({ masukan: { ...isian.masukan, [nama]: { ...of(nama), ...part } } })
  return (
    <section className="kamus-masukan" aria-labelledby="masukan">
      <h2 id="masukan">{t('u.masukan')}</h2>
      <p className="muted">{t(all.length ? 'u.masukan.isi' : 'u.masukan.belum')}</p>
      {all.map(({ nama, jenis }) => {
        const field = (part: keyof IsianKeterangan, label: string, more: Partial<Parameters<typeof Field>[0]> = {}) => (
          <Field
            label={label}
            value={of(nama)[part]}
            salah={salah[`masukan.${nama}.${part}`]}
            autoComplete="off"
            onChange={(event) => put(nama, { [part]: event.currentTarget.value })}
            {...more}
          />
        )
        const others = figures.filter((one) => one !== nama)
        const figure = jenis === 'ANGKA'
        return (
          <fieldset key={nama} className="kamus-satu-masukan">
            <legend>
              <code className="rumus-teks">{nama}</code> {!figure && <span className="small muted">{t('u.masukan.tabel')}</span>}
            </legend>
            {salah[`masukan.${nama}`] && <Fault salah={salah[`masukan.${nama}`]!} />}
            <div className="kamus-masukan-arti">
              {field('arti', t('u.masukan.arti'), { maxLength: 300 })}
              {field('satuan', t('u.masukan.unit'), { maxLength: 60 })}
            </div>
            <details open={salahDi(salah, nama) || undefined}>
              <summary>
                {[t('u.masukan.batas'), limitsInWords(Object.hasOwn(said, nama) ? said[nama]! : {})].filter(Boolean).join(': ')}
              </summary>
              <div className="kamus-dua">
                {field('min', t('u.masukan.min'), { inputMode: 'decimal', maxLength: 60 })}
                {field('maks', t('u.masukan.maks'), { inputMode: 'decimal', maxLength: 60 })}
                {field('pilihan', t('u.masukan.pilihan'), { maxLength: 600, bantuan: t('u.masukan.pilihan.bantuan') })}
                {!figure && field('kolom', t('u.masukan.kolom'), { maxLength: 600, bantuan: t('u.masukan.kolom.bantuan') })}
                {figure && others.length > 0 && (
                  <Select
                    label={t('u.masukan.bagian')}
                    bantuan={t('u.masukan.bagian.bantuan')}
                    value={of(nama).bagianDari}
                    salah={salah[`masukan.${nama}.bagianDari`]}
                    onChange={(event) => put(nama, { bagianDari: event.currentTarget.value })}
                  >
                    <option value="">{t('u.masukan.bukan-bagian')}</option>
                    {others.map((one) => (
                      <option key={one} value={one}>
                        {one.replaceAll('_', ' ')}
                      </option>
                    ))}
                  </Select>
                )}
              </div>
            </details>
          </fieldset>
        )
      })}
    </section>
  )
}

const salahDi = (salah: Salah, nama: string) => Object.keys(salah).some((field) => field.startsWith(`masukan.${nama}.`))

/** What the formula in force names, what the data brought, and the office's other indicators. */
function namesOf(kamus: readonly Entri[], former: Entri | undefined, coba: IsianCoba): Nama {
  const own = former?.variabel ?? []
  const of = (jenis: 'ANGKA' | 'TABEL') => own.filter((v) => v.jenis === jenis)
  const head = (text: string) =>
    text
      .split('\n', 1)[0]!
      .split(/[\t;]/)
      .map((name) => name.trim())
      .filter(Boolean)
  const pasted = Object.entries(coba.tabel).flatMap(([name, text]) => (head(text).length ? [[name, head(text)] as const] : []))
  return {
    angka: Object.fromEntries(of('ANGKA').map((v) => [v.nama, v.satuan])),
    tabel: Object.fromEntries([...pasted, ...of('TABEL').map((v) => [v.nama, v.kolom] as const)]),
    indikator: Object.fromEntries(kamus.map((v) => [v.kode, v.satuan])),
    kategori: kamus.filter((v) => v.jenisNilai === 'KATEGORI').map((v) => v.kode),
  }
}
