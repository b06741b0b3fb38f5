// What was typed and is not yet stored: one draft a cell, sent a record at a time, held through a lost network, and never
// overwritten by what somebody else saves meanwhile. Knows no DOM; time and the server come in.

export type Jawaban =
  | { readonly jenis: 'tersimpan' }
  | { readonly jenis: 'salah'; readonly bidang?: string; readonly kalimat: string }
  /** Somebody else saved first. The next `simpan` of this record must carry the version that was just learnt. */
  | { readonly jenis: 'bentrok'; readonly milikMereka: Readonly<Record<string, string>> }
  | { readonly jenis: 'putus' }
export type Simpan = (entitas: string, isi: Readonly<Record<string, string>>) => Promise<Jawaban>

export type Draf = {
  readonly entitas: string
  readonly bidang: string
  readonly teks: string
  /** What was stored when the typing began. */
  readonly dasar: string
  /** `hilang`: the row was deleted by somebody else. */
  readonly keadaan: 'belum' | 'menyimpan' | 'salah' | 'bentrok' | 'putus' | 'hilang'
  readonly kalimat?: string
  readonly milikMereka?: string
}
export type Ringkasan = {
  readonly belum: number
  readonly menyimpan: boolean
  readonly putus: number
  readonly salah: number
  readonly bentrok: number
  /** When something was stored last. */
  readonly terakhir: Date | null
}
export type Simpanan = readonly Pick<Draf, 'entitas' | 'bidang' | 'teks' | 'dasar'>[]

export type World = {
  readonly simpan: Simpan
  /** Why a text cannot be sent; null where it can. */
  readonly periksa: (entitas: string, bidang: string, teks: string) => string | null
  readonly now: () => Date
  /** Says which cells look different now. */
  readonly onChange: (keys: readonly string[]) => void
}

export const keyOf = (entitas: string, bidang: string): string => `${entitas}\n${bidang}`
const AT_ONCE = 4
/** No answer that was asked for before a save comes in later than this (ms). */
const LATE = 15_000
const NOTHING: Ringkasan = { belum: 0, menyimpan: false, putus: 0, salah: 0, bentrok: 0, terakhir: null }

