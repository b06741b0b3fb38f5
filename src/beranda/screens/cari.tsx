// The search over the shell: one field, and below it what fits, in groups. Focus stays in the field; the arrows move the choice.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { address, get } from '../../web/ui/api.ts'
import { Failure } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { t } from './teks.ts'
import './screens.css'

type Found = {
  readonly unit: readonly { readonly kode: string; readonly nama: string }[]
  readonly indikator: readonly {
    readonly unit: string
    readonly namaUnit: string
    readonly kode: string
    readonly nama: string
    readonly hasil: boolean
  }[]
  readonly naskah: readonly {
    readonly jenis: 'PERJANJIAN_KINERJA' | 'RENCANA_AKSI' | 'CAPAIAN'
    readonly unit: string
    readonly nama: string
    readonly tahun: number
    readonly status: string | null
  }[]
}
type Pilihan = { readonly nama: string; readonly rincian?: string; readonly ke: string }
type Kelompok = { readonly judul: string; readonly isi: readonly Pilihan[] }
type Props = {
  readonly tahun: string
  readonly halaman: readonly Pilihan[]
  readonly adaHalaman: (alamat: string) => boolean
  readonly onTutup: () => void
}

const ROOT = { PERJANJIAN_KINERJA: '/perjanjian-kinerja', RENCANA_AKSI: '/rencana-aksi', CAPAIAN: '/capaian' } as const
const OPEN = new Set([null, 'DITETAPKAN', 'DIPUBLIKASI'])
const PAUSE = 150

/** What is typed, a moment after the last key. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(settle, PAUSE, text)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function Cari({ tahun, halaman, adaHalaman, onTutup }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const cari = useSettled(text.trim())
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const navigate = useNavigate()
  const found = useQuery({
    queryKey: ['cari', cari],
    enabled: cari !== '',
    placeholderData: cari === '' ? undefined : keepPreviousData,
    queryFn: ({ signal }) => get<Found>(address('/api/cari', { q: cari }), { signal }),
  })
  const groups = arrange(halaman, text, cari ? found.data : undefined, tahun, adaHalaman)
  const options = groups.flatMap((g) => g.isi)
  const chosen = Math.min(at, options.length - 1)
  const optionId = (n: number) => `${id}-${n}`
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  const open = ({ ke }: Pilihan) => {
    onTutup()
    const [path = '', search = ''] = ke.split('?')
    navigate({ to: path, search: Object.fromEntries(new URLSearchParams(search)) } as never)
  }
  const pressed = (event: KeyboardEvent) => {
    const last = options.length - 1
    const to = { ArrowDown: chosen >= last ? 0 : chosen + 1, ArrowUp: chosen <= 0 ? last : chosen - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, to))
    } else if (event.key === 'Enter' && options[chosen]) {
      event.preventDefault()
      open(options[chosen])
    }
  }
  const waiting = text.trim() !== cari || (cari !== '' && found.isFetching)
  let n = 0
  return (
    <Dialog judul={t('cari')} buka onTutup={onTutup} fokusAwal={input}>
      <div className="stack">
        <input
          ref={input}
          className="isian"
          type="search"
          role="combobox"
          aria-label={t('cari.isian')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-daftar`}
          aria-autocomplete="list"
          aria-activedescendant={options.length ? optionId(chosen) : undefined}
          aria-describedby={`${id}-petunjuk`}
          placeholder={t('cari.isian')}
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={pressed}
        />
        <p id={`${id}-petunjuk`} className="small muted cari-petunjuk">
          {t('cari.petunjuk')}
        </p>
        {found.isError && cari !== '' && <Failure error={found.error} onLagi={() => found.refetch()} />}
        <div id={`${id}-daftar`} role="listbox" aria-label={t('cari.hasil')} className="cari-daftar">
          {groups.map((g) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
            <div key={g.judul} role="group" aria-labelledby={`${id}-${g.judul}`}>
              <div id={`${id}-${g.judul}`} role="presentation" className="cari-kelompok">
                {g.judul}
              </div>
              {g.isi.map((option) => {
                const number = n++
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
                  // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
                  <div
                    key={`${option.ke} ${option.nama}`}
                    id={optionId(number)}
                    role="option"
                    aria-selected={number === chosen}
                    className="cari-pilihan"
                    onMouseMove={() => number !== chosen && setAt(number)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => open(option)}
                  >
                    <span>{option.nama}</span>
                    {option.rincian && <span className="small muted">{option.rincian}</span>}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <p role="status" className={options.length ? 'sr' : 'muted'}>
          {waiting
            ? t('cari.mencari')
            : options.length
              ? t('cari.jumlah', { n: options.length })
              : found.isError
                ? ''
                : t('cari.kosong', { cari: cari.length > 60 ? `${cari.slice(0, 60)} …` : cari })}
        </p>
      </div>
    </Dialog>
  )
}

function arrange(
  halaman: readonly Pilihan[],
  text: string,
  found: Found | undefined,
  tahun: string,
  adaHalaman: (alamat: string) => boolean,
): Kelompok[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const pages = halaman.filter(({ nama }) => words.every((word) => nama.toLowerCase().includes(word)))
  const units = (found?.unit ?? []).map((u) => ({ nama: u.nama, rincian: u.kode, ke: `/beranda/${u.kode}/${tahun}` }))
  const indicators = (found?.indikator ?? []).map((i) => ({
    nama: i.nama,
    rincian: `${i.kode} · ${i.namaUnit}`,
    ke: i.hasil ? `/capaian/${i.unit}/${tahun}?jelaskan=${i.kode}.${tahun}` : `/kamus/${i.unit}/${tahun}/${i.kode}`,
  }))
  const papers = (found?.naskah ?? []).map((n) => ({
    nama: t(`naskah.${n.jenis}`, { tahun: n.tahun }),
    rincian: OPEN.has(n.status) ? n.nama : `${n.nama} · ${t('naskah.draf')}`,
    ke: `${ROOT[n.jenis]}/${n.unit}/${n.tahun}`,
  }))
  return [
    { judul: t('cari.halaman'), isi: pages },
    { judul: t('cari.unit'), isi: units },
    { judul: t('cari.indikator'), isi: indicators },
    { judul: t('cari.naskah'), isi: papers },
  ]
    .map((g) => ({ ...g, isi: g.isi.filter(({ ke }) => adaHalaman(ke)) }))
    .filter((g) => g.isi.length > 0)
}
