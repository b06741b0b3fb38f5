// What is done with a unit: create, rename, move, close. Each from a day on; what held before stays readable.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog, type Send } from '../../web/ui/act-dialog.tsx'
import { address, get, request } from '../../web/ui/api.ts'
import { Chooser, type Pilihan } from '../../web/ui/chooser.tsx'
import { bound, Field, Select } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { cariUnit, JENIS_LAZIM, kata, type Unit } from './data.ts'
import { t } from './teks.ts'

type Form = { readonly unit: Unit; readonly hari: string; readonly onTutup: () => void }

/** After an act everything of the organisation is read again. */
export function useFresh(onTutup: () => void): () => void {
  const client = useQueryClient()
  return () => {
    client.invalidateQueries()
    onTutup()
  }
}

function useChange({ unit, onTutup }: Form) {
  const done = useFresh(onTutup)
  const kirim = (body: object, { kunci, versi }: Send) =>
    request('PATCH', `/api/unit-kerja/${unit.kode}`, { body, version: versi ?? unit.version, idempotencyKey: kunci })
  return { kirim, done }
}

export function RenameUnit(form: Form) {
  const [nama, setNama] = useState(form.unit.nama)
  const [mulai, setMulai] = useState(form.hari)
  const { kirim, done } = useChange(form)
  return (
    <ActDialog
      judul={t('unit.ganti-nama')}
      aksi={t('simpan')}
      bidang={{ nama: t('f.nama.baru'), mulai: t('f.mulai') }}
      wajib={{ nama, mulai }}
      kirim={(send) => kirim({ nama, mulai }, send)}
      onSelesai={done}
      onTutup={form.onTutup}
    >
      {(salah) => (
        <>
          <Field
            label={t('f.nama.baru')}
            name="nama"
            value={nama}
            maxLength={300}
            salah={salah('nama')}
            onChange={(event) => setNama(event.currentTarget.value)}
          />
          <Field
            label={t('f.mulai')}
            name="mulai"
            type="date"
            bantuan={t('f.nama.bantuan')}
            value={mulai}
            salah={salah('mulai')}
            onChange={(event) => setMulai(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}

export function MoveUnit(form: Form) {
  const [induk, setInduk] = useState<Pilihan | null>(null)
  const [mulai, setMulai] = useState(form.hari)
  const { kirim, done } = useChange(form)
  return (
    <ActDialog
      judul={t('unit.pindah')}
      aksi={t('unit.pindah')}
      bidang={{ induk: t('f.induk'), mulai: t('f.mulai') }}
      wajib={{ induk: induk?.kunci, mulai }}
      kirim={(send) => kirim({ induk: induk?.kunci, mulai }, send)}
      onSelesai={done}
      onTutup={form.onTutup}
    >
      {(salah) => (
        <>
          <Chooser
            label={t('f.induk')}
            name="induk"
            nilai={induk}
            onPilih={setInduk}
            salah={salah('induk')}
            dalam={mulai}
            cari={cariUnit(mulai)}
          />
          <Field
            label={t('f.mulai')}
            name="mulai"
            type="date"
            bantuan={t('f.pindah.bantuan')}
            value={mulai}
            salah={salah('mulai')}
            onChange={(event) => setMulai(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}

export function CloseUnit(form: Form) {
  const [berakhir, setBerakhir] = useState(form.hari)
  const { kirim, done } = useChange(form)
  return (
    <ActDialog
      judul={`${t('unit.tutup')}: ${form.unit.nama}`}
      aksi={t('unit.tutup')}
      bahaya
      bidang={{ berakhir: t('f.tutup.hari') }}
      wajib={{ berakhir }}
      kirim={(send) => kirim({ berakhir, mulai: berakhir }, send)}
      onSelesai={done}
      onTutup={form.onTutup}
    >
      {(salah) => (
        <>
          <Notice jenis="peringatan">{t('f.tutup.bantuan')}</Notice>
          <Field
            label={t('f.tutup.hari')}
            name="berakhir"
            type="date"
            value={berakhir}
            salah={salah('berakhir')}
            onChange={(event) => setBerakhir(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}

/** `di`: the unit it is made below; without one it is chosen. */
export function CreateUnit({ hari, di, onTutup }: { hari: string; di?: Unit; onTutup: () => void }) {
  const done = useFresh(onTutup)
  const [induk, setInduk] = useState<Pilihan | null>(di ? { kunci: di.kode, nama: di.nama } : null)
  const [isi, setIsi] = useState({
    nama: '',
    kode: di ? `${di.kode}.` : '',
    jenis: '',
    garis: 'KOMANDO',
    berlakuDari: hari,
    sumber: '',
  })
  const kinds = useQuery({
    queryKey: ['jenis-unit', hari],
    queryFn: () => get<{ isi: { jenis: string }[] }>(address('/api/jenis-unit', { tanggal: hari })),
  })
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  return (
    <ActDialog
      judul={t('org.baru')}
      aksi={t('org.baru')}
      bidang={{
        nama: t('f.nama'),
        kode: t('f.kode'),
        jenis: t('f.jenis'),
        induk: t('f.induk'),
        berlakuDari: t('f.sejak'),
        sumber: t('f.sumber'),
      }}
      wajib={{ nama: isi.nama, kode: isi.kode, jenis: isi.jenis, berlakuDari: isi.berlakuDari }}
      kirim={({ kunci }) =>
        request('POST', '/api/unit-kerja', {
          body: { ...isi, kode: isi.kode.trim(), induk: induk?.kunci ?? null, sumber: isi.sumber || null },
          idempotencyKey: kunci,
        })
      }
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Chooser
            label={t('f.induk')}
            name="induk"
            nilai={induk}
            salah={salah('induk')}
            dalam={isi.berlakuDari || hari}
            cari={cariUnit(isi.berlakuDari || hari)}
            onPilih={(pilihan) => {
              setInduk(pilihan)
              if (pilihan) put({ kode: `${pilihan.kunci}.` })
            }}
          />
          <Field label={t('f.nama')} {...bidang('nama', salah)} maxLength={300} />
          <Field
            label={t('f.kode')}
            {...bidang('kode', salah)}
            bantuan={t('f.kode.bantuan')}
            maxLength={200}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Select label={t('f.jenis')} {...bidang('jenis', salah)}>
            <option value="">–</option>
            {[...new Set([...(kinds.data?.isi.map((k) => k.jenis) ?? []), ...JENIS_LAZIM])].sort().map((jenis) => (
              <option key={jenis} value={jenis}>
                {kata(jenis)}
              </option>
            ))}
          </Select>
          <Select label={t('f.garis')} {...bidang('garis')}>
            <option value="KOMANDO">{t('f.garis.komando')}</option>
            <option value="KOORDINASI">{t('f.garis.koordinasi')}</option>
          </Select>
          <Field label={t('f.sejak')} {...bidang('berlakuDari', salah)} type="date" />
          <Field label={t('f.sumber')} {...bidang('sumber', salah)} maxLength={300} />
        </>
      )}
    </ActDialog>
  )
}
