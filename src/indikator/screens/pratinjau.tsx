// A formula tried out while it is written: on figures that are typed, or on those that the office measured.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { periodName } from '../../platform/kernel/time.ts'
import { address, get } from '../../web/ui/api.ts'
import { Field, Select } from '../../web/ui/field.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { dataOf, exactText, figuresOf, type IsianCoba } from '../coba-rumus.ts'
import { inWords, type PeriksaRumus, standalone } from '../periksa-rumus.ts'
import { kalimat } from './bagian.tsx'
import { type HasilHitung, hitung } from './data.ts'
import { t } from './teks.ts'

type Jejak = Parameters<typeof figuresOf>[0]
type Explained = {
  readonly hasil: { readonly nilai: { readonly tampil: string }; readonly rumus: { readonly jejak: Jejak | null } | null }
}
type Props = {
  readonly unit: string
  readonly tahun: string
  /** Of an indicator that is there already, whose measured data can be taken. */
  readonly kode: string | null
  readonly rumus: string
  readonly periksa: PeriksaRumus
  readonly polaritas: string
  readonly desimal: number
  readonly isian: IsianCoba
  readonly onIsian: (isian: IsianCoba) => void
}

const PARTS = ['', '-S1', '-S2', '-TW1', '-TW2', '-TW3', '-TW4']

export function Pratinjau(props: Props) {
  const { unit, tahun, kode, rumus, periksa, isian, onIsian } = props
  const [periode, setPeriode] = useState('')
  const [target, setTarget] = useState('')
  const { acuan } = standalone(rumus)
  const names = [...periksa.nama, ...acuan.filter((a) => !a.ref.anak).map((a) => a.nama)]
  const tables = { ...periksa.tabel, ...Object.fromEntries(acuan.filter((a) => a.ref.anak).map((a) => [a.nama, ['nilai']])) }
  const found = useQuery({
    queryKey: ['kamus-jelaskan', unit, kode, periode],
    enabled: kode !== null && periode !== '',
    retry: false,
    queryFn: ({ signal }) => get<Explained>(address('/api/jelaskan', { unit, kode: kode!, periode }), { signal }),
  })
  const jejak = found.data?.hasil.rumus?.jejak
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each period whose data has come
  useEffect(() => {
    if (jejak) onIsian(figuresOf(jejak))
  }, [jejak])
  const readable = periksa.kata !== null
  return (
    <section className="kamus-coba" aria-labelledby="coba">
      <h2 id="coba">{t('c.judul')}</h2>
      <p className="muted">{t('c.isi')}</p>
      {kode !== null && (
        <Select label={t('c.periode')} value={periode} onChange={(event) => setPeriode(event.currentTarget.value)}>
          <option value="">{t('c.periode.pilih')}</option>
          {PARTS.map((part) => (
            <option key={part} value={`${tahun}${part}`}>
              {periodName(`${tahun}${part}`)}
            </option>
          ))}
        </Select>
      )}
      {found.isError && <Failure error={found.error} onLagi={() => found.refetch()} />}
      {found.data && !jejak && <Notice>{t('c.tanpa-data', { periode: periodName(periode) })}</Notice>}
      {found.data && <p>{t('c.sekarang', { nilai: found.data.hasil.nilai.tampil })}</p>}
      <div className="kamus-variabel">
        {names.map((name) => (
          <Field
            key={name}
            label={name}
            value={isian.angka[name] ?? ''}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => onIsian({ ...isian, angka: { ...isian.angka, [name]: event.currentTarget.value } })}
          />
        ))}
        <Field
          label={t('p.target')}
          value={target}
          maxLength={40}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
      </div>
      {Object.entries(tables).map(([name, kolom]) => (
        <Tabel
          key={name}
          nama={name}
          kolom={kolom}
          nilai={isian.tabel[name] ?? ''}
          onUbah={(text) => onIsian({ ...isian, tabel: { ...isian.tabel, [name]: text } })}
        />
      ))}
      {readable ? (
        <Result {...props} names={names} tables={Object.keys(tables)} target={target} />
      ) : (
        <p className="muted">{t('c.belum')}</p>
      )}
    </section>
  )
}

function Tabel(props: { nama: string; kolom: readonly string[]; nilai: string; onUbah: (text: string) => void }) {
  const id = `coba-${props.nama}`
  return (
    <div className="bidang">
      <label htmlFor={id}>{t('c.tabel', { nama: props.nama })}</label>
      <div className="bidang-bantuan" id={`${id}-bantuan`}>
        {t('c.tabel.bantuan', { kolom: props.kolom.join(', ') })}
      </div>
      <textarea
        id={id}
        className="isian kamus-tempel"
        rows={4}
        value={props.nilai}
        spellCheck={false}
        aria-describedby={`${id}-bantuan`}
        onChange={(event) => props.onUbah(event.currentTarget.value)}
      />
    </div>
  )
}

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

function Result(props: Props & { names: readonly string[]; tables: readonly string[]; target: string }) {
  const { rumus, polaritas, desimal, isian, names, tables } = props
  const chosen = <T,>(from: Readonly<Record<string, T>>, keys: readonly string[], otherwise: T) =>
    Object.fromEntries(keys.map((key) => [key, from[key] ?? otherwise]))
  const target = exactText(props.target)
  const alone = standalone(rumus).rumus
  const kasus = useSettled(
    JSON.stringify({
      rumus: alone,
      data: dataOf({ angka: chosen(isian.angka, names, ''), tabel: chosen(isian.tabel, tables, '') }),
      polaritas,
      desimal,
      ...(target === null ? {} : { target }),
    }),
    300,
  )
  const found = useQuery({
    queryKey: ['hitung', kasus],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => hitung(JSON.parse(kasus), signal),
  })
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  if (!found.data) return null
  const { nilai, capaian, jejak } = found.data
  return (
    <div className="kamus-hasil" role="status">
      <dl>
        <Figure label={t('c.hasil')} of={nilai} />
        {target !== null && <Figure label={t('c.capaian')} of={capaian} />}
      </dl>
      {nilai.status === 'NILAI' && <p>{kalimat(inWords(alone, jejak as Jejak) ?? '')}</p>}
      <p className="small muted">{t('c.hitung')}</p>
    </div>
  )
}

function Figure({ label, of }: { label: string; of: HasilHitung['capaian'] }) {
  return (
    <div>
      <dt className="muted small">{label}</dt>
      {of.status === 'NILAI' ? (
        <dd className="angka kamus-besar">
          {of.tampil}
          {of.kategori && <span className="small muted"> {of.kategori}</span>}
        </dd>
      ) : (
        <dd className="kamus-pesan">{of.pesan ?? of.tampil}</dd>
      )}
    </div>
  )
}
