// One forum: its schedule and invitation, who came, the papers with what was decided, advice with its answers, the minutes.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Area } from '../../web/ui/field.tsx'
import { namaPeriode, tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Langkah } from '../../web/ui/langkah.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { bukaJam, type Forum, useForum } from './data.ts'
import { Kehadiran } from './hadir.tsx'
import { UbahJadwal } from './jadwal.tsx'
import { Putusan } from './keputusan.tsx'
import { SaranForum } from './saran.tsx'
import { t } from './teks.ts'
import './screens.css'

export function ForumPage({ id }: { id: string }) {
  const found = useForum(id)
  if (found.isPending) return <Skeleton baris={12} />
  if (!found.data) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const forum = found.data
  const tahun = forum.periode.slice(0, 4)
  return (
    <>
      <PageHead
        judul={[
          t(`jenis.${forum.jenis}`, { periode: namaPeriode(forum.periode) }),
          forum.urutan > 1 && t('ke.n', { n: forum.urutan }),
        ]
          .filter(Boolean)
          .join(' ')}
        pengantar={
          <p>
            {forum.namaUnit} · {whenOf(forum.jadwal)} ·{' '}
            <Tautan ke="/forum" cari={{ tahun }}>
              {t('semua', { tahun })}
            </Tautan>
          </p>
        }
        aksi={<Unduh alamat={`/api/forum/${id}/dokumen`} nama={t('notulen')} />}
      />
      <div className="stack">
        <Langkah
          alamat={`/api/forum/${id}`}
          tanda={String(forum.version)}
          tahap={(status) => t(`tahap.${status as Forum['status']}`)}
          penghalang={[]}
        />
        <Jadwal forum={forum} />
        <Putusan forum={forum} />
        {forum.jenis === 'PENYUSUNAN' && <SaranForum forum={forum} />}
        <Kehadiran forum={forum} />
        <Kesimpulan forum={forum} />
      </div>
    </>
  )
}

const whenOf = (j: Forum['jadwal']) =>
  t('waktu', { tanggal: tanggal(j.tanggal), mulai: bukaJam(j.mulai), selesai: bukaJam(j.selesai) })

function Jadwal({ forum }: { forum: Forum }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const { jadwal, jadwalLama, boleh, menunggu } = forum
  const takeIn = useMutation({
    mutationFn: () =>
      request('POST', `/api/forum/${forum.id}/naskah`, { version: forum.version, idempotencyKey: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <section className="forum-bagian" aria-labelledby="jadwal">
      <h2 id="jadwal">{t('jadwal.judul')}</h2>
      <dl className="fakta">
        <div>
          <dt>{t('kolom.waktu')}</dt>
          <dd>{whenOf(jadwal)}</dd>
        </div>
        <div>
          <dt>{t('f.tempat')}</dt>
          <dd>{jadwal.tempat}</dd>
        </div>
        <div>
          <dt>{t('f.agenda')}</dt>
          <dd className="forum-tulisan">{jadwal.agenda}</dd>
        </div>
      </dl>
      <div className="row">
        <a className="tombol tombol-kedua" href={`/api/forum/${forum.id}/undangan`} download>
          <Icon name="unduh" />
          {t('undangan')}
        </a>
        {boleh.jadwal && <Button onClick={() => setAsked(true)}>{t('jadwal.ubah')}</Button>}
        {menunggu.length > 0 && (
          <Button sibuk={takeIn.isPending} onClick={() => takeIn.mutate()}>
            {t('masukkan', { naskah: menunggu.join(', ') })}
          </Button>
        )}
      </div>
      {takeIn.isError && <Failure error={takeIn.error} />}
      {jadwalLama.length > 0 && (
        <details>
          <summary>{t('jadwal.lama', { n: jadwalLama.length })}</summary>
          <ul className="forum-naskah-nama">
            {jadwalLama.map((j, at) => (
              <li key={j.urutan}>
                {whenOf(j)}, {j.tempat}
                <div className="small muted">
                  {t('jadwal.karena', { alasan: (at === 0 ? jadwal : jadwalLama[at - 1]!).alasan ?? '' })}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked && <UbahJadwal forum={forum} onTutup={() => setAsked(false)} />}
    </section>
  )
}

function Kesimpulan({ forum }: { forum: Forum }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [kesimpulan, setKesimpulan] = useState('')
  const label = t('simpul.judul')
  return (
    <section className="forum-bagian" aria-labelledby="kesimpulan">
      <h2 id="kesimpulan">{label}</h2>
      <p className={forum.kesimpulan ? 'forum-tulisan' : 'muted'}>{forum.kesimpulan ?? t('simpul.kosong')}</p>
      {forum.boleh.kesimpulan && (
        <div className="row">
          <Button
            onClick={() => {
              setKesimpulan(forum.kesimpulan ?? '')
              setAsked(true)
            }}
          >
            {t('simpul.tulis')}
          </Button>
        </div>
      )}
      {asked && (
        <ActDialog
          judul={t('simpul.tulis')}
          aksi={t('simpul.tulis')}
          bidang={{ kesimpulan: label }}
          wajib={{ kesimpulan }}
          kirim={({ versi }) =>
            request('PUT', `/api/forum/${forum.id}/kesimpulan`, { body: { kesimpulan }, version: versi ?? forum.version })
          }
          onSelesai={() => {
            client.invalidateQueries()
            setAsked(false)
          }}
          onTutup={() => setAsked(false)}
        >
          {(salah) => (
            <Area
              label={label}
              name="kesimpulan"
              salah={salah('kesimpulan')}
              rows={6}
              maxLength={10_000}
              value={kesimpulan}
              onChange={(event) => setKesimpulan(event.currentTarget.value)}
            />
          )}
        </ActDialog>
      )}
    </section>
  )
}
