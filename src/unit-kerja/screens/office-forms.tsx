// What is done with an office: made and changed, given to somebody, taken back on a day.
import { type ReactNode, useState } from 'react'
import { PERAN } from '../../platform/kernel/roles.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Chooser, type Pilihan } from '../../web/ui/chooser.tsx'
import { bound, Field, Select } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import type { Sifat } from '../unit-kerja.ts'
import { AWALAN, cariPegawai, type Held, JENJANG, kata, type Office } from './data.ts'
import { NIP_KOSONG, PersonFields, type PersonIsian, personBody } from './person-forms.tsx'
import { t } from './teks.ts'
import { useFresh } from './unit-forms.tsx'

/** `Camat Gambir` in `dki.jakpus.kec-gambir` → `camat-gambir.dki.jakpus.kec-gambir`: proposed until somebody writes another. */
const codeOf = (nama: string, unit: string) => {
  const words = nama
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return words && `${words}.${unit}`
}

/** A new office of a unit, or one that is there. */
export function OfficeForm({ unit, hari, office, onTutup }: { unit: string; hari: string; office?: Office; onTutup: () => void }) {
  const done = useFresh(onTutup)
  const [isi, setIsi] = useState({
    kode: office?.kode ?? '',
    nama: office?.nama ?? '',
    jenjang: office?.jenjang ?? '',
    berlakuDari: office?.berlakuDari ?? hari,
    berlakuSampai: office?.berlakuSampai ?? '',
  })
  const [peran, setPeran] = useState<ReadonlySet<string>>(new Set(office?.peran))
  const [ownCode, setOwnCode] = useState(office !== undefined)
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  const toggle = (one: string) => setPeran(new Set(peran.has(one) ? [...peran].filter((p) => p !== one) : [...peran, one]))
  return (
    <ActDialog
      judul={t(office ? 'jabatan.ubah' : 'unit.jabatan.baru')}
      aksi={t('simpan')}
      bidang={{
        nama: t('f.jabatan.nama'),
        kode: t('f.kode'),
        jenjang: t('f.jenjang'),
        peran: t('f.peran'),
        berlakuDari: t('f.sejak'),
        berlakuSampai: t('f.berakhir.jabatan'),
      }}
      wajib={{ nama: isi.nama, kode: isi.kode, jenjang: isi.jenjang, berlakuDari: isi.berlakuDari }}
      kirim={({ kunci, versi }) =>
        request('PUT', `/api/jabatan/${encodeURIComponent(isi.kode.trim())}`, {
          body: {
            unit,
            nama: isi.nama,
            jenjang: isi.jenjang,
            peran: [...peran],
            berlakuDari: isi.berlakuDari,
            berlakuSampai: isi.berlakuSampai || null,
          },
          version: versi ?? office?.version ?? 0,
          idempotencyKey: kunci,
        })
      }
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Field
            label={t('f.jabatan.nama')}
            name="nama"
            value={isi.nama}
            maxLength={300}
            salah={salah('nama')}
            onChange={(event) =>
              put({ nama: event.currentTarget.value, ...(ownCode ? {} : { kode: codeOf(event.currentTarget.value, unit) }) })
            }
          />
          {!office && (
            <Field
              label={t('f.kode')}
              name="kode"
              bantuan={t('f.jabatan.kode.bantuan')}
              value={isi.kode}
              maxLength={200}
              autoCapitalize="none"
              spellCheck={false}
              salah={salah('kode')}
              onChange={(event) => {
                setOwnCode(true)
                put({ kode: event.currentTarget.value })
              }}
            />
          )}
          <Select label={t('f.jenjang')} {...bidang('jenjang', salah)}>
            <option value="">–</option>
            {[...new Set([...JENJANG, ...(office ? [office.jenjang] : [])])].map((one) => (
              <option key={one} value={one}>
                {kata(one)}
              </option>
            ))}
          </Select>
          <fieldset className="org-peran">
            <legend>{t('f.peran')}</legend>
            <p className="small muted">{t('f.peran.bantuan')}</p>
            {PERAN.filter((one) => one !== 'ADMINISTRATOR').map((one) => (
              <label key={one}>
                <input type="checkbox" checked={peran.has(one)} onChange={() => toggle(one)} />
                {namaPeran(one)}
              </label>
            ))}
          </fieldset>
          {office ? (
            <Field label={t('f.berakhir.jabatan')} {...bidang('berlakuSampai', salah)} type="date" />
          ) : (
            <Field label={t('f.sejak')} {...bidang('berlakuDari', salah)} type="date" />
          )}
        </>
      )}
    </ActDialog>
  )
}

const SIFAT: readonly Sifat[] = ['DEFINITIF', 'PJ', 'PLT', 'PLH']

