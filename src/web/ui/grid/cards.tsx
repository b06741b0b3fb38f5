// The grid on a phone: a card for each row, its fields with their labels, saved as in the grid.
import { memo, startTransition, useEffect, useRef, useState } from 'react'
import { cellId, lookOf, proposalOf, remarks, useLook } from './cell.tsx'
import { labelOf } from './check.ts'
import { keyOf } from './drafts.ts'
import { type Baris, type Bidang, cellAt, type Kolom, originOf, type Sel } from './grid.ts'
import { RowButton } from './menu.tsx'
import type { Sheet } from './sheet.ts'
import { t } from './teks.ts'

const FIRST = 2

export function Cards({ id, sheet, bidang, menu }: { id: string; sheet: Sheet; bidang: Bidang; menu: boolean }) {
  // What a phone shows at first is drawn at once; the rest comes in pieces that let a finger in between.
  const [drawn, setDrawn] = useState(FIRST)
  useEffect(() => startTransition(() => setDrawn(Number.POSITIVE_INFINITY)), [])
  let n = 0
  return (
    <div className="lembar-kartu-daftar">
      {bidang.baris.slice(0, drawn).map((row, r) =>
        row.judul === undefined ? (
          <Card key={row.kunci} id={id} sheet={sheet} bidang={bidang} row={row} r={r} n={++n} menu={menu} />
        ) : (
          <h3 key={row.kunci} className="lembar-kartu-kelompok">
            {row.judul}
          </h3>
        ),
      )}
    </div>
  )
}

type CardProps = { id: string; sheet: Sheet; bidang: Bidang; row: Baris; r: number; n: number; menu: boolean }

function Card({ id, sheet, bidang, row, r, n, menu }: CardProps) {
  const foreign = useLook(sheet, 'asing', sheet.asing)
  const cells = bidang.kolom.map((kolom, c) => ({
    kolom,
    shared: originOf(bidang, { r, c }).r !== r,
    sel: cellAt(bidang, { r, c }),
  }))
  const words = foreign.size > 0 && cells.some(({ sel, shared }) => sel && !shared && foreign.has(sel.entitas))
  return (
    <article className="lembar-kartu" aria-label={t('baris.dari', { n, judul: '' }).replace(/:\s*$/, '')}>
      {menu && <RowButton n={n} kunci={row.kunci} />}
      {words && <p className="lembar-asing">{t('baris.orang-lain')}</p>}
      <div className="lembar-kartu-isi">
        {cells.map(
          ({ kolom, shared, sel }, c) =>
            sel && <CardField key={kolom.kunci} id={cellId(id, r, c)} sheet={sheet} kolom={kolom} sel={sel} shared={shared} />,
        )}
      </div>
    </article>
  )
}

const CardField = memo(function CardField({
  id,
  sheet,
  kolom,
  sel,
  shared,
}: {
  id: string
  sheet: Sheet
  kolom: Kolom
  sel: Sel
  shared: boolean
}) {
  const key = keyOf(sel.entitas, sel.bidang)
  const draft = useLook(sheet, key, () => sheet.draftOf(sel))
  const text = draft?.teks ?? sheet.drafts.saved(key) ?? sel.teks
  const field = useRef<HTMLTextAreaElement & HTMLSelectElement>(null)
  const seen = useRef(text)
  // A field that somebody is typing in is left alone; another shows what is stored now.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = text
  }, [text])
  // On a card what is locked looks so; why is said where one tries to edit.
  const words = remarks({ ...sel, terkunci: undefined }, draft)
  const label = [kolom.kelompok, kolom.judul].filter(Boolean).join(', ')
  const proposal = proposalOf(sel, text)
  const describedBy = words.length ? `${id}-kata` : undefined
  const put = () => {
    const typed = field.current?.value ?? ''
    if (typed === seen.current) return
    sheet.put(sel, typed, draft?.dasar ?? seen.current)
    seen.current = typed
  }
  if (shared || sel.terkunci)
    return (
      <div className={`lembar-kartu-bidang lembar-kartu-${kolom.rupa}`}>
        <span className="lembar-kartu-label">{label}</span>
        <span className="lembar-kartu-tetap">{labelOf(kolom, text) || t('kosong')}</span>
        {!shared &&
          words.map((w) => (
            <span key={w} className="small muted">
              {w}
            </span>
          ))}
      </div>
    )
  const common = {
    id,
    ref: field,
    className: `isian ${lookOf(sel, draft)}`,
    defaultValue: text,
    'aria-invalid': draft?.keadaan === 'salah' || undefined,
    'aria-describedby': describedBy,
    onFocus: () => {
      seen.current = field.current?.value ?? ''
    },
    onBlur: put,
  }
  return (
    <div className={`lembar-kartu-bidang lembar-kartu-${kolom.rupa}`}>
      <label htmlFor={id} className="lembar-kartu-label">
        {label}
      </label>
      {kolom.rupa === 'pilihan' ? (
        <select {...common} onChange={put}>
          {!kolom.pilihan?.some((p) => p.nilai === text) && <option value={text}>{text}</option>}
          {kolom.pilihan?.map((p) => (
            <option key={p.nilai} value={p.nilai}>
              {p.label}
            </option>
          ))}
        </select>
      ) : (
        <textarea {...common} rows={1} inputMode={kolom.rupa === 'angka' ? 'decimal' : undefined} />
      )}
      {proposal && (
        <button type="button" className="lembar-usulan-pakai" onClick={() => sheet.put(sel, proposal.teks, draft?.dasar ?? text)}>
          {t('usulan.pakai', proposal)}
        </button>
      )}
      {words.length > 0 && (
        <span
          id={`${id}-kata`}
          className={draft?.keadaan === 'salah' || draft?.keadaan === 'bentrok' ? 'bidang-salah' : 'small muted'}
        >
          {words.join(' ')}
        </span>
      )}
    </div>
  )
})
