// Whether an office's year comes down whole: plan → agreement → action plan → output with its quarter and person, and the
// contributions of other offices (PermenPANRB 89/2021; Instruksi Sekda 4/2024). Pure. Each gap leads to where it is mended.
import type { Temuan } from '../periksa/temuan.ts'

export const BAGIAN = ['RENCANA', 'PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'OUTPUT', 'CROSSCUTTING'] as const
export type BagianPenjenjangan = (typeof BAGIAN)[number]

export type Celah = {
  readonly bagian: BagianPenjenjangan
  readonly berat: Temuan['berat']
  /** Where it is, in words: `Sasaran 1, IKM`. */
  readonly letak: string
  readonly kalimat: string
  /** The page on which it is mended, at its line. */
  readonly ke: string
}

export type BahanPenjenjangan = {
  readonly unit: string
  readonly tahun: number
  readonly simpul: readonly {
    readonly kode: string
    readonly jenis: string
    readonly pernyataan: string
    readonly indikator: readonly string[]
  }[]
  /** The agreement in force, or else the newest draft; null where there is none. */
  readonly pk: {
    readonly versi: number
    readonly indikator: readonly {
      readonly id: string
      readonly sasaran: string
      readonly kode: string | null
      readonly nama: string
    }[]
  } | null
  readonly ra: {
    readonly versi: number
    readonly indikator: readonly {
      readonly id: string
      /** The line of that agreement it acts for; null where it has none (any more). */
      readonly pk: string | null
      readonly nama: string | null
      readonly ra: readonly {
        readonly id: string
        readonly kode: string | null
        readonly output: readonly {
          readonly id: string
          readonly kode: string | null
          readonly uraian: string
          readonly triwulan: string | null
          readonly penanggungJawab: readonly string[]
        }[]
      }[]
    }[]
  } | null
  readonly crosscutting: readonly {
    readonly kodeSimpul: string
    readonly unitSimpul: string
    readonly namaUnitSimpul: string
    readonly unit: string
    readonly namaUnit: string
    readonly kontribusi: string
    readonly status: string
    readonly alasan: string | null
  }[]
}

const enc = encodeURIComponent
/** Results that an office promises by its agreement, as far as its plan has indicators for them. */
const DIJANJIKAN: readonly string[] = ['TUJUAN', 'SASARAN']

export function findGaps(bahan: BahanPenjenjangan): Celah[] {
  return [...planGaps(bahan), ...agreementGaps(bahan), ...actionGaps(bahan), ...outputGaps(bahan), ...contributionGaps(bahan)]
}

const at = ({ unit, tahun }: BahanPenjenjangan) => `${unit}/${tahun}`
const toNode = (bahan: BahanPenjenjangan, kode: string) => `/pohon/${at(bahan)}?simpul=${enc(kode)}`
const toPk = (bahan: BahanPenjenjangan, baris: string, bidang: string) =>
  `/perjanjian-kinerja/${at(bahan)}?versi=${bahan.pk?.versi}&baris=${baris}&bidang=${bidang}`
const toRa = (bahan: BahanPenjenjangan, baris: string, bidang: string) =>
  `/rencana-aksi/${at(bahan)}?versi=${bahan.ra?.versi}&baris=${baris}&bidang=${bidang}`

/** What the plan promises and the agreement does not take up. */
function planGaps(bahan: BahanPenjenjangan): Celah[] {
  const { simpul, pk, tahun } = bahan
  if (!simpul.length)
    return [
      {
        bagian: 'RENCANA',
        berat: 'tinggi',
        letak: `Rencana ${tahun}`,
        kalimat: `Belum ada pohon kinerja yang berlaku pada ${tahun}; indikator Perjanjian Kinerja tidak dapat ditelusuri ke rencana. Susun pohonnya.`,
        ke: `/pohon/${at(bahan)}`,
      },
    ]
  const agreed = new Set(pk?.indikator.map((i) => i.kode))
  return simpul
    .filter((s) => DIJANJIKAN.includes(s.jenis))
    .flatMap((s) =>
      s.indikator
        .filter((kode) => pk && !agreed.has(kode))
        .map((kode) => ({
          bagian: 'RENCANA' as const,
          berat: 'sedang' as const,
          letak: `Simpul ${s.kode}, ${kode}`,
          kalimat: `Indikator ${kode} dari "${s.pernyataan}" tidak dijanjikan dalam Perjanjian Kinerja ${tahun}. Masukkan ke perjanjian, atau lepaskan dari simpulnya.`,
          ke: toNode(bahan, s.kode),
        })),
    )
}

/** Every indicator of the agreement traces to the plan. */
function agreementGaps(bahan: BahanPenjenjangan): Celah[] {
  const { pk, simpul, tahun } = bahan
  if (!pk)
    return [
      {
        bagian: 'PERJANJIAN_KINERJA',
        berat: 'tinggi',
        letak: `Perjanjian Kinerja ${tahun}`,
        kalimat: `Belum ada Perjanjian Kinerja ${tahun}. Susun perjanjiannya dari rencana.`,
        ke: `/perjanjian-kinerja/${at(bahan)}`,
      },
    ]
  const planned = new Set(simpul.flatMap((s) => s.indikator))
  const sasaran = simpul.find((s) => s.jenis === 'SASARAN') ?? simpul[0]
  return pk.indikator
    .filter((i) => i.kode === null || (simpul.length > 0 && !planned.has(i.kode)))
    .map((i) => ({
      bagian: 'PERJANJIAN_KINERJA',
      berat: i.kode === null ? 'tinggi' : 'sedang',
      letak: `${i.sasaran}, ${i.nama || 'indikator tanpa nama'}`,
      kalimat:
        i.kode === null
          ? 'Indikator ini belum dihubungkan dengan kamus, sehingga tidak dapat ditelusuri ke rencana. Pilih kodenya.'
          : `Indikator ${i.kode} tidak ada pada satu simpul pun dalam pohon kinerja ${tahun}. Tautkan ke simpul yang dijalankannya, atau ke simpul baru.`,
      // Nobody knows yet which node it belongs to: the sasaran is opened, and from it the way goes down.
      ke: i.kode === null ? toPk(bahan, i.id, 'kode') : toNode(bahan, sasaran?.kode ?? ''),
    }))
}

/** Every indicator of the agreement has its action, and every action its indicator. */
function actionGaps(bahan: BahanPenjenjangan): Celah[] {
  const { pk, ra, tahun } = bahan
  if (!pk) return []
  if (!ra)
    return [
      {
        bagian: 'RENCANA_AKSI',
        berat: 'tinggi',
        letak: `Rencana Aksi ${tahun}`,
        kalimat: `Belum ada Rencana Aksi ${tahun}; setiap indikator memerlukannya (Instruksi Sekda 4/2024).`,
        ke: `/rencana-aksi/${at(bahan)}`,
      },
    ]
  const lines = new Set(pk.indikator.map((i) => i.id))
  const acted = new Set(ra.indikator.filter((i) => i.ra.length).map((i) => i.pk))
  const bare = pk.indikator.filter((i) => !acted.has(i.id))
  const orphans = ra.indikator.filter((i) => i.pk === null || !lines.has(i.pk))
  return [
    ...bare.map((i): Celah => {
      const row = ra.indikator.find((one) => one.pk === i.id)
      return {
        bagian: 'RENCANA_AKSI',
        berat: 'tinggi',
        letak: `${i.sasaran}, ${i.nama}`,
        kalimat: 'Indikator ini belum punya rencana aksi; setiap indikator kinerja utama wajib punya (Instruksi Sekda 4/2024).',
        ke: row ? toRa(bahan, row.id, 'uraian') : `/rencana-aksi/${at(bahan)}?versi=${ra.versi}`,
      }
    }),
    ...orphans.map(
      (i): Celah => ({
        bagian: 'RENCANA_AKSI',
        berat: 'tinggi',
        letak: i.nama ?? 'Indikator tanpa nama',
        kalimat: `Rencana aksi ini tidak bertumpu pada satu indikator pun dalam Perjanjian Kinerja ${tahun}. Pindahkan atau hapus rencana aksinya.`,
        ke: toRa(bahan, i.id, 'uraian'),
      }),
    ),
  ]
}

/** Every output has its quarter and its person. */
function outputGaps(bahan: BahanPenjenjangan): Celah[] {
  return (bahan.ra?.indikator ?? []).flatMap((i) =>
    i.ra.flatMap((a): Celah[] => {
      const place = (kode: string | null) => `${i.nama ?? 'Indikator tanpa nama'}, ${kode ?? 'tanpa kode'}`
      if (!a.output.length)
        return [
          {
            bagian: 'OUTPUT',
            berat: 'tinggi',
            letak: place(a.kode),
            kalimat: 'Rencana aksi ini belum menghasilkan satu output pun.',
            ke: toRa(bahan, a.id, 'uraian'),
          },
        ]
      return a.output.flatMap((o): Celah[] => {
        const lacks = [
          ...(o.triwulan ? [] : [['triwulan', 'triwulan'] as const]),
          ...(o.penanggungJawab.length ? [] : [['penanggungJawab', 'penanggung jawab'] as const]),
        ]
        return lacks.map(([bidang, word]) => ({
          bagian: 'OUTPUT',
          berat: 'tinggi',
          letak: place(o.kode),
          kalimat: `Output "${o.uraian}" belum punya ${word}.`,
          ke: toRa(bahan, o.id, bidang),
        }))
      })
    }),
  )
}

/** What other offices were asked, and what they ask: until it is accepted, the result rests on nobody. */
function contributionGaps(bahan: BahanPenjenjangan): Celah[] {
  const { unit, tahun, crosscutting } = bahan
  return crosscutting.flatMap((c): Celah[] => {
    const [own, asked] = [c.unitSimpul === unit, c.unit === unit]
    const ke = own ? toNode(bahan, c.kodeSimpul) : `/pohon/${unit}/${tahun}?diminta=${enc(c.kodeSimpul)}`
    const letak = own ? `Simpul ${c.kodeSimpul}, ${c.namaUnit}` : `${c.namaUnitSimpul}, simpul ${c.kodeSimpul}`
    const gap = (berat: Celah['berat'], kalimat: string): Celah[] => [{ bagian: 'CROSSCUTTING', berat, letak, kalimat, ke }]
    if (c.status === 'DIUSULKAN' && asked)
      return gap('tinggi', `${c.namaUnitSimpul} meminta kontribusi: "${c.kontribusi}". Terima, atau tolak dengan alasannya.`)
    if (!own) return []
    if (c.status === 'DIUSULKAN') return gap('sedang', `${c.namaUnit} belum menjawab permintaan kontribusi "${c.kontribusi}".`)
    if (c.status === 'DITOLAK')
      return gap(
        'tinggi',
        `${c.namaUnit} menolak kontribusi "${c.kontribusi}"${c.alasan ? `: ${c.alasan}` : ''}. Ubah permintaannya, minta kepada yang lain, atau tarik.`,
      )
    return []
  })
}
