// Small parts that several of the dictionary's pages share.
import type { ReactNode } from 'react'
import { ROMAWI } from '../../platform/kernel/time.ts'
import { angkaWajar, decimalsOf, angka as shown, tanggal } from '../../web/ui/format.ts'
import type { KeteranganMasukan } from '../indikator.ts'
import { batasInWords } from '../masukan.ts'
import type { Angka, Versi } from './data.ts'
import { TRIWULAN } from './isian.ts'
import { kataAgregasi, kataPolaritas, t } from './teks.ts'

export function Kosong() {
  return <em className="kamus-kosong">{t('belum.diisi')}</em>
}

/** Label and value of the official form; nothing is left blank. */
export function Baris({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children || <Kosong />}</dd>
    </div>
  )
}

export function Bagian({ id, judul, children }: { id: string; judul: string; children: ReactNode }) {
  return (
    <section className="kamus-bagian">
      <h2 id={id}>{judul}</h2>
      {children}
    </section>
  )
}

export function Nilai({ angka, desimal }: { angka: Angka; desimal: number }) {
  if (angka.status === 'NILAI' && angka.nilai !== null) return <span className="angka">{shown(angka.nilai, desimal)}</span>
  const key = `status.${angka.status}` as Parameters<typeof t>[0]
  return <em className="kamus-kosong">{t(key)}</em>
}

export const persis = (text: string) => angkaWajar(text, decimalsOf(text))
/** As it goes on inside a sentence: `berupa kategori, misalnya WTP`. */
export const anakKalimat = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
export const kalimat = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is compared between versions, each as it is read; the order is that of the form. */
const yesOrNo = (yes: boolean | undefined) => (yes ? t('f.ya') : t('f.tidak'))

export const namaTriwulan = (q: string) => t('u.triwulan.nama', { n: ROMAWI[q]! })

function quarterInWords({
  polaritas,
  agregasi,
  bacaan,
  rumus,
}: NonNullable<NonNullable<Versi['perTriwulan']>['TW1']> = {}): string {
  const said: readonly (readonly [string, string | undefined])[] = [
    [t('kolom.polaritas'), polaritas && kataPolaritas(polaritas)],
    [t('f.agregasi'), agregasi && kataAgregasi(agregasi)],
    [t('u.bacaan'), bacaan],
    [t('f.rumus'), rumus],
  ]
  return said.flatMap(([label, word]) => (word ? `${label}: ${word}` : [])).join('\n')
}

const FIELDS: readonly (readonly [label: string, of: (v: Versi) => string | null])[] = [
  [t('u.mulai'), (v) => tanggal(v.berlakuDari)],
  [t('u.sampai'), (v) => v.berlakuSampai && tanggal(v.berlakuSampai)],
  [t('u.nama'), (v) => v.nama],
  [t('f.definisi'), (v) => v.definisi],
  [t('f.satuan'), (v) => v.satuan],
  [t('u.jenis'), (v) => t(`u.jenis.${v.jenisNilai}`)],
  [t('kolom.polaritas'), (v) => kataPolaritas(v.polaritas)],
  [t('f.agregasi'), (v) => kataAgregasi(v.agregasi)],
  [t('u.desimal'), (v) => String(v.desimal)],
  [t('f.caraUkur'), (v) => v.caraUkur],
  [t('u.metode'), (v) => v.metode],
  [t('u.bacaan'), (v) => v.bacaan],
  [t('f.rumus'), (v) => v.rumus],
  ...TRIWULAN.map((q) => [namaTriwulan(q), (v: Versi) => quarterInWords(v.perTriwulan?.[q]) || null] as const),
  [t('u.masukan'), (v) => inputsInWords(v.masukan)],
  [t('f.dasar'), (v) => v.dasarHukum.join('\n') || null],
  [t('u.skalaMin'), (v) => v.skalaMin && persis(v.skalaMin)],
  [t('u.skalaMaks'), (v) => v.skalaMaks && persis(v.skalaMaks)],
  [t('u.nihil'), (v) => yesOrNo(v.kebijakan?.tidakAdaObjek)],
  [t('u.yangAda'), (v) => yesOrNo(v.kebijakan?.kosong === 'HITUNG_YANG_ADA')],
  [t('u.terendah'), (v) => yesOrNo(v.kebijakan?.setiap === 'TERENDAH')],
  [t('u.batas'), (v) => (v.kebijakan?.batas ? persis(v.kebijakan.batas) : null)],
  [t('f.sumber'), (v) => v.sumberData],
  [t('f.pemilik'), (v) => v.pemilikData],
  [t('f.iku'), (v) => yesOrNo(v.iku)],
  [t('f.keterangan'), (v) => v.keterangan],
]

/** `baris dibedakan oleh unsur, variabel; 25 sampai 100` */
export function limitsInWords({ kolom, ...batas }: Omit<KeteranganMasukan, 'arti' | 'satuan'>): string {
  return [kolom && t('u.masukan.kolom.isi', { kolom: kolom.join(', ') }), batasInWords(batas)].filter(Boolean).join('; ')
}

/** One input a line: `wajib: perangkat daerah yang wajib; satuan Perangkat daerah; 0 atau lebih`. */
function inputsInWords(masukan: Versi['masukan']): string | null {
  const lines = Object.entries(masukan ?? {}).map(([nama, { arti, satuan, ...limits }]) => {
    const told = [arti, satuan && t('u.masukan.satuan', { satuan }), limitsInWords(limits)].filter(Boolean)
    return `${nama}: ${told.join('; ')}`
  })
  return lines.join('\n') || null
}

export type Beda = { readonly bagian: string; readonly satu: string | null; readonly dua: string | null }

/** Field by field what differs; without a first version everything that the second says. */
export function differences(satu: Versi | undefined, dua: Versi): Beda[] {
  return FIELDS.map(([bagian, of]) => ({ bagian, satu: satu ? of(satu) || null : null, dua: of(dua) || null })).filter(
    (b) => b.satu !== b.dua,
  )
}

export function Perbedaan({ beda, satu, dua }: { beda: readonly Beda[]; satu: string; dua: string }) {
  if (!beda.length) return <p className="muted">{t('r.sama')}</p>
  const side = (label: string, text: string | null) => (
    <div className="kamus-sisi">
      <dt className="small muted">{label}</dt>
      <dd>{text ?? <Kosong />}</dd>
    </div>
  )
  return (
    <ul className="kamus-beda">
      {beda.map((b) => (
        <li key={b.bagian}>
          <h3>{b.bagian}</h3>
          <dl>
            {side(satu, b.satu)}
            {side(dua, b.dua)}
          </dl>
        </li>
      ))}
    </ul>
  )
}
