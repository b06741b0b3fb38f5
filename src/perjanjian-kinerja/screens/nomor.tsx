// The number of an agreement, and the day its budget document was ratified: entered in a dialog by whoever may.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { VersiOut } from '../../platform/kernel/comparison.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { t } from './teks.ts'

export function Nomor({ versi }: { versi: VersiOut }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [nomor, setNomor] = useState(versi.nomor ?? '')
  return (
    <>
      <Button kecil onClick={() => setOpen(true)}>
        {t(versi.nomor ? 'nomor.ubah' : 'nomor.beri')}
      </Button>
      {open && (
        <ActDialog
          judul={t('nomor.judul')}
          aksi={t('nomor.simpan')}
          bidang={{ nomor: t('nomor.isi') }}
          kirim={({ versi: theirs }) =>
            request('PUT', `/api/perjanjian-kinerja/${versi.id}/nomor`, {
              body: { nomor: nomor.trim() || null },
              version: theirs ?? versi.version,
            })
          }
          onSelesai={() => {
            setOpen(false)
            client.invalidateQueries()
          }}
          onTutup={() => setOpen(false)}
        >
          {(salah) => (
            <Field
              label={t('nomor.isi')}
              name="nomor"
              bantuan={t('nomor.bantuan')}
              salah={salah('nomor')}
              value={nomor}
              maxLength={100}
              onChange={(event) => setNomor(event.currentTarget.value)}
            />
          )}
        </ActDialog>
      )}
    </>
  )
}

type Dpa = {
  readonly disahkan: string | null
  readonly nomor: string | null
  readonly boleh: boolean
  readonly version: number
}

/** From this day on the agreement is due (PK-12). */
export function HariDpa({ unit, tahun }: { unit: string; tahun: string }) {
  const url = `/api/anggaran/${unit}/${tahun}/dpa`
  const dpa = useQuery({ queryKey: ['dpa', unit, tahun], queryFn: () => get<Dpa>(url) }).data
  const [open, setOpen] = useState(false)
  if (!dpa || (!dpa.disahkan && !dpa.boleh)) return null
  return (
    <div className="pk-dpa small">
      <span>{dpa.disahkan ? t('dpa.hari', { tahun, tanggal: tanggal(dpa.disahkan) }) : t('dpa.belum', { tahun })}</span>
      {dpa.boleh && (
        <Button kecil onClick={() => setOpen(true)}>
          {t(dpa.disahkan ? 'dpa.ubah' : 'dpa.catat')}
        </Button>
      )}
      {open && <FormDpa url={url} dpa={dpa} onTutup={() => setOpen(false)} />}
    </div>
  )
}

function FormDpa({ url, dpa, onTutup }: { url: string; dpa: Dpa; onTutup: () => void }) {
  const client = useQueryClient()
  const [disahkan, setDisahkan] = useState(dpa.disahkan ?? '')
  const [nomor, setNomor] = useState(dpa.nomor ?? '')
  return (
    <ActDialog
      judul={t('dpa.catat')}
      aksi={t('nomor.simpan')}
      bidang={{ disahkan: t('dpa.disahkan'), nomor: t('dpa.nomor') }}
      wajib={{ disahkan }}
      kirim={({ versi }) => request('PUT', url, { body: { disahkan, nomor: nomor.trim() || null }, version: versi ?? dpa.version })}
      onSelesai={() => {
        onTutup()
        client.invalidateQueries()
      }}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Field
            type="date"
            label={t('dpa.disahkan')}
            name="disahkan"
            bantuan={t('dpa.bantuan')}
            salah={salah('disahkan')}
            value={disahkan}
            onChange={(event) => setDisahkan(event.currentTarget.value)}
          />
          <Field
            label={t('dpa.nomor')}
            name="nomor"
            salah={salah('nomor')}
            value={nomor}
            maxLength={100}
            onChange={(event) => setNomor(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}
