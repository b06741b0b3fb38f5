// What is due for a person, decided from what the rooms hold: state × role → task. Late ones first, then by deadline.
// The steps come from the rooms' own workflow tables, who holds them from the permission table, deadlines from the periods.
import { type Peran, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import type { Day, Period } from '../platform/kernel/time.ts'
import { PERAN_KOORDINATOR } from '../unit-kerja/unit-kerja.ts'

/** In the order in which tasks of the same deadline stand. */
export const JENIS_TUGAS = [
  'perbaiki',
  'isi',
  'ajukan',
  'validasi',
  'verifikasi',
  'kunci',
  'periode-kunci',
  'periode-buka',
  'pk-perbaiki',
  'pk-langkah',
  'pk-susun',
  'ra-perbaiki',
  'ra-langkah',
  'ra-susun',
  'forum-pimpin',
  'forum-saran',
  'forum-jawab',
  'forum-usulan',
  'koordinator',
  'sandi',
] as const
export type JenisTugas = (typeof JENIS_TUGAS)[number]

export type Tugas = {
  readonly jenis: JenisTugas
  /** How many of the same stand behind this one line: indicators, agreements, findings, accounts. */
  readonly jumlah: number
  /** In how many offices. */
  readonly kantor: number
  /** The office, where it is one. */
  readonly unit: { readonly kode: string; readonly nama: string } | null
  readonly indikator: string | null
  readonly periode: Period | null
  readonly batas: Day | null
  readonly terlambat: boolean
  /** The role it waits for; null where it is for the person who asks. */
  readonly menunggu: string | null
  /** What the button of the step says, where a workflow names it. */
  readonly langkah: string | null
  /** Why it came back. */
  readonly catatan: string | null
  /** The one page on which it is done. */
  readonly ke: string
}

export type Role = { readonly peran: string; readonly unit: string }
export type PeriodeTugas = { readonly periode: Period; readonly status: string; readonly batas: Day | null }
/** Measurements of one quarter in one state: how many, in how many offices, and the first of them. */
export type Queue = {
  readonly periode: Period
  readonly keadaan: 'KOSONG' | 'DRAF' | 'DIAJUKAN' | 'DIVALIDASI_ATASAN' | 'TERVERIFIKASI'
  /** Who verifies it: the owner of the data; null where it is the Inspektorat. */
  readonly pemilik: string | null
  readonly jumlah: number
  readonly kantor: number
  /** Offices that still have something missing or in draft in this quarter, whatever their other states. */
  readonly belumSelesai: number
  readonly unit: string
  readonly nama: string
  readonly kode: string
}
export type Returned = {
  readonly unit: string
  readonly nama: string
  readonly kode: string
  readonly periode: Period
  readonly catatan: string
}
/** Agreements or action plans on their way; `temuan` is counted for drafts of one's own office. */
export type Naskah = {
  readonly unit: string
  readonly nama: string
  readonly tahun: number
  readonly status: string
  readonly alasanRevisi: string | null
  readonly jumlah: number
  readonly temuan?: number
  /** Of offices that another than who asks coordinates. */
  readonly lain?: boolean
}
export type StepPengukuran = { readonly act: string; readonly dari: string; readonly wewenang: string }
/** A step of an agreement or a plan. */
export type StepNaskah = {
  readonly dari: string
  readonly ke: string
  readonly act: string
  readonly peran: readonly string[]
  readonly label: string
  readonly hanyaRevisi?: readonly string[]
  readonly lewat?: string
}
/** A forum that is not ended, or has advice that nobody has answered. */
export type ForumTugas = {
  readonly id: string
  readonly jenis: 'PENYUSUNAN' | 'TRIWULANAN'
  readonly unit: string
  readonly nama: string
  readonly periode: Period
  readonly status: string
  readonly tanggal: Day
  /** Roles that have advised, or said that they have nothing to. */
  readonly sudah: readonly string[]
  /** Papers that are not decided, and advice that is not answered. */
  readonly belumDiputus: number
  readonly belumDijawab: number
}

export type Bahan = {
  readonly today: Day
  readonly peran: readonly Role[]
  readonly langkah: {
    readonly pengukuran: readonly StepPengukuran[]
    readonly pk: readonly StepNaskah[]
    readonly ra: readonly StepNaskah[]
    readonly forum: Readonly<Record<ForumTugas['jenis'], readonly StepNaskah[]>>
  }
  readonly forum: readonly ForumTugas[]
  /** Proposed changes of plans that no forum has taken up. */
  readonly usulan: number
  readonly periode: readonly PeriodeTugas[]
  readonly belumDibuka: readonly Period[]
  /** Until when agreement and plan of an office are due, by `unit tahun`; without it the day of its DPA is not recorded. */
  readonly batasNaskah?: ReadonlyMap<string, Day>
  readonly kantor: {
    readonly antrean: readonly Queue[]
    readonly dikembalikan: readonly Returned[]
    readonly pk: readonly Naskah[]
    readonly ra: readonly Naskah[]
    /** Offices whose agreement or plan of this year nobody has begun. */
    readonly tanpaPk: readonly { readonly unit: string; readonly nama: string }[]
    readonly tanpaRa: readonly { readonly unit: string; readonly nama: string }[]
  }
  /** Of every office, for who acts for the whole province. */
  readonly provinsi: { readonly antrean: readonly Queue[]; readonly pk: readonly Naskah[]; readonly ra: readonly Naskah[] }
  /** Offices that coordinate others and have nobody. */
  readonly koordinatorKosong: number
  readonly sandiSekaliPakai: number
  /** Offices that another than who asks coordinates. */
  readonly dikoordinasiLain?: ReadonlySet<string>
}

const MORE_THAN_THESE_ARE_GROUPED = 3
const FIRST: Readonly<Partial<Record<string, Peran>>> = {
  'pengukuran.isi': 'PENYUSUN',
  'pengukuran.validasi': 'KEPALA_PD',
  'pengukuran.kunci': 'BAPPEDA',
}

/** Everything that waits for the person, and what of the person's offices waits for others. */
export function tugasOf(b: Bahan): { isi: Tugas[]; menunggu: Tugas[] } {
  const papers = [...fromPapers(b, 'pk'), ...fromPapers(b, 'ra'), ...fromForums(b)]
  const all = [...fromMeasurements(b), ...fromPeriods(b), ...papers, ...fromAdministration(b)].sort(inOrder)
  return { isi: all.filter((t) => t.menunggu === null), menunggu: all.filter((t) => t.menunggu !== null) }
}

function inOrder(a: Tugas, b: Tugas): number {
  if (a.terlambat !== b.terlambat) return a.terlambat ? -1 : 1
  const [x, y] = [a.batas ?? '9999', b.batas ?? '9999']
  if (x !== y) return x < y ? -1 : 1
  const kind = JENIS_TUGAS.indexOf(a.jenis) - JENIS_TUGAS.indexOf(b.jenis)
  return kind || (`${a.periode} ${a.ke}` < `${b.periode} ${b.ke}` ? -1 : 1)
}

const EMPTY = { kantor: 1, unit: null, indikator: null, periode: null, menunggu: null, langkah: null, catatan: null }

function dated(b: Bahan, periode: Period): Pick<Tugas, 'periode' | 'batas' | 'terlambat'> {
  const batas = b.periode.find((p) => p.periode === periode)?.batas ?? null
  return { periode, batas, terlambat: batas !== null && batas < b.today }
}

export function measurementPage({ unit, kode, periode }: { unit: string; kode: string; periode: Period }): string {
  return `/pengukuran/${unit}/${periode.slice(0, 4)}/${kode}?triwulan=${periode.slice(5)}`
}

const fromQueue = (b: Bahan, a: Queue, jenis: JenisTugas, menunggu: string | null): Tugas => ({
  ...EMPTY,
  ...dated(b, a.periode),
  jenis,
  jumlah: a.jumlah,
  kantor: a.kantor,
  unit: a.kantor === 1 ? { kode: a.unit, nama: a.nama } : null,
  indikator: a.jumlah === 1 ? a.kode : null,
  menunggu,
  ke: measurementPage(a),
})

const ACT: Readonly<Record<Queue['keadaan'], string>> = {
  KOSONG: 'isi',
  DRAF: 'ajukan',
  DIAJUKAN: 'validasi',
  DIVALIDASI_ATASAN: 'verifikasi',
  TERVERIFIKASI: 'kunci',
}

/** The owner that the dictionary names verifies; where it names none, the Inspektorat (pengukuran, notTheOwner). */
function verifies({ peran, unit }: Role, pemilik: string | null): boolean {
  if (peran === 'INSPEKTUR') return pemilik === null || unit === pemilik
  return peran === 'PEMILIK_DATA' && unit === pemilik
}

function fromMeasurements(b: Bahan): Tugas[] {
  const permission = (act: string) => (act === 'isi' ? 'pengukuran.isi' : b.langkah.pengukuran.find((l) => l.act === act)!.wewenang)
  const holds = (peran: string) => b.peran.some((r) => r.peran === peran)
  const own = b.kantor.antrean.map((a): Tugas => {
    const act = ACT[a.keadaan]
    const whose = FIRST[permission(act)] ?? (a.pemilik === null ? 'INSPEKTUR' : 'PEMILIK_DATA')
    const mine = act === 'verifikasi' ? b.peran.some((r) => verifies(r, a.pemilik)) : holds(whose)
    return fromQueue(b, a, act as JenisTugas, mine ? null : whose)
  })
  const forAll = b.provinsi.antrean.flatMap((a): Tugas[] => {
    const act = ACT[a.keadaan]
    const mine =
      act === 'verifikasi' ? b.peran.some((r) => verifies(r, a.pemilik)) : act === 'kunci' && mayForAll(b.peran, permission(act))
    return mine ? [fromQueue(b, a, act as JenisTugas, null)] : []
  })
  // What an office has to do in its own house is not said twice where the person also acts for the province.
  const others = own.filter((t) => !forAll.some((f) => f.jenis === t.jenis && f.periode === t.periode))
  return [...returned(b, holds('PENYUSUN') ? null : 'PENYUSUN'), ...others, ...forAll]
}

function returned(b: Bahan, menunggu: string | null): Tugas[] {
  const one = (d: Returned, jumlah: number): Tugas => ({
    ...EMPTY,
    ...dated(b, d.periode),
    jenis: 'perbaiki',
    jumlah,
    unit: { kode: d.unit, nama: d.nama },
    indikator: jumlah === 1 ? d.kode : null,
    catatan: jumlah === 1 ? d.catatan : null,
    menunggu,
    ke: measurementPage(d),
  })
  return [...Map.groupBy(b.kantor.dikembalikan, (d) => `${d.unit} ${d.periode}`).values()].flatMap((list) =>
    list.length > MORE_THAN_THESE_ARE_GROUPED ? [one(list[0]!, list.length)] : list.map((d) => one(d, 1)),
  )
}

const mayForAll = (held: readonly Role[], act: string) =>
  WEWENANG.some((w) => w.act === act && w.lingkup === 'SEMUA' && held.some((r) => r.peran === w.peran))

/** Who locks also opens, and sees how many offices are behind. */
function fromPeriods(b: Bahan): Tugas[] {
  if (!mayForAll(b.peran, 'pengukuran.kunci')) return []
  const open: Tugas[] = b.belumDibuka.length
    ? [
        {
          ...EMPTY,
          jenis: 'periode-buka',
          jumlah: b.belumDibuka.length,
          periode: b.belumDibuka[0]!,
          batas: null,
          terlambat: false,
          ke: '/administrasi/periode',
        },
      ]
    : []
  const past = b.periode.filter((p) => p.status === 'TERBUKA' && p.batas !== null && p.batas < b.today)
  return [
    ...open,
    ...past.map(({ periode }): Tugas => {
      const kantor = b.provinsi.antrean.find((a) => a.periode === periode)?.belumSelesai ?? 0
      return {
        ...EMPTY,
        ...dated(b, periode),
        jenis: 'periode-kunci',
        jumlah: kantor,
        kantor,
        ke: '/administrasi/periode',
      }
    }),
  ]
}

const BACKWARD = new Set(['kembalikan', 'tolak', 'tarik', 'ganti', 'ganti-pemegang', 'publikasi'])
const OFFICE_ROLES: ReadonlySet<string> = new Set(
  WEWENANG.filter((w) => w.act === 'perjanjian-kinerja.lihat-draf' && w.lingkup === 'SENDIRI').map((w) => w.peran),
)

const COORDINATORS: ReadonlySet<string> = new Set(PERAN_KOORDINATOR)

const stepsOf = (table: readonly StepNaskah[], n: Naskah) =>
  table.filter(
    (s) =>
      s.dari === n.status &&
      !BACKWARD.has(s.act) &&
      (!s.hanyaRevisi || (n.alasanRevisi !== null && s.hanyaRevisi.includes(n.alasanRevisi))),
  )

/** What is done within a forum is a task of the forum, not of each of its papers. */
const inForum = (s: StepNaskah) => s.lewat !== undefined && s.dari === 'FORUM'

/** A month after the DPA was ratified (S4:56). Many together, and a revision, have no one day. */
function dueOf(b: Bahan, { unit, tahun, jumlah, alasanRevisi }: Naskah): Pick<Tugas, 'batas' | 'terlambat'> {
  const batas = (jumlah === 1 && alasanRevisi === null && b.batasNaskah?.get(`${unit} ${tahun}`)) || null
  return { batas, terlambat: batas !== null && batas < b.today }
}

const onPaper = (b: Bahan, n: Naskah, root: string, more: Pick<Tugas, 'jenis' | 'menunggu'> & Partial<Tugas>): Tugas => ({
  ...EMPTY,
  jumlah: n.jumlah,
  kantor: n.jumlah,
  unit: n.jumlah === 1 ? { kode: n.unit, nama: n.nama } : null,
  periode: String(n.tahun),
  ...dueOf(b, n),
  ke: `${root}/${n.unit}/${n.tahun}`,
  ...more,
})
const ROOT = { pk: '/perjanjian-kinerja', ra: '/rencana-aksi' } as const

/** Agreements, or action plans: a draft has findings, everything else waits for a step of its workflow table. */
function fromPapers(b: Bahan, kind: 'pk' | 'ra'): Tugas[] {
  const root = ROOT[kind]
  const table = b.langkah[kind]
  const step = (n: Naskah, menunggu: string | null, { label, act }: Pick<StepNaskah, 'label' | 'act'>) => {
    // Many papers are signed on one page.
    const together = menunggu === null && act === 'tanda-tangan' && n.jumlah > 1 ? { ke: '/tanda-tangan' } : {}
    return onPaper(b, n, root, { jenis: `${kind}-langkah`, menunggu, langkah: label, ...together })
  }
  const own = b.kantor[kind].flatMap((n): Tugas[] => {
    if (n.status === 'DRAFT' && n.temuan)
      return [onPaper(b, n, root, { jenis: `${kind}-perbaiki`, menunggu: null, jumlah: n.temuan, kantor: 1 })]
    const steps = stepsOf(table, n)
    const mine = steps.find((s) => b.peran.some((r) => s.peran.includes(r.peran) && OFFICE_ROLES.has(r.peran) && r.unit === n.unit))
    if (mine) return [step(n, null, mine)]
    const next = steps.find((s) => s.ke !== s.dari)
    return next ? [step(n, next.peran[0]!, next)] : []
  })
  const forAll = b.provinsi[kind].flatMap((n): Tugas[] => {
    const steps = stepsOf(table, n).filter((s) => !inForum(s))
    const counts = (peran: string) => !OFFICE_ROLES.has(peran) && !(n.lain && COORDINATORS.has(peran))
    const mine = steps.find((s) => b.peran.some((r) => s.peran.includes(r.peran) && counts(r.peran)))
    return mine ? [step(n, null, mine)] : []
  })
  const without = kind === 'pk' ? b.kantor.tanpaPk : b.kantor.tanpaRa
  return [...own, ...forAll, ...without.map((u) => toDraft(b, u, root, `${kind}-susun`))]
}

function toDraft(b: Bahan, u: { unit: string; nama: string }, root: string, jenis: JenisTugas): Tugas {
  return onPaper(b, { ...u, tahun: Number(b.today.slice(0, 4)), status: '', alasanRevisi: null, jumlah: 1 }, root, {
    jenis,
    menunggu: null,
  })
}

/** A forum waits for its advisers until each has advised, for its leader from its day on, and for the office's answers. */
function fromForums(b: Bahan): Tugas[] {
  const holds = (...peran: readonly string[]) => b.peran.some((r) => peran.includes(r.peran))
  const one = (f: ForumTugas, jenis: JenisTugas, more: Partial<Tugas> = {}): Tugas => ({
    ...EMPTY,
    jenis,
    jumlah: 1,
    unit: { kode: f.unit, nama: f.nama },
    periode: f.periode,
    batas: f.tanggal,
    terlambat: f.tanggal < b.today,
    ke: `/forum/${f.id}`,
    ...more,
  })
  const advisers = WEWENANG.filter((w) => w.act === 'forum.saran').map((w) => w.peran as string)
  const advised = b.forum.filter(
    (f) =>
      f.jenis === 'PENYUSUNAN' &&
      (f.status === 'TERJADWAL' || f.status === 'BERLANGSUNG') &&
      f.belumDiputus > 0 &&
      b.peran.some((r) => advisers.includes(r.peran) && !f.sudah.includes(r.peran)),
  )
  const led = b.forum.flatMap((f): Tugas[] => {
    const step = b.langkah.forum[f.jenis].find((s) => s.dari === f.status)
    const due = f.status !== 'TERJADWAL' || f.tanggal <= b.today
    const led = f.jenis !== 'PENYUSUNAN' || !b.dikoordinasiLain?.has(f.unit)
    return step && due && led && holds(...step.peran) ? [one(f, 'forum-pimpin', { langkah: step.label })] : []
  })
  const asked = b.forum.filter((f) => f.belumDijawab > 0 && b.peran.some((r) => OFFICE_ROLES.has(r.peran) && r.unit === f.unit))
  const proposals: Tugas = {
    ...EMPTY,
    jenis: 'forum-usulan',
    jumlah: b.usulan,
    batas: null,
    terlambat: false,
    ke: '/forum',
  }
  const [first] = advised
  return [
    ...led,
    ...(first && advised.length > MORE_THAN_THESE_ARE_GROUPED
      ? [one(first, 'forum-saran', { jumlah: advised.length, kantor: advised.length, unit: null, ke: '/forum' })]
      : advised.map((f) => one(f, 'forum-saran'))),
    ...asked.map((f) => one(f, 'forum-jawab', { jumlah: f.belumDijawab, batas: null, terlambat: false })),
    ...(b.usulan > 0 && mayForAll(b.peran, 'forum.triwulanan') ? [proposals] : []),
  ]
}

function fromAdministration(b: Bahan): Tugas[] {
  const given = (jenis: JenisTugas, jumlah: number, act: string, ke: string): Tugas[] =>
    jumlah && mayForAll(b.peran, act) ? [{ ...EMPTY, jenis, jumlah, batas: null, terlambat: false, ke }] : []
  return [
    ...given('koordinator', b.koordinatorKosong, 'unit-kerja.kelola', '/administrasi/pejabat'),
    ...given('sandi', b.sandiSekaliPakai, 'pengguna.kelola', '/administrasi/akun'),
  ]
}

/** The quarters of which the time to fill in has come: those of this year that have ended, and in its first quarter the last one. */
export function quartersEnded(today: Day): Period[] {
  const year = Number(today.slice(0, 4))
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  return quarter === 1 ? [`${year - 1}-TW4`] : Array.from({ length: quarter - 1 }, (_, i) => `${year}-TW${i + 1}`)
}
