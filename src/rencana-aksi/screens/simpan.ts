// Sends one line of a draft as the grid hands it over: one after another, since a line needs its parent to be stored first.
import { ApiError, request } from '../../web/ui/api.ts'
import type { Jawaban, Simpan } from '../../web/ui/grid/drafts.ts'
import type { JenisBaris } from '../rencana-aksi.ts'
import type { Aksi, Indikator, Kriteria, Output, Pohon, Rencana } from './data.ts'
import { namesIn, readFigure, textsOf } from './lembar.ts'
import { t } from './teks.ts'

type Isi = Record<string, unknown>
/** A line as it was read or saved last. `tempat`: where a new line is put among its neighbours. */
type Kenal = { jenis: JenisBaris; induk: string; version: number; data: Isi; tempat?: number }

export type Penyimpan = {
  readonly simpan: Simpan
  /** Learns what is stored, and where new lines would stand. */
  readonly receive: (pohon: Pohon) => void
  /** A line with other contents or at another place, as one act. */
  readonly put: (id: string, more: Isi) => Promise<Jawaban>
  readonly remove: (id: string) => Promise<Jawaban>
  /** A line that was deleted, again, with its parent and place. */
  readonly create: (jenis: JenisBaris, id: string, body: Isi) => Promise<Jawaban>
}

const bodyOf = {
  ra: (a: Aksi): Isi => ({ jenis: a.jenis, uraian: a.uraian, nonrutin: a.nonrutin, fase: a.fase }),
  kriteria: (k: Kriteria): Isi => ({ uraian: k.uraian }),
  output: (o: Output): Isi => {
    const { uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi } = o
    return { uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi }
  },
}
const BARU: Readonly<Record<JenisBaris, Isi>> = {
  ra: { uraian: '' },
  kriteria: { uraian: '' },
  output: { uraian: '', jumlah: { status: 'KOSONG' }, satuan: null, triwulan: null, penanggungJawab: [], mitigasi: null },
}
const PARENT = { ra: 'indikator', kriteria: 'ra', output: 'kk' } as const

export function createPenyimpan(plan: string, changed: () => void): Penyimpan {
  const lines = new Map<string, Kenal>()
  const indikator = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (act: () => Promise<Jawaban>): Promise<Jawaban> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }

  function receive(pohon: Pohon): void {
    indikator.clear()
    const learn = (jenis: JenisBaris, id: string, induk: string, version: number, data: Isi, tempat: number) => {
      const before = lines.get(id)
      // Asked before our last save was answered: what we know is newer.
      if (before && before.version > version) return
      lines.set(id, { jenis, induk, version, data, tempat })
    }
    for (const { indikator: i, ra } of pohon) {
      indikator.add(i.id)
      ra.forEach((a, n) => {
        learn('ra', a.id, i.id, a.data?.version ?? 0, a.data ? bodyOf.ra(a.data) : BARU.ra, n + 1)
        a.anak.forEach((k, m) => {
          learn('kriteria', k.id, a.id, k.data?.version ?? 0, k.data ? bodyOf.kriteria(k.data) : BARU.kriteria, m + 1)
          k.anak.forEach((o, p) => {
            learn('output', o.id, k.id, o.data?.version ?? 0, o.data ? bodyOf.output(o.data) : BARU.output, p + 1)
          })
        })
      })
    }
  }

  async function send(id: string, more: Isi): Promise<Jawaban> {
    const line = lines.get(id)
    if (!line) return { jenis: 'salah', kalimat: t('simpan.hilang') }
    const { jenis, induk, version, data } = line
    if (jenis !== 'ra' && (lines.get(induk)?.version ?? 0) === 0)
      return { jenis: 'salah', kalimat: t(jenis === 'output' ? 'simpan.kk-dahulu' : 'simpan.ra-dahulu') }
    const isi: Isi = { ...data, ...more }
    // A criterion that the paper does not print stays without words until somebody writes them.
    const wordless = isi.uraian === null && jenis === 'kriteria' && !('uraian' in more)
    if (!wordless && (typeof isi.uraian !== 'string' || isi.uraian.trim() === ''))
      return { jenis: 'salah', bidang: 'uraian' in more ? 'uraian' : undefined, kalimat: t('simpan.uraian-dahulu') }
    const { urutan = version === 0 ? line.tempat : undefined, [PARENT[jenis]]: to = induk, ...rest } = isi
    const body = { ...rest, [PARENT[jenis]]: to, ...(urutan !== undefined && { urutan }) }
    try {
      const answer = await request<{ version: number }>('PUT', `/api/rencana-aksi/${plan}/${jenis}/${id}`, { body, version })
      const { bersama, ...kept } = rest
      lines.set(id, { jenis, induk: to as string, version: answer.data.version, data: kept })
      changed()
      return { jenis: 'tersimpan' }
    } catch (error) {
      return refused(id, line, error)
    }
  }

  function refused(id: string, line: Kenal, error: unknown): Jawaban {
    if (!(error instanceof ApiError)) throw error
    const { code, detail, field, current } = error.problem
    if (code === 'TIDAK_TERSAMBUNG') return { jenis: 'putus' }
    changed()
    if (code === 'VERSI_USANG' && current) {
      const now = current as Aksi & Kriteria & Output
      const data = bodyOf[line.jenis](now as never)
      lines.set(id, { ...line, version: now.version, data })
      return {
        jenis: 'bentrok',
        milikMereka: line.jenis === 'output' ? textsOf(now) : { uraian: now.uraian ?? '', fase: now.fase ?? '' },
      }
    }
    return { jenis: 'salah', bidang: field, kalimat: code === 'VERSI_USANG' ? t('simpan.hilang') : detail }
  }

  return {
    receive,
    put: (id, more) => inTurn(() => send(id, more)),
    simpan: (id, isi) =>
      inTurn(async () => {
        const read = readTexts(isi, lines.get(id)?.data ?? {})
        return 'jenis' in read ? (read as Jawaban) : send(id, read)
      }),
    create: (jenis, id, body) =>
      inTurn(() => {
        lines.set(id, { jenis, induk: body[PARENT[jenis]] as string, version: 0, data: BARU[jenis] })
        return send(id, body)
      }),
    remove: (id) =>
      inTurn(async () => {
        const line = lines.get(id)
        if (!line || line.version === 0) return { jenis: 'tersimpan' }
        try {
          await request('DELETE', `/api/rencana-aksi/${plan}/${line.jenis}/${id}`, { version: line.version })
          lines.delete(id)
          changed()
          return { jenis: 'tersimpan' }
        } catch (error) {
          return refused(id, line, error)
        }
      }),
  }
}

