// A document of the program as a file: choose its form, see how far it is, change your mind, try again.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiError, address, download, get, sentence } from './api.ts'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import type { Butir, MenuProps } from './over.tsx'
import { MenuPada } from './panel.tsx'
import { t } from './teks.ts'

const FORMAT = ['pdf', 'docx', 'xlsx', 'html'] as const
type Format = (typeof FORMAT)[number]
type Kemajuan = { readonly tahap: 'MEMBACA' | 'ANTRE' | 'MENYUSUN' | 'MENULIS'; readonly jumlah: number | null }
type Keadaan =
  | { readonly jenis: 'jalan'; readonly format: Format; readonly kemajuan?: Kemajuan }
  | { readonly jenis: 'selesai'; readonly berkas: string }
  | { readonly jenis: 'batal' }
  | { readonly jenis: 'gagal'; readonly format: Format; readonly galat: unknown }

type Props = {
  /** `/api/capaian/dki.jakpus/dokumen` */
  readonly alamat: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  /** What is downloaded, for who hears the button and for the file where the server gives it no name: `Perjanjian Kinerja 2025`. */
  readonly nama: string
  readonly kecil?: boolean
  /** Other forms of the same thing, which are ready: data for programs, the file as it came. */
  readonly data?: readonly { readonly nama: string; readonly keterangan: string; readonly alamat: string }[]
}

export function Unduh({ alamat, query, nama, kecil, data = [] }: Props) {
  const [keadaan, setKeadaan] = useState<Keadaan>()
  const [buka, setBuka] = useState<MenuProps['buka']>(null)
  const place = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (format: Format) => {
    running.current?.abort() // another form is wanted instead
    const abort = new AbortController()
    running.current = abort
    const tell = (news: Keadaan) => running.current === abort && setKeadaan(news)
    const kunci = newKey()
    const over = new AbortController()
    void watch(kunci, AbortSignal.any([abort.signal, over.signal]), (kemajuan) => tell({ jenis: 'jalan', format, kemajuan }))
    tell({ jenis: 'jalan', format })
    try {
      const { isi, nama: given } = await download(address(alamat, { ...query, format, kunci }), { signal: abort.signal })
      const berkas = given ?? `${nama}.${format}`
      save(isi, berkas)
      tell({ jenis: 'selesai', berkas })
    } catch (galat) {
      tell(abort.signal.aborted ? { jenis: 'batal' } : { jenis: 'gagal', format, galat })
    } finally {
      over.abort()
    }
  }
  const open = (pada: HTMLElement, papanKetik: boolean) => setBuka({ pada, papanKetik })
  const butir: readonly Butir[] = [
    ...FORMAT.map((format) => ({
      label: format,
      isi: <Bentuk nama={format.toUpperCase()} keterangan={t(`unduh.${format}`)} />,
      onPilih: () => start(format),
    })),
    ...data.map((d) => ({ label: d.nama, isi: <Bentuk nama={d.nama} keterangan={d.keterangan} />, alamat: d.alamat })),
  ]
  /** The button that was pressed goes away: the focus goes back to the one that stays. */
  const from = (act: () => void) => () => {
    trigger.current?.focus()
    act()
  }
  return (
    <div className="unduh" ref={place}>
      <Button
        ref={trigger}
        ikon="unduh"
        kecil={kecil}
        aria-label={t('unduh.apa', { nama })}
        aria-haspopup="menu"
        aria-expanded={buka !== null}
        onClick={(event) => (buka ? setBuka(null) : open(event.currentTarget, event.detail === 0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open(event.currentTarget, true)
        }}
      >
        {t('unduh')}
        <Icon name="bawah" size={16} />
      </Button>
      <MenuPada buka={buka} butir={butir} onTutup={() => setBuka(null)} rupa="pilih" align="end" wadah={place} />
      <div role="status">
        {keadaan?.jenis === 'jalan' && (
          <Card jenis="jalan" judul={`${nama}, ${keadaan.format.toUpperCase()}`}>
            <p>{inWords(keadaan.kemajuan)}</p>
            <i className="unduh-gerak" aria-hidden="true" />
            <Button kecil onClick={from(() => running.current?.abort())}>
              {t('unduh.batal')}
            </Button>
          </Card>
        )}
        {keadaan?.jenis === 'selesai' && (
          <Card jenis="selesai" judul={t('unduh.selesai')} onTutup={from(() => setKeadaan(undefined))}>
            <p>{keadaan.berkas}</p>
          </Card>
        )}
        {keadaan?.jenis === 'batal' && (
          <Card jenis="batal" judul={t('unduh.dibatalkan')} onTutup={from(() => setKeadaan(undefined))} />
        )}
      </div>
      <div role="alert">
        {keadaan?.jenis === 'gagal' && (
          <Card jenis="gagal" judul={t('unduh.gagal')} onTutup={from(() => setKeadaan(undefined))}>
            <p>{whatWentWrong(keadaan.galat)}</p>
            {!isRefused(keadaan.galat) && (
              <Button kecil onClick={from(() => start(keadaan.format))}>
                {t('muat.lagi')}
              </Button>
            )}
          </Card>
        )}
      </div>
    </div>
  )
}

function Bentuk({ nama, keterangan }: { nama: string; keterangan: string }) {
  return (
    <>
      <strong>{nama}</strong>
      <span className="muted">{keterangan}</span>
    </>
  )
}

type CardProps = {
  readonly jenis: Keadaan['jenis']
  readonly judul: string
  readonly onTutup?: () => void
  readonly children?: ReactNode
}
const IKON = { jalan: 'unduh', selesai: 'centang', batal: 'info', gagal: 'salah' } as const

function Card({ jenis, judul, onTutup, children }: CardProps) {
  return (
    <div className={`unduh-kartu unduh-${jenis}`}>
      <Icon name={IKON[jenis]} />
      <div>
        <strong>{judul}</strong>
        {children}
      </div>
      {onTutup && (
        <Button rupa="polos" kecil onClick={onTutup}>
          {t('tutup')}
        </Button>
      )}
    </div>
  )
}

function inWords(kemajuan: Kemajuan | undefined): string {
  const n = kemajuan?.jumlah ?? 0
  switch (kemajuan?.tahap) {
    case 'ANTRE':
      return n > 0 ? t('unduh.antre', { n }) : t('unduh.giliran')
    case 'MENYUSUN':
      return n > 0 ? t('unduh.menyusun.baris', { n }) : t('unduh.menyusun')
    case 'MENULIS':
      return t('unduh.menulis', { n })
    default:
      return t('unduh.membaca')
  }
}

/** A refusal stays one, however often it is asked. */
const REFUSED = new Set([400, 403, 404, 409, 422])
const isRefused = (galat: unknown) => galat instanceof ApiError && REFUSED.has(galat.problem.status)

function whatWentWrong(galat: unknown): string {
  const lost = galat instanceof ApiError && galat.problem.code === 'TIDAK_TERSAMBUNG'
  return lost ? t('unduh.jaringan') : sentence(galat)
}

/** Asks now and then how far it is. An answer that does not come is no fault of the download. */
async function watch(kunci: string, signal: AbortSignal, tell: (kemajuan: Kemajuan) => void): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    if (signal.aborted) return
    const found = await get<Kemajuan>(`/api/unduhan/${kunci}`, { signal, quiet: true }).catch(() => undefined)
    if (found && !signal.aborted) tell(found)
  }
}

/** `crypto.randomUUID` is for https only. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('')

function save(isi: Blob, nama: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(isi)
  link.download = nama
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
