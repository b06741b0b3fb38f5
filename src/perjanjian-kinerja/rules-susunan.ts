// How the paper is put together: groups (PK-01), numbers (PK-02), cells (PK-03, PK-05), names (PK-11).
import type { Bentuk } from '../peraturan/dki-jakarta/bentuk.ts'
import type { Temuan } from '../periksa/temuan.ts'
import {
  finding,
  type IndikatorNaskah,
  NAMA_PERIODE,
  type Naskah,
  sameText,
  type TemuanPk,
  TRIWULAN,
} from './perjanjian-kinerja.ts'

export function checkGroups({ sasaran, bentuk: kode }: Naskah, bentuk: Bentuk | undefined): Temuan[] {
  const found: Temuan[] = []
  if (!bentuk)
    found.push(
      finding(
        'PK-01',
        'rule',
        'tinggi',
        'bentuk',
        `Bentuk ${kode} tidak ada dalam paket peraturan. Pilih bentuk tahun yang bersangkutan.`,
      ),
    )
  const wrong = new Set(sasaran.map((s) => s.kelompok).filter((k) => bentuk && !bentuk.kelompok.some((b) => b.kode === k)))
  for (const kelompok of wrong) {
    const baris = sasaran.find((s) => s.kelompok === kelompok)!.baris
    const names = bentuk!.kelompok.map((k) => k.nama).join(', ')
    found.push(
      finding(
        'PK-01',
        'rule',
        'tinggi',
        `kelompok ${kelompok}`,
        `Kelompok ${kelompok} tidak ada dalam bentuk ${kode}, yang mengenal ${names}.`,
        { baris },
      ),
    )
  }
  for (const { kode: wanted, nama } of bentuk?.kelompok ?? [])
    if (!sasaran.some((s) => s.kelompok === wanted))
      found.push(
        finding('PK-01', 'missing-value', 'tinggi', nama, `${nama} belum memuat satu sasaran pun; bentuk ${kode} mewajibkannya.`),
      )
  for (const s of sasaran)
    if (!s.indikator.length)
      found.push(
        finding(
          'PK-01',
          'missing-value',
          'tinggi',
          `sasaran ${s.nomor}`,
          `Sasaran ${s.nomor} belum punya indikator; setiap sasaran diukur paling sedikit satu indikator.`,
          { baris: s.baris },
        ),
      )
  return found
}

/** Numbers are unique and consecutive: through all groups, or within each, as the year's form says. */
export function checkNumbers({ sasaran }: Naskah, bentuk: Bentuk | undefined): Temuan[] {
  const found: Temuan[] = []
  const restarts = bentuk?.penomoran === 'PER_KELOMPOK'
  const beginsAgain = sasaran.some((s, at) => at > 0 && s.kelompok !== sasaran[at - 1]!.kelompok && s.nomor === '1')
  const groups = new Set(sasaran.map((s) => s.kelompok)).size
  if (bentuk && groups > 1 && restarts !== beginsAgain) {
    const how = restarts ? 'dimulai lagi dari 1 di setiap kelompok' : 'berlanjut melalui semua kelompok'
    found.push(
      finding(
        'PK-02',
        'numbering',
        'rendah',
        'nomor sasaran',
        `Menurut bentuk ${bentuk.kode} nomor sasaran ${how}; naskah ini menomorinya dengan cara lain.`,
      ),
    )
  }
  const seen = new Map<string, number | null>()
  let previous = 0
  let kelompok: string | undefined
  for (const s of sasaran) {
    if (beginsAgain && s.kelompok !== kelompok) {
      seen.clear()
      previous = 0
    }
    kelompok = s.kelompok
    const letak = `sasaran ${s.nomor}`
    const nomor = /^\d+$/.test(s.nomor) ? Number(s.nomor) : undefined
    if (seen.has(s.nomor)) {
      const first = seen.get(s.nomor)
      const where = first ? ` (pertama kali di baris ${first})` : ''
      found.push(
        finding(
          'PK-02',
          'numbering',
          'sedang',
          letak,
          `Nomor sasaran ${s.nomor} dipakai lebih dari sekali${where}. Setiap sasaran punya nomornya sendiri.`,
          {
            baris: s.baris,
            tercetak: s.nomor,
            seharusnya: String(previous + 1),
            terkait: first ? [first] : [],
          },
        ),
      )
      continue
    }
    if (nomor === undefined || nomor !== previous + 1)
      found.push(
        finding('PK-02', 'numbering', 'sedang', letak, `Nomor sasaran tidak berurutan: sesudah ${previous} tercetak ${s.nomor}.`, {
          baris: s.baris,
          tercetak: s.nomor,
          seharusnya: String(previous + 1),
        }),
      )
    seen.set(s.nomor, s.baris)
    previous = nomor ?? previous + 1
  }
  return found
}

