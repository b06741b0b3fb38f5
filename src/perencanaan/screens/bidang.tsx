// A statement of several lines, and indicators ticked from the dictionary.
import { useId, useState } from 'react'
import { Field } from '../../web/ui/field.tsx'
import type { Versi } from './data.ts'
import { t } from './teks.ts'

export function Area(props: {
  readonly label: string
  readonly nilai: string
  readonly maks: number
  readonly bantuan?: string
  readonly onUbah: (nilai: string) => void
}) {
  const id = useId()
  return (
    <div className="bidang">
      <label htmlFor={id}>{props.label}</label>
      {props.bantuan && (
        <div className="bidang-bantuan" id={`${id}-bantuan`}>
          {props.bantuan}
        </div>
      )}
      <textarea
        id={id}
        className="isian"
        rows={4}
        required
        maxLength={props.maks}
        value={props.nilai}
        aria-describedby={props.bantuan ? `${id}-bantuan` : undefined}
        onChange={(event) => props.onUbah(event.currentTarget.value)}
      />
    </div>
  )
}

/** The chosen ones first; of the rest what the search finds. */
export function PilihIndikator(props: {
  readonly kamus: readonly Versi[]
  readonly nilai: readonly string[]
  readonly onUbah: (nilai: readonly string[]) => void
}) {
  const [cari, setCari] = useState('')
  const wanted = cari.trim().toLowerCase()
  const { kamus, nilai, onUbah } = props
  const found = kamus.filter((v) => wanted && !nilai.includes(v.kode) && `${v.kode} ${v.nama}`.toLowerCase().includes(wanted))
  const row = (kode: string, nama: string, dipilih: boolean) => (
    <label key={kode} className="pilih-indikator">
      <input
        type="checkbox"
        checked={dipilih}
        onChange={() => onUbah(dipilih ? nilai.filter((one) => one !== kode) : [...nilai, kode])}
      />
      <span>
        {nama} <span className="small muted">{kode}</span>
      </span>
    </label>
  )
  return (
    <fieldset className="indikator-pilihan">
      <legend>{t('form.indikator')}</legend>
      {nilai.map((kode) => row(kode, kamus.find((v) => v.kode === kode)?.nama ?? kode, true))}
      <Field
        label={t('form.indikator.cari')}
        type="search"
        value={cari}
        maxLength={100}
        bantuan={t('form.indikator.bantuan', { n: kamus.length })}
        onChange={(event) => setCari(event.currentTarget.value)}
      />
      {found.slice(0, 12).map((v) => row(v.kode, v.nama, false))}
      {wanted && !found.length && <p className="small muted">{t('form.indikator.kosong')}</p>}
    </fieldset>
  )
}
