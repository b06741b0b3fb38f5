// The versions of a paper: why, under which number, in force from when until when, signed by whom; each leads to a comparison.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { VersiOut } from '../../platform/kernel/comparison.ts'
import { address, get } from './api.ts'
import { Skeleton } from './empty.tsx'
import { tanggal } from './format.ts'
import { Tautan } from './link.tsx'
import { Failure } from './notice.tsx'
import { t } from './perbandingan-teks.ts'
import './perbandingan.css'

export type NaskahProps = {
  /** As the room serves it: `/api/perjanjian-kinerja`. */
  readonly alamat: string
  /** Its page: `/perjanjian-kinerja/dki.bkd/2025`. */
  readonly halaman: string
  readonly unit: string
  readonly tahun: string
  readonly status: (status: string) => string
}
export const useVersiNaskah = (alamat: string, unit: string, tahun: string) =>
  useQuery({
    queryKey: [alamat, 'versi', unit, tahun],
    queryFn: async () => (await get<{ isi: VersiOut[] }>(address(`${alamat}/versi`, { unit, tahun }))).isi,
  })

type Props = NaskahProps & {
  /** What may be done with one version, such as giving it its number; its number is shown where the paper has one. */
  readonly aksi?: (versi: VersiOut) => ReactNode
  readonly bernomor?: boolean
  /** How many versions there are. */
  readonly jumlah: number
  /** What else is to be known of the year. */
  readonly children?: ReactNode
}

/** Closed it asks for nothing: who works in the table below waits for no list. */
export function DaftarVersi(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details className="versi" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('versi.jumlah', { n: props.jumlah })}</summary>
      {open && <Daftar {...props} />}
    </details>
  )
}

function Daftar(props: Props) {
  const { alamat, unit, tahun } = props
  const versi = useVersiNaskah(alamat, unit, tahun)
  const before = useVersiNaskah(alamat, unit, String(Number(tahun) - 1)).data ?? []
  if (versi.isPending) return <Skeleton baris={3} />
  if (versi.isError) return <Failure error={versi.error} onLagi={() => versi.refetch()} />
  const last = (v: VersiOut) => versi.data.find((one) => one.versi === v.versi - 1)
  return (
    <>
      <ol className="versi-daftar">
        {versi.data.toReversed().map((v) => (
          <Satu key={v.id} {...props} v={v} lalu={last(v)} tahunLalu={before.at(-1)} />
        ))}
      </ol>
      {props.children}
    </>
  )
}

type SatuProps = Props & { readonly v: VersiOut; readonly lalu: VersiOut | undefined; readonly tahunLalu: VersiOut | undefined }

function Satu({ v, lalu, tahunLalu, halaman, tahun, status, aksi, bernomor }: SatuProps) {
  const year = Number(tahun) - 1
  const compare = `${halaman}/perbandingan`
  const force = !v.berlakuDari
    ? t('versi.belum')
    : v.berlakuSampai
      ? t('versi.berlaku', { dari: tanggal(v.berlakuDari), sampai: tanggal(v.berlakuSampai) })
      : t('versi.berlaku.kini', { dari: tanggal(v.berlakuDari) })
  const why = [v.alasan && t('versi.alasan', { alasan: v.alasan }), v.dasar && t('versi.dasar', { dasar: v.dasar })]
  return (
    <li>
      <p className="strong">{t('sisi.versi', { sebutan: v.sebutan, status: status(v.status) })}</p>
      <p className="small muted">
        {[bernomor && (v.nomor ? t('versi.nomor', { nomor: v.nomor }) : t('versi.tanpa-nomor')), force].filter(Boolean).join(' · ')}
      </p>
      {why.some(Boolean) && <p className="small">{why.filter(Boolean).join('. ')}</p>}
      {v.penandatangan.length ? (
        <ul className="small">
          {v.penandatangan.map((p) => (
            <li key={p.pihak}>{signed(p)}</li>
          ))}
        </ul>
      ) : (
        <p className="small muted">{t('versi.ttd.belum')}</p>
      )}
      <div className="row small">
        <Tautan ke={halaman} cari={{ versi: String(v.versi) }}>
          {t('versi.buka')}
        </Tautan>
        {lalu && (
          <Tautan ke={compare} cari={{ dari: `v${lalu.versi}`, ke: `v${v.versi}` }}>
            {t('versi.bandingkan', { sebutan: lalu.sebutan })}
          </Tautan>
        )}
        {tahunLalu && (
          <Tautan ke={compare} cari={{ dari: `${year}.v${tahunLalu.versi}`, ke: `v${v.versi}` }}>
            {t('versi.bandingkan.lalu', { tahun: year })}
          </Tautan>
        )}
        <Tautan ke={compare} cari={{ dari: `v${v.versi}`, ke: 'hari-ini' }}>
          {t('versi.bandingkan.kini')}
        </Tautan>
        {aksi?.(v)}
      </div>
    </li>
  )
}

function signed({ pihak, nama, pada }: VersiOut['penandatangan'][number]): string {
  const party = t(`versi.pihak.${pihak as 'PERTAMA'}`)
  if (!nama) return [party, pada && tanggal(pada)].filter(Boolean).join(', ')
  return pada ? t('versi.ttd', { pihak: party, nama, pada: tanggal(pada) }) : t('versi.ttd.tanpa-hari', { pihak: party, nama })
}
