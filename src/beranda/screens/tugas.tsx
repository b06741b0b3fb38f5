// What is due for the person who is signed in, late ones first, and below it what of their offices waits for others.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { namaPeriode, tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { placesOf, sentenceKey } from '../sentences.ts'
import type { Tugas } from '../tugas.ts'
import { t } from './teks.ts'
import './screens.css'

type Due = { readonly isi: readonly Tugas[]; readonly menunggu: readonly Tugas[] }
type Shell = {
  /** One's own office, which need not be said on every line. */
  readonly kantor: string | null
  readonly namaPeran: (peran: string) => string
  /** Where there is no page (yet), the task is said without a link that leads nowhere. */
  readonly adaHalaman: (alamat: string) => boolean
}
const AT_FIRST = 6

export function TugasSaya(shell: Shell) {
  const due = useQuery({ queryKey: ['tugas'], queryFn: ({ signal }) => get<Due>('/api/tugas', { signal }) })
  return (
    <section className="tugas" aria-labelledby="tugas-judul">
      <h2 id="tugas-judul">{t('tugas.judul')}</h2>
      {due.isPending ? (
        <Skeleton baris={3} />
      ) : due.isError ? (
        <Failure error={due.error} onLagi={() => due.refetch()} />
      ) : (
        <>
          {due.data.isi.length ? <List tugas={due.data.isi} shell={shell} /> : <Nothing />}
          {due.data.menunggu.length > 0 && (
            <>
              <h3>{t('tugas.menunggu')}</h3>
              <List tugas={due.data.menunggu} shell={shell} />
            </>
          )}
        </>
      )}
    </section>
  )
}

function Nothing() {
  return (
    <div className="tugas-kosong">
      <Icon name="centang" />
      <div>
        <p className="strong">{t('tugas.kosong')}</p>
        <p className="muted">{t('tugas.kosong.isi')}</p>
      </div>
    </div>
  )
}

const keyOf = (one: Tugas) => `${one.jenis} ${one.periode} ${one.ke} ${one.menunggu} ${one.indikator} ${one.langkah}`

function List({ tugas, shell }: { tugas: readonly Tugas[]; shell: Shell }) {
  const [all, setAll] = useState(false)
  const shown = all ? tugas : tugas.slice(0, AT_FIRST)
  return (
    <>
      <ul className="tugas-daftar">
        {shown.map((one, n) => (
          <Line key={keyOf(one)} tugas={one} first={n === 0 && one.menunggu === null} shell={shell} />
        ))}
      </ul>
      {shown.length < tugas.length && (
        <div>
          <Button kecil onClick={() => setAll(true)}>
            {t('tugas.semua', { n: tugas.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  )
}

function Line({ tugas: one, first, shell }: { tugas: Tugas; first: boolean; shell: Shell }) {
  const { unit, kantor, batas, terlambat, menunggu, catatan } = one
  const more: ReactNode[] = [
    batas && (
      <span key="batas" className={terlambat ? 'tugas-lewat' : undefined}>
        {t('tugas.batas', { tanggal: tanggal(batas) })}
      </span>
    ),
    unit?.kode === shell.kantor ? null : unit?.nama,
    kantor > 1 && one.jenis !== 'periode-kunci' && t('tugas.kantor', { n: kantor }),
    menunggu && t('tugas.menunggu.isi', { peran: shell.namaPeran(menunggu) }),
  ].filter(Boolean)
  return (
    <li className={terlambat && !menunggu ? 'tugas-baris tugas-terlambat' : 'tugas-baris'}>
      <div>
        <p className={menunggu ? undefined : 'strong'}>
          {terlambat && <span className="tugas-tanda">{t('tugas.terlambat')}</span>}
          {t(sentenceKey(one), placesOf(one, namaPeriode))}
        </p>
        {more.length > 0 && (
          <p className="small muted tugas-rincian">
            {more.map((part, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, always in this order
              <span key={n}>{part}</span>
            ))}
          </p>
        )}
        {catatan && <p className="tugas-alasan">{t('tugas.alasan', { alasan: catatan })}</p>}
      </div>
      {!menunggu && shell.adaHalaman(one.ke) && (
        <TautanTombol ke={one.ke} rupa={first ? 'utama' : 'kedua'}>
          {t(`aksi.${one.jenis}`)}
        </TautanTombol>
      )}
    </li>
  )
}
