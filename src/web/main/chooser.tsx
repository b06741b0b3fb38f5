// The office and the year, always visible on top, and the way to change them.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useRef, useState } from 'react'
import { address, get } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/empty.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import { Failure } from '../ui/notice.tsx'
import { PageHead } from '../ui/page.tsx'
import { Dialog } from '../ui/panel.tsx'
import { ALAMAT, isPage } from './alamat.ts'
import { type Place, remember, useUnit } from './place.ts'
import { useSession } from './session.tsx'
import { t } from './teks.ts'

const FIRST_YEAR = 2018

const ofAll = (page: string) => ALAMAT.some((alamat) => alamat === `/${page}/:tahun` || alamat === `/${page}/:periode`)

/** Leads to the page that is open, of another office or year; to the home page of the office where it is of none. */
function useGo(now: string | null): (unit: string | null, tahun: string) => void {
  const { me } = useSession()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const page = pathname.split('/')[1] ?? ''
  return (unit, tahun) => {
    remember(me, { unit: unit ?? undefined, tahun })
    // A page of all offices stays, of another year.
    if (unit === now && page === 'forum') return navigate({ to: '/forum', search: { tahun } } as never)
    if (unit === now && ofAll(page)) return navigate({ to: `/${page}/${tahun}` })
    const same = `/${page}/${unit}/${tahun}`
    // Without an office the page that is open asks for one, now of another year.
    navigate({ to: unit === null ? pathname : isPage(same) ? same : `/beranda/${unit}/${tahun}` })
  }
}

/** A page of one office, for who has none and has not looked at any: which one? */
export function ChooseOffice({ tahun }: { tahun: string }) {
  const go = useGo(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <PageHead judul={t('tempat.pilih')} pengantar={t('tempat.perlu')} />
      <Button rupa="utama" onClick={() => setOpen(true)}>
        {t('tempat.pilih')}
      </Button>
      <OfficeDialog tahun={tahun} buka={open} onTutup={() => setOpen(false)} onPilih={(unit) => go(unit, tahun)} />
    </>
  )
}

export function PlaceChooser({ place }: { place: Place }) {
  const { tahunIni } = useSession()
  const go = useGo(place.unit)
  const office = useUnit(place.unit, place.tahun)
  const [open, setOpen] = useState(false)
  const name = place.unit ? (office.data?.nama ?? place.unit) : t('tempat.belum')
  // Next year's agreement is drawn up in this one.
  const years = Array.from({ length: Math.max(tahunIni + 1, Number(place.tahun)) - FIRST_YEAR + 1 }, (_, n) =>
    String(FIRST_YEAR + n),
  )
  return (
    <section className="tempat" aria-label={t('tempat')}>
      <button type="button" className="tempat-kantor" onClick={() => setOpen(true)} aria-haspopup="dialog" title={name}>
        <span className="sr">{t('tempat.kantor', { nama: name })}</span>
        <span className="tempat-nama" aria-hidden="true">
          {name}
        </span>
        <Icon name="bawah" size={16} />
      </button>
      <Select
        label={t('tempat.tahun')}
        labelTersembunyi
        className="tempat-tahun"
        value={place.tahun}
        onChange={(event) => go(place.unit, event.currentTarget.value)}
      >
        {years.reverse().map((year) => (
          <option key={year}>{year}</option>
        ))}
      </Select>
      <OfficeDialog
        tahun={place.tahun}
        buka={open}
        onTutup={() => setOpen(false)}
        onPilih={(unit) => {
          setOpen(false)
          go(unit, place.tahun)
        }}
      />
    </section>
  )
}

type Page = { readonly isi: readonly { readonly kode: string; readonly nama: string }[]; readonly lanjut: string | null }

/** Without a word all Perangkat Daerah, with one every unit. */
function findAddress(cari: string, tahun: string): string {
  return cari
    ? address('/api/unit-kerja', { cari, batas: 30, tanggal: `${tahun}-12-31` })
    : address('/api/capaian', { periode: tahun, batas: 100 })
}

function OfficeDialog(props: { tahun: string; buka: boolean; onTutup: () => void; onPilih: (unit: string) => void }) {
  const { tahun, buka } = props
  const [text, setText] = useState('')
  const cari = useDeferredValue(text.trim())
  const input = useRef<HTMLInputElement>(null)
  const found = useQuery({
    queryKey: ['cari-unit', cari, tahun],
    enabled: buka,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<Page> => get(findAddress(cari, tahun), { signal }),
  })
  return (
    <Dialog judul={t('tempat.pilih')} buka={buka} onTutup={props.onTutup} fokusAwal={input}>
      <div className="stack">
        <Field
          label={t('tempat.cari')}
          type="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
          ref={input}
        />
        <h3 className="small muted">{cari ? t('tempat.hasil') : t('tempat.semua')}</h3>
        {found.isPending ? (
          <Skeleton baris={4} />
        ) : found.isError ? (
          <Failure error={found.error} onLagi={() => found.refetch()} />
        ) : found.data.isi.length === 0 ? (
          <p role="status">{t('tempat.kosong', { cari })}</p>
        ) : (
          <ul className="pilih-kantor">
            {found.data.isi.map((u) => (
              <li key={u.kode}>
                <button type="button" onClick={() => props.onPilih(u.kode)}>
                  <span>{u.nama}</span>
                  <span className="small muted">{u.kode}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {found.data?.lanjut && <p className="small muted">{t('tempat.lebih')}</p>}
      </div>
    </Dialog>
  )
}
