// Both versions of every cell that two people changed, side by side; one is chosen for each.
import { useState } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../panel.tsx'
import { useLook } from './cell.tsx'
import { type Draf, keyOf } from './drafts.ts'
import { cellAt } from './grid.ts'
import type { Sheet } from './sheet.ts'
import { t } from './teks.ts'

type Versi = 'saya' | 'tersimpan'

export function Conflicts({ sheet, buka, onTutup }: { sheet: Sheet; buka: boolean; onTutup: () => void }) {
  useLook(sheet, 'ringkasan', sheet.drafts.ringkasan)
  const [chosen, setChosen] = useState<Readonly<Record<string, Versi>>>({})
  const both = sheet.drafts.all().filter((d) => d.keadaan === 'bentrok' || d.keadaan === 'hilang')
  const versi = (d: Draf): Versi | undefined => (d.keadaan === 'hilang' ? 'tersimpan' : chosen[keyOf(d.entitas, d.bidang)])
  const chooseAll = (v: Versi) => setChosen(Object.fromEntries(both.map((d) => [keyOf(d.entitas, d.bidang), v])))
  const use = () => {
    for (const d of both) {
      const v = versi(d)
      if (v) sheet.drafts.choose(keyOf(d.entitas, d.bidang), v)
    }
    setChosen({})
    onTutup()
    sheet.flush()
  }
  return (
    <Dialog
      judul={t('bentrok.judul')}
      buka={buka}
      onTutup={onTutup}
      kaki={
        <Button rupa="utama" aria-disabled={both.some((d) => !versi(d)) || undefined} onClick={() => both.every(versi) && use()}>
          {t('bentrok.pakai')}
        </Button>
      }
    >
      <div className="stack">
        <p>{t('bentrok.isi')}</p>
        {both.length > 1 && (
          <p className="row">
            <Button kecil onClick={() => chooseAll('saya')}>
              {t('bentrok.semua-saya')}
            </Button>
            <Button kecil onClick={() => chooseAll('tersimpan')}>
              {t('bentrok.semua-mereka')}
            </Button>
          </p>
        )}
        {both.map((d) => (
          <Two
            key={keyOf(d.entitas, d.bidang)}
            sheet={sheet}
            draf={d}
            versi={versi(d)}
            onPilih={(v) => setChosen({ ...chosen, [keyOf(d.entitas, d.bidang)]: v })}
          />
        ))}
      </div>
    </Dialog>
  )
}

function Two({ sheet, draf, versi, onPilih }: { sheet: Sheet; draf: Draf; versi?: Versi; onPilih: (v: Versi) => void }) {
  const at = sheet.find(draf.entitas, draf.bidang)
  const kolom = at && sheet.bidang().kolom[at.c]
  const place = kolom ? [kolom.kelompok, kolom.judul].filter(Boolean).join(', ') : draf.bidang
  // The row by what stands in its last column that stays in sight: the name of the thing.
  const name = at && cellAt(sheet.bidang(), { r: at.r, c: sheet.bidang().kolom.findLastIndex((k) => k.lekat) })?.teks
  const gone = draf.keadaan === 'hilang'
  const choice = (v: Versi, text: string) => (
    <label className={`lembar-versi ${versi === v ? 'lembar-versi-dipilih' : ''}`}>
      <span className="lembar-versi-judul">
        <input
          type="radio"
          name={`versi-${keyOf(draf.entitas, draf.bidang)}`}
          checked={versi === v}
          disabled={gone}
          onChange={() => onPilih(v)}
        />
        {t(v === 'saya' ? 'bentrok.saya' : 'bentrok.mereka')}
      </span>
      <span className="lembar-versi-isi">{text || t('kosong')}</span>
    </label>
  )
  return (
    <fieldset className="lembar-bentrokan">
      <legend>{name ? `${name.slice(0, 120)}: ${place}` : at ? t('baris.dari', { n: at.r + 1, judul: place }) : place}</legend>
      {choice('saya', draf.teks)}
      {gone ? <p>{t('bentrok.hilang')}</p> : choice('tersimpan', draf.milikMereka ?? '')}
    </fieldset>
  )
}
