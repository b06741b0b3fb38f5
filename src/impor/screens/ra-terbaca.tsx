// An action plan as it was understood: indicator → RA → KK → output, with who and when.
import { memo } from 'react'
import { Area } from '../../web/ui/field.tsx'
import type { AksiTerbaca, IndikatorRaTerbaca, OutputTerbaca, RaTerbaca } from '../bentuk-terbaca.ts'
import { IsianAngka, IsianTeks } from './isian.tsx'
import { t } from './teks.ts'

export function RaSunting({ isi, onUbah }: { isi: RaTerbaca; onUbah: (change: (isi: RaTerbaca) => RaTerbaca) => void }) {
  return isi.rencanaAksi.map((i, n) => (
    <IndikatorSunting
      // biome-ignore lint/suspicious/noArrayIndexKey: the order of a paper does not change
      key={n}
      indikator={i}
      onUbah={(change) => onUbah((now) => ({ ...now, rencanaAksi: now.rencanaAksi.with(n, change(now.rencanaAksi[n]!)) }))}
    />
  ))
}

type Props = {
  readonly indikator: IndikatorRaTerbaca
  readonly onUbah: (change: (i: IndikatorRaTerbaca) => IndikatorRaTerbaca) => void
}
const IndikatorSunting = memo(
  function IndikatorSunting({ indikator, onUbah }: Props) {
    return (
      <fieldset className="impor-kotak">
        <legend>{`${indikator.no.dibaca}. ${indikator.nama.dibaca === 'KOSONG' ? t('kosong') : indikator.nama.dibaca}`}</legend>
        <IsianTeks label={t('indikator')} luas={2} nilai={indikator.nama} onUbah={(nama) => onUbah((i) => ({ ...i, nama }))} />
        <IsianAngka label={t('tahunan')} nilai={indikator.target} onUbah={(target) => onUbah((i) => ({ ...i, target }))} />
        {indikator.ra.map((a, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <AksiSunting key={n} aksi={a} onUbah={(change) => onUbah((i) => ({ ...i, ra: i.ra.with(n, change(i.ra[n]!)) }))} />
        ))}
      </fieldset>
    )
  },
  (a, b) => a.indikator === b.indikator,
)

function AksiSunting({ aksi, onUbah }: { aksi: AksiTerbaca; onUbah: (change: (a: AksiTerbaca) => AksiTerbaca) => void }) {
  const kk = (n: number, change: (k: AksiTerbaca['kk'][number]) => AksiTerbaca['kk'][number]) =>
    onUbah((a) => ({ ...a, kk: a.kk.with(n, change(a.kk[n]!)) }))
  return (
    <div className="impor-indikator">
      <IsianTeks
        label={t('ra', { kode: aksi.kode.dibaca })}
        luas={2}
        nilai={aksi.uraian}
        onUbah={(uraian) => onUbah((a) => ({ ...a, uraian }))}
      />
      {aksi.kk.map((k, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={n} className="impor-indikator">
          <IsianTeks
            label={t('kk', { kode: k.kode.dibaca })}
            luas={2}
            nilai={k.uraian}
            onUbah={(uraian) => kk(n, (now) => ({ ...now, uraian }))}
          />
          {k.to.map((o, m) => (
            <KeluaranSunting
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={m}
              keluaran={o}
              onUbah={(part) => kk(n, (now) => ({ ...now, to: now.to.with(m, { ...now.to[m]!, ...part }) }))}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

function KeluaranSunting({ keluaran: o, onUbah }: { keluaran: OutputTerbaca; onUbah: (part: Partial<OutputTerbaca>) => void }) {
  const shared = o.jumlah.disalinDari ?? o.triwulan.disalinDari ?? o.penanggungJawab.disalinDari
  return (
    <div className="impor-indikator">
      <IsianTeks label={t('to', { kode: o.kode.dibaca })} luas={2} nilai={o.uraian} onUbah={(uraian) => onUbah({ uraian })} />
      <fieldset className="impor-target" aria-label={o.kode.dibaca}>
        <IsianAngka label={t('jumlah')} nilai={o.jumlah} onUbah={(jumlah) => onUbah({ jumlah })} />
        <IsianTeks sempit label={t('satuan')} nilai={o.satuan} onUbah={(satuan) => onUbah({ satuan })} />
        <IsianTeks sempit label={t('waktu')} nilai={o.triwulan} onUbah={(triwulan) => onUbah({ triwulan })} />
      </fieldset>
      {shared && <p className="small muted">{t('bersama', { kode: shared })}</p>}
      <Area
        label={t('pj')}
        rows={Math.max(1, o.penanggungJawab.dibaca.length)}
        className={o.penanggungJawab.keyakinan < 1 ? 'naskah-ragu' : ''}
        value={o.penanggungJawab.dibaca.join('\n')}
        onChange={(event) =>
          onUbah({ penanggungJawab: { ...o.penanggungJawab, dibaca: event.currentTarget.value.split('\n'), keyakinan: 1 } })
        }
      />
    </div>
  )
}
