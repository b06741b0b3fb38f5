// Where a document stands in its way, which step is next and whose turn it is; the steps of whoever reads as buttons, each
// asked for once more in a dialog. Which there are, and why one cannot be taken, the server says.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { LangkahOut } from '../../platform/kernel/workflow.ts'
import { ActDialog, type Send } from './act-dialog.tsx'
import { ApiError, get, request } from './api.ts'
import { BuktiDiri, buktiOf, type IsianBukti, kataBukti, TANPA_BUKTI, wajibBukti } from './bukti-diri.tsx'
import { Button } from './button.tsx'
import { Skeleton } from './empty.tsx'
import { Area } from './field.tsx'
import { saat } from './format.ts'
import { Icon } from './icons.tsx'
import { namaAksi, namaPerbuatan, t } from './langkah-teks.ts'
import { TautanTombol } from './link.tsx'
import { Failure, Notice } from './notice.tsx'
import { DaftarRiwayat } from './riwayat.tsx'
import { namaPeran } from './roles.ts'
import './langkah.css'

type Tindakan = LangkahOut['tindakan'][number]
/** A finding that must be mended first; `onBuka` leads to its row, where there is one. */
export type Penghalang = {
  readonly aturan: string
  readonly letak: string
  readonly penjelasan: string
  readonly onBuka?: () => void
}
type Props = {
  /** The document, as its room serves it: `/api/rencana-aksi/…`. */
  readonly alamat: string
  /** Changes whenever the document does: what may be done is asked again then. */
  readonly tanda: string
  readonly tahap: (status: string) => string
  readonly penghalang: readonly Penghalang[]
  /** Above a table that is being worked on: low, and only the first finding leads on, since the table says them all. */
  readonly ringkas?: boolean
}
const NAMED = 3
/** Acts that give a document back to somebody: their reason is read first. */
const RETURNED = new Set(['kembalikan', 'tolak', 'ganti-pemegang'])

/** Which steps there are: for a page that asks before it is drawn. */
export const askLangkah = (alamat: string, tanda: string) =>
  queryOptions({ queryKey: [alamat, 'langkah', tanda], queryFn: () => get<LangkahOut>(`${alamat}/langkah`) })

