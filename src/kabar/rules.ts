// A line of the ledger → who is told what. The steps come from the workflow tables: a new step of a paper is told without a word here.

import { dayInJakarta } from '../platform/kernel/time.ts'
import type { Step, Workflow } from '../platform/kernel/workflow.ts'
import { courseOf, possible } from '../platform/kernel/workflow.ts'
import { coordinates, type Koordinator } from '../unit-kerja/unit-kerja.ts'
import { type Baris, COLLECTOR, type Diundang, OFFICE, type Rule } from './baris.ts'
import type { JenisKabar, Kabar, Untuk } from './kabar.ts'
import { FORUM_RULES } from './rules-forum.ts'

type Paper = { readonly naskah: 'PK' | 'RA'; readonly workflow: Workflow<string>; readonly page: string; readonly wewenang: string }
/** The papers that have a way, by their room. */
export type Papers = Readonly<Record<string, Paper>>

const BACK: ReadonlySet<string> = new Set(['kembalikan', 'tolak'])

/** Who is told what of a line; the first that reaches a person is the one that counts. */
export function untukOf(line: Baris, papers: Papers, diundang: Diundang): Untuk[] {
  const [room = '', act = ''] = line.act.split('.')
  const paper = papers[room]
  const rule = RULES[line.act]
  if (rule) return rule(line, diundang)
  return paper ? ofPaper(line, act, paper) : []
}

const about = ({ office, seq }: Baris) => `catatan/${office}/${seq}`
const dayOf = ({ at }: Baris) => dayInJakarta(new Date(at))

function ofPaper(line: Baris, act: string, { naskah, workflow, page, wewenang }: Paper): Untuk[] {
  const [, unit = '', tahun = '', versi = '1'] = line.subject.split('/')
  const taken = workflow.table.filter((s) => s.act === act && s.ke === line.status)
  if (!taken.length || line.status === null) return []
  const base = { hal: about(line), ke: `${page}/${unit}/${tahun}`, unit, wewenang }
  const tell = (jenis: JenisKabar, kalimat: string, peran: readonly string[], step?: Step): Untuk => ({
    ...base,
    // What happens in a forum is done there.
    ...(jenis === 'TUGAS' && step?.lewat !== undefined && { ke: step.lewat }),
    jenis,
    kalimat,
    peran,
    tempat: { naskah, tahun, unit, ...(step && { act: step.act, label: step.label }) },
  })
  if (line.status === workflow.awal) return BACK.has(act) ? [tell('TUGAS', 'kembali', OFFICE)] : []
  // Advice comes line by line: it is told once a day to whoever answers it and whoever gathers it.
  if (taken.every((s) => s.dari === s.ke))
    return [{ ...tell('INFORMASI', 'saran-masuk', [...OFFICE, COLLECTOR]), hal: `${line.subject}/saran/${dayOf(line)}` }]
  // What a forum takes in, its invitation tells.
  if (taken.every((s) => s.lewat !== undefined && s.ke === 'FORUM')) return []
  if (line.status === 'DITETAPKAN') return [tell('INFORMASI', 'ditetapkan', OFFICE)]
  const at = { status: line.status, alasanRevisi: versi === '1' ? null : 'PERUBAHAN' }
  const stages = courseOf(workflow, at)
  const steps = possible(workflow, at).filter((s) => !s.peran.includes('SISTEM'))
  const onward = steps.filter((s) => stages.indexOf(s.ke) > stages.indexOf(s.dari) && s.act !== 'publikasi')
  return [
    ...onward.slice(0, 1).map((s) => tell('TUGAS', 'giliran', s.peran, s)),
    BACK.has(act)
      ? tell('INFORMASI', 'kembali', OFFICE)
      : tell('INFORMASI', 'maju', OFFICE, taken.find((s) => !s.hanyaRevisi) ?? taken[0]),
  ]
}

