// Who signs: from the statement (`Nama : … selanjutnya disebut PIHAK PERTAMA`), the annex and the signatures. Pure.
import { z } from 'zod'
import type { Place } from '../platform/documents/blocks/paper.ts'
import { KOSONG, NOT_PRINTED, teksTerbaca } from './baca-nilai.ts'
import type { TextLine } from './bagian.ts'
import { type Masalah, masalah } from './masalah.ts'
import { type Terbaca, Terbaca as TerbacaShape } from './terbaca.ts'

const HAL = ['nama', 'nip', 'jabatan'] as const
type Hal = (typeof HAL)[number]
export const PihakTerbaca = z.object({
  nama: TerbacaShape,
  nip: TerbacaShape,
  jabatan: TerbacaShape,
  /** What other pages of the same paper print for the same person. */
  lain: z.array(TerbacaShape.extend({ hal: z.enum(HAL) })),
})
export type PihakTerbaca = z.infer<typeof PihakTerbaca>
export type Parties = {
  readonly pertama: PihakTerbaca
  readonly kedua: PihakTerbaca
  readonly unitKerja: Terbaca
  readonly masalah: readonly Masalah[]
}

type Said = { readonly text: string; readonly at: Place }
type Orang = { peran?: 'PERTAMA' | 'KEDUA'; nama: Said; nip?: Said; jabatan?: Said; unit?: Said }

const FIELD = /^(nama|nip|jabatan|unit\s+kerja|pangkat[^:]{0,30}|instansi)\s*:\s*(.*)$/i
const CALLED = /disebut\s+(?:sebagai\s+)?PIHAK\s+(PERTAMA|KESATU|KEDUA)/i
const SIGNED = /^NIP\.?\s*:?\s*(\d[\d ]{13,24}\d)\s*$/i

export function bacaPihak(lines: readonly TextLine[]): Parties {
  const people: Orang[] = []
  const signed: { nama: Said; nip: Said }[] = []
  let open: { person: Orang; field: Hal | 'unit' | null; block: number } | undefined
  for (const [i, { text, at, block }] of lines.entries()) {
    const [, label, value] = FIELD.exec(text) ?? []
    if (label !== undefined) {
      const field = fieldOf(label)
      const said = { text: value!.trim(), at }
      if (field === 'nama') {
        open = { person: { nama: said }, field, block }
        people.push(open.person)
      } else if (open && field) {
        open.person[field] ??= said
        open = { ...open, field, block }
      }
      continue
    }
    const called = CALLED.exec(text)?.[1]
    const last = people.at(-1)
    if (called && last) {
      last.peran ??= /kedua/i.test(called) ? 'KEDUA' : 'PERTAMA'
      open = undefined
      continue
    }
    const nip = SIGNED.exec(text)?.[1]
    const name = lines[i - 1]
    if (nip && name && !FIELD.test(name.text)) signed.push({ nama: { text: name.text, at: name.at }, nip: { text: nip, at } })
    // A long office goes on in the next line of the same paragraph.
    else if (open?.field && open.block === block && text !== '') {
      const before = open.person[open.field]!
      open.person[open.field] = { ...before, text: `${before.text} ${text}` }
    } else open = undefined
  }
  const statement = (peran: 'PERTAMA' | 'KEDUA') => people.find((p) => p.peran === peran)
  const first = statement('PERTAMA') ?? people.find((p) => !p.peran && p.nip) ?? people.find((p) => !p.peran)
  const second = statement('KEDUA') ?? people.find((p) => p !== first && !p.peran && !p.unit)
  const notes: Masalah[] = []
  const pertama = pihakOf(first ?? signedPerson(signed[0]), first ? people.filter((p) => p !== second) : [], signed, lines, notes)
  const kedua = pihakOf(
    second,
    people.filter((p) => p !== first && p === second),
    [],
    lines,
    notes,
  )
  const unit = people.map((p) => p.unit).find(Boolean)
  if (!first && !signed.length)
    notes.push(masalah('BACA-PIHAK', {}, 'Nama penanda tangan (pihak pertama) tidak ditemukan; isilah sendiri.'))
  return { pertama, kedua, unitKerja: unit ? teksTerbaca(unit.text, unit.at) : NOT_PRINTED, masalah: notes }
}

