// What other offices issue for all: whether it may be issued, and whether a draft has it (PK-14).
import { type Bentuk, namaKelompok } from '../peraturan/dki-jakarta/bentuk.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { finding, type IndikatorNaskah, type Kamus, type Naskah, type TemuanPk } from './perjanjian-kinerja.ts'
import { checkCells } from './rules-susunan.ts'
import { checkAggregation, checkScale } from './rules-target.ts'
import { type Butir, receptionOf } from './sasaran-bersama.ts'

/** An item stands in a group of the year's form, but not in that of the office's own plan, and with its five cells, as every line does. */
export function refuseIssue(
  line: IndikatorNaskah,
  kelompok: string,
  bentuk: Bentuk | undefined,
  kamus: Kamus | undefined,
  tahun: number,
): Refusal | undefined {
  if (!bentuk)
    return refuse('TIDAK_VALID', `Belum ada bentuk Perjanjian Kinerja untuk tahun ${tahun} dalam paket peraturan.`, {
      field: 'tahun',
    })
  const [own, ...groups] = bentuk.kelompok
  if (!groups.some((k) => k.kode === kelompok))
    return refuse(
      'DITOLAK_ATURAN',
      `Yang diterbitkan untuk semua berada di ${groups.map((k) => k.nama).join(' atau ')}; ${own!.nama} disusun tiap satuan kerja dari rencananya.`,
      { field: 'kelompok', rule: 'PK-01' },
    )
  const faults = [...checkCells(line, 'target'), ...checkAggregation(line, kamus, 'target'), ...checkScale(line, kamus, 'target')]
  if (!faults.length) return undefined
  const also = faults.map((f) => ({ field: 'target', detail: f.penjelasan, rule: f.aturan }))
  return refuse('DITOLAK_ATURAN', also.map((f) => f.detail).join(' '), { field: 'target', rule: also[0]!.rule, also })
}

const KATA: Readonly<Record<string, string>> = {
  kelompok: 'kelompok',
  uraian: 'sasaran',
  nama: 'nama indikator',
  sumberData: 'sumber data',
  pengukuran: 'pengukuran',
  satuan: 'satuan',
  TW1: 'target triwulan I',
  TW2: 'target triwulan II',
  TW3: 'target triwulan III',
  TW4: 'target triwulan IV',
  TAHUNAN: 'target tahunan',
}

/** A draft has what is issued for it, as it is issued now (PK-14). */
export function checkBersama({ sasaran }: Naskah, items: readonly Butir[], bentuk: Bentuk | undefined): TemuanPk[] {
  const lines = sasaran.flatMap(({ uraian, kelompok, nomor, indikator }) =>
    indikator.map((i, at) => ({ ...i, uraian, kelompok, letak: `sasaran ${nomor}, indikator ${i.nomor ?? at + 1}` })),
  )
  return receptionOf(lines, items).flatMap(({ butir, keadaan, indikator, beda }): TemuanPk[] => {
    const letak = lines.find((l) => l.bersama === butir.id)?.letak ?? namaKelompok(bentuk, butir.kelompok)
    const mends = keadaan !== 'DITARIK' && { butir: { id: butir.id, version: butir.version } }
    const see = (penjelasan: string) => [{ ...finding('PK-14', 'rule', 'sedang', letak, penjelasan), indikator, ...mends }]
    if (keadaan === 'BELUM')
      return see(
        `"${butir.nama}" diterbitkan ${butir.namaPemilik} untuk satuan kerja ini, tetapi belum ada dalam draf. Terima butir itu.`,
      )
    if (keadaan === 'BERUBAH') {
      const what = beda.map((b) => KATA[b.bidang]).join(', ')
      return see(`${butir.namaPemilik} mengubah butir ini sesudah diterima${what ? ` (${what})` : ''}. Terima perubahannya.`)
    }
    if (keadaan === 'DITARIK')
      return see(`${butir.namaPemilik} menarik butir ini: ${butir.alasan} Hapus barisnya, atau susun sebagai milik sendiri.`)
    return []
  })
}
