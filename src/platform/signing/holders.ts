// An office may change hands between two signatures: then the first one no longer counts.

/** Who acts for an office today. */
export type Pemegang = { readonly pegawai: string; readonly nama: string; readonly nip: string | null; readonly jabatan: string }
type Signed = { readonly pegawai: string; readonly name: string; readonly office: string }
type Printed = { readonly nama: string | null; readonly nip: string | null; readonly jabatan: string | null }

/** Why the first signature is void, where whoever made it, or whoever was to sign next, no longer acts; undefined otherwise. */
export function changedHands(
  first: Signed,
  awaited: { readonly pegawai: string; readonly nama: string } | null,
  today: { readonly pertama: readonly Pemegang[]; readonly kedua: readonly Pemegang[] },
): string | undefined {
  const gone = (pegawai: string, acting: readonly Pemegang[]) => !acting.some((p) => p.pegawai === pegawai)
  const now = (acting: readonly Pemegang[]) =>
    acting.length ? `Kini: ${acting.map((p) => `${p.nama} (${p.jabatan})`).join(', ')}.` : 'Kini jabatan itu kosong.'
  if (gone(first.pegawai, today.pertama)) return `${first.name} tidak lagi bertindak sebagai ${first.office}. ${now(today.pertama)}`
  if (awaited && gone(awaited.pegawai, today.kedua))
    return `${awaited.nama}, yang semula akan menandatangani, tidak lagi memegang jabatannya. ${now(today.kedua)}`
  return undefined
}

/** Whether the person is the one whose name the paper prints: by NIP where both are known, else by name. */
export function isPrinted({ nama, nip }: Pick<Pemegang, 'nama' | 'nip'>, printed: Printed): boolean {
  if (nip && printed.nip) return nip === printed.nip
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(nama) === plain(printed.nama ?? '')
}
