// The NIP of the persons who sign and are named. It holds a birth date: only what is wrong is ever printed, and a right one
// is named by its last four digits.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import { checkNip, type NipFault } from '../../platform/kernel/nip.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { beda } from '../kata.ts'
import type { Naskah } from '../naskah.ts'
import { petikan, tempat } from '../teks.ts'

type Tercetak = { readonly angka: string; readonly nama?: string; readonly di: Place; readonly letak: string }

export const nip: Aturan = {
  kode: 'NIP',
  jenis: 'format',
  memeriksa: 'NIP terdiri atas 18 angka (lahir, pengangkatan, kelamin, urut), dan NIP satu orang sama di setiap halaman.',
  contoh: { benar: 'NIP 198503122010011004', salah: 'NIP 19850312201001104 (17 angka)' },
  dasar: 'Peraturan Kepala BKN 22 Tahun 2007',
  periksa: (naskah) => {
    const all = findNip(naskah)
    const right = all.filter((n) => faultOf(n.angka) === undefined)
    const temuan = all.flatMap((n) => wrong(n, right) ?? differs(n, right) ?? [])
    return { hitungan: right.map(confirmed), temuan }
  },
}

// 18 digits are often printed in four groups: `19850312 201001 1 004`.
const AFTER_WORD = /\bNIP\b\s*[.:]*\s*(\d[\d ]{12,24}\d)/gi
const BARE = /(?<![\d/.-])((?:19[4-9]|20[01])\d{14,15})(?![\d/-])/g

function findNip(naskah: Naskah): Tercetak[] {
  return petikan(naskah).flatMap((p) => {
    const seen = new Map<number, string>()
    for (const pattern of [AFTER_WORD, BARE])
      for (const m of p.teks.matchAll(pattern)) {
        const at = m.index + m[0].indexOf(m[1]!)
        if (!seen.has(at)) seen.set(at, m[1]!.replace(/ /g, ''))
      }
    return [...seen].map(([at, angka]) => {
      const nama = nameAt(p.teks, at)
      return { angka, di: tempat(p, at), letak: p.letak, ...(nama ? { nama } : {}) }
    })
  })
}

/** `Nama : X` in the same text, or the line above the NIP. */
function nameAt(teks: string, at: number): string | undefined {
  const said = /\bNama\s*:\s*([^\n]+)/i.exec(teks)?.[1]
  const above = teks.slice(0, at).split('\n').at(-2)
  const name = (said ?? above)
    ?.toUpperCase()
    .replace(/[^A-Z ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name && name.length > 3 && !/^NIP|JABATAN|KEPALA\b/.test(name) ? name : undefined
}

function faultOf(angka: string): NipFault | undefined {
  // Positions 13 and 14 of the number of a PPPK are no month.
  const pppk = /^\d{12}21[12]\d{3}$/.test(angka)
  return checkNip(angka, pppk ? 'PPPK' : 'PNS')[0]
}

function wrong(n: Tercetak, right: readonly Tercetak[]): TemuanNaskah | undefined {
  const fault = faultOf(n.angka)
  if (!fault) return undefined
  const same = right.find((r) => beda(r.angka, n.angka, 3) <= 3)
  const where = same
    ? ' NIP yang hampir sama dan bentuknya benar tercetak di tempat lain dalam naskah ini; samakan dengan itu.'
    : ''
  return {
    di: n.di,
    jenis: 'format',
    berat: fault.aturan === 'NIP-USIA' ? 'sedang' : 'rendah',
    keyakinan: fault.aturan === 'NIP-USIA' ? (same ? 0.9 : 0.6) : 0.97,
    letak: n.letak,
    tercetak: n.angka,
    seharusnya: fault.aturan === 'NIP-PANJANG' ? '18 angka' : null,
    penjelasan: `${fault.detail}${where}`,
    terkait: same ? [same.di] : [],
  }
}

/** One person, two numbers that are both well formed: the one that stands less often is doubtful. */
function differs(n: Tercetak, right: readonly Tercetak[]): TemuanNaskah | undefined {
  const times = (angka: string) => right.filter((r) => r.angka === angka).length
  const other = right.find(
    (r) => r.angka !== n.angka && n.nama !== undefined && r.nama === n.nama && times(r.angka) > times(n.angka),
  )
  if (!other) return undefined
  return {
    di: n.di,
    jenis: 'format',
    berat: 'rendah',
    keyakinan: 0.85,
    letak: n.letak,
    tercetak: n.angka,
    seharusnya: null,
    penjelasan: `NIP ini berbeda dari NIP orang yang sama di tempat lain dalam naskah (${times(other.angka)} kali tercetak lain).`,
    terkait: [other.di],
  }
}

function confirmed(n: Tercetak): Hitungan {
  const tercetak = `NIP …${n.angka.slice(-4)}`
  return {
    di: n.di,
    letak: n.letak,
    rumus: '8 angka lahir + 6 angka pengangkatan + 1 angka kelamin + 3 angka urut',
    tercetak,
    dihitung: '18 angka, setiap bagiannya mungkin',
    pembulatan: 'tepat',
    cocok: true,
  }
}
