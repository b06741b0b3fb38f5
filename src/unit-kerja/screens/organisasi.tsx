// The organisation on a day: as a tree, or, where something is looked for, as a list.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type Cari, useCari } from '../../web/ui/address.ts'
import { address, get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import { kata, type ListedUnit, rentang } from './data.ts'
import { t } from './teks.ts'
import { CreateUnit } from './unit-forms.tsx'
import { UnitPanel } from './unit-panel.tsx'
import './screens.css'

export function OrganisasiPage() {
  const who = useWho()
  const [cari, ubah] = useCari()
  const [creating, setCreating] = useState(false)
  const hari = cari.tanggal ?? who?.hariIni
  return (
    <>
      <PageHead
        judul={t('org.judul')}
        pengantar={t('org.pengantar')}
        aksi={
          who?.punya('ADMINISTRATOR') && (
            <Button rupa="utama" onClick={() => setCreating(true)}>
              {t('org.baru')}
            </Button>
          )
        }
      />
      {who && hari && <Found hari={hari} cari={cari} ubah={ubah} />}
      {who && hari && <UnitPanel hari={hari} admin={who.punya('ADMINISTRATOR')} />}
      {creating && hari && <CreateUnit hari={hari} onTutup={() => setCreating(false)} />}
    </>
  )
}

function Found({ hari, cari, ubah }: { hari: string; cari: Cari; ubah: ReturnType<typeof useCari>[1] }) {
  const [text, setText] = useState(cari.cari ?? '')
  const wanted = useDeferredValue(text.trim())
  const kinds = useQuery({
    queryKey: ['jenis-unit', hari],
    queryFn: () => get<{ isi: { jenis: string; jumlah: number }[] }>(address('/api/jenis-unit', { tanggal: hari })),
  })
  const buka = (unit: string) => ubah({ unit })
  return (
    <>
      <div className="bilah">
        <Field
          label={t('org.cari')}
          type="search"
          value={text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value)
            ubah({ cari: event.currentTarget.value.trim() || undefined }, true)
          }}
        />
        <Select
          label={t('org.jenis')}
          value={cari.jenis ?? ''}
          onChange={(event) => ubah({ jenis: event.currentTarget.value || undefined }, true)}
        >
          <option value="">{t('org.jenis.semua')}</option>
          {kinds.data?.isi.map((k) => (
            <option key={k.jenis} value={k.jenis}>
              {kata(k.jenis)} ({k.jumlah})
            </option>
          ))}
        </Select>
        <Field
          label={t('pertanggal')}
          type="date"
          value={hari}
          min="1945-01-01"
          max="2100-12-31"
          onChange={(event) => event.currentTarget.value && ubah({ tanggal: event.currentTarget.value }, true)}
        />
      </div>
      {wanted || cari.jenis ? (
        <Matches query={{ tanggal: hari, cari: wanted || undefined, jenis: cari.jenis }} onBuka={buka} />
      ) : (
        <section aria-label={t('org.pohon')}>
          <Branch hari={hari} induk={null} onBuka={buka} />
        </section>
      )}
    </>
  )
}

function Matches({ query, onBuka }: { query: Record<string, string | undefined>; onBuka: (kode: string) => void }) {
  const list = useList<ListedUnit>('/api/unit-kerja', query)
  const columns: Column<ListedUnit>[] = [
    { kunci: 'nama', judul: t('kolom.nama'), rupa: 'nama', isi: (u) => <NameButton unit={u} onBuka={onBuka} /> },
    { kunci: 'jenis', judul: t('kolom.jenis'), isi: (u) => kata(u.jenis) },
    { kunci: 'induk', judul: t('kolom.induk'), lebar: true, isi: (u) => <Below unit={u} /> },
    { kunci: 'berlaku', judul: t('kolom.berlaku'), lebar: true, isi: (u) => <span className="small">{rentang(u)}</span> },
  ]
  return (
    <ListFrame
      list={list}
      kosong={
        <EmptyState judul={t('org.kosong')}>
          <p>{t('org.kosong.isi')}</p>
        </EmptyState>
      }
    >
      <Table judul={t('org.hasil')} kolom={columns} kelompok={[{ baris: list.baris }]} kunci={(u) => u.kode} />
    </ListFrame>
  )
}

function Below({ unit }: { unit: ListedUnit }) {
  if (!unit.induk) return <span className="muted">–</span>
  return (
    <>
      {unit.namaInduk ?? unit.induk}
      {unit.garis === 'KOORDINASI' && <span className="org-koordinasi">{t('org.koordinasi')}</span>}
    </>
  )
}

function NameButton({ unit, onBuka }: { unit: ListedUnit; onBuka: (kode: string) => void }) {
  return (
    <button type="button" className="tautan-tombol" onClick={() => onBuka(unit.kode)} aria-haspopup="dialog">
      {unit.nama}
    </button>
  )
}

type BranchProps = { hari: string; induk: ListedUnit | null; onBuka: (kode: string) => void }

function Branch({ hari, induk, onBuka }: BranchProps) {
  const list = useList<ListedUnit>('/api/unit-kerja', {
    tanggal: hari,
    batas: 100,
    ...(induk ? { induk: induk.kode } : { puncak: 'true' }),
  })
  const rows = (
    <ul className={induk ? 'org-cabang' : 'org-cabang org-akar'}>
      {list.baris.map((u) => (
        <Node key={u.kode} unit={u} hari={hari} induk={induk} onBuka={onBuka} />
      ))}
    </ul>
  )
  if (list.isPending) return <Skeleton baris={induk ? 2 : 8} />
  if (list.isError) return <Failure error={list.error} onLagi={() => list.refetch()} />
  if (!list.baris.length)
    return (
      <EmptyState judul={t('org.kosong')}>
        <p>{t('org.kosong.isi')}</p>
      </EmptyState>
    )
  return (
    <>
      {rows}
      {list.hasNextPage && (
        <Button kecil sibuk={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('org.lagi', { nama: induk?.nama ?? t('org.judul') })}
        </Button>
      )}
    </>
  )
}

function Node({ unit, hari, induk, onBuka }: BranchProps & { unit: ListedUnit }) {
  const [open, setOpen] = useState(induk === null)
  // A unit with a commander of its own stands below a coordinator too.
  const coordinated = induk !== null && (unit.induk !== induk.kode || unit.garis === 'KOORDINASI')
  return (
    <li>
      <div className={coordinated ? 'org-simpul org-putus' : 'org-simpul'}>
        {unit.bawahan > 0 && !coordinated ? (
          <button
            type="button"
            className="org-lipat"
            aria-expanded={open}
            aria-label={t('org.buka', { nama: unit.nama })}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'bawah' : 'lanjut'} size={16} />
          </button>
        ) : (
          <span className="org-lipat" />
        )}
        <div className="org-isi">
          <NameButton unit={unit} onBuka={onBuka} />
          <span className="small muted">{kata(unit.jenis)}</span>
          {coordinated && <span className="org-koordinasi">{t('org.koordinasi')}</span>}
          {unit.bawahan > 0 && <span className="small muted angka">{t('org.bawahan', { n: unit.bawahan })}</span>}
        </div>
      </div>
      {open && !coordinated && unit.bawahan > 0 && <Branch hari={hari} induk={unit} onBuka={onBuka} />}
    </li>
  )
}