/** The texts of cells as the fields of a line, or the refusal of one that says nothing that can be kept. */
function readTexts(isi: Readonly<Record<string, string>>, data: Isi): Isi | Jawaban {
  const fields: Isi = {}
  for (const [bidang, teks] of Object.entries(isi))
    if (bidang === 'jumlah') {
      const figure = readFigure(teks, isi.satuan ?? String(data.satuan ?? ''))
      if (typeof figure === 'string') return { jenis: 'salah', bidang, kalimat: figure }
      fields.jumlah = figure
    } else if (bidang === 'penanggungJawab') fields[bidang] = namesIn(teks)
    else fields[bidang] = bidang === 'uraian' ? teks : teks.trim() || null
  return fields
}

/** How a line hangs in the plan, for moving it and for putting it back. */
export function whereIs(
  plan: Rencana,
  id: string,
): { jenis: JenisBaris; induk: string; urutan: number; data: Aksi | Kriteria | Output } | undefined {
  const at = <T extends { id: string }>(jenis: JenisBaris, induk: string, rows: readonly T[]) => {
    const n = rows.findIndex((r) => r.id === id)
    return n === -1 ? undefined : { jenis, induk, urutan: n + 1, data: rows[n]! as never }
  }
  for (const i of plan.indikator as readonly Indikator[]) {
    const found =
      at('ra', i.id, i.ra) ??
      i.ra.map((a) => at('kriteria', a.id, a.kk) ?? a.kk.map((k) => at('output', k.id, k.output)).find(Boolean)).find(Boolean)
    if (found) return found
  }
  return undefined
}

/** What puts a deleted line back as it was, with all that hung below it: parents first. */
export function restoring({
  jenis,
  induk,
  urutan,
  data,
}: NonNullable<ReturnType<typeof whereIs>>): { jenis: JenisBaris; id: string; body: Isi }[] {
  const body = { ...bodyOf[jenis](data as never), [PARENT[jenis]]: induk, urutan }
  const bersama = jenis === 'output' ? { bersama: Object.keys((data as Output).disalinDari ?? {}) } : {}
  const below =
    jenis === 'ra'
      ? (data as Aksi).kk.flatMap((k, n) => restoring({ jenis: 'kriteria', induk: data.id, urutan: n + 1, data: k }))
      : jenis === 'kriteria'
        ? (data as Kriteria).output.flatMap((o, n) => restoring({ jenis: 'output', induk: data.id, urutan: n + 1, data: o }))
        : []
  return [{ jenis, id: data.id, body: { ...body, ...bersama } }, ...below]
}
