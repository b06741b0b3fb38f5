// An agreement as it was understood: persons, then each sasaran with its indicators and their grid of targets.
import { memo } from 'react'
import type { IndikatorTerbaca, PkTerbaca, SasaranTerbaca } from '../bentuk-terbaca.ts'
import { IsianAngka, IsianTeks } from './isian.tsx'
import { t } from './teks.ts'

const ROMAWI = ['I', 'II', 'III', 'IV']

export function PkSunting({ isi, onUbah }: { isi: PkTerbaca; onUbah: (change: (isi: PkTerbaca) => PkTerbaca) => void }) {
  return (
    <>
      {(['pihakPertama', 'pihakKedua'] as const).map((pihak) => (
        <fieldset key={pihak} className="impor-kotak">
          <legend>{t(pihak === 'pihakPertama' ? 'pertama' : 'kedua')}</legend>
          {(['nama', 'nip', 'jabatan'] as const).map((hal) => (
            <IsianTeks
              key={hal}
              label={t(hal)}
              nilai={isi[pihak][hal]}
              onUbah={(nilai) => onUbah((now) => ({ ...now, [pihak]: { ...now[pihak], [hal]: nilai } }))}
            />
          ))}
        </fieldset>
      ))}
      {isi.kelompok.map((k, g) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of a paper does not change
        <section key={g} aria-label={k.nama.dibaca}>
          <h3>{k.nama.dibaca === 'KOSONG' ? k.kelompok : k.nama.dibaca}</h3>
          {k.sasaran.map((s, n) => (
            <SasaranSunting
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={n}
              sasaran={s}
              onUbah={(change) =>
                onUbah((now) => {
                  const group = now.kelompok[g]!
                  const sasaran = group.sasaran.with(n, change(group.sasaran[n]!))
                  return { ...now, kelompok: now.kelompok.with(g, { ...group, sasaran }) }
                })
              }
            />
          ))}
        </section>
      ))}
    </>
  )
}

type SasaranProps = { readonly sasaran: SasaranTerbaca; readonly onUbah: (change: (s: SasaranTerbaca) => SasaranTerbaca) => void }
/** Drawn again only when something of it changed: a paper holds dozens. */
const SasaranSunting = memo(
  function SasaranSunting({ sasaran, onUbah }: SasaranProps) {
    const put = (n: number, part: Partial<IndikatorTerbaca>) =>
      onUbah((s) => ({ ...s, indikator: s.indikator.with(n, { ...s.indikator[n]!, ...part }) }))
    return (
      <fieldset className="impor-kotak">
        <legend>{t('sasaran', { no: sasaran.no.dibaca })}</legend>
        <IsianTeks label={t('uraian')} luas={2} nilai={sasaran.uraian} onUbah={(uraian) => onUbah((s) => ({ ...s, uraian }))} />
        {sasaran.indikator.map((i, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={n} className="impor-indikator">
            <IsianTeks label={t('indikator')} luas={2} nilai={i.nama} onUbah={(nama) => put(n, { nama })} />
            <fieldset className="impor-target" aria-label={t('target.dari', { no: sasaran.no.dibaca, n: n + 1 })}>
              {i.triwulan.map((f, q) => (
                <IsianAngka
                  key={ROMAWI[q]}
                  label={t('tw', { n: ROMAWI[q]! })}
                  nilai={f}
                  onUbah={(nilai) =>
                    onUbah((s) => ({
                      ...s,
                      indikator: s.indikator.with(n, { ...s.indikator[n]!, triwulan: s.indikator[n]!.triwulan.with(q, nilai) }),
                    }))
                  }
                />
              ))}
              <IsianAngka label={t('tahunan')} nilai={i.tahunan} onUbah={(tahunan) => put(n, { tahunan })} />
              <IsianTeks sempit label={t('satuan')} nilai={i.satuan} onUbah={(satuan) => put(n, { satuan })} />
            </fieldset>
            {i.nilaiLebih.length > 0 && (
              <p className="small muted">{t('lebih', { nilai: i.nilaiLebih.map((v) => v.tercetak).join(', ') })}</p>
            )}
            <IsianTeks label={t('sumber')} nilai={i.sumberData} onUbah={(sumberData) => put(n, { sumberData })} />
            <IsianTeks
              label={t('pengukuran')}
              luas={3}
              nilai={i.pengukuran}
              onUbah={(nilai) => put(n, { pengukuran: { ...nilai, blok: i.pengukuran.blok } })}
            />
          </div>
        ))}
      </fieldset>
    )
  },
  (a, b) => a.sasaran === b.sasaran,
)
