// The living grid: which cell is active, what is selected, what is being edited, what was done. The components look at one
// cell each and are told only when that cell changes; nothing here renders.

import { check, labelOf, meant } from './check.ts'
import { type Blok, readBlock, writeBlock } from './clipboard.ts'
import { createDrafts, type Draf, keyOf, type Simpan, type Simpanan } from './drafts.ts'
import {
  type Baris,
  type Bidang,
  cellAt,
  findCell,
  firstRow,
  type Kolom,
  type Letak,
  lastRow,
  layOut,
  move,
  originOf,
  placesOf,
  rowsOf,
  type Sel,
  spanOf,
  tab,
} from './grid.ts'
import { BELUM, done, type Langkah, redo, undo } from './history.ts'
import { t } from './teks.ts'

/** The topic of one place. */
export const placeKey = (baris: string, c: number) => `${baris}:${c}`

/** What a cell shows of itself: bits, so that a look is one number. */
export const AKTIF = 1
export const TERPILIH = 2
export const MENYUNTING = 4

export type Sunting = { readonly at: Letak; readonly dasar: string; readonly cepat: boolean }
export type Sisa = { readonly blok: Blok; readonly kolom: number; readonly baris: number; readonly menunggu: boolean }

export type Sheet = ReturnType<typeof createSheet>