/** What is told of the other acts. Many of a kind are told once a day: the home page counts them. */
const RULES: Readonly<Record<string, Rule>> = {
  ...FORUM_RULES,
  'pengukuran.ajukan': (line) => {
    const { unit, periode } = measured(line)
    const hal = `pengukuran/${unit}/${periode}/${line.status}/${dayOf(line)}`
    return [{ ...ofMeasurement(line), hal, jenis: 'TUGAS', kalimat: 'validasi', tempat: { unit, periode }, peran: ['KEPALA_PD'] }]
  },
  'pengukuran.kembalikan': (line) => {
    const { unit, kode, periode } = measured(line)
    const tempat = { unit, periode, indikator: kode }
    return [{ ...ofMeasurement(line), jenis: 'TUGAS', kalimat: 'realisasi-kembali', tempat, peran: ['PENYUSUN'] }]
  },
  'periode.buka': opened,
  'periode.buka-kembali': opened,
  'crosscutting.usulkan': (line) => {
    const unit = line.subject.split('/').at(-1)!
    const ke = `/pohon/${unit}/${dayOf(line).slice(0, 4)}`
    return [
      {
        hal: about(line),
        jenis: 'TUGAS',
        kalimat: 'kontribusi',
        tempat: { unit },
        ke,
        peran: OFFICE,
        unit,
        wewenang: 'perencanaan.ubah',
      },
    ]
  },
}

function measured({ subject }: Baris): { unit: string; kode: string; periode: string } {
  const [, unit = '', kode = '', periode = ''] = subject.split('/')
  return { unit, kode, periode }
}

function ofMeasurement(line: Baris) {
  const { unit, kode, periode } = measured(line)
  const ke = `/pengukuran/${unit}/${periode.slice(0, 4)}/${kode}?triwulan=${periode.slice(5)}`
  return { hal: about(line), ke, unit, wewenang: 'pengukuran.lihat' }
}

function opened(line: Baris): Untuk[] {
  const periode = line.subject.split('/')[1]!
  if (!/-TW[1-4]$/.test(periode)) return []
  return [
    {
      hal: about(line),
      jenis: 'TUGAS',
      kalimat: 'periode-buka',
      tempat: { periode },
      ke: '/pengukuran',
      peran: OFFICE,
      unit: null,
      wewenang: null,
    },
  ]
}

export type Pemegang = { readonly akun: string; readonly peran: string; readonly unit: string; readonly jabatan?: string }
const OF_THE_OFFICE: ReadonlySet<string> = new Set(OFFICE)

/**
 * The accounts that are told, each once, by the roles of the day: never who acted, nobody whose permission does not reach there.
 * Of the office's own roles only those of that office; of those that coordinate it the one that is said to; the others act for all.
 */
export function penerima(
  untuk: readonly Untuk[],
  holders: readonly Pemegang[],
  actor: string,
  may: (holder: Pemegang, wewenang: string, unit: string) => boolean,
  koordinator: Koordinator = new Map(),
): { readonly akun: string; readonly kabar: Kabar }[] {
  const told = new Map<string, Kabar>()
  for (const { peran, unit, wewenang, ...kabar } of untuk)
    for (const h of holders) {
      if (h.akun === actor || told.has(h.akun) || !peran.includes(h.peran)) continue
      if (unit !== null && OF_THE_OFFICE.has(h.peran) && h.unit !== unit) continue
      if (unit !== null && !coordinates(koordinator, h.peran, unit, h.jabatan)) continue
      if (unit !== null && wewenang !== null && !may(h, wewenang, unit)) continue
      told.set(h.akun, kabar)
    }
  return [...told].map(([akun, kabar]) => ({ akun, kabar }))
}

const MINUTE = 60_000
/** How long a letter waits after an attempt that failed: longer each time, in all a little over two days. */
const DELAYS = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE)

/** When the next attempt is due after so many that failed; undefined where it is given up. */
export function nextAttempt(failed: number, now: Date): Date | undefined {
  const delay = DELAYS[failed - 1]
  return delay === undefined ? undefined : new Date(now.getTime() + delay)
}
