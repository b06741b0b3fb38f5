// A table that feels like a spreadsheet, and on a phone a list of cards. How to use it: src/web/README.md.
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button } from '../button.tsx'
import { usePhone } from '../media.ts'
import { Bar, Rest } from './bar.tsx'
import { Cards } from './cards.tsx'
import { Cell, cellId, proposalOf, remarks, useLook } from './cell.tsx'
import type { Simpan } from './drafts.ts'
import { type Pindah, useDrag } from './drag.ts'
import { type Baris, type Bidang, cellAt, headGroups, type Kolom, layOut, originOf } from './grid.ts'
import { Keeping } from './keep.tsx'
import { editKey, moveKey, type Ways } from './keys.ts'
import { type ButirBaris, type MenuBuka, RowButton, RowMenu } from './menu.tsx'
import { createSheet, type Sheet } from './sheet.ts'
import { t } from './teks.ts'
import { useWidths } from './widths.ts'
import './grid.css'

export type GridHandle = {
  /** Leads to the cell of a field, as soon as there is one; true where it is there already. */
  readonly fokus: (entitas: string, bidang: string) => boolean
  /** Sends what waits; true when nothing is left unsaved. */
  readonly simpan: () => Promise<boolean>
  /** Takes what is proposed for the cells of these rows, as one step. */
  readonly pakaiUsulan: (baris: readonly string[]) => void
}
type Props = {
  /** Under this name the browser remembers widths and what is not saved: one for each thing that is edited. */
  readonly nama: string
  readonly judul: string
  /** Keep these two the same objects while nothing changes (useMemo). */
  readonly kolom: readonly Kolom[]
  readonly baris: readonly Baris[]
  readonly simpan: Simpan
  /** Makes so many rows at the end, for a paste that does not fit; without it the grid says what did not fit. */
  readonly onBarisBaru?: (n: number) => unknown
  readonly menu?: (kunci: string) => readonly ButirBaris[]
  /** A line was dragged by the grip of its cell (`seret`) to a row. The menu must offer the same without a pointer. */
  readonly onPindah?: Pindah
  readonly ref?: Ref<GridHandle>
}
const MENU = 40
/** The clock of the reader, for `Tersimpan 14.32`. */
const clock = () => new Date(performance.timeOrigin + performance.now())

export function Grid({ nama, judul, kolom, baris: given, simpan, onBarisBaru, menu, onPindah, ref }: Props) {
  const id = useId()
  const baris = useSameRows(given)
  const phone = usePhone()
  const [sheet] = useState(() => createSheet({ simpan, now: clock }))
  const bidang = useMemo(() => layOut(kolom, baris), [kolom, baris])
  const [opened, setOpened] = useState<MenuBuka | null>(null)
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => sheet.change({ simpan, now: clock }), [sheet, simpan])
  const wanted = useRef<{ entitas: string; bidang: string } | null>(null)
  const lead = (entitas: string, field: string) => {
    const at = sheet.find(entitas, field)
    if (!at) return false
    sheet.endEdit(true)
    sheet.go(at)
    document.getElementById(cellId(id, at.r, at.c))?.focus()
    return true
  }
  const within = useRef(false)
  useLayoutEffect(() => {
    sheet.receive(kolom, baris)
    // The browser forgets the focus of a cell that was drawn anew elsewhere.
    const { r, c } = originOf(sheet.bidang(), sheet.active())
    if (within.current && document.activeElement === document.body) document.getElementById(cellId(id, r, c))?.focus()
  }, [sheet, kolom, baris, id])
  useLayoutEffect(() => {
    if (wanted.current && lead(wanted.current.entitas, wanted.current.bidang)) wanted.current = null
  })
  useForgetting(sheet)
  useImperativeHandle(ref, () => ({
    fokus: (entitas, field) => {
      const there = lead(entitas, field)
      wanted.current = there ? null : { entitas, bidang: field }
      return there
    },
    simpan: async () => {
      sheet.endEdit(true)
      await sheet.flush()
      return sheet.drafts.all().length === 0
    },
    pakaiUsulan: (rows) => {
      sheet.endEdit(true)
      sheet.propose(new Set(rows))
    },
  }))
  const openMenu = (button: HTMLElement, papanKetik: boolean, back: HTMLElement = button) =>
    setOpened({ kunci: button.dataset.menu!, pada: button, kembali: back, papanKetik })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className="lembar"
      ref={root}
      onFocus={() => {
        within.current = true
      }}
      onBlur={() => {
        within.current = false
      }}
      onClick={(event) => {
        const button = (event.target as Element).closest<HTMLElement>('[data-menu]')
        if (button) openMenu(button, event.detail === 0)
      }}
    >
      <Keeping sheet={sheet} nama={nama} />
      <Bar sheet={sheet} lembar={!phone} />
      <Rest sheet={sheet} onBarisBaru={onBarisBaru} />
      {phone ? (
        <Cards id={id} sheet={sheet} bidang={bidang} menu={menu !== undefined} />
      ) : (
        <Sheets
          id={id}
          nama={nama}
          judul={judul}
          sheet={sheet}
          bidang={bidang}
          menu={menu !== undefined}
          onMenu={(button, cell) => openMenu(button, true, cell)}
          onPindah={onPindah}
        />
      )}
      <Footnote sheet={sheet} />
      {menu && <RowMenu buka={opened} butir={menu} onTutup={() => setOpened(null)} />}
    </div>
  )
}

