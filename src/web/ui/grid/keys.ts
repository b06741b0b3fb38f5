// What a key does in the grid: while moving about, and while a cell is being edited. True where the key was taken.
import type { Sheet } from './sheet.ts'

export type Press = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}
export type Ways = {
  readonly sheet: Sheet
  /** Moves the keyboard's focus to the active cell. */
  readonly focus: () => void
  /** Lets Tab leave the grid once. */
  readonly leave: () => void
  readonly leaving: () => boolean
  readonly menu: () => void
  readonly widen: (by: number) => void
}

const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])

export function moveKey(p: Press, ways: Ways): boolean {
  const { sheet, focus } = ways
  const letter = p.key.length === 1
  if (p.ctrl && !p.alt) {
    const act = {
      z: p.shift ? sheet.redo : sheet.undo,
      y: sheet.redo,
      d: sheet.fillDown,
      s: () => void sheet.flush(true),
      a: () => {
        sheet.go(sheet.key('Home', { ctrl: true, shift: false })!)
        sheet.go(sheet.key('End', { ctrl: true, shift: true })!, true)
      },
    }[p.key.toLowerCase()]
    if (act) {
      act()
      focus()
      return true
    }
  }
  if (p.alt && p.shift && (p.key === 'ArrowLeft' || p.key === 'ArrowRight')) {
    ways.widen(p.key === 'ArrowLeft' ? -16 : 16)
    return true
  }
  if (p.alt && !p.ctrl && p.key.toLowerCase() === 'u') {
    sheet.propose('dipilih')
    focus()
    return true
  }
  if (MOVES.has(p.key) && !p.alt) {
    sheet.go(sheet.key(p.key, { ctrl: p.ctrl, shift: p.shift })!, p.shift)
    focus()
    return true
  }
  switch (p.key) {
    case 'Tab': {
      const to = ways.leaving() ? null : sheet.key('Tab', { ctrl: false, shift: p.shift })
      if (!to) return false
      sheet.go(to)
      focus()
      return true
    }
    case 'Enter':
    case 'F2':
      sheet.edit()
      return true
    case 'Escape':
      sheet.go(sheet.active())
      ways.leave()
      return true
    case 'Delete':
    case 'Backspace':
      sheet.clear()
      return true
    case 'ContextMenu':
      ways.menu()
      return true
    case 'F10':
      if (!p.shift) return false
      ways.menu()
      return true
  }
  if (letter && !p.ctrl && !p.alt) return sheet.edit(p.key) || true
  return false
}

export function editKey(p: Press, { sheet, focus }: Ways, choice: boolean, newLine: () => void): boolean {
  const end = (keep: boolean, to: string | null, shift = false) => {
    sheet.endEdit(keep)
    const next = to && sheet.key(to, { ctrl: false, shift })
    if (next) sheet.go(next)
    focus()
    return true
  }
  if (p.key === 'Escape') return end(false, null)
  if (p.key === 'Tab') return end(true, 'Tab', p.shift)
  if (p.key === 'Enter' && p.alt) {
    newLine()
    return true
  }
  if (p.key === 'Enter') return end(true, p.shift ? 'ArrowUp' : 'ArrowDown')
  if (p.ctrl && p.key.toLowerCase() === 's') {
    end(true, null)
    void sheet.flush(true)
    return true
  }
  // Typed over a number, an arrow goes on to the next cell, as in a spreadsheet; after F2 it moves in the text.
  if (sheet.sunting()?.cepat && !choice && !p.shift && !p.ctrl && p.key.startsWith('Arrow')) {
    const kolom = sheet.bidang().kolom[sheet.active().c]
    if (kolom?.rupa === 'angka') return end(true, p.key)
  }
  return false
}