const fieldOf = (label: string): Hal | 'unit' | null => {
  const name = label.toLowerCase()
  return name === 'nama' || name === 'nip' || name === 'jabatan' ? name : /^unit/.test(name) ? 'unit' : null
}
const signedPerson = (s: { nama: Said; nip: Said } | undefined): Orang | undefined => s && { nama: s.nama, nip: s.nip }

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').replace(/[,.]$/, '').trim()
const digits = (text: string) => text.replace(/\D/g, '')
const shouts = (text: string) => text === text.toUpperCase()

function pihakOf(
  person: Orang | undefined,
  people: readonly Orang[],
  signed: readonly { nama: Said; nip: Said }[],
  lines: readonly TextLine[],
  notes: Masalah[],
): PihakTerbaca {
  if (!person) return { nama: NOT_PRINTED, nip: NOT_PRINTED, jabatan: NOT_PRINTED, lain: [] }
  const name = plain(person.nama.text)
  const same = people.filter((p) => plain(p.nama.text) === name)
  const nips = [
    ...same.flatMap((p) => p.nip ?? []),
    ...signed.filter((s) => plain(s.nama.text) === name).map((s) => s.nip),
    ...(person.nip ? [person.nip] : []),
  ]
  const known = new Set(nips.map((n) => digits(n.text)))
  const names = [
    person.nama,
    ...same.map((p) => p.nama),
    ...lines.filter((l) => plain(l.text) === name),
    ...signed.filter((s) => known.has(digits(s.nip.text))).map((s) => s.nama),
  ]
  const nama = best(names, plain, (text) => (plain(text) === name ? (shouts(text) ? 1 : 2) : 0))
  const nip = best(nips, digits, (text) => (digits(text).length === 18 ? 1 : 0))
  const jabatan = best(
    [person, ...same].flatMap((p) => p.jabatan ?? []),
    plain,
    (text) => (text === person.jabatan?.text ? 1 : 0),
  )
  if (nip?.lain.length)
    notes.push(
      masalah('BACA-PIHAK', nip.said.at, `NIP ${person.nama.text} tercetak berbeda-beda; dibaca ${digits(nip.said.text)}.`, {
        tercetak: nip.lain.map((l) => l.text).join('; '),
        seharusnya: digits(nip.said.text),
        keyakinan: 0.9,
      }),
    )
  return {
    nama: nama ? teksTerbaca(nama.said.text.replace(/,$/, ''), nama.said.at) : NOT_PRINTED,
    nip: nip
      ? {
          ...teksTerbaca(nip.said.text, nip.said.at),
          dibaca: digits(nip.said.text) || KOSONG,
          keyakinan: nip.lain.length ? 0.9 : 1,
        }
      : NOT_PRINTED,
    jabatan: jabatan ? teksTerbaca(jabatan.said.text.replace(/,$/, ''), jabatan.said.at) : NOT_PRINTED,
    lain: [
      ...(nama?.lain ?? []).map((l) => ({ hal: 'nama' as const, ...teksTerbaca(l.text, l.at) })),
      ...(nip?.lain ?? []).map((l) => ({ hal: 'nip' as const, ...teksTerbaca(l.text, l.at), dibaca: digits(l.text) })),
      ...(jabatan?.lain ?? []).map((l) => ({ hal: 'jabatan' as const, ...teksTerbaca(l.text, l.at) })),
    ],
  }
}

/** Of several prints the worthiest, then the one most often printed, then the first; and one of each that differs. */
function best(all: readonly Said[], keyOf: (text: string) => string, worth: (text: string) => number) {
  if (!all.length) return undefined
  const groups = [...Map.groupBy(all, (s) => keyOf(s.text)).values()]
  const rank = (group: readonly Said[]) => Math.max(...group.map((s) => worth(s.text))) * 1000 + group.length
  const [first, ...others] = groups.toSorted((a, b) => rank(b) - rank(a))
  const said = first!.toSorted((a, b) => worth(b.text) - worth(a.text))[0]!
  return { said, lain: others.map((g) => g[0]!) }
}
