// The tree itself: one list in a list, drawn from left to right where there is room and indented on a phone, walked by the
// keys of the tree pattern (WAI-ARIA APG).
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { sebutanJenis } from '../jenis.ts'
import type { Pohon } from './data.ts'
import { type Butir, jalur, langkah, tampak } from './susunan.ts'
import { t } from './teks.ts'
import { UkuranChip } from './ukuran.tsx'

type Props = {
  readonly judul: string
  readonly akar: readonly Butir[]
  readonly pohon: Pohon
  readonly tahun: string
  readonly tutup: ReadonlySet<string>
  readonly onAlih: (butir: Butir) => void
  readonly fokus: Butir
  readonly onFokus: (butir: Butir) => void
  /** Opens a node, or goes to the office that contributes. */
  readonly onBuka: (butir: Butir) => void
  readonly cocok: ReadonlySet<string>
  readonly skala: number
}

export function Peta(props: Props) {
  const { judul, akar, tutup, fokus, onFokus, onAlih, onBuka, skala } = props
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const way = new Set(jalur(fokus).map((b) => b.id))
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const item = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(fokus.id)}"]`)
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [fokus])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') onBuka(fokus)
    else {
      const step = langkah(event.key, fokus, tampak(akar, tutup), tutup)
      if (!step) return
      if ('alih' in step) onAlih(step.alih)
      else {
        moved.current = true
        onFokus(step.ke)
      }
    }
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      className="pohon"
      role="tree"
      tabIndex={-1}
      aria-label={judul}
      onKeyDown={onKeyDown}
      style={{ '--skala': skala } as React.CSSProperties}
    >
      {akar.map((b, i) => (
        <Cabang key={b.id} butir={b} urutan={i + 1} dari={akar.length} way={way} {...props} />
      ))}
    </div>
  )
}

type CabangProps = Props & {
  readonly butir: Butir
  readonly urutan: number
  readonly dari: number
  readonly way: ReadonlySet<string>
}

function Cabang({ butir, urutan, dari, way, ...props }: CabangProps) {
  const { tutup, fokus, onFokus, onAlih, onBuka, cocok } = props
  const open = butir.anak.length > 0 && !tutup.has(butir.id)
  const looks = [
    'cabang',
    butir.jenis === 'simpul' ? '' : 'cabang-silang',
    way.has(butir.id) ? 'cabang-jalur' : '',
    cocok.has(butir.id) ? 'cabang-cocok' : '',
  ]
  return (
    <div className={looks.join(' ')}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the tree around it */}
      <div
        className="simpul"
        data-id={butir.id}
        role="treeitem"
        tabIndex={butir.id === fokus.id ? 0 : -1}
        aria-level={butir.tingkat}
        aria-posinset={urutan}
        aria-setsize={dari}
        aria-expanded={butir.anak.length ? open : undefined}
        aria-owns={open ? `di-bawah-${butir.id}` : undefined}
        aria-selected={butir.id === fokus.id}
        onClick={(event) => {
          onFokus(butir)
          if (!(event.target as HTMLElement).closest('a, .simpul-alih')) onBuka(butir)
        }}
        onFocus={() => butir.id !== fokus.id && onFokus(butir)}
      >
        <Isi butir={butir} {...props} />
        {butir.anak.length > 0 && (
          <button
            type="button"
            className="simpul-alih"
            tabIndex={-1}
            aria-label={t(open ? 'peta.tutup' : 'peta.buka', { n: butir.anak.length })}
            onClick={() => onAlih(butir)}
          >
            <Icon name={open ? 'kembali' : 'lanjut'} size={16} />
            {!open && <span className="angka">{butir.anak.length}</span>}
          </button>
        )}
      </div>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree item
        <div className="anak" role="group" id={`di-bawah-${butir.id}`}>
          {butir.anak.map((b, i) => (
            <Cabang key={b.id} {...props} butir={b} urutan={i + 1} dari={butir.anak.length} way={way} />
          ))}
        </div>
      )}
    </div>
  )
}

function Isi({ butir, pohon, tahun }: { butir: Butir; pohon: Pohon; tahun: string }): ReactNode {
  if (butir.jenis === 'kelompok') return <span className="strong">{t('silang.kelompok', { n: butir.kontribusi.length })}</span>
  if (butir.jenis === 'silang') {
    const { unit, namaUnit, status } = butir.kontribusi
    return (
      <>
        <span className="simpul-jenis">{t(`silang.${status as 'DITERIMA'}`)}</span>
        <Tautan ke={`/pohon/${unit}/${tahun}`} className="simpul-kantor" title={butir.kontribusi.kontribusi}>
          {namaUnit}
        </Tautan>
      </>
    )
  }
  const { jenis, kode, pernyataan, indikator } = butir.simpul
  return (
    <>
      <span className="simpul-jenis">
        {sebutanJenis(jenis)} <span className="angka">{kode}</span>
      </span>
      <span className="simpul-pernyataan">{pernyataan}</span>
      {indikator.length > 0 && (
        <span className="simpul-ukuran">
          {indikator.map((one) => (
            <UkuranChip key={one} ukuran={pohon.ukuran(one)} />
          ))}
        </span>
      )}
    </>
  )
}