/** Rows that say the same as before stay the same objects, so that they are not drawn again. */
function useSameRows(given: readonly Baris[]): readonly Baris[] {
  const seen = useRef(new Map<string, { text: string; row: Baris }>())
  return useMemo(() => {
    const rows = given.map((row) => {
      const text = JSON.stringify(row)
      const before = seen.current.get(row.kunci)
      return before?.text === text ? before : { text, row }
    })
    seen.current = new Map(rows.map((one) => [one.row.kunci, one]))
    return rows.map((one) => one.row)
  }, [given])
}

/** Ctrl+S saves wherever one stands on the page; the mark of another's save goes away after a while. */
function useForgetting(sheet: Sheet): void {
  const foreign = useLook(sheet, 'asing', sheet.asing)
  useEffect(() => {
    if (!foreign.size) return
    const timer = setTimeout(sheet.forgetAsing, 12_000)
    return () => clearTimeout(timer)
  }, [sheet, foreign])
  useEffect(() => {
    const save = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.defaultPrevented) return
      event.preventDefault()
      sheet.flush(true)
    }
    window.addEventListener('keydown', save)
    return () => window.removeEventListener('keydown', save)
  }, [sheet])
}

/** What is to be said of the active cell, in sight below the grid, and what has just happened, aloud. */
function Footnote({ sheet }: { sheet: Sheet }) {
  const active = useLook(sheet, 'aktif', sheet.active)
  useLook(sheet, 'ringkasan', sheet.drafts.ringkasan)
  const said = useLook(sheet, 'pesan', sheet.pesan)
  const sel = cellAt(sheet.bidang(), active)
  const draft = sel ? sheet.draftOf(sel) : undefined
  const words = remarks(sel, draft)
  const proposal = proposalOf(sel, draft?.teks)
  return (
    <div className="lembar-kaki">
      {words.map((w) => (
        <p key={w}>{w}</p>
      ))}
      {proposal && (
        <p>
          <Button kecil onClick={() => sheet.propose('dipilih')}>
            {t('usulan.pakai', proposal)}
          </Button>
        </p>
      )}
      <p role="status" className="muted">
        {said}
      </p>
    </div>
  )
}

type SheetsProps = {
  readonly id: string
  readonly nama: string
  readonly judul: string
  readonly sheet: Sheet
  readonly bidang: Bidang
  readonly menu: boolean
  readonly onMenu: (button: HTMLElement, back: HTMLElement) => void
  readonly onPindah: Pindah | undefined
}

