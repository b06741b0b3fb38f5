// One cell, and the field that stands over it while it is being edited. A cell looks at the sheet for itself only, so that a
// key costs one cell and not the table.
import { memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { labelOf } from './check.ts'
import { type Draf, keyOf } from './drafts.ts'
import type { Kolom, Sel } from './grid.ts'
import { AKTIF, MENYUNTING, placeKey, type Sheet, TERPILIH } from './sheet.ts'
import { t } from './teks.ts'

export const cellId = (id: string, r: number, c: number) => `${id}-${r}-${c}`

/** Subscribed to one topic of the sheet. */
export function useLook<T>(sheet: Sheet, topic: string, look: () => T): T {
  const subscribe = useMemo(() => (listener: () => void) => sheet.subscribe(topic, listener), [sheet, topic])
  return useSyncExternalStore(subscribe, look)
}

/** What is to be said of a cell beside its text: unsaved, wrong, changed by two, locked, findings. */
export function remarks(sel: Sel | null, draft: Draf | undefined): string[] {
  const words: string[] = []
  if (draft?.keadaan === 'bentrok') words.push(t('sel.bentrok'))
  else if (draft?.kalimat) words.push(draft.kalimat)
  else if (draft) words.push(t('sel.belum'))
  for (const mark of sel?.tanda ?? []) words.push(t('sel.tanda', { kalimat: mark.kalimat }))
  const proposal = proposalOf(sel, draft?.teks)
  if (proposal) words.push(t('sel.usulan', proposal))
  if (sel?.terkunci) words.push(t('sel.terkunci', { kalimat: sel.terkunci }))
  return words
}

/** What is proposed for a cell and not in it yet. */
export function proposalOf(sel: Sel | null, text: string | undefined): Sel['usulan'] {
  return sel?.usulan && !sel.terkunci && sel.usulan.teks !== (text ?? sel.teks) ? sel.usulan : undefined
}

/** It stands in the cell where that is empty or has a finding; elsewhere only the line below the grid says it. */
const inSight = (sel: Sel | null, text: string | undefined) =>
  (text ?? sel?.teks) === '' || sel?.tanda?.length ? proposalOf(sel, text) : undefined

/** The look of a cell's state, by class. */
export function lookOf(sel: Sel | null, draft: Draf | undefined): string {
  const wrong = draft?.keadaan === 'salah'
  const marked = sel?.tanda?.some((m) => m.berat === 'tinggi') ? 'tinggi' : sel?.tanda?.length ? 'biasa' : undefined
  return [
    draft && `lembar-${draft.keadaan}`,
    !wrong && marked && `lembar-tanda-${marked}`,
    sel?.terkunci && 'lembar-terkunci',
    !sel && 'lembar-tanpa',
  ]
    .filter(Boolean)
    .join(' ')
}

type Props = {
  readonly sheet: Sheet
  readonly id: string
  readonly sel: Sel | null
  readonly kolom: Kolom
  readonly baris: string
  readonly r: number
  readonly c: number
  readonly kiri: number | undefined
  readonly catatan?: string
}

export const Cell = memo(function Cell({ sheet, id, sel, kolom, baris, r, c, kiri, catatan }: Props) {
  const state = useLook(sheet, placeKey(baris, c), () => sheet.look(baris, c))
  const key = sel ? keyOf(sel.entitas, sel.bidang) : `tanpa:${baris}:${c}`
  const draft = useLook(sheet, key, () => (sel ? sheet.draftOf(sel) : undefined))
  const own = useLook(sheet, key, () => (sel ? sheet.drafts.saved(key) : undefined))
  const text = draft?.teks ?? own
  const shown = text !== undefined ? labelOf(kolom, text) : sel ? (sel.tampil ?? labelOf(kolom, sel.teks)) : ''
  const words = remarks(sel, draft)
  const editing = state & MENYUNTING
  const proposal = inSight(sel, text)
  return (
    <td
      id={cellId(id, r, c)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of an ARIA grid may be selected
      role="gridcell"
      aria-colindex={c + 1}
      aria-selected={state & (AKTIF | TERPILIH) ? true : undefined}
      aria-readonly={!sel || sel.terkunci ? true : undefined}
      aria-invalid={draft?.keadaan === 'salah' ? true : undefined}
      tabIndex={state & AKTIF ? 0 : -1}
      rowSpan={sel?.tinggi}
      data-r={r}
      data-c={c}
      className={`lembar-sel lembar-${kolom.rupa} ${state & AKTIF ? 'lembar-aktif' : ''} ${state & TERPILIH ? 'lembar-terpilih' : ''} ${kiri === undefined ? '' : 'lembar-lekat'} ${lookOf(sel, draft)}`}
      style={kiri === undefined ? undefined : { left: kiri }}
    >
      {sel?.seret && <span className="lembar-seret" data-seret={sel.seret} aria-hidden="true" />}
      <span className="lembar-isi">{shown}</span>
      {proposal && (
        <span className="lembar-usulan" aria-hidden="true">
          {proposal.teks}
        </span>
      )}
      {catatan && <span className="lembar-asing">{catatan}</span>}
      {words.length > 0 && <span className="sr"> {words.join(' ')}</span>}
      {editing && sel ? <Editor sheet={sheet} kolom={kolom} /> : null}
    </td>
  )
})

function Editor({ sheet, kolom }: { sheet: Sheet; kolom: Kolom }) {
  const field = useRef<HTMLTextAreaElement & HTMLSelectElement>(null)
  const awal = sheet.ketikan() // of a cell that has moved, what was typed so far
  useLayoutEffect(() => {
    const f = field.current
    f?.focus()
    f?.setSelectionRange?.(f.value.length, f.value.length)
  }, [])
  const common = {
    ref: field,
    className: 'lembar-isian',
    'aria-label': kolom.judul,
    defaultValue: awal,
    onInput: (event: { currentTarget: { value: string } }) => sheet.type(event.currentTarget.value),
    onBlur: () => sheet.endEdit(true),
  }
  if (kolom.rupa === 'pilihan')
    return (
      <select {...common}>
        {!kolom.pilihan?.some((p) => p.nilai === awal) && <option value={awal}>{awal}</option>}
        {awal !== '' && !kolom.pilihan?.some((p) => p.nilai === '') && <option value="">{t('kosong')}</option>}
        {kolom.pilihan?.map((p) => (
          <option key={p.nilai} value={p.nilai}>
            {p.label}
          </option>
        ))}
      </select>
    )
  return <textarea {...common} rows={1} inputMode={kolom.rupa === 'angka' ? 'decimal' : undefined} spellCheck={false} />
}
