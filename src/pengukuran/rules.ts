// Decisions about one entry: how it is read, whether its kind and scale fit, and who verifies it.
import type { Actor } from '../platform/kernel/context.ts'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import type { Figure } from '../platform/kernel/figure.ts'
import { readNumber } from '../platform/kernel/read-number.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { choiceOf, notAChoice } from './batas-masukan.ts'
import type { Versi } from './hasil.ts'
import { wordsOf } from './klaim.ts'
import { placeOf, type SalahMasukan } from './masukan.ts'
import type { Isian, PengukuranFile, Place, Temuan } from './pengukuran.ts'

/** Only the owner that the dictionary names verifies; where it names none, the Inspektorat. */
export function notTheOwner({ peran }: Actor, versi: Versi): Refusal | undefined {
  const owner = peran.some((r) => r.peran === 'PEMILIK_DATA' && r.unit === versi.pemilikData)
  const inspector =
    peran.some((r) => r.peran === 'INSPEKTUR') && (versi.pemilikData === null || peran.some((r) => r.unit === versi.pemilikData))
  if (owner || inspector) return undefined
  return refuse('DILARANG', `Indikator ${versi.kode} diverifikasi oleh ${versi.pemilikData ?? 'Inspektorat'}.`, {
    rule: 'pengukuran.verifikasi',
  })
}

/** What was typed, read by the indicator's unit and held against its scale. */
export function readIsian(versi: Versi & { skalaMin?: string | null; skalaMaks?: string | null }, isian: Isian): Figure | Refusal {
  const { tercetak, status, keterangan } = isian
  if (status !== 'NILAI') {
    if (status === 'BELUM_RILIS' && !keterangan)
      return refuse('TIDAK_VALID', 'Data belum rilis: sebutkan penerbit dan perkiraan rilisnya.', { field: 'keterangan' })
    return { status, tercetak: tercetak ?? null }
  }
  if (!tercetak?.trim())
    return refuse('TIDAK_VALID', 'Isi realisasinya, atau pilih N/A, data belum rilis atau belum ada.', { field: 'tercetak' })
  if (versi.jenisNilai === 'KATEGORI' && !/^[\d.,\s%-]+$/.test(tercetak)) {
    const score = /\(([\d.,]+)\)/.exec(tercetak)?.[1]
    if (!score) return readWord(versi, tercetak)
    const nilai = readNumber(score, versi.satuan)
    return isRefusal(nilai) ? nilai : { status, kategori: tercetak.replace(/\s*\([\d.,]+\)\s*/, '').trim(), nilai, tercetak }
  }
  const nilai = readNumber(tercetak, versi.satuan)
  if (isRefusal(nilai)) return nilai
  const { skalaMin, skalaMaks } = versi
  if ((skalaMin && beyond(skalaMin, nilai)) || (skalaMaks && beyond(nilai, skalaMaks)))
    return refuse(
      'DITOLAK_ATURAN',
      `Nilai ${tercetak} di luar skala ${versi.kode}: ${skalaMin ?? '…'} sampai ${skalaMaks ?? '…'} ${versi.satuan}.`,
      { field: 'tercetak', rule: 'MS-05' },
    )
  return { status, nilai, tercetak }
}

/** A category without its figure: one for which the formula gives a number, in the spelling of the rule. */
function readWord(versi: Versi, tercetak: string): Figure | Refusal {
  const words = [...wordsOf(versi).keys()]
  const kategori = choiceOf(tercetak, words)
  if (kategori) return { status: 'NILAI', kategori, nilai: null, tercetak }
  const typed = tercetak.trim().slice(0, 60)
  const detail = words.length
    ? notAChoice(typed, words)
    : `Tidak ada rumus yang menetapkan angka ${typed}. Tulis beserta angkanya, misalnya ${typed} (3).`
  return refuse('TIDAK_VALID', detail, { field: 'tercetak', rule: 'MS-05' })
}

const beyond = (more: string, less: string) => parseDecimal(more).gt(parseDecimal(less))

export function notInDictionary(letak: string, at: Place, baris: unknown): Temuan {
  return {
    aturan: 'KAMUS',
    jenis: 'rule',
    berat: 'sedang',
    keyakinan: 1,
    letak,
    baris: ([baris].flat()[0] as number) ?? null,
    tercetak: at.kode,
    seharusnya: null,
    penjelasan: `Indikator ${at.kode} tidak ada di kamus ${at.unit} untuk ${at.periode}; nilainya disimpan tetapi belum dipakai.`,
    terkait: [],
  }
}

export function wrongKind(letak: string, at: Place, row: PengukuranFile['klaim'][number]): Temuan {
  return {
    aturan: 'MS-05',
    jenis: 'unit',
    berat: 'tinggi',
    keyakinan: 1,
    letak,
    baris: [row.baris].flat()[0] ?? null,
    tercetak: row.nilai.tercetak ?? null,
    seharusnya: null,
    penjelasan: `Realisasi ${at.kode} ${at.periode} tercetak "${row.nilai.tercetak}", padahal indikatornya berupa angka. Nilai ini tidak dipakai.`,
    terkait: [],
  }
}

/** Every variable that cannot be taken, each with its place; the first is what is said. */
export function refusalOfMasukan(salah: readonly SalahMasukan[]): Refusal | undefined {
  const [first, ...also] = salah.map((s) => ({
    field: `masukan.${s.masukan}${s.baris === null ? '' : `[${s.baris}]`}`,
    detail: placeOf(s),
  }))
  return first && refuse('TIDAK_VALID', first.detail, { field: first.field, also })
}