function Sheets({ id, nama, judul, sheet, bidang, menu, onMenu, onPindah }: SheetsProps) {
  const { kolom, baris } = bidang
  const frame = useRef<HTMLDivElement>(null)
  const onPointerDown = useDrag(frame, onPindah)
  const [widths, setWidth] = useWidths(nama, kolom)
  const leaving = useRef(false)
  const dragging = useRef(false)
  const first = menu ? MENU : 0
  const left = kolom.map((k, c) => (k.lekat ? first + widths.slice(0, c).reduce((sum, w) => sum + w, 0) : undefined))
  const offsets = left.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same numbers are the same offsets
  const stable = useMemo(() => left, [offsets])
  const element = () => {
    const { r, c } = originOf(sheet.bidang(), sheet.active())
    return document.getElementById(cellId(id, r, c))
  }
  const ways: Ways = {
    sheet,
    focus: () => element()?.focus(),
    leave: () => {
      leaving.current = true
    },
    leaving: () => leaving.current,
    menu: () => {
      const cell = element()
      const button = cell?.parentElement?.querySelector<HTMLElement>('[data-menu]')
      if (cell && button) onMenu(button, cell)
    },
    widen: (by) => {
      const c = sheet.active().c
      setWidth(kolom[c]!.kunci, widths[c]! + by)
    },
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.nativeEvent.isComposing) return
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
    const field = event.target as HTMLElement
    const editing = field.matches('.lembar-isian')
    if (!editing && !field.matches('.lembar-sel')) return
    const newLine = () => {
      const area = field as HTMLTextAreaElement
      area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
      sheet.type(area.value)
    }
    const taken = editing ? editKey(press, ways, field instanceof HTMLSelectElement, newLine) : moveKey(press, ways)
    if (taken) {
      event.preventDefault()
      event.stopPropagation()
    }
    if (press.key !== 'Escape' && press.key !== 'Shift') leaving.current = false
  }
  const placeOf = (target: EventTarget) => {
    const cell = (target as Element).closest<HTMLElement>('[data-r]')
    return cell ? { r: Number(cell.dataset.r), c: Number(cell.dataset.c) } : null
  }
  const inField = (target: EventTarget) => (target as Element).closest('.lembar-isian') !== null
  const size = first + widths.reduce((sum, w) => sum + w, 0)
  /** How much the columns that stay in sight take. */
  const held = stable.reduce<number>((most, x, c) => (x === undefined ? most : x + widths[c]!), first)
  const flexible = Math.max(
    kolom.findLastIndex((k) => k.rupa === 'panjang' && !k.lekat),
    -1,
  )
  return (
    <div ref={frame} className="lembar-bingkai" style={{ scrollPaddingLeft: held, '--lekat': `${held}px` } as CSSProperties}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what it is
        role="grid"
        aria-label={judul}
        aria-rowcount={baris.length + 1}
        aria-colcount={kolom.length}
        aria-multiselectable
        className="lembar-tabel"
        style={{ width: `max(100%, ${size}px)` }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // However a cell came to the focus, keys mean that cell.
          const at = event.target.matches('.lembar-sel') ? placeOf(event.target) : null
          const active = originOf(sheet.bidang(), sheet.active())
          if (at && (at.r !== active.r || at.c !== active.c)) sheet.go(at)
        }}
        onPointerDown={onPointerDown}
        onMouseDown={(event) => {
          const at = placeOf(event.target)
          if (!at || event.button !== 0 || inField(event.target)) return
          sheet.endEdit(true)
          sheet.go(at, event.shiftKey)
          dragging.current = true
          if (event.shiftKey) event.preventDefault()
          window.addEventListener('mouseup', () => (dragging.current = false), { once: true })
        }}
        onMouseMove={(event) => {
          const at = dragging.current && placeOf(event.target)
          if (at && (at.r !== sheet.active().r || at.c !== sheet.active().c)) sheet.go(at, true)
        }}
        onDoubleClick={(event) => {
          if (placeOf(event.target) && !inField(event.target)) sheet.edit()
        }}
        onCopy={(event) => {
          if (inField(event.target)) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', sheet.copy())
        }}
        onCut={(event) => {
          if (inField(event.target)) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', sheet.copy())
          sheet.clear()
        }}
        onPaste={(event) => {
          if (inField(event.target)) return
          event.preventDefault()
          sheet.paste(event.clipboardData.getData('text/plain'))
          ways.focus()
        }}
      >
        <colgroup>
          {menu && <col style={{ width: MENU }} />}
          {kolom.map((k, c) => (
            <col key={k.kunci} style={c === flexible ? undefined : { width: widths[c] }} />
          ))}
        </colgroup>
        <Head kolom={kolom} left={stable} widths={widths} menu={menu} onWidth={setWidth} />
        <tbody>
          {baris.map((row, r) => (
            <Row
              key={row.kunci}
              sheet={sheet}
              id={id}
              kolom={kolom}
              row={row}
              r={r}
              left={stable}
              menu={menu}
              tertutup={bidang.pemilik[r]!.map((owner) => (owner === r ? '0' : '1')).join('')}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = {
  readonly kolom: readonly Kolom[]
  readonly left: readonly (number | undefined)[]
  readonly widths: readonly number[]
  readonly menu: boolean
  readonly onWidth: (kunci: string, lebar: number | null) => void
}

const Head = memo(function Head({ kolom, left, widths, menu, onWidth }: HeadProps) {
  const groups = headGroups(kolom)
  const tall = groups.some((g) => g.judul !== null)
  const head = (k: Kolom, c: number, rowSpan?: number) => (
    <th
      key={k.kunci}
      scope="col"
      rowSpan={rowSpan}
      className={`lembar-judul lembar-${k.rupa} ${left[c] === undefined ? '' : 'lembar-lekat'}`}
      style={left[c] === undefined ? undefined : { left: left[c] }}
    >
      {k.judul}
      <Handle lebar={widths[c]!} onWidth={(w) => onWidth(k.kunci, w)} />
    </th>
  )
  return (
    <thead>
      <tr aria-rowindex={1}>
        {menu && <td className="lembar-sudut lembar-lekat" rowSpan={tall ? 2 : 1} style={{ left: 0 }} />}
        {groups.map((g) =>
          g.judul === null ? (
            head(kolom[g.dari]!, g.dari, tall ? 2 : undefined)
          ) : (
            <th key={g.dari} scope="colgroup" colSpan={g.lebar} className="lembar-judul lembar-judul-kelompok">
              <span>{g.judul}</span>
            </th>
          ),
        )}
      </tr>
      {tall && (
        <tr>
          {groups
            .filter((g) => g.judul !== null)
            .flatMap((g) => kolom.slice(g.dari, g.dari + g.lebar).map((k, n) => head(k, g.dari + n)))}
        </tr>
      )}
    </thead>
  )
})

/** Dragged with the mouse; by keyboard Alt + Shift + arrows do the same for the active column. */
function Handle({ lebar, onWidth }: { lebar: number; onWidth: (lebar: number | null) => void }) {
  return (
    <span
      aria-hidden="true"
      className="lembar-gagang"
      onDoubleClick={() => onWidth(null)}
      onPointerDown={(event) => {
        event.preventDefault()
        const from = event.clientX
        const drag = (e: PointerEvent) => onWidth(lebar + e.clientX - from)
        window.addEventListener('pointermove', drag)
        window.addEventListener('pointerup', () => window.removeEventListener('pointermove', drag), { once: true })
      }}
    />
  )
}

type RowProps = {
  readonly sheet: Sheet
  readonly id: string
  readonly kolom: readonly Kolom[]
  readonly row: Baris
  readonly r: number
  readonly left: readonly (number | undefined)[]
  readonly menu: boolean
  /** For each column `1` where a cell from above covers it. */
  readonly tertutup: string
}

const Row = memo(function Row({ sheet, id, kolom, row, r, left, menu, tertutup }: RowProps) {
  const cells = kolom.map((k) => row.sel[k.kunci] ?? null)
  const foreign = useLook(sheet, 'asing', () => cells.some((sel) => sel !== null && sheet.asing().has(sel.entitas)))
  if (row.judul !== undefined)
    return (
      <tr aria-rowindex={r + 2} className="lembar-kelompok" data-baris={row.kunci}>
        <th scope="rowgroup" colSpan={kolom.length + (menu ? 1 : 0)}>
          <span>{row.judul}</span>
        </th>
      </tr>
    )
  const said = foreign ? kolom.findIndex((k, c) => cells[c] && sheet.asing().has(cells[c].entitas) && k) : -1
  return (
    <tr aria-rowindex={r + 2} className={foreign ? 'lembar-baris-asing' : undefined} data-baris={row.kunci}>
      {menu && (
        <td className="lembar-sudut lembar-lekat" style={{ left: 0 }}>
          <RowButton n={r + 1} kunci={row.kunci} tabIndex={-1} />
        </td>
      )}
      {kolom.map((k, c) =>
        tertutup[c] === '1' ? null : (
          <Cell
            key={k.kunci}
            sheet={sheet}
            id={id}
            sel={cells[c]!}
            kolom={k}
            baris={row.kunci}
            r={r}
            c={c}
            kiri={left[c]}
            catatan={c === said ? t('baris.orang-lain') : undefined}
          />
        ),
      )}
    </tr>
  )
})
