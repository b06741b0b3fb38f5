// The trail: who did what to what and when; each line opens with what was before and after.
import { useDeferredValue } from 'react'
import { RUANG } from '../../platform/kernel/acts.ts'
import { type Cari, useCari } from '../../web/ui/address.ts'
import { address } from '../../web/ui/api.ts'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { saat } from '../../web/ui/format.ts'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { RantaiCatatan } from './rantai.tsx'
import { t } from './teks.ts'
import { namaPerbuatan } from './tindakan.ts'
import './screens.css'

type Line = {
  readonly office: string
  readonly seq: string
  readonly at: string
  readonly pelaku: string
  readonly act: string
  readonly subject: string
  readonly status: string | null
  readonly note: string | null
  readonly detail: string
  readonly hash: string
}
const keyOf = (l: Line) => `${l.office}.${l.seq}`

export function JejakPage() {
  const [cari, ubah] = useCari()
  const { kantor: office, pelaku, perbuatan: act, perihal: subject, dari, sampai } = cari
  const wanted = useDeferredValue({ office, pelaku, act, subject, dari, sampai })
  const list = useList<Line>('/api/audit', wanted)
  const open = list.baris.find((l) => keyOf(l) === cari.baris)
  const allowed = !list.isError || list.baris.length > 0
  return (
    <>
      <PageHead
        judul={t('jejak.judul')}
        pengantar={t('jejak.pengantar')}
        aksi={
          allowed && (
            <a className="tombol tombol-kedua" href={address('/api/audit/unduh', wanted)} download>
              {t('jejak.unduh')}
            </a>
          )
        }
      />
      {allowed && <RantaiCatatan />}
      {allowed && <Filters cari={cari} ubah={ubah} />}
      <ListFrame
        list={list}
        kosong={
          <EmptyState judul={t('jejak.kosong')}>
            <p>{t('jejak.kosong.isi')}</p>
          </EmptyState>
        }
      >
        <Table
          judul={t('jejak.judul')}
          kolom={columns((baris) => ubah({ baris }))}
          kelompok={[{ baris: list.baris }]}
          kunci={keyOf}
          dipilih={(l) => keyOf(l) === cari.baris}
        />
      </ListFrame>
      <Panel
        judul={open ? namaPerbuatan(open.act) : t('jejak.judul')}
        buka={open !== undefined}
        onTutup={() => ubah({ baris: undefined })}
      >
        {open && <Detail line={open} />}
      </Panel>
    </>
  )
}

function Filters({ cari, ubah }: { cari: Cari; ubah: ReturnType<typeof useCari>[1] }) {
  const text = (kunci: 'kantor' | 'pelaku' | 'perihal') => (
    <Field
      label={t(`jejak.${kunci}`)}
      bantuan={t(`jejak.${kunci}.bantuan`)}
      type="search"
      value={cari[kunci] ?? ''}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => ubah({ [kunci]: event.currentTarget.value || undefined }, true)}
    />
  )
  const day = (kunci: 'dari' | 'sampai') => (
    <Field
      label={t(`jejak.${kunci}`)}
      type="date"
      value={cari[kunci] ?? ''}
      max="2100-12-31"
      onChange={(event) => ubah({ [kunci]: event.currentTarget.value || undefined }, true)}
    />
  )
  return (
    <div className="bilah">
      {text('pelaku')}
      {text('perihal')}
      {text('kantor')}
      <Select
        label={t('jejak.perbuatan')}
        value={cari.perbuatan ?? ''}
        onChange={(event) => ubah({ perbuatan: event.currentTarget.value || undefined }, true)}
      >
        <option value="">{t('jejak.perbuatan.semua')}</option>
        {RUANG.map((r) => (
          <option key={r} value={r}>
            {namaPerbuatan(r).replace(': ', '')}
          </option>
        ))}
      </Select>
      {day('dari')}
      {day('sampai')}
    </div>
  )
}

function columns(buka: (baris: string) => void): Column<Line>[] {
  return [
    {
      kunci: 'perbuatan',
      judul: t('jejak.perbuatan'),
      rupa: 'nama',
      isi: (l) => (
        <>
          <button
            type="button"
            className="tautan-tombol"
            aria-haspopup="dialog"
            aria-label={t('jejak.rinci', { apa: `${namaPerbuatan(l.act)}, ${l.subject}` })}
            onClick={() => buka(keyOf(l))}
          >
            {namaPerbuatan(l.act)}
          </button>
          {l.note && <div className="small">{l.note}</div>}
        </>
      ),
    },
    { kunci: 'perihal', judul: t('jejak.perihal'), lebar: true, isi: (l) => <span className="jejak-panjang">{l.subject}</span> },
    { kunci: 'pelaku', judul: t('jejak.pelaku'), isi: (l) => l.pelaku },
    { kunci: 'waktu', judul: t('jejak.waktu'), lebar: true, isi: (l) => <span className="small">{saat(l.at)}</span> },
    { kunci: 'kantor', judul: t('jejak.kantor'), isi: (l) => <span className="small">{l.office}</span> },
  ]
}

function Detail({ line }: { line: Line }) {
  const detail = JSON.parse(line.detail) as unknown
  const facts: readonly (readonly [string, string | null])[] = [
    [t('jejak.waktu'), saat(line.at)],
    [t('jejak.pelaku'), line.pelaku],
    [t('jejak.perihal'), line.subject],
    [t('jejak.kantor'), line.office],
    [t('jejak.status'), line.status],
    [t('jejak.catatan'), line.note],
    [t('jejak.nomor'), line.seq],
  ]
  return (
    <div className="stack">
      <dl className="fakta">
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t('jejak.hash')}</dt>
          <dd className="jejak-hash">{line.hash}</dd>
        </div>
      </dl>
      <h3>{t('jejak.rincian')}</h3>
      {isRecord(detail) ? <Changes detail={detail} /> : <p className="muted">{t('jejak.tanpa-rincian')}</p>}
    </div>
  )
}

type Fields = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Before and after side by side where the line has both; else what the act says of itself. */
function Changes({ detail }: { detail: Fields }) {
  if (!('sesudah' in detail))
    return (
      <dl className="fakta">
        {Object.entries(detail).map(([key, value]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd>{said(value)}</dd>
          </div>
        ))}
      </dl>
    )
  const before = isRecord(detail.sebelum) ? detail.sebelum : {}
  const after = isRecord(detail.sesudah) ? detail.sesudah : {}
  return (
    <table className="jejak-beda">
      <thead>
        <tr>
          <th scope="col">{t('jejak.rincian')}</th>
          <th scope="col">{t('jejak.sebelum')}</th>
          <th scope="col">{t('jejak.sesudah')}</th>
        </tr>
      </thead>
      <tbody>
        {[...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => (
          <tr key={key}>
            <th scope="row">{words(key)}</th>
            <td>{said(before[key])}</td>
            <td className={key in after && said(before[key]) !== said(after[key]) ? 'jejak-lain' : undefined}>
              {said(key in after ? after[key] : before[key])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `berlakuDari` → `Berlaku dari`. */
function words(key: string): string {
  const text = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return t(value ? 'ya' : 'tidak')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
