// Who coordinates an office: the Asisten who leads its forum, the Biro that gathers its papers, each with its ground.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Chooser, type Pilihan } from '../../web/ui/chooser.tsx'
import { Choice, Field, Select } from '../../web/ui/field.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import { PERAN_KOORDINATOR, PERANGKAT_DAERAH, type PeranKoordinator } from '../perangkat-daerah.ts'
import { cariJabatan, rentang, type Unit, type Window } from './data.ts'
import { t } from './teks.ts'
import { useFresh } from './unit-forms.tsx'

type Baris = Window & {
  readonly peran: PeranKoordinator
  readonly jabatan: string
  readonly namaJabatan: string
  readonly dasar: string
}

/** Only an office has coordinators; what stands below it follows. */
export function Koordinator({ unit, hari, admin }: { unit: Unit; hari: string; admin: boolean }) {
  const path = `/api/unit-kerja/${unit.kode}/koordinator`
  const office = (PERANGKAT_DAERAH as readonly string[]).includes(unit.jenis)
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['unit-kerja', 'koordinator', unit.kode, unit.version],
    enabled: office,
    queryFn: () => get<{ isi: readonly Baris[] }>(path),
  })
  if (!office) return null
  return (
    <section className="stack">
      <h3>{t('koordinator')}</h3>
      {found.isError && <Failure error={found.error} onLagi={() => found.refetch()} />}
      <ul className="daftar-polos">
        {PERAN_KOORDINATOR.map((peran) => (
          <Role key={peran} peran={peran} baris={found.data?.isi.filter((b) => b.peran === peran) ?? []} />
        ))}
      </ul>
      {admin && (
        <div className="row">
          <Button kecil onClick={() => setOpen(true)}>
            {t('koordinator.tetapkan')}
          </Button>
        </div>
      )}
      {open && <SetKoordinator path={path} unit={unit} hari={hari} onTutup={() => setOpen(false)} />}
    </section>
  )
}

function Role({ peran, baris }: { peran: PeranKoordinator; baris: readonly Baris[] }) {
  return (
    <li>
      <strong>{namaPeran(peran)}</strong>
      {baris.length === 0 && <div className="muted">{t('koordinator.tanpa')}</div>}
      {baris.map((b) => (
        <div key={b.berlakuDari}>
          {b.namaJabatan}
          <div className="small muted">
            {rentang(b)} · {b.dasar}
          </div>
        </div>
      ))}
    </li>
  )
}

function SetKoordinator({ path, unit, hari, onTutup }: { path: string; unit: Unit; hari: string; onTutup: () => void }) {
  const [peran, setPeran] = useState<PeranKoordinator>(PERAN_KOORDINATOR[0])
  const [ada, setAda] = useState<'ada' | 'tiada'>('ada')
  const [jabatan, setJabatan] = useState<Pilihan | null>(null)
  const [dasar, setDasar] = useState('')
  const [mulai, setMulai] = useState(hari)
  const done = useFresh(onTutup)
  return (
    <ActDialog
      judul={`${t('koordinator.tetapkan')}: ${unit.nama}`}
      aksi={t('simpan')}
      bidang={{ jabatan: t('f.koordinator'), dasar: t('f.dasar'), mulai: t('f.mulai') }}
      wajib={{ ...(ada === 'ada' && { jabatan: jabatan?.kunci ?? null }), dasar, mulai }}
      kirim={({ versi }) =>
        request('PUT', `${path}/${peran}`, {
          body: { jabatan: ada === 'ada' ? jabatan?.kunci : null, dasar, mulai },
          version: versi ?? unit.version,
        })
      }
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Select
            label={t('koordinator.peran')}
            value={peran}
            onChange={(event) => {
              setPeran(event.currentTarget.value as PeranKoordinator)
              setJabatan(null)
            }}
          >
            {PERAN_KOORDINATOR.map((p) => (
              <option key={p} value={p}>
                {namaPeran(p)}
              </option>
            ))}
          </Select>
          <Choice
            label={t('f.koordinator')}
            nilai={ada}
            pilihan={[
              { nilai: 'ada', label: t('koordinator.ada') },
              { nilai: 'tiada', label: t('koordinator.tiada') },
            ]}
            onPilih={setAda}
          />
          {ada === 'ada' && (
            <Chooser
              label={t('f.koordinator')}
              name="jabatan"
              nilai={jabatan}
              onPilih={setJabatan}
              salah={salah('jabatan')}
              dalam={`${peran} ${mulai}`}
              cari={cariJabatan(mulai, peran)}
            />
          )}
          <Field
            label={t('f.dasar')}
            name="dasar"
            bantuan={t('f.dasar.bantuan')}
            maxLength={300}
            value={dasar}
            salah={salah('dasar')}
            onChange={(event) => setDasar(event.currentTarget.value)}
          />
          <Field
            label={t('f.mulai')}
            name="mulai"
            type="date"
            value={mulai}
            salah={salah('mulai')}
            onChange={(event) => setMulai(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}
