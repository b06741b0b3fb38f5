// The results of a report as they were understood, table by table: the name, the year, and what is printed of each.
import { memo } from 'react'
import type { HasilTerbaca, LkipTerbaca } from '../lkip.ts'
import { IsianAngka, IsianTeks } from './isian.tsx'
import { t } from './teks.ts'

const HAL = ['target', 'realisasi', 'capaian'] as const
type Change = (isi: LkipTerbaca) => LkipTerbaca

export function LkipSunting({ isi, onUbah }: { isi: LkipTerbaca; onUbah: (change: Change) => void }) {
  const tables = [...Map.groupBy(isi.hasil.entries(), ([, h]) => h.tabel)]
  return tables.map(([tabel, rows]) => (
    <fieldset key={tabel} className="impor-kotak impor-hasil">
      <legend>{tabel}</legend>
      {rows.map(([n, hasil]) => (
        <HasilSunting
          key={n}
          hasil={hasil}
          onUbah={(part) => onUbah((now) => ({ ...now, hasil: now.hasil.with(n, { ...now.hasil[n]!, ...part }) }))}
        />
      ))}
    </fieldset>
  ))
}

/** Drawn again only when something of it changed: a report holds hundreds. */
const HasilSunting = memo(
  function HasilSunting({ hasil, onUbah }: { hasil: HasilTerbaca; onUbah: (part: Partial<HasilTerbaca>) => void }) {
    return (
      <div className="impor-indikator">
        <IsianTeks label={t('indikator')} luas={2} nilai={hasil.indikator} onUbah={(indikator) => onUbah({ indikator })} />
        <div className="impor-target">
          <IsianTeks sempit label={t('tahun')} nilai={hasil.periode} onUbah={(periode) => onUbah({ periode })} />
          {HAL.map((hal) => {
            const nilai = hasil[hal]
            return nilai && <IsianAngka key={hal} label={t(hal)} nilai={nilai} onUbah={(next) => onUbah({ [hal]: next })} />
          })}
        </div>
      </div>
    )
  },
  (a, b) => a.hasil === b.hasil,
)
