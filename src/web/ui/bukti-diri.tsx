// Proof, asked for again before a signature, that it is the person of the account who signs.
import type { LangkahOut } from '../../platform/kernel/workflow.ts'
import { Field } from './field.tsx'
import { t } from './tanda-tangan-teks.ts'

type Diminta = LangkahOut['tindakan'][number]['bukti']
export type IsianBukti = { readonly sandi: string; readonly frasa: string }
export const TANPA_BUKTI: IsianBukti = { sandi: '', frasa: '' }

/** As the API takes it; undefined where nothing is asked for. */
export const buktiOf = (diminta: Diminta, { sandi, frasa }: IsianBukti) =>
  diminta.length ? { sandi, ...(diminta.includes('frasa') && { frasa }) } : undefined

/** The words of what is asked for, by field: what an act needs, and names in a fault. */
export const kataBukti = (diminta: Diminta): Record<string, string> => Object.fromEntries(diminta.map((field) => [field, t(field)]))

export function BuktiDiri(props: {
  readonly diminta: Diminta
  readonly isi: IsianBukti
  readonly salah: (field: string) => string | undefined
  readonly onUbah: (isi: IsianBukti) => void
}) {
  return props.diminta.map((field) => (
    <Field
      key={field}
      label={t(field)}
      bantuan={t(`${field}.bantuan`)}
      name={field}
      type="password"
      autoComplete={field === 'sandi' ? 'current-password' : 'off'}
      maxLength={300}
      value={props.isi[field]}
      salah={props.salah(field)}
      onChange={(event) => props.onUbah({ ...props.isi, [field]: event.currentTarget.value })}
    />
  ))
}
