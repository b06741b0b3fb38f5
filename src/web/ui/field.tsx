import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from './icons.tsx'

type Common = { readonly label: string; readonly bantuan?: ReactNode; readonly salah?: string; readonly labelTersembunyi?: boolean }

function Frame({ id, label, bantuan, salah, labelTersembunyi, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="bidang">
      <label htmlFor={id} className={labelTersembunyi ? 'sr' : undefined}>
        {label}
      </label>
      {bantuan && (
        <div className="bidang-bantuan" id={`${id}-bantuan`}>
          {bantuan}
        </div>
      )}
      {children}
      {salah && <Fault id={`${id}-salah`} salah={salah} />}
    </div>
  )
}

/** What is wrong with a field, beside it. */
export const Fault = ({ id, salah }: { id?: string; salah: string }) => (
  <div className="bidang-salah" id={id}>
    <Icon name="salah" />
    <span>{salah}</span>
  </div>
)

const described = (id: string, { bantuan, salah }: Common) =>
  [bantuan && `${id}-bantuan`, salah && `${id}-salah`].filter(Boolean).join(' ') || undefined

/** A labelled text input with its help and, where something is wrong, the sentence that says how to mend it. */
export function Field({ label, bantuan, salah, labelTersembunyi, ...rest }: Common & ComponentProps<'input'>) {
  const made = useId()
  const id = rest.id ?? made
  const common = { label, bantuan, salah, labelTersembunyi }
  return (
    <Frame id={id} {...common}>
      <input
        {...rest}
        id={id}
        className={`isian ${rest.className ?? ''}`}
        aria-invalid={salah ? true : undefined}
        aria-describedby={described(id, common)}
      />
    </Frame>
  )
}

/** A labelled text of several lines. */
export function Area({ label, bantuan, salah, labelTersembunyi, ...rest }: Common & ComponentProps<'textarea'>) {
  const made = useId()
  const id = rest.id ?? made
  const common = { label, bantuan, salah, labelTersembunyi }
  return (
    <Frame id={id} {...common}>
      <textarea
        {...rest}
        id={id}
        className={`isian ${rest.className ?? ''}`}
        aria-invalid={salah ? true : undefined}
        aria-describedby={described(id, common)}
      />
    </Frame>
  )
}

export function Select({ label, bantuan, salah, labelTersembunyi, children, ...rest }: Common & ComponentProps<'select'>) {
  const made = useId()
  const id = rest.id ?? made
  const common = { label, bantuan, salah, labelTersembunyi }
  return (
    <Frame id={id} {...common}>
      <select {...rest} id={id} className={`isian ${rest.className ?? ''}`} aria-describedby={described(id, common)}>
        {children}
      </select>
    </Frame>
  )
}

/** A few options side by side, one of which holds. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly nilai: T
  readonly pilihan: readonly { readonly nilai: T; readonly label: ReactNode }[]
  readonly onPilih: (nilai: T) => void
}) {
  const name = useId()
  return (
    <fieldset className="pilihan">
      <legend className="sr">{props.label}</legend>
      {props.pilihan.map((p) => (
        <label key={p.nilai}>
          <input
            type="radio"
            name={name}
            value={p.nilai}
            checked={p.nilai === props.nilai}
            onChange={() => props.onPilih(p.nilai)}
          />
          <span>{p.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Name, value, fault and change of one field of a form: `<Field label="Nama" {...bidang('nama', salah)} />`. */
export function bound<T>(isi: T, put: (part: Partial<T>) => void) {
  return (name: keyof T & string, salah?: (name: string) => string | undefined) => ({
    name,
    value: isi[name] as string,
    salah: salah?.(name),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      put({ [name]: event.currentTarget.value } as Partial<T>),
  })
}