export function Langkah({ alamat, tanda, tahap, penghalang, ringkas = false }: Props) {
  const title = useId()
  const client = useQueryClient()
  // Asked for on the version that was seen, also where the page learns of a newer one meanwhile.
  const [asked, setAsked] = useState<{ readonly tindakan: Tindakan; readonly seen: Pick<LangkahOut, 'version' | 'isi'> }>()
  const found = useQuery({
    ...askLangkah(alamat, tanda),
    placeholderData: (before: LangkahOut | undefined) => before,
  })
  const data = found.data
  if (data?.status === 'DIGANTI') return null
  return (
    <section className={ringkas ? 'langkah langkah-ringkas' : 'langkah'} aria-labelledby={title}>
      <h2 id={title}>{t('judul')}</h2>
      {!data && found.isError && <Failure error={found.error} onLagi={() => found.refetch()} />}
      {!data && found.isPending && <Skeleton baris={2} />}
      {data && (
        <>
          <Tahapan data={data} nama={tahap} ringkas={ringkas} />
          <Steps
            data={data}
            naskah={alamat.slice(alamat.lastIndexOf('/') + 1)}
            penghalang={penghalang}
            ringkas={ringkas}
            onAsk={(tindakan) => setAsked({ tindakan, seen: data })}
          />
          {data.riwayat.length > 0 && (
            <details className="langkah-riwayat">
              <summary>{t('riwayat', { n: data.riwayat.length })}</summary>
              <DaftarRiwayat isi={data.riwayat} kata={namaPerbuatan} />
            </details>
          )}
        </>
      )}
      {asked && (
        <Ask
          tindakan={asked.tindakan}
          tahap={tahap}
          kirim={async ({ kunci }, catatan, isian) => {
            const { isi, version } = asked.seen
            const [jenis = '', id = ''] = alamat.split('/').slice(-2)
            const bukti = await buktiOf(asked.tindakan.bukti, isian, [{ jenis, id, version, isi }])
            const body = { act: asked.tindakan.act, catatan: catatan || undefined, bukti, isi }
            return request('POST', `${alamat}/langkah`, { body, version, idempotencyKey: kunci })
          }}
          onUsang={async () => {
            const { data: now } = await found.refetch()
            if (now) setAsked({ ...asked, seen: now })
            client.invalidateQueries()
          }}
          onSelesai={() => {
            setAsked(undefined)
            client.invalidateQueries()
          }}
          onTutup={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

/** The stages in a line; on a phone as marks with the present one in words; the present one alone where it is to be short. */
function Tahapan({ data, nama, ringkas }: { data: LangkahOut; nama: (status: string) => string; ringkas: boolean }) {
  const at = data.tahap.indexOf(data.status)
  const kini = (
    <p className="langkah-kini" aria-current={ringkas ? 'step' : undefined}>
      {t('tahap.ke', { ke: at + 1, dari: data.tahap.length })}: <strong>{nama(data.status)}</strong>
    </p>
  )
  if (ringkas) return kini
  return (
    <div>
      {kini}
      <ol className="langkah-tahap" aria-label={t('tahapan')}>
        {data.tahap.map((status, n) => (
          <li
            key={status}
            className={n < at ? 'langkah-sudah' : n === at ? 'langkah-di-sini' : undefined}
            aria-current={n === at ? 'step' : undefined}
          >
            <span className="langkah-tanda" aria-hidden="true">
              {n < at ? <Icon name="centang" size={14} /> : n + 1}
            </span>
            <span className="langkah-nama">
              {nama(status)}
              {n < at && <span className="sr">, {t('tahap.sudah')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const roles = (a: Tindakan) => a.peran.map(namaPeran).join(', ')

type StepsProps = {
  readonly data: LangkahOut
  readonly naskah: string
  readonly penghalang: Props['penghalang']
  readonly ringkas: boolean
  readonly onAsk: (a: Tindakan) => void
}

function Steps({ data, naskah, penghalang, ringkas, onAsk }: StepsProps) {
  const reason = useId()
  const next = data.tindakan.find((a) => a.maju && a.giliranAnda) ?? data.tindakan.find((a) => a.maju)
  const mine = data.tindakan.filter((a) => a.giliranAnda).sort((a, b) => Number(b.maju) - Number(a.maju))
  // What is done on another page is one link there, under the name of what leads on.
  const elsewhere = mine.filter((a) => a.lewat !== null).slice(0, 1)
  const others = data.tindakan.filter((a) => !a.giliranAnda && a !== next)
  const held = next?.ditolak ?? null
  const [last] = data.riwayat
  return (
    <div className="langkah-isi">
      {last?.note && RETURNED.has(last.act) && (
        <Notice jenis="peringatan" judul={t('kembali', { oleh: last.oleh, saat: saat(last.at) })}>
          <q className="langkah-alasan">{last.note}</q>
        </Notice>
      )}
      <p>
        {!next
          ? t('selesai')
          : next.giliranAnda
            ? t('giliran.anda', { aksi: namaAksi(next) })
            : t('giliran', { aksi: namaAksi(next), peran: roles(next) })}
      </p>
      {next && held !== null && (
        <div className="langkah-tertahan" id={reason}>
          <p>
            <Icon name="peringatan" size={18} />
            <span>
              <strong>{t('tertahan', { aksi: namaAksi(next) })}</strong> {held}{' '}
              {ringkas && <Tunjukkan ke={penghalang.find((p) => p.onBuka)} />}
            </span>
          </p>
          {!ringkas && penghalang.length > 0 && (
            <ul>
              {penghalang.slice(0, NAMED).map((p) => (
                <li key={`${p.aturan} ${p.letak} ${p.penjelasan}`}>
                  <span className="strong">
                    {p.aturan}, {p.letak}.
                  </span>{' '}
                  {p.penjelasan} <Tunjukkan ke={p} />
                </li>
              ))}
              {penghalang.length > NAMED && <li>{t('tertahan.lain', { n: penghalang.length - NAMED })}</li>}
            </ul>
          )}
        </div>
      )}
      {mine.length > 0 && (
        <div className="row">
          {mine
            .filter((a) => a.lewat === null)
            .map((a) => (
              <Button
                key={a.act}
                rupa={a.maju && a.ditolak === null ? 'utama' : 'kedua'}
                disabled={a.ditolak !== null}
                aria-describedby={a === next && held !== null ? reason : undefined}
                onClick={() => onAsk(a)}
              >
                {namaAksi(a)}
              </Button>
            ))}
          {elsewhere.map((a) => (
            <TautanTombol key={a.act} ke={a.lewat!} cari={{ naskah }} rupa={a.maju ? 'utama' : 'kedua'}>
              {namaAksi(a)}
            </TautanTombol>
          ))}
        </div>
      )}
      {mine
        .filter((a) => a !== next && a.ditolak !== null)
        .map((a) => (
          <p key={a.act} className="muted">
            {t('tertahan', { aksi: namaAksi(a) })} {a.ditolak}
          </p>
        ))}
      {others.length > 0 && (
        <p className="small muted">
          {t('lain.judul')}: {others.map((a) => t('lain.butir', { aksi: namaAksi(a), peran: roles(a) })).join('; ')}.
        </p>
      )}
    </div>
  )
}

/** To the row of a finding, where it has one. */
const Tunjukkan = ({ ke }: { ke: Penghalang | undefined }) =>
  ke?.onBuka && (
    <button type="button" className="tautan-tombol strong" onClick={ke.onBuka}>
      {t('tertahan.ke')}
      <span className="sr">: {ke.letak}</span>
    </button>
  )

function Ask(props: {
  readonly tindakan: Tindakan
  readonly tahap: (status: string) => string
  readonly kirim: (send: Send, catatan: string, bukti: IsianBukti) => Promise<unknown>
  readonly onUsang: () => Promise<void>
  readonly onSelesai: () => void
  readonly onTutup: () => void
}) {
  const { tindakan } = props
  const [catatan, setCatatan] = useState('')
  const [bukti, setBukti] = useState(TANPA_BUKTI)
  const aksi = namaAksi(tindakan)
  const label = tindakan.perluAlasan ? t('tanya.alasan') : t('tanya.catatan')
  const send = async (sent: Send) => {
    try {
      return await props.kirim(sent, catatan.trim(), bukti)
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.status !== 412) throw error
      // There is nothing to compare in a step: it is said, the page shows what is true now, and what was typed stays.
      await props.onUsang()
      throw new ApiError({ ...error.problem, status: 409 })
    }
  }
  return (
    <ActDialog
      judul={aksi}
      aksi={aksi}
      bidang={{ catatan: label, ...kataBukti(tindakan.bukti) }}
      wajib={{ ...(tindakan.perluAlasan && { catatan }), ...wajibBukti(tindakan.bukti, bukti) }}
      kirim={send}
      onSelesai={props.onSelesai}
      onTutup={props.onTutup}
    >
      {(salah) => (
        <>
          <p>{t('tanya.ke', { tahap: props.tahap(tindakan.ke) })}</p>
          <Area
            label={label}
            name="catatan"
            bantuan={tindakan.perluAlasan ? t('tanya.alasan.bantuan') : undefined}
            salah={salah('catatan')}
            rows={4}
            value={catatan}
            onChange={(event) => setCatatan(event.currentTarget.value)}
          />
          <BuktiDiri diminta={tindakan.bukti} isi={bukti} salah={salah} onUbah={setBukti} />
        </>
      )}
    </ActDialog>
  )
}