export function createDrafts(world: World) {
  const drafts = new Map<string, Draf>()
  /** Stored texts as the page last gave them, and our own saves that it has not given back yet. */
  let stored = new Map<string, string>()
  const own = new Map<string, { readonly teks: string; readonly lama: ReadonlySet<string | undefined>; readonly sejak: number }>()
  const underway = new Map<string, Readonly<Record<string, string>>>()
  let ringkasan = NOTHING
  let terakhir: Date | null = null
  let working: Promise<void> | null = null

  /** Our own save stands over what the page holds, until the page has it; answers asked for earlier may still come in. */
  function overlay(key: string, teks: string): void {
    const before = own.get(key)
    if (!before && stored.get(key) === teks) return
    const lama = new Set([...(before ? [...before.lama, before.teks] : []), stored.get(key)])
    own.set(key, { teks, lama, sejak: world.now().getTime() })
  }

  const known = (key: string) => own.get(key)?.teks ?? stored.get(key)

  function tell(keys: readonly string[]): void {
    const all = [...drafts.values()]
    const count = (...states: Draf['keadaan'][]) => all.filter((d) => states.includes(d.keadaan)).length
    ringkasan = {
      belum: all.length,
      menyimpan: underway.size > 0,
      putus: count('putus'),
      salah: count('salah'),
      bentrok: count('bentrok', 'hilang'),
      terakhir,
    }
    world.onChange(keys)
  }

  function write(entitas: string, bidang: string, teks: string, dasar?: string): void {
    const key = keyOf(entitas, bidang)
    const before = drafts.get(key)
    const base = before?.dasar ?? dasar ?? known(key) ?? ''
    const flying = underway.get(entitas)?.[bidang]
    if (teks === base && flying === undefined && before?.keadaan !== 'bentrok') {
      drafts.delete(key)
      return
    }
    const kalimat = world.periksa(entitas, bidang, teks) ?? undefined
    const theirs = before?.milikMereka ?? (dasar !== undefined && dasar !== known(key) ? known(key) : undefined)
    const keadaan = theirs !== undefined ? 'bentrok' : kalimat ? 'salah' : 'belum'
    drafts.set(key, { entitas, bidang, teks, dasar: base, keadaan, kalimat, ...(theirs !== undefined && { milikMereka: theirs }) })
  }

  /** Writes texts into cells. `dasar` is what the writer saw, where that may be older than what is stored. */
  function set(texts: readonly { entitas: string; bidang: string; teks: string; dasar?: string }[]): void {
    for (const t of texts) write(t.entitas, t.bidang, t.teks, t.dasar)
    tell(texts.map((t) => keyOf(t.entitas, t.bidang)))
  }

  /** The stored texts, given again by the page. Returns the records that somebody else has saved since. */
  function receive(texts: ReadonlyMap<string, string>): string[] {
    const foreign = new Set<string>()
    const changed: string[] = []
    const first = stored.size === 0
    for (const [key, teks] of texts) {
      const before = stored.get(key)
      const [entitas, bidang] = key.split('\n') as [string, string]
      const ours = own.get(key)?.teks === teks || own.get(key)?.lama.has(teks) || underway.get(entitas)?.[bidang] === teks
      if (!first && before !== undefined && before !== teks && !ours) foreign.add(entitas)
    }
    for (const [key, o] of own) {
      const older = texts.get(key) !== o.teks && o.lama.has(texts.get(key))
      if (older && world.now().getTime() - o.sejak <= LATE) continue
      own.delete(key)
      changed.push(key)
    }
    stored = new Map(texts)
    for (const [key, d] of drafts) {
      const now = known(key)
      if (d.keadaan === 'menyimpan' || now === d.dasar) continue
      changed.push(key)
      if (now === d.teks) drafts.delete(key)
      else if (now === undefined) drafts.set(key, { ...d, keadaan: 'hilang' })
      else drafts.set(key, { ...d, keadaan: 'bentrok', milikMereka: now })
    }
    tell(changed)
    return [...foreign]
  }

  const waiting = (d: Draf) => d.keadaan === 'belum'

  async function send(entitas: string): Promise<void> {
    const mine = [...drafts.values()].filter((d) => d.entitas === entitas && waiting(d))
    const isi = Object.fromEntries(mine.map((d) => [d.bidang, d.teks]))
    const keys = mine.map((d) => keyOf(entitas, d.bidang))
    for (const d of mine) drafts.set(keyOf(entitas, d.bidang), { ...d, keadaan: 'menyimpan' })
    underway.set(entitas, isi)
    tell(keys)
    let answer: Jawaban
    try {
      answer = await world.simpan(entitas, isi)
    } catch {
      answer = { jenis: 'putus' }
    }
    underway.delete(entitas)
    if (answer.jenis === 'tersimpan') terakhir = world.now()
    for (const [bidang, sent] of Object.entries(isi)) settle(keyOf(entitas, bidang), sent, answer, isi)
    tell(keys)
  }

  /** One cell after the answer; what was typed meanwhile stays and goes on waiting. */
  function settle(key: string, sent: string, answer: Jawaban, isi: Readonly<Record<string, string>>): void {
    const d = drafts.get(key)
    if (answer.jenis === 'tersimpan') {
      overlay(key, sent)
      if (d && d.teks === sent) drafts.delete(key)
      else if (d) drafts.set(key, { ...d, dasar: sent })
      return
    }
    if (!d) return
    const retyped = d.teks !== sent
    if (answer.jenis === 'putus') drafts.set(key, { ...d, keadaan: 'putus' })
    else if (answer.jenis === 'salah') {
      const blamed = answer.bidang === undefined || !(answer.bidang in isi) || answer.bidang === d.bidang
      if (!retyped) drafts.set(key, { ...d, keadaan: blamed ? 'salah' : 'belum', kalimat: blamed ? answer.kalimat : undefined })
    } else {
      const theirs = answer.milikMereka[d.bidang]
      // Their change was in another field of the record: ours goes on with the version just learnt.
      if (theirs === undefined || theirs === d.dasar) drafts.set(key, { ...d, keadaan: 'belum' })
      else if (theirs === d.teks) {
        overlay(key, theirs)
        drafts.delete(key)
      } else drafts.set(key, { ...d, keadaan: 'bentrok', milikMereka: theirs })
    }
  }

  /** A record that answers `bentrok` or `salah` again and again is asked a few times, not for ever. */
  const PATIENCE = 4

  async function work(): Promise<void> {
    const asked = new Map<string, number>()
    const next = () =>
      [...drafts.values()].find((d) => waiting(d) && !underway.has(d.entitas) && (asked.get(d.entitas) ?? 0) < PATIENCE)?.entitas
    const worker = async () => {
      for (let entitas = next(); entitas !== undefined; entitas = next()) {
        asked.set(entitas, (asked.get(entitas) ?? 0) + 1)
        await send(entitas)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }

  /** Sends what waits. `lagi`: also what was refused or could not be sent before. */
  async function flush(lagi = false): Promise<void> {
    if (lagi) {
      const again = [...drafts].filter(([, d]) => d.keadaan === 'putus' || d.keadaan === 'salah')
      for (const [key, d] of again) {
        const kalimat = world.periksa(d.entitas, d.bidang, d.teks) ?? undefined
        drafts.set(key, { ...d, keadaan: kalimat ? 'salah' : 'belum', kalimat })
      }
      tell(again.map(([key]) => key))
    }
    while (working) await working
    working = work().finally(() => {
      working = null
    })
    await working
  }

  /** One of the two versions of a cell: ours is sent over theirs, or ours is let go. */
  function choose(key: string, versi: 'saya' | 'tersimpan'): void {
    const d = drafts.get(key)
    if (!d) return
    if (versi === 'saya' && d.milikMereka !== undefined) {
      const kalimat = world.periksa(d.entitas, d.bidang, d.teks) ?? undefined
      const { milikMereka, ...rest } = d
      drafts.set(key, { ...rest, dasar: milikMereka, keadaan: kalimat ? 'salah' : 'belum', kalimat })
    } else {
      if (d.milikMereka !== undefined) overlay(key, d.milikMereka)
      drafts.delete(key)
    }
    tell([key])
  }

  return {
    set,
    receive,
    flush,
    choose,
    draft: (key: string): Draf | undefined => drafts.get(key),
    all: (): readonly Draf[] => [...drafts.values()],
    /** The text of a cell as its writer sees it. */
    text: (key: string): string => drafts.get(key)?.teks ?? known(key) ?? '',
    /** Our own save that the page has not given back yet. */
    saved: (key: string): string | undefined => own.get(key)?.teks,
    known,
    ringkasan: (): Ringkasan => ringkasan,
    /** What a browser keeps until the next visit. */
    simpanan: (): Simpanan => [...drafts.values()].map(({ entitas, bidang, teks, dasar }) => ({ entitas, bidang, teks, dasar })),
  }
}
export type Drafts = ReturnType<typeof createDrafts>
