// Scheduling: the form of a new forum, and the dialog that changes a schedule with its reason.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { useCari } from '../../web/ui/address.ts'
import { ApiError, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Area, bound, Field, Select } from '../../web/ui/field.tsx'
import { namaPeriode } from '../../web/ui/format.ts'
import { TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { useWho } from '../../web/ui/who.ts'
import { type Forum, useAwal } from './data.ts'
import { t } from './teks.ts'
import './screens.css'

type Isian = { tanggal: string; mulai: string; selesai: string; tempat: string; agenda: string }

function Waktu({
  isi,
  put,
  salah,
}: {
  isi: Isian
  put: (part: Partial<Isian>) => void
  salah: (name: string) => string | undefined
}) {
  const bidang = bound(isi, put)
  return (
    <>
      <div className="forum-waktu">
        <Field label={t('f.tanggal')} {...bidang('tanggal', salah)} type="date" required />
        <Field label={t('f.mulai')} {...bidang('mulai', salah)} type="time" required />
        <Field label={t('f.selesai')} {...bidang('selesai', salah)} type="time" required />
      </div>
      <Field label={t('f.tempat')} {...bidang('tempat', salah)} maxLength={300} required />
      <Area label={t('f.agenda')} {...bidang('agenda', salah)} rows={3} maxLength={4000} required />
    </>
  )
}

export function JadwalkanPage() {
  const [cari] = useCari()
  const who = useWho()
  if (!who) return <Skeleton />
  const triwulanan = cari.jenis === 'triwulanan'
  const tahun = /^\d{4}$/.test(cari.tahun ?? '') ? cari.tahun! : who.hariIni.slice(0, 4)
  return (
    <>
      <PageHead judul={triwulanan ? t('jadwalkan.triwulanan') : t('jadwalkan.judul')} />
      {cari.unit ? (
        <Baru unit={cari.unit} tahun={tahun} triwulanan={triwulanan} hariIni={who.hariIni} />
      ) : (
        <EmptyState judul={t('jadwalkan.judul')}>
          <p>{t('jadwalkan.pilih')}</p>
          <TautanTombol ke="/forum">{t('jadwalkan.daftar')}</TautanTombol>
        </EmptyState>
      )}
    </>
  )
}

const QUARTERS = ['TW1', 'TW2', 'TW3', 'TW4']

function Baru({ unit, tahun, triwulanan, hariIni }: { unit: string; tahun: string; triwulanan: boolean; hariIni: string }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [triwulan, setTriwulan] = useState(`TW${Math.ceil(Number(hariIni.slice(5, 7)) / 3)}`)
  const periode = triwulanan ? `${tahun}-${triwulan}` : tahun
  const awal = useAwal(unit, periode)
  const [isi, setIsi] = useState<Isian>({
    tanggal: '',
    mulai: '09:00',
    selesai: '12:00',
    tempat: '',
    agenda: t(triwulanan ? 'agenda.TRIWULANAN' : 'agenda.PENYUSUNAN', { tahun }),
  })
  const key = useRef(crypto.randomUUID())
  const kirim = useMutation({
    mutationFn: async () => {
      const body = triwulanan
        ? { jenis: 'TRIWULANAN', periode, jadwal: isi }
        : { jenis: 'PENYUSUNAN', unit, tahun: Number(tahun), jadwal: isi }
      return (await request<{ id: string }>('POST', '/api/forum', { body, idempotencyKey: key.current })).data
    },
    onSuccess: ({ id }) => {
      client.invalidateQueries()
      navigate({ to: `/forum/${id}` as never })
    },
    // What was refused is asked again as another wish; what was lost on the way as the same.
    onError: (error) => {
      if (error instanceof ApiError && error.problem.code !== 'TIDAK_TERSAMBUNG') key.current = crypto.randomUUID()
    },
  })
  if (awal.isPending) return <Skeleton />
  if (awal.isError) return <Failure error={awal.error} onLagi={() => awal.refetch()} />
  const { boleh, forum, naskah, namaUnit } = awal.data
  const problem = kirim.error instanceof ApiError ? kirim.error.problem : undefined
  const named = problem?.field?.split(/[/.]/).at(-1)
  const salah = (name: string) => (named === name ? problem?.detail : undefined)
  const judul = triwulanan ? namaPeriode(periode) : t('jadwalkan.untuk', { unit: namaUnit, tahun })
  return (
    <form
      className="stack forum-formulir"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!kirim.isPending) kirim.mutate()
      }}
    >
      <p className="strong">{judul}</p>
      {triwulanan && (
        <Select label={t('f.triwulan')} value={triwulan} onChange={(event) => setTriwulan(event.currentTarget.value)}>
          {QUARTERS.map((q) => (
            <option key={q} value={q}>
              {namaPeriode(`${tahun}-${q}`)}
            </option>
          ))}
        </Select>
      )}
      {!boleh ? (
        <p>{t('jadwalkan.bukan')}</p>
      ) : forum ? (
        <div className="row">
          <span>{t('jadwalkan.ada')}</span>
          <TautanTombol ke={`/forum/${forum}`} rupa="utama">
            {t('jadwalkan.buka')}
          </TautanTombol>
        </div>
      ) : !naskah.length && !triwulanan ? (
        <p>{t('jadwalkan.kosong')}</p>
      ) : (
        <>
          <div>
            {naskah.length ? t('jadwalkan.naskah') : t('jadwalkan.usulan')}
            <ul className="forum-naskah-nama">
              {naskah.map((n) => (
                <li key={n}>{n}</li>
              ))}
            </ul>
          </div>
          <Waktu isi={isi} put={(part) => setIsi({ ...isi, ...part })} salah={salah} />
          {kirim.isError && !(named && named in isi) && <Failure error={kirim.error} />}
          <div className="row">
            <Button rupa="utama" type="submit" sibuk={kirim.isPending}>
              {t('jadwalkan')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

export function UbahJadwal({ forum, onTutup }: { forum: Forum; onTutup: () => void }) {
  const client = useQueryClient()
  const { tanggal, mulai, selesai, tempat, agenda } = forum.jadwal
  const [isi, setIsi] = useState({ tanggal, mulai, selesai, tempat, agenda, alasan: '' })
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  return (
    <ActDialog
      judul={t('jadwal.ubah')}
      aksi={t('jadwal.ubah')}
      bidang={{
        tanggal: t('f.tanggal'),
        mulai: t('f.mulai'),
        selesai: t('f.selesai'),
        tempat: t('f.tempat'),
        agenda: t('f.agenda'),
        alasan: t('f.alasan'),
      }}
      wajib={{ tempat: isi.tempat, agenda: isi.agenda, alasan: isi.alasan }}
      kirim={({ versi }) => request('PUT', `/api/forum/${forum.id}/jadwal`, { body: isi, version: versi ?? forum.version })}
      onSelesai={() => {
        client.invalidateQueries()
        onTutup()
      }}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Waktu isi={isi} put={put} salah={salah} />
          <Field label={t('f.alasan')} {...bidang('alasan', salah)} maxLength={2000} />
        </>
      )}
    </ActDialog>
  )
}