export function AssignForm({ office, hari, onTutup }: { office: Office; hari: string; onTutup: () => void }) {
  const done = useFresh(onTutup)
  const [pegawai, setPegawai] = useState<Pilihan | null>(null)
  const [baru, setBaru] = useState<PersonIsian | null>(null)
  const [isi, setIsi] = useState({ sifat: 'DEFINITIF' as Sifat, berlakuDari: hari, berlakuSampai: '', sumber: '' })
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  const holder = office.pemegang.find((h) => h.sifat === 'DEFINITIF' || h.sifat === 'PJ')
  return (
    <ActDialog
      judul={`${t('jabatan.tugaskan')}: ${office.nama}`}
      aksi={t('jabatan.tugaskan')}
      bidang={{
        pegawai: t('f.pegawai'),
        nama: t('f.pegawai.nama'),
        nip: t('f.nip'),
        berlakuDari: t('f.dari'),
        berlakuSampai: t('f.sampai'),
        sumber: t('f.sumber'),
      }}
      wajib={baru ? { nama: baru.nama, berlakuDari: isi.berlakuDari } : { pegawai: pegawai?.kunci, berlakuDari: isi.berlakuDari }}
      kirim={async ({ kunci }) => {
        let id = pegawai?.kunci
        if (baru) {
          const made = await request<{ id: string }>('POST', '/api/pegawai', {
            body: personBody(baru),
            idempotencyKey: `${kunci}-pegawai`,
          })
          id = made.data.id
          // Registered: a refusal of the assignment must not register the person again.
          setPegawai({ kunci: id, nama: baru.nama })
          setBaru(null)
        }
        await request('POST', '/api/penugasan', {
          body: {
            pegawai: id,
            jabatan: office.kode,
            sifat: isi.sifat,
            berlakuDari: isi.berlakuDari,
            berlakuSampai: isi.berlakuSampai || null,
            sumber: isi.sumber || null,
          },
          idempotencyKey: kunci,
        })
      }}
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Who pegawai={pegawai} onPilih={setPegawai} baru={baru} onBaru={setBaru} salah={salah} />
          <Select
            label={t('f.sifat')}
            name="sifat"
            value={isi.sifat}
            onChange={(event) => put({ sifat: event.currentTarget.value as Sifat })}
          >
            {SIFAT.map((one) => (
              <option key={one} value={one}>
                {t(`sifat.${one}`)}
              </option>
            ))}
          </Select>
          {isi.sifat === 'PLT' && holder && <Notice>{t('saran.plt', { nama: holder.nama })}</Notice>}
          <Days>
            <Field label={t('f.dari')} {...bidang('berlakuDari', salah)} type="date" />
            <Field label={t('f.sampai')} {...bidang('berlakuSampai', salah)} type="date" />
          </Days>
          <Field label={t('f.sumber')} {...bidang('sumber', salah)} maxLength={300} />
        </>
      )}
    </ActDialog>
  )
}

const Days = ({ children }: { children: ReactNode }) => <div className="org-hari">{children}</div>

function Who(props: {
  pegawai: Pilihan | null
  onPilih: (pilihan: Pilihan | null) => void
  baru: PersonIsian | null
  onBaru: (isian: PersonIsian | null) => void
  salah: (bidang: string) => string | undefined
}) {
  const { pegawai, baru, onBaru } = props
  return (
    <>
      {baru ? (
        <PersonFields isi={baru} onUbah={onBaru} salah={props.salah} />
      ) : (
        <Chooser
          label={t('f.pegawai')}
          name="pegawai"
          bantuan={t('f.pegawai.bantuan')}
          nilai={pegawai}
          salah={props.salah('pegawai')}
          onPilih={props.onPilih}
          cari={cariPegawai}
        />
      )}
      {!pegawai && (
        <div>
          <Button kecil rupa="polos" onClick={() => onBaru(baru ? null : NIP_KOSONG)}>
            {t(baru ? 'f.pegawai.cari' : 'f.pegawai.baru')}
          </Button>
        </div>
      )}
    </>
  )
}

export function EndForm({ held, hari, onTutup }: { held: Held; hari: string; onTutup: () => void }) {
  const done = useFresh(onTutup)
  const [berakhir, setBerakhir] = useState(held.berlakuSampai ?? hari)
  return (
    <ActDialog
      judul={t('jabatan.akhiri')}
      aksi={t('jabatan.akhiri')}
      bidang={{ berakhir: t('f.akhiri.hari') }}
      wajib={{ berakhir }}
      kirim={({ kunci }) => request('POST', `/api/penugasan/${held.id}/akhiri`, { body: { berakhir }, idempotencyKey: kunci })}
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => (
        <Field
          label={t('f.akhiri.hari')}
          name="berakhir"
          type="date"
          bantuan={t('f.akhiri.bantuan', { nama: held.nama, jabatan: `${AWALAN[held.sifat]}${held.namaJabatan}` })}
          value={berakhir}
          salah={salah('berakhir')}
          onChange={(event) => setBerakhir(event.currentTarget.value)}
        />
      )}
    </ActDialog>
  )
}
