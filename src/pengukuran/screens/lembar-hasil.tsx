// What the sheet comes to, while it is typed; and the way up to here, beside the target.
import { useEffect, useState } from 'react'
import { ROMAWI } from '../../platform/kernel/time.ts'
import { ApiError, sentence } from '../../web/ui/api.ts'
import { LineChart } from '../../web/ui/chart.tsx'
import { angka } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Status } from '../../web/ui/status.tsx'
import { keadaanOf } from '../keadaan.ts'
import { AngkaTombol } from './angka-tombol.tsx'
import { t as jika } from './jika-teks.ts'
import { type Isi, type LembarOut, type TempatLembar, usePratinjau } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'

type Props = {
  readonly at: TempatLembar
  readonly data: LembarOut
  readonly isi: Isi
  readonly berubah: boolean
  readonly onJelaskan: () => void
}

export function LembarHasil({ at, data, isi, berubah, onJelaskan }: Props) {
  const settled = useSettled(isi, 300)
  const typed = usePratinjau(at, settled, berubah)
  const live = berubah ? typed.data : undefined
  const nilai = live?.nilai ?? data.penjelasan.hasil.nilai
  const capaian = live?.capaian ?? data.penjelasan.capaian
  const { target } = data.penjelasan
  const { targetTahun } = data.perjalanan
  const keadaan = keadaanOf({
    periode: at.periode,
    status: nilai.status,
    capaianStatus: capaian.status,
    capaian: capaian.nilai,
    target: target && target.figure.status !== 'KOSONG' ? target.tampil : null,
  })
  const { desimal, nama, satuan } = data.indikator
  const kata = live ? live.kata : (data.penjelasan.hasil.rumus?.kata ?? null)
  const lost = berubah && typed.error instanceof ApiError
  return (
    <section className="lembar-hasil" aria-labelledby="lembar-hasil">
      <h2 id="lembar-hasil">{t('hasil')}</h2>
      <dl aria-live="polite">
        <div className="lembar-hasil-utama">
          <dt>
            {t('hasil.realisasi')} <span className="small">({satuan.toLowerCase()})</span>
          </dt>
          <dd className="angka">
            {nilai.status !== 'NILAI' ? (
              <Status keadaan={keadaan} />
            ) : live ? (
              nilai.tampil
            ) : (
              <AngkaTombol
                apa={`${t('hasil.realisasi')} ${nama}`}
                status={nilai.status}
                nilai={nilai.nilai}
                desimal={desimal}
                onBuka={onJelaskan}
              />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('hasil.target')}</dt>
          <dd className="angka">{target ? target.tampil : '–'}</dd>
        </div>
        {targetTahun !== null && target?.figure.status !== 'NILAI' && (
          <div>
            <dt>{t('hasil.target.tahun')}</dt>
            <dd className="angka">{angka(targetTahun, data.indikator.desimal)}</dd>
          </div>
        )}
        <div>
          <dt>{t('hasil.capaian')}</dt>
          <dd className="angka">
            {capaian.status !== 'NILAI' || capaian.nilai === null ? (
              '–'
            ) : live ? (
              `${angka(capaian.nilai, 2)}%`
            ) : (
              <>
                <AngkaTombol
                  apa={`${t('hasil.capaian')} ${nama}`}
                  status="NILAI"
                  nilai={capaian.nilai}
                  desimal={2}
                  onBuka={onJelaskan}
                />
                %
              </>
            )}
          </dd>
        </div>
      </dl>
      {nilai.status === 'NILAI' && <Status keadaan={keadaan} />}
      {nilai.status === 'GALAT' && nilai.pesan && <Notice jenis="peringatan">{nilai.pesan}</Notice>}
      {kata && nilai.status === 'NILAI' && (
        <p>
          <span className="small muted">{t('hasil.kata')}: </span>
          {tidy(kata)}
        </p>
      )}
      <p className="small muted">
        {lost
          ? typed.error instanceof ApiError && typed.error.problem.status === 0
            ? t('hasil.putus')
            : sentence(typed.error)
          : berubah
            ? t('hasil.diketik')
            : nilai.status === 'NILAI' && t('hasil.tersimpan')}
      </p>
      {live && data.penjelasan.hasil.klaim.some((k) => k.peran === 'DIVERIFIKASI' && k.berlaku) && (
        <p className="small">{t('hasil.pemilik')}</p>
      )}
      <p>
        <Tautan
          ke={`/bagaimana-jika/${at.unit}/${at.periode.slice(0, 4)}`}
          cari={{ untuk: `${at.kode}.${at.periode}` }}
          className="tombol tombol-kedua tombol-kecil"
        >
          <Icon name="kelola" size={18} />
          {jika('buka')}
        </Tautan>
      </p>
    </section>
  )
}

const tidy = (kata: string) => kata.replaceAll('_', ' ').replace(/(\w+)\[(\w+)\]/g, '$2 $1')

/** The value once it has stood still for a moment: not every key is a question to the server. */
function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}

/** The years before, then the quarters of this year, with the target's line. */
export function Perjalanan({ data }: { data: LembarOut }) {
  const { tahun, triwulan, targetTahun } = data.perjalanan
  const year = data.periode.slice(0, 4)
  const points = [
    ...tahun,
    ...triwulan.map((q) => ({
      nama: `TW ${ROMAWI[q.nama.slice(5)]}`,
      realisasi: q.realisasi,
      target: q.target ?? (q.nama.endsWith('TW4') ? targetTahun : null),
    })),
  ]
  const known = points.filter((p) => p.realisasi !== null).length + points.filter((p) => p.target !== null).length
  const last = tahun.find((p) => p.nama === String(Number(year) - 1))?.realisasi
  return (
    <section className="lembar-bagan" aria-labelledby="perjalanan">
      <h2 id="perjalanan">{t('perjalanan')}</h2>
      {last && (
        <p className="muted">{t('perjalanan.lalu', { tahun: Number(year) - 1, nilai: angka(last, data.indikator.desimal) })}</p>
      )}
      {known < 2 ? (
        <p className="muted">{t('perjalanan.kosong')}</p>
      ) : (
        <LineChart
          judul={t('perjalanan.bagan', { satuan: data.indikator.satuan.toLowerCase() })}
          sumbu={t('perjalanan.titik')}
          titik={points.map((p) => p.nama)}
          deret={[
            { nama: t('hasil.realisasi'), rupa: 'utama', nilai: points.map((p) => p.realisasi) },
            { nama: 'Target', rupa: 'pembanding', nilai: points.map((p) => p.target) },
          ]}
        />
      )}
    </section>
  )
}
