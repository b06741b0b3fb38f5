// What was read, in a few lines for people. Pure.
import { dayInJakarta, longDay } from '../platform/kernel/time.ts'
import type { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import type { UnitCandidate } from './cocok-unit.ts'
import type { Cara } from './impor.ts'
import type { LkipTerbaca } from './lkip.ts'

export const SEBUTAN_CARA: Readonly<Record<Cara, string>> = {
  DRAF: 'sebagai draf',
  DITETAPKAN: 'sebagai naskah yang ditetapkan sebelum sistem',
  TERCETAK: 'seperti tercetak',
}

type Isi = PkTerbaca | RaTerbaca | LkipTerbaca
type Known = {
  readonly unit: readonly UnitCandidate[]
  readonly sudahAda: { readonly cara: Cara; readonly pada: string; readonly unit: string; readonly tahun: number } | null
}

/** How many values were not read with certainty, and what was not understood at all. */
export const keraguan = (isi: Isi): number => isi.masalah.length + doubtful(isi)

function doubtful(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((n, v) => n + doubtful(v), 0)
  if (typeof value !== 'object' || value === null) return 0
  const own = 'tercetak' in value && 'keyakinan' in value && !('aturan' in value) && (value.keyakinan as number) < 1 ? 1 : 0
  return own + Object.values(value).reduce<number>((n, v) => n + doubtful(v), 0)
}

export function naskahInWords(nama: string, isi: Isi, { unit, sudahAda }: Known): string {
  const [best] = unit
  const office = best
    ? `${best.nama} (${best.kode}${best.keyakinan < 1 ? ', belum pasti' : ''})`
    : `${isi.unit.dibaca} (tidak cocok dengan satuan kerja mana pun)`
  return [
    `${nama}: ${contents(isi)}`,
    `  tahun ${isi.tahun.dibaca}; satuan kerja ${office}`,
    ...('pihakPertama' in isi
      ? [
          `  pihak pertama ${isi.pihakPertama.nama.dibaca}, NIP ${isi.pihakPertama.nip.dibaca}; pihak kedua ${isi.pihakKedua.nama.dibaca}`,
        ]
      : []),
    ...(sudahAda
      ? [
          `  berkas yang sama sudah disimpan ${SEBUTAN_CARA[sudahAda.cara]} untuk ${sudahAda.unit} tahun ${sudahAda.tahun}, ${longDay(dayInJakarta(new Date(sudahAda.pada)))}`,
        ]
      : []),
    `  ${doubtful(isi)} nilai kurang pasti, ${isi.masalah.length} catatan`,
    ...isi.masalah.map(
      (m) => `  ${m.aturan} ${m.letak}: ${m.penjelasan}${m.tercetak ? ` [${m.tercetak.replace(/\s+/g, ' ').slice(0, 100)}]` : ''}`,
    ),
  ].join('\n')
}

function contents(isi: Isi): string {
  if (isi.skema === 'selaras/pk/1') {
    const sasaran = isi.kelompok.flatMap((k) => k.sasaran)
    return `${isi.kelompok.length} kelompok, ${sasaran.length} sasaran, ${sasaran.flatMap((s) => s.indikator).length} indikator`
  }
  if (isi.skema === 'selaras/rencana-aksi/1') {
    const ra = isi.rencanaAksi.flatMap((i) => i.ra)
    const kk = ra.flatMap((a) => a.kk)
    return `${isi.rencanaAksi.length} indikator, ${ra.length} RA, ${kk.filter((k) => k.kode.dibaca !== 'KOSONG').length} KK, ${kk.flatMap((k) => k.to).length} output`
  }
  const indikator = new Set(isi.hasil.map((h) => h.indikator.dibaca))
  return `${isi.bab.length} judul, ${isi.hasil.length} hasil dari ${indikator.size} indikator${isi.perjanjianKinerja ? ', dengan Perjanjian Kinerja' : ''}`
}
