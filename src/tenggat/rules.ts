// Facts → deadlines: the pack says from what each is counted, here it becomes a day, and how far off that is.
import { batasPengisian } from '../peraturan/dki-jakarta/batas-pengisian.ts'
import { DEKAT_HARI, TENGGAT, type Tenggat } from '../peraturan/dki-jakarta/tenggat.ts'
import { type Day, daysOf, daysUntil, monthsAfter, type Period } from '../platform/kernel/time.ts'
import type { Fakta, KeadaanTenggat, TenggatHari } from './tenggat.ts'

const QUARTERS = ['TW1', 'TW2', 'TW3', 'TW4']
const MONTHS = Array.from({ length: 12 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`)
const DONE = new Set(['DITETAPKAN', 'DIPUBLIKASI'])

type Due = { readonly periode: Period; readonly hari: Day | null }

/** The days of one row of the pack in one year of the cycle. */
function daysFor({ jatuh }: Tenggat, { tahun, dpaDitetapkan, periode }: Fakta): Due[] {
  const year = String(tahun)
  const quarters = QUARTERS.map((q) => `${year}-${q}`)
  switch (jatuh.jenis) {
    case 'DPA':
      return [{ periode: year, hari: dpaDitetapkan && monthsAfter(dpaDitetapkan, jatuh.bulan) }]
    case 'AKHIR_TAHUN':
      return [{ periode: year, hari: monthsAfter(`${year}-12-31`, jatuh.bulan) }]
    case 'PENGISIAN':
      return quarters.map((q) => ({
        periode: q,
        hari: periode.find((p) => p.periode === q)?.batas ?? batasPengisian(daysOf(q).sampai),
      }))
    case 'SESUDAH_TRIWULAN':
      return quarters.map((q) => ({ periode: q, hari: `${monthsAfter(daysOf(q).dari, 3).slice(0, 7)}-${two(jatuh.hari)}` }))
    case 'AKHIR_TRIWULAN':
      return quarters.map((q) => ({ periode: q, hari: daysOf(q).sampai }))
    case 'AKHIR_BULAN':
      return MONTHS.map((m) => ({ periode: `${year}-${m}`, hari: daysOf(`${year}-${m}`).sampai }))
    case 'TANGGAL':
      return jatuh.tanggal.map((monthAndDay) => ({ periode: year, hari: `${year}-${monthAndDay}` }))
  }
}
/** Until when an agreement is final whose DPA was ratified on a day, as the pack says. */
export function dueAfterDpa(disahkan: Day): Day {
  const row = TENGGAT.find((t) => t.kode === 'PK')!
  return monthsAfter(disahkan, row.jatuh.jenis === 'DPA' ? row.jatuh.bulan : 1)
}
const two = (n: number) => String(n).padStart(2, '0')

/** Whether it is done, as far as the program can know; undefined where it cannot. */
function doneOf(kode: string, periode: Period, { naskah, periode: known, belum }: Fakta): boolean | undefined {
  if (kode === 'PK' || kode === 'RA') return DONE.has(naskah[kode]?.status ?? '')
  if (kode !== 'PENGISIAN') return undefined
  const status = known.find((p) => p.periode === periode)?.status
  if (status === 'TERKUNCI') return true
  return status === 'TERBUKA' ? (belum.get(periode) ?? 0) === 0 : undefined
}

const PAGE: Readonly<Record<string, (unit: string, tahun: string) => string>> = {
  PK: (unit, tahun) => `/perjanjian-kinerja/${unit}/${tahun}`,
  RA: (unit, tahun) => `/rencana-aksi/${unit}/${tahun}`,
  PENGISIAN: (unit, tahun) => `/pengukuran/${unit}/${tahun}`,
}
function pageOf(kode: string, unit: string, periode: Period): string | null {
  const page = PAGE[kode]?.(unit, periode.slice(0, 4)) ?? null
  return page && kode === 'PENGISIAN' ? `${page}?triwulan=${periode.slice(5)}` : page
}

export function keadaanOf(hari: Day | null, today: Day, done: boolean | undefined): KeadaanTenggat {
  if (done) return 'SELESAI'
  if (hari === null) return 'BELUM_TERCATAT'
  const left = daysUntil(today, hari)
  if (left < 0) return 'LEWAT'
  return left === 0 ? 'HARI_INI' : left <= DEKAT_HARI ? 'DEKAT' : 'AKAN_DATANG'
}

/** Every deadline of one year of the cycle, or those of one kind, in the order of the days; what has no day yet stands first. */
export function tenggatOf(fakta: Fakta, kode?: string): TenggatHari[] {
  const inForce = ({ berlaku }: Tenggat) =>
    berlaku.dari <= `${fakta.tahun}-12-31` && (berlaku.sampai === null || berlaku.sampai >= `${fakta.tahun}-01-01`)
  const found = TENGGAT.filter((t) => t.milik === fakta.milik && (kode === undefined || t.kode === kode) && inForce(t)).flatMap(
    (t) => daysFor(t, fakta).map((due): TenggatHari => dated(t, due, fakta)),
  )
  return found.sort((a, b) => ((a.hari ?? '') < (b.hari ?? '') ? -1 : (a.hari ?? '') > (b.hari ?? '') ? 1 : 0))
}

function dated(t: Tenggat, { periode, hari }: Due, fakta: Fakta): TenggatHari {
  const { kode, nama, waktu, dasar, jatuh, peran, pengingat } = t
  const done = doneOf(kode, periode, fakta)
  const keadaan = keadaanOf(hari, fakta.today, done)
  const naskah = kode === 'PK' || kode === 'RA' ? fakta.naskah[kode] : null
  return {
    kode,
    nama,
    waktu,
    dasar,
    jatuh: jatuh.jenis,
    periode,
    hari,
    sisa: hari === null ? null : daysUntil(fakta.today, hari),
    keadaan,
    terlambat: keadaan === 'LEWAT' && done === false,
    belum: kode === 'PENGISIAN' && done !== undefined ? (fakta.belum.get(periode) ?? 0) : null,
    selesaiPada: (done && naskah?.tanggal) || null,
    peran,
    pengingat,
    ke: pageOf(kode, fakta.unit, periode),
  }
}

/**
 * What somebody is reminded of today: of what is not done, the last day of reminding that has come. A day on which the program
 * did not run is made up for; no deadline is reminded of twice for the same of its days.
 */
export function pengingatOf(tenggat: readonly TenggatHari[]): (TenggatHari & { readonly hari: Day; readonly mulai: number })[] {
  return tenggat.flatMap((t) => {
    const { hari, sisa, keadaan } = t
    if (hari === null || sisa === null || sisa < 0 || keadaan === 'SELESAI') return []
    const mulai = t.pengingat.filter((days) => days >= sisa).sort((a, b) => a - b)[0]
    return mulai === undefined ? [] : [{ ...t, hari, mulai }]
  })
}

/** The deadlines of two years of the cycle that fall in one year of the calendar; those without a day in the year they are about. */
export function inCalendarYear(tahun: number, tenggat: readonly TenggatHari[]): TenggatHari[] {
  return tenggat.filter((t) => (t.hari ?? t.periode).startsWith(`${tahun}`))
}
