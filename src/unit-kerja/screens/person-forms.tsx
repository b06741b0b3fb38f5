// A person's name and NIP; what is wrong with the NIP is said while it is typed.
import { useState } from 'react'
import { checkNip } from '../../platform/kernel/nip.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Field, Select } from '../../web/ui/field.tsx'
import type { Person } from './data.ts'
import { t } from './teks.ts'
import { useFresh } from './unit-forms.tsx'

export type PersonIsian = { readonly nama: string; readonly nip: string; readonly kepegawaian: 'PNS' | 'PPPK' }
export const NIP_KOSONG: PersonIsian = { nama: '', nip: '', kepegawaian: 'PNS' }

/** Spaces as letters print them are no part of the number. */
export const personBody = ({ nama, nip, kepegawaian }: PersonIsian) => ({ nama, nip: nip.replace(/\s/g, '') || null, kepegawaian })

export function PersonFields({
  isi,
  onUbah,
  salah,
}: {
  isi: PersonIsian
  onUbah: (isi: PersonIsian) => void
  salah: (bidang: string) => string | undefined
}) {
  const nip = isi.nip.replace(/\s/g, '')
  const faults = nip.length >= 18 ? checkNip(nip, isi.kepegawaian) : []
  return (
    <>
      <Field
        label={t('f.pegawai.nama')}
        name="nama"
        value={isi.nama}
        maxLength={200}
        autoComplete="off"
        salah={salah('nama')}
        onChange={(event) => onUbah({ ...isi, nama: event.currentTarget.value })}
      />
      <Select
        label={t('f.kepegawaian')}
        value={isi.kepegawaian}
        onChange={(event) => onUbah({ ...isi, kepegawaian: event.currentTarget.value as PersonIsian['kepegawaian'] })}
      >
        <option>PNS</option>
        <option>PPPK</option>
      </Select>
      <Field
        label={t('f.nip')}
        name="nip"
        bantuan={t('f.nip.bantuan')}
        value={isi.nip}
        maxLength={30}
        inputMode="numeric"
        autoComplete="off"
        className="angka"
        salah={faults.length ? faults.map((f) => f.detail).join(' ') : salah('nip')}
        onChange={(event) => onUbah({ ...isi, nip: event.currentTarget.value })}
      />
    </>
  )
}

/** A new person, or the name and NIP of one put right. */
export function PersonForm({ person, onTutup }: { person?: Person; onTutup: () => void }) {
  const done = useFresh(onTutup)
  const [isi, setIsi] = useState<PersonIsian>(
    person ? { nama: person.nama, nip: person.nip ?? '', kepegawaian: 'PNS' } : NIP_KOSONG,
  )
  return (
    <ActDialog
      judul={t(person ? 'pegawai.ubah' : 'pegawai.baru')}
      aksi={t(person ? 'simpan' : 'pegawai.baru')}
      bidang={{ nama: t('f.pegawai.nama'), nip: t('f.nip') }}
      wajib={{ nama: isi.nama }}
      kirim={({ kunci, versi }) =>
        person
          ? request('PUT', `/api/pegawai/${person.id}`, {
              body: personBody(isi),
              version: versi ?? person.version,
              idempotencyKey: kunci,
            })
          : request('POST', '/api/pegawai', { body: personBody(isi), idempotencyKey: kunci })
      }
      onSelesai={done}
      onTutup={onTutup}
    >
      {(salah) => <PersonFields isi={isi} onUbah={setIsi} salah={salah} />}
    </ActDialog>
  )
}