export function createSheet(given: {
  readonly simpan: Simpan
  readonly now: () => Date
  readonly later?: (act: () => void) => void
}) {
  let world = given
  let b: Bidang = layOut([], [])
  let rowOf: ReadonlyMap<string, number> = new Map()
  let active: Letak = { r: 0, c: 0 }
  let anchor: Letak = active
  let sunting: Sunting | null = null
  let ketikan = ''
  let riwayat = BELUM
  let pesan = ''
  let sisa: Sisa | null = null
  let asing: ReadonlySet<string> = new Set()
  let columnOf = new Map<string, { kolom: Kolom; sel: Sel }>()
  const listeners = new Map<string, Set<() => void>>()
  const later = given.later ?? ((act) => void setTimeout(act, 300))
  let planned = false

  const drafts = createDrafts({
    simpan: (entitas, isi) => world.simpan(entitas, isi),
    periksa: (entitas, bidang, teks) => {
      const found = columnOf.get(keyOf(entitas, bidang))
      return found ? check(found.kolom, found.sel, teks) : null
    },
    now: given.now,
    onChange: (keys) => tell(...keys, 'ringkasan', 'usulan'),
  })

  function tell(...topics: string[]): void {
    for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener()
  }
  function subscribe(topic: string, listener: () => void): () => void {
    const set = listeners.get(topic) ?? listeners.set(topic, new Set()).get(topic)!
    set.add(listener)
    return () => {
      set.delete(listener)
      if (!set.size) listeners.delete(topic)
    }
  }

  const place = ({ r, c }: Letak) => placeKey(b.baris[r]?.kunci ?? '', c)
  const selected = () => placesOf(b, spanOf(anchor, active))
  const textAt = (sel: Sel) => drafts.text(keyOf(sel.entitas, sel.bidang))
  const say = (text: string) => {
    pesan = text
    tell('pesan')
  }

  /** Asked by the line and not by its number, which is another one while lines are moved. */
  function look(baris: string, c: number): number {
    const r = rowOf.get(baris)
    if (r === undefined) return 0
    const at = originOf(b, active)
    const here = at.r === r && at.c === c
    const many = anchor.r !== active.r || anchor.c !== active.c
    const { dari, sampai } = spanOf(anchor, active)
    const within = many && c >= dari.c && c <= sampai.c && r <= sampai.r && r + height(r, c) > dari.r
    const editing = sunting && sunting.at.r === r && sunting.at.c === c
    return (here ? AKTIF : 0) | (within ? TERPILIH : 0) | (editing ? MENYUNTING : 0)
  }
  const height = (r: number, c: number) => b.baris[r]?.sel[b.kolom[c]?.kunci ?? '']?.tinggi ?? 1

  /** Makes a place the active one; `extend` keeps the other end of the selection. */
  function go(to: Letak, extend = false): void {
    const before = selected().concat(originOf(b, active))
    active = to
    if (!extend) anchor = to
    tell(...new Set([...before, ...selected(), originOf(b, active)].map(place)), 'aktif')
  }

  function receive(kolom: readonly Kolom[], baris: readonly Baris[]): void {
    const before = b
    const shown = inSight()
    b = layOut(kolom, baris)
    rowOf = new Map(baris.map((row, r) => [row.kunci, r]))
    columnOf = new Map()
    const texts = new Map<string, string>()
    for (const row of baris)
      for (const k of kolom) {
        const sel = row.sel[k.kunci]
        if (!sel) continue
        const key = keyOf(sel.entitas, sel.bidang)
        columnOf.set(key, { kolom: k, sel })
        texts.set(key, sel.teks)
      }
    active = moved(before, active)
    anchor = moved(before, anchor)
    if (b.baris[active.r]?.judul !== undefined) anchor = active = { r: firstRow(b), c: active.c }
    if (sunting) keepEditing(before, sunting)
    tell(...new Set([...shown, ...inSight()]), 'aktif')
    const foreign = drafts.receive(texts)
    tell('usulan')
    if (foreign.length) {
      asing = new Set(foreign)
      tell('asing')
    }
    if (sisa?.menunggu && baris.length - sisa.baris >= 1) pasteRest()
  }

  /** Every place that looks otherwise because of where one is. */
  const inSight = () => [...selected(), originOf(b, active), ...(sunting ? [sunting.at] : [])].map(place)

  /** Where a place of the lines as they were stands now: at its line; where that is gone at its cell, or as near as can be. */
  function moved(before: Bidang, at: Letak): Letak {
    const sel = cellAt(before, at)
    const r = rowOf.get(before.baris[at.r]?.kunci ?? '')
    const c = b.kolom.findIndex((k) => k.kunci === before.kolom[at.c]?.kunci)
    const to = r !== undefined && c >= 0 ? { r, c } : sel ? findCell(b, sel.entitas, sel.bidang) : undefined
    if (to?.r === at.r && to.c === at.c) return at
    return to ?? { r: Math.min(at.r, Math.max(0, b.baris.length - 1)), c: Math.min(at.c, Math.max(0, b.kolom.length - 1)) }
  }

  /** What is being typed stays with its cell; where that is gone, it is said and not written into another. */
  function keepEditing(before: Bidang, now: Sunting): void {
    const sel = cellAt(before, now.at)
    const at = sel && findCell(b, sel.entitas, sel.bidang)
    sunting = at ? { ...now, at } : null
    if (!at) say(t('sel.hilang', { teks: ketikan }))
    tell('sunting')
  }

  /** Writes texts as one step; locked cells are left out. Returns how many were written and left out. */
  function write(texts: readonly { sel: Sel; teks: string; dasar?: string }[]): { ditulis: number; lewat: number } {
    const open = texts.filter(({ sel }) => !sel.terkunci)
    const langkah: Langkah = open.map(({ sel, teks }) => ({
      entitas: sel.entitas,
      bidang: sel.bidang,
      dari: textAt(sel),
      ke: teks,
    }))
    riwayat = done(riwayat, langkah)
    drafts.set(open.map(({ sel, teks, dasar }) => ({ entitas: sel.entitas, bidang: sel.bidang, teks, dasar })))
    tell('riwayat')
    plan()
    return { ditulis: open.length, lewat: texts.length - open.length }
  }

  /** A moment after the last change, so that a paste and quick typing go together. */
  function plan(): void {
    if (planned) return
    planned = true
    later(() => {
      planned = false
      drafts.flush()
    })
  }

  function edit(typed?: string): boolean {
    const at = originOf(b, active)
    const sel = cellAt(b, at)
    if (!sel) return false
    if (sel.terkunci) {
      say(t('sel.terkunci', { kalimat: sel.terkunci }))
      return false
    }
    const draft = drafts.draft(keyOf(sel.entitas, sel.bidang))
    sunting = { at, dasar: draft?.dasar ?? textAt(sel), cepat: typed !== undefined }
    ketikan = typed ?? textAt(sel)
    anchor = active
    tell(place(at), 'sunting')
    return true
  }

  /** Ends the editing; `keep` writes what was typed. */
  function endEdit(keep: boolean): void {
    if (!sunting) return
    const { at, dasar } = sunting
    const sel = cellAt(b, at)
    sunting = null
    if (keep && sel) {
      const kolom = b.kolom[at.c]!
      const teks = kolom.rupa === 'panjang' ? ketikan : meant(kolom, ketikan)
      if (teks !== textAt(sel) && write([{ sel, teks, dasar }]).lewat)
        say(t('sel.terkunci.ketikan', { kalimat: sel.terkunci!, teks }))
    }
    tell(place(at), 'sunting')
  }

  /** The proposals that are not taken yet: of the selection, of the cells of some rows, or of all cells that are empty. */
  function proposals(where: 'dipilih' | 'kosong' | ReadonlySet<string>): { sel: Sel; teks: string }[] {
    const wanted = where === 'dipilih' ? new Set(selected().map(place)) : null
    return b.baris.flatMap((row, r) =>
      b.kolom.flatMap((k, c) => {
        const sel = row.sel[k.kunci]
        const teks = sel?.usulan?.teks
        if (!sel || teks === undefined || sel.terkunci || textAt(sel) === teks) return []
        const here = wanted
          ? wanted.has(place({ r, c }))
          : where === 'kosong'
            ? textAt(sel) === ''
            : (where as ReadonlySet<string>).has(row.kunci)
        return here ? [{ sel, teks }] : []
      }),
    )
  }

  /** Takes them as one step, which one undo takes back. */
  function propose(where: Parameters<typeof proposals>[0]): void {
    const texts = proposals(where)
    say(t(texts.length ? 'usulan.dipakai' : 'usulan.tidak-ada', { n: write(texts).ditulis }))
  }

  function copy(): string {
    const span = spanOf(anchor, active)
    const block = rowsOf(b, span).map((r) => {
      const cells: string[] = []
      for (let c = span.dari.c; c <= span.sampai.c; c++) {
        const sel = originOf(b, { r, c }).r === r ? cellAt(b, { r, c }) : null
        cells.push(sel ? labelOf(b.kolom[c]!, textAt(sel)) : '')
      }
      return cells
    })
    const single = originOf(b, active)
    const alone = anchor.r === active.r && anchor.c === active.c ? cellAt(b, single) : null
    say(t('salin', { n: selected().length }))
    return alone ? writeBlock([[labelOf(b.kolom[single.c]!, textAt(alone))]]) : writeBlock(block)
  }

  function clear(): void {
    const texts = selected().flatMap((at) => {
      const sel = cellAt(b, at)
      return sel ? [{ sel, teks: '' }] : []
    })
    const locked = texts.find(({ sel }) => sel.terkunci)?.sel.terkunci
    if (write(texts).ditulis === 0 && locked) say(t('sel.terkunci', { kalimat: locked }))
  }

  /** Lays a block over the rows from a place on. A block of one cell fills the whole selection, as in a spreadsheet. */
  function lay(block: Blok, from: Letak): { texts: { sel: Sel; teks: string }[]; rest: Blok; wide: number } {
    const rows: number[] = []
    for (let r = from.r; r < b.baris.length; r++) if (b.baris[r]!.judul === undefined) rows.push(r)
    const texts: { sel: Sel; teks: string }[] = []
    const width = Math.max(...block.map((row) => row.length))
    rows.slice(0, block.length).forEach((r, n) => {
      block[n]!.forEach((cell, m) => {
        const at = { r, c: from.c + m }
        const kolom = b.kolom[at.c]
        const covered = originOf(b, at).r !== r && n > 0
        const sel = kolom && !covered ? cellAt(b, at) : null
        if (sel) texts.push({ sel, teks: meant(kolom!, cell) })
      })
    })
    return { texts, rest: block.slice(rows.length), wide: Math.max(0, from.c + width - b.kolom.length) }
  }

  function paste(text: string): void {
    const block = readBlock(text)
    const span = spanOf(anchor, active)
    if (block.length === 1 && block[0]!.length === 1) {
      const texts = selected().flatMap((at) => {
        const sel = cellAt(b, at)
        return sel ? [{ sel, teks: meant(b.kolom[at.c]!, block[0]![0]!) }] : []
      })
      report(write(texts), texts[0]?.sel.terkunci, 0)
      return
    }
    const { texts, rest, wide } = lay(block, originOf(b, span.dari))
    report(write(texts), texts[0]?.sel.terkunci, wide)
    const reach = {
      r: Math.min(lastRow(b), span.dari.r + block.length - 1),
      c: Math.min(b.kolom.length - 1, span.dari.c + block[0]!.length - 1),
    }
    go(span.dari)
    active = reach
    go(reach, true)
    if (rest.length) {
      sisa = { blok: rest, kolom: span.dari.c, baris: b.baris.length, menunggu: false }
      tell('sisa')
    }
  }

  function report({ ditulis, lewat }: { ditulis: number; lewat: number }, locked: string | undefined, wide: number): void {
    const done =
      ditulis === 0 && locked
        ? t('sel.terkunci', { kalimat: locked })
        : lewat
          ? t('tempel.dilewati', { n: ditulis, lewat })
          : t('tempel.selesai', { n: ditulis })
    say(wide ? `${done} ${t('tempel.lebih-kolom', { sisa: wide })}` : done)
  }

  /** New rows have come for what did not fit. */
  function pasteRest(): void {
    if (!sisa) return
    const { blok, kolom, baris } = sisa
    const { texts, rest } = lay(blok, { r: baris, c: kolom })
    if (rest.length && b.baris.length - baris < blok.length) return // more rows are on their way
    sisa = null
    tell('sisa')
    report(write(texts), undefined, 0)
  }

  function fillDown(): void {
    const span = spanOf(anchor, active)
    const rows = rowsOf(b, span)
    const first = rows.length > 1 ? rows[0]! : move(b, { r: span.dari.r, c: span.dari.c }, 'ArrowUp').r
    const into = rows.length > 1 ? rows.slice(1) : rows
    const texts = new Map<string, { sel: Sel; teks: string }>()
    for (let c = span.dari.c; c <= span.sampai.c; c++) {
      const above = cellAt(b, { r: first, c })
      for (const r of into) {
        const sel = cellAt(b, { r, c })
        if (above && sel && sel !== above) texts.set(keyOf(sel.entitas, sel.bidang), { sel, teks: textAt(above) })
      }
    }
    report(write([...texts.values()]), undefined, 0)
  }

  function step(back: boolean): void {
    const found = back ? undo(riwayat) : redo(riwayat)
    if (!found) {
      say(t('urung.tidak-ada'))
      return
    }
    riwayat = found.riwayat
    const there = found.langkah.filter((p) => columnOf.has(keyOf(p.entitas, p.bidang)))
    drafts.set(there.map((p) => ({ entitas: p.entitas, bidang: p.bidang, teks: p.ke })))
    const first = there[0] && findCell(b, there[0].entitas, there[0].bidang)
    if (first) go(first)
    say(t('urung.selesai', { n: there.length }))
    tell('riwayat')
    plan()
  }

  return {
    subscribe,
    receive,
    drafts,
    look,
    go,
    edit,
    endEdit,
    copy,
    clear,
    paste,
    fillDown,
    propose,
    proposed: (where: Parameters<typeof proposals>[0]) => proposals(where).length,
    undo: () => step(true),
    redo: () => step(false),
    /** One cell written from a field of its own (the cards of a phone). */
    put: (sel: Sel, teks: string, dasar?: string) => write([{ sel, teks, dasar }]),
    change: (next: typeof given) => {
      world = next
    },
    type: (text: string) => {
      ketikan = text
    },
    flush: (lagi?: boolean) => drafts.flush(lagi),
    bidang: () => b,
    active: () => active,
    anchor: () => anchor,
    sunting: () => sunting,
    ketikan: () => ketikan,
    pesan: () => pesan,
    say,
    sisa: () => sisa,
    setSisa: (next: Sisa | null) => {
      sisa = next
      tell('sisa')
    },
    asing: () => asing,
    forgetAsing: () => {
      asing = new Set()
      tell('asing')
    },
    canUndo: () => riwayat.lalu.length > 0,
    canRedo: () => riwayat.nanti.length > 0,
    draftOf: (sel: Sel): Draf | undefined => drafts.draft(keyOf(sel.entitas, sel.bidang)),
    /** Puts back what the browser has kept: only cells that still exist. */
    restore: (kept: Simpanan) => {
      const there = kept.filter((k) => columnOf.has(keyOf(k.entitas, k.bidang)))
      drafts.set(there.map(({ entitas, bidang, teks, dasar }) => ({ entitas, bidang, teks, dasar })))
      plan()
    },
    key: (key: string, mods: { ctrl: boolean; shift: boolean }): Letak | null =>
      key === 'Tab' ? tab(b, active, mods.shift) : move(b, active, key, mods.ctrl),
    find: (entitas: string, bidang: string) => findCell(b, entitas, bidang),
  }
}
