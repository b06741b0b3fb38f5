// One value that was read, to be corrected by hand: what is less certain is marked, with the reason and a way to its place.
import { createContext, useContext, useState } from 'react'
import { Area, Field } from '../../web/ui/field.tsx'
import { angkaDiketik, isKosong, teksDiketik } from '../baca-nilai.ts'
import type { AngkaTerbaca, Terbaca } from '../terbaca.ts'
import { t } from './teks.ts'

/** Leads the paper at the left to the place of a value. */
export const Tunjuk = createContext<(nilai: Terbaca) => void>(() => {})

type Common = { readonly label: string; readonly labelTersembunyi?: boolean }
const shown = (value: Terbaca) => (isKosong(value) ? '' : value.dibaca)
/** The reason of a doubt, and what stands in the paper where that is something else. */
function why({ keyakinan, alasan, tercetak, dibaca }: Terbaca): string | undefined {
  if (keyakinan === 1) return undefined
  const other = tercetak !== '' && tercetak.replace(/\s+/g, ' ').trim() !== dibaca.replace(/\s+/g, ' ')
  return [alasan?.replace(/\.$/, ''), other && t('tercetak', { nilai: tercetak.slice(0, 80) })].filter(Boolean).join('. ')
}

export function IsianTeks({
  nilai,
  onUbah,
  luas,
  sempit,
  ...common
}: Common & { nilai: Terbaca; onUbah: (nilai: Terbaca) => void; luas?: number; sempit?: boolean }) {
  const tunjuk = useContext(Tunjuk)
  const props = {
    ...common,
    value: shown(nilai),
    placeholder: t('kosong'),
    className: nilai.keyakinan < 1 ? 'naskah-ragu' : '',
    ...(sempit ? { title: why(nilai) } : { bantuan: why(nilai) }),
    onFocus: () => tunjuk(nilai),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onUbah(teksDiketik(nilai, event.currentTarget.value)),
  }
  return luas ? <Area {...props} rows={luas} /> : <Field {...props} />
}

/** A figure is read again as it is typed: `86,75`, `N/A`, `A (82)`. */
export function IsianAngka({ nilai, onUbah, ...common }: Common & { nilai: AngkaTerbaca; onUbah: (nilai: AngkaTerbaca) => void }) {
  const tunjuk = useContext(Tunjuk)
  const [text, setText] = useState(nilai.status === 'KOSONG' ? '' : nilai.tercetak)
  return (
    <Field
      {...common}
      value={text}
      placeholder={t('kosong')}
      title={why(nilai)}
      className={nilai.keyakinan < 1 ? 'naskah-ragu' : ''}
      aria-invalid={nilai.keyakinan < 0.5 ? true : undefined}
      onFocus={() => tunjuk(nilai)}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onUbah({ ...angkaDiketik(nilai, event.currentTarget.value), tercetak: event.currentTarget.value })
      }}
    />
  )
}