/** Four quarters and the year (PK-03), not all of them N/A (PK-05). */
export function checkCells({ target, nilaiLebih, baris }: IndikatorNaskah, letak: string): Temuan[] {
  const found: Temuan[] = []
  const empty = (p: keyof typeof NAMA_PERIODE) => (target[p]?.status ?? 'KOSONG') === 'KOSONG'
  if (nilaiLebih.length)
    found.push(
      finding(
        'PK-03',
        'count',
        'tinggi',
        letak,
        `Baris ini mencetak ${5 + nilaiLebih.length} angka, seharusnya lima: empat triwulan dan satu tahunan.`,
        {
          baris: nilaiLebih[0]!.baris ?? baris,
          tercetak: `${5 + nilaiLebih.length} angka`,
          seharusnya: '5 angka',
        },
      ),
    )
  if (empty('TAHUNAN'))
    found.push(
      finding(
        'PK-03',
        'missing-value',
        'tinggi',
        `${letak}, tahunan`,
        'Target tahunan belum diisi; setiap indikator punya satu target setahun.',
        { baris },
      ),
    )
  const missing = TRIWULAN.filter(empty)
  if (missing.length)
    found.push(
      finding(
        'PK-03',
        'missing-value',
        'tinggi',
        letak,
        `Target ${missing.map((p) => NAMA_PERIODE[p]).join(', ')} belum diisi. Triwulan yang tidak ditargetkan ditulis N/A.`,
        { baris },
      ),
    )
  if (TRIWULAN.every((p) => target[p]?.status === 'TIDAK_DITARGETKAN'))
    found.push(
      finding(
        'PK-05',
        'rule',
        'tinggi',
        letak,
        'Keempat triwulan N/A, sehingga target tahunan tidak pernah jatuh tempo. Isi paling sedikit satu triwulan, biasanya triwulan IV.',
        {
          baris,
          tercetak: 'N/A, N/A, N/A, N/A',
        },
      ),
    )
  return found
}

/** A paper whose quarters are not printed at all is one finding, not one a row. */
export function gatherMissing(found: readonly TemuanPk[]): TemuanPk[] {
  const missing = found.filter((t) => t.aturan === 'PK-03' && t.jenis === 'missing-value' && !t.letak.endsWith('tahunan'))
  if (missing.length < 3) return [...found]
  const [first, ...others] = missing.map((t) => t.baris).filter((b) => b !== null)
  const detail = `Target triwulan ${missing.length} indikator tidak tercetak lengkap. Bentuk Perjanjian Kinerja memuat empat triwulan untuk setiap indikator.`
  const one = finding('PK-03', 'missing-value', 'tinggi', `${missing.length} indikator, triwulan`, detail, {
    baris: first ?? null,
    terkait: others,
  })
  return [...found.filter((t) => !missing.includes(t)), { ...one, indikator: null }]
}

/** Every line has its text, and no two indicators the same name (PK-11). */
export function checkNames({ sasaran }: Naskah): TemuanPk[] {
  const found: TemuanPk[] = []
  const seen = new Map<string, { letak: string; baris: number | null }>()
  for (const s of sasaran) {
    if (!s.uraian)
      found.push({
        ...finding('PK-01', 'missing-value', 'tinggi', `sasaran ${s.nomor}`, 'Uraian sasaran belum diisi.'),
        indikator: null,
      })
    s.indikator.forEach((i, at) => {
      const letak = `sasaran ${s.nomor}, indikator ${i.nomor ?? at + 1}`
      const indikator = i.id ?? null
      if (!i.nama) {
        found.push({ ...finding('PK-10', 'missing-value', 'tinggi', letak, 'Nama indikator belum diisi.'), indikator })
        return
      }
      const first = seen.get(sameText(i.nama))
      if (first)
        found.push({
          ...finding(
            'PK-11',
            'copy-paste',
            'sedang',
            letak,
            `Nama indikator sama dengan ${first.letak}. Bedakan namanya, supaya target dan realisasinya tidak tertukar.`,
            {
              baris: i.baris,
              tercetak: i.nama,
              terkait: first.baris === null ? [] : [first.baris],
            },
          ),
          indikator,
        })
      else seen.set(sameText(i.nama), { letak, baris: i.baris })
    })
  }
  return found
}
