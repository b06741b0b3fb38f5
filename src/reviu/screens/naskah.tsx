// The paper with its findings by their numbers, and the figures that hold.
import { type ReactNode, useMemo } from 'react'
import { type Aktif, blockOf, NaskahTerbaca, type Tanda } from '../../web/ui/naskah-terbaca.tsx'
import type { Hitungan, Naskah, Temuan } from './data.ts'
import { t } from './teks.ts'

export function IsiNaskah(props: {
  readonly naskah: Naskah
  readonly temuan: readonly Temuan[]
  readonly aktif: Aktif
  readonly onPilih: (kunci: string) => void
  readonly onSelesai: () => void
}) {
  const { naskah, temuan, aktif, onPilih, onSelesai } = props
  const tanda = useMemo(() => marksOf(naskah, temuan, onPilih), [naskah, temuan, onPilih])
  return (
    <NaskahTerbaca
      paper={naskah}
      judul={t('naskah')}
      judulTabel={t('tabel.tanpa-judul')}
      tanda={tanda}
      aktif={aktif}
      onSelesai={onSelesai}
    />
  )
}

type Numbered = Temuan & { readonly nomor: number }
type Found = { readonly temuan: readonly Numbered[]; readonly cocok?: Hitungan }

function marksOf({ hitungan }: Naskah, temuan: readonly Temuan[], onPilih: (kunci: string) => void) {
  const spots = new Map<string, Found>()
  const put = (jangkar: string | null, change: (found: Found) => Found) =>
    jangkar !== null && spots.set(jangkar, change(spots.get(jangkar) ?? { temuan: [] }))
  for (const h of hitungan) if (h.cocok) put(h.jangkar, (found) => ({ ...found, cocok: h }))
  for (const [n, one] of temuan.entries())
    put(one.jangkar, (found) => ({ ...found, temuan: [...found.temuan, { ...one, nomor: n + 1 }] }))
  const blocks = new Map<string, Map<string, Tanda>>()
  for (const [jangkar, found] of spots) {
    const inBlock = blocks.get(blockOf(jangkar)) ?? new Map<string, Tanda>()
    blocks.set(blockOf(jangkar), inBlock.set(jangkar, { rupa: lookOf(found), isi: isiOf(found, onPilih) }))
  }
  return blocks
}

const beratOf = ({ temuan }: Found) => (['tinggi', 'sedang', 'rendah'] as const).find((b) => temuan.some((x) => x.berat === b))
const lookOf = (found: Found) => (found.temuan.length ? `ada-temuan ada-${beratOf(found)}` : 'ada-cocok')

function isiOf({ cocok, temuan }: Found, onPilih: (kunci: string) => void): ReactNode {
  return (
    <>
      {cocok && (
        <span className="tanda-cocok" title={t('cocok.apa', { rumus: cocok.rumus })}>
          <span className="sr"> {t('cocok')}</span>
        </span>
      )}
      {temuan.map((one) => (
        <button
          key={one.kunci}
          type="button"
          className={`tanda tanda-${one.berat}`}
          aria-label={t('tanda', { n: one.nomor, letak: one.letak })}
          onClick={() => onPilih(one.kunci)}
        >
          {one.nomor}
        </button>
      ))}
    </>
  )
}
