// One unit over the page: its names and lines with their days, its offices, and what the administrator does with it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { address, get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { kata, type Riwayat, rentang, type Unit } from './data.ts'
import { Koordinator } from './koordinator.tsx'
import { OfficeForm } from './office-forms.tsx'
import { t } from './teks.ts'
import { CloseUnit, CreateUnit, MoveUnit, RenameUnit } from './unit-forms.tsx'

type Act = 'nama' | 'pindah' | 'tutup' | 'bawah' | 'jabatan'

export function UnitPanel({ hari, admin }: { hari: string; admin: boolean }) {
  const [cari, ubah] = useCari()
  const kode = cari.unit
  const close = () => ubah({ unit: undefined })
  const unit = useQuery({
    queryKey: ['unit-kerja', 'rinci', kode, hari],
    enabled: kode !== undefined,
    queryFn: () => get<Unit>(address(`/api/unit-kerja/${kode}`, { tanggal: hari })),
  })
  return (
    <Panel judul={unit.data?.nama ?? t('org.judul')} buka={kode !== undefined} onTutup={close}>
      {unit.isPending ? (
        <Skeleton baris={4} />
      ) : unit.isError ? (
        <Failure error={unit.error} onLagi={() => unit.refetch()} />
      ) : (
        <Detail unit={unit.data} hari={hari} admin={admin} />
      )}
    </Panel>
  )
}

function Detail({ unit, hari, admin }: { unit: Unit; hari: string; admin: boolean }) {
  const [act, setAct] = useState<Act>()
  const history = useQuery({
    queryKey: ['unit-kerja', 'riwayat', unit.kode, unit.version],
    queryFn: () => get<Riwayat>(`/api/unit-kerja/${unit.kode}/riwayat`),
  })
  const stop = () => setAct(undefined)
  const form = { unit, hari, onTutup: stop }
  return (
    <div className="stack">
      <dl className="fakta">
        <div>
          <dt>{t('kolom.jenis')}</dt>
          <dd>{kata(unit.jenis)}</dd>
        </div>
        <div>
          <dt>{t('kolom.kode')}</dt>
          <dd className="angka">{unit.kode}</dd>
        </div>
        <div>
          <dt>{t('kolom.berlaku')}</dt>
          <dd>{rentang(unit)}</dd>
        </div>
      </dl>
      {admin && (
        <div className="row">
          <Button kecil onClick={() => setAct('nama')}>
            {t('unit.ganti-nama')}
          </Button>
          <Button kecil onClick={() => setAct('pindah')}>
            {t('unit.pindah')}
          </Button>
          <Button kecil onClick={() => setAct('bawah')}>
            {t('unit.di-bawah')}
          </Button>
          <Button kecil onClick={() => setAct('jabatan')}>
            {t('unit.jabatan.baru')}
          </Button>
          <Button kecil rupa="polos" onClick={() => setAct('tutup')}>
            {t('unit.tutup')}
          </Button>
        </div>
      )}
      <p>
        <Tautan ke="/administrasi/pejabat" cari={{ unit: unit.kode, tanggal: hari }}>
          {t('unit.jabatan.lihat')}
        </Tautan>
      </p>
      <Koordinator unit={unit} hari={hari} admin={admin} />
      {history.data && <History {...history.data} />}
      {history.isError && <Failure error={history.error} onLagi={() => history.refetch()} />}
      {act === 'nama' && <RenameUnit {...form} />}
      {act === 'pindah' && <MoveUnit {...form} />}
      {act === 'tutup' && <CloseUnit {...form} />}
      {act === 'bawah' && <CreateUnit hari={hari} di={unit} onTutup={stop} />}
      {act === 'jabatan' && <OfficeForm unit={unit.kode} hari={hari} onTutup={stop} />}
    </div>
  )
}

function History({ nama, garis }: Riwayat) {
  return (
    <>
      <section className="stack">
        <h3>{t('unit.garis')}</h3>
        {garis.length === 0 && <p className="muted">{t('unit.puncak')}</p>}
        <ul className="daftar-polos">
          {garis.map((g) => (
            <li key={`${g.induk} ${g.garis} ${g.berlakuDari}`}>
              {t('unit.garis.isi', {
                garis: t(g.garis === 'KOORDINASI' ? 'org.koordinasi' : 'org.komando'),
                induk: g.namaInduk,
              })}
              <div className="small muted">{rentang(g)}</div>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h3>{t('unit.nama')}</h3>
        <ul className="daftar-polos">
          {nama.map((n) => (
            <li key={n.berlakuDari}>
              {n.nama}
              <div className="small muted">{rentang(n)}</div>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
