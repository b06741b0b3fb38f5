// One thing found by a part of its name: type, choose from the list; what was chosen stands there with a way to change it.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button } from './button.tsx'
import { Fault, Field } from './field.tsx'
import { Failure } from './notice.tsx'
import { t } from './teks.ts'

export type Pilihan = { readonly kunci: string; readonly nama: string; readonly keterangan?: string }

export function Chooser(props: {
  readonly label: string
  readonly name: string
  readonly bantuan?: string
  readonly salah?: string
  readonly nilai: Pilihan | null
  readonly onPilih: (pilihan: Pilihan | null) => void
  /** What else than the text the list depends on: a day, a role. */
  readonly dalam?: string
  readonly cari: (text: string, signal: AbortSignal) => Promise<readonly Pilihan[]>
}) {
  const { label, name, nilai, onPilih } = props
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['pilih', name, props.dalam, wanted],
    enabled: nilai === null && wanted.length > 1,
    queryFn: ({ signal }) => props.cari(wanted, signal),
  })
  if (nilai)
    return (
      <div className="bidang">
        <span className="strong">{label}</span>
        <div className="terpilih">
          <span>
            {nilai.nama}
            {nilai.keterangan && <span className="small muted"> {nilai.keterangan}</span>}
          </span>
          <Button kecil rupa="polos" onClick={() => onPilih(null)}>
            {t('pilih.ganti')}
            <span className="sr"> {label}</span>
          </Button>
        </div>
        {props.salah && <Fault salah={props.salah} />}
      </div>
    )
  return (
    <div className="pemilih">
      <Field
        label={label}
        name={name}
        type="search"
        bantuan={props.bantuan ?? t('pilih.bantuan')}
        salah={props.salah}
        value={text}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.isError && <Failure error={found.error} onLagi={() => found.refetch()} />}
      {found.data && (
        <ul className="pemilih-hasil" aria-label={t('pilih.hasil', { label })}>
          {found.data.map((p) => (
            <li key={p.kunci}>
              <button type="button" onClick={() => onPilih(p)}>
                <span>{p.nama}</span>
                {p.keterangan && <span className="small muted">{p.keterangan}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.data?.length === 0 && <p role="status">{t('pilih.kosong', { cari: wanted })}</p>}
    </div>
  )
}
