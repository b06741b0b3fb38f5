// The editor of a formula: a text field over its own coloured copy, what is wrong below it, and choices while typing.
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Fault } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { complete, inserted, type Masalah, type Nama, type PeriksaRumus, type Saran } from '../periksa-rumus.ts'
import { kalimat } from './bagian.tsx'
import { Pieces } from './rumus-teks.tsx'
import { t } from './teks.ts'

type Props = {
  readonly label: string
  readonly nilai: string
  readonly periksa: PeriksaRumus
  readonly nama: Nama
  /** What was refused; shown while the check itself finds nothing wrong. */
  readonly salah?: string
  readonly onUbah: (text: string) => void
}

export function RumusEditor({ label, nilai, periksa, nama, salah, onUbah }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const moveTo = useRef<number | null>(null)
  const offered = open ? complete(nilai, caret, nama) : null
  const chosen = offered ? Math.min(at, offered.isi.length - 1) : 0

  useLayoutEffect(() => {
    if (moveTo.current === null) return
    area.current?.setSelectionRange(moveTo.current, moveTo.current)
    setCaret(moveTo.current)
    moveTo.current = null
  })
  const take = (one: Saran) => {
    if (!offered) return
    const text = inserted(one)
    moveTo.current = offered.dari + text.length
    onUbah(nilai.slice(0, offered.dari) + text + nilai.slice(offered.sampai))
    // A table goes on with its columns, a reference with its code; nothing more is offered after the others.
    setOpen(text.endsWith('[') || text.endsWith('"'))
    setAt(0)
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!offered) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((chosen + step + offered.isi.length) % offered.isi.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered.isi[chosen]!)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  const empty = nilai.trim() === ''
  const wrong = !empty && periksa.masalah.some((m) => m.berat === 'salah')
  const refused = !wrong && salah
  return (
    <div className="bidang">
      <label htmlFor={id}>{label}</label>
      <div className="bidang-bantuan" id={`${id}-bantuan`}>
        {t('e.bantuan')}
      </div>
      <div className="editor">
        <div className="editor-warna rumus-teks" aria-hidden="true">
          <Pieces teks={nilai} tanda={empty ? [] : periksa.masalah} />
          {'\n'}
        </div>
        <textarea
          ref={area}
          id={id}
          className="isian rumus-teks"
          value={nilai}
          maxLength={20_000}
          rows={3}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={`${id}-bantuan ${id}-masalah`}
          aria-invalid={Boolean(wrong || refused) || undefined}
          aria-autocomplete="list"
          aria-controls={offered ? `${id}-pilihan` : undefined}
          aria-activedescendant={offered ? `${id}-${chosen}` : undefined}
          onChange={(event) => {
            setCaret(event.currentTarget.selectionStart)
            setOpen(true)
            setAt(0)
            onUbah(event.currentTarget.value)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </div>
      {offered && (
        <div className="editor-pilihan" id={`${id}-pilihan`} role="listbox" aria-label={t('e.pilihan')}>
          {offered.isi.map((one, n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field, which keeps the focus
            <div
              key={`${one.jenis} ${one.teks}`}
              id={`${id}-${n}`}
              role="option"
              tabIndex={-1}
              aria-selected={n === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <code className="rumus-teks">{one.teks}</code>
              {one.arti && <span className="small muted">{one.arti}</span>}
            </div>
          ))}
        </div>
      )}
      <div id={`${id}-masalah`} className="editor-masalah" role="status">
        {!empty ? <Said periksa={periksa} /> : !refused && <p className="muted">{t('e.kosong')}</p>}
        {refused && <Fault salah={refused} />}
      </div>
    </div>
  )
}

function Said({ periksa: { masalah, kata } }: { periksa: PeriksaRumus }) {
  return (
    <>
      {masalah.map((m) => (
        <Problem key={`${m.kode} ${m.dari} ${m.pesan}`} m={m} />
      ))}
      {kata && (
        <p>
          <span className="muted">{t('e.terbaca')}:</span> {kalimat(kata)}
        </p>
      )}
    </>
  )
}

function Problem({ m }: { m: Masalah }) {
  return (
    <p className={`editor-${m.berat}`}>
      <Icon name={m.berat === 'salah' ? 'salah' : 'peringatan'} />
      <span>
        <strong>{t('e.letak', { baris: m.baris, kolom: m.kolom })}:</strong> {m.pesan} {m.saran}
      </span>
    </p>
  )
}
