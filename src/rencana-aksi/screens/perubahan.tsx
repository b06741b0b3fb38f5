// A change of the plan in force: proposed here with what RA-10 asks of it, decided in the quarterly forum, then drafted.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Area, Select } from '../../web/ui/field.tsx'
import { namaPeriode } from '../../web/ui/format.ts'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { ALASAN_PERUBAHAN, OBJEK_PERUBAHAN } from '../perubahan.ts'
import { useBahanDraf, usePerubahan } from './data.ts'
import { TW } from './lembar.ts'
import { type Dibuat, useSusun } from './susun-draf.tsx'
import { t } from './teks.ts'

type Props = {
  readonly unit: string
  readonly tahun: string
  readonly rencana: string
  readonly onDibuat: (draf: Dibuat) => void
}

/** The newest proposal, in words; what was approved becomes a draft of the office. */
export function PerubahanKini({ unit, tahun, rencana, onDibuat }: Props) {
  const found = usePerubahan(rencana, true)
  const bahan = useBahanDraf(unit, tahun).data
  const susun = useSusun({ onDibuat })
  const last = found.data?.at(-1)
  if (!last || last.draf) return null
  const said = {
    alasan: t(`perubahan.${last.alasan}`),
    objek: last.objek.map((o) => t(`perubahan.${o}`)).join(', '),
    periode: last.periode.map(namaPeriode).join(', '),
  }
  return (
    <Notice
      jenis={last.status === 'DITOLAK' ? 'peringatan' : 'info'}
      judul={t(`perubahan.status.${last.status}`, { forum: last.keputusanForum ?? '' })}
    >
      <p>{last.uraian}</p>
      <p className="small muted">{t('perubahan.isi', said)}</p>
      {last.alasanKeputusan && <p>{t('perubahan.karena', { alasan: last.alasanKeputusan })}</p>}
      {last.status === 'DISETUJUI' && bahan?.boleh && bahan.draf === null && (
        <Button
          rupa="utama"
          sibuk={susun.isPending}
          onClick={() => susun.mutate({ unit, tahun: Number(tahun), salinDari: rencana, perubahan: last.id })}
        >
          {t('susun.perubahan')}
        </Button>
      )}
      {susun.isError && <Failure error={susun.error} />}
    </Notice>
  )
}

export function UsulDialog({ tahun, rencana, onTutup }: Pick<Props, 'tahun' | 'rencana'> & { readonly onTutup: () => void }) {
  const client = useQueryClient()
  const [alasan, setAlasan] = useState<string>(ALASAN_PERUBAHAN[0])
  const [objek, setObjek] = useState<readonly string[]>([])
  const [periode, setPeriode] = useState<readonly string[]>([])
  const [uraian, setUraian] = useState('')
  const bidang = {
    alasan: t('perubahan.alasan'),
    objek: t('perubahan.objek'),
    periode: t('perubahan.periode'),
    uraian: t('perubahan.uraian'),
  }
  return (
    <ActDialog
      judul={t('perubahan.judul')}
      aksi={t('perubahan.usul')}
      bidang={bidang}
      wajib={{ uraian }}
      kirim={({ kunci }) =>
        request('POST', `/api/rencana-aksi/${rencana}/perubahan`, {
          body: { alasan, objek, periode, uraian },
          idempotencyKey: kunci,
        })
      }
      onSelesai={() => {
        client.invalidateQueries({ queryKey: ['rencana-aksi', rencana] })
        onTutup()
      }}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <p>{t('perubahan.pengantar')}</p>
          <Select
            label={bidang.alasan}
            name="alasan"
            salah={salah('alasan')}
            value={alasan}
            onChange={(event) => setAlasan(event.currentTarget.value)}
          >
            {ALASAN_PERUBAHAN.map((a) => (
              <option key={a} value={a}>
                {t(`perubahan.${a}`)}
              </option>
            ))}
          </Select>
          <Checks
            judul={bidang.objek}
            salah={salah('objek')}
            pilihan={OBJEK_PERUBAHAN.map((o) => ({ nilai: o, label: t(`perubahan.${o}`) }))}
            nilai={objek}
            onUbah={setObjek}
          />
          <Checks
            judul={bidang.periode}
            salah={salah('periode')}
            pilihan={TW.map((tw) => ({ nilai: `${tahun}-${tw.nilai}`, label: tw.label }))}
            nilai={periode}
            onUbah={setPeriode}
          />
          <Area
            label={bidang.uraian}
            name="uraian"
            bantuan={t('perubahan.uraian.bantuan')}
            salah={salah('uraian')}
            rows={3}
            maxLength={4000}
            value={uraian}
            onChange={(event) => setUraian(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}

function Checks(props: {
  readonly judul: string
  readonly salah: string | undefined
  readonly pilihan: readonly { readonly nilai: string; readonly label: string }[]
  readonly nilai: readonly string[]
  readonly onUbah: (nilai: readonly string[]) => void
}) {
  return (
    <fieldset className="ra-centang">
      <legend>{props.judul}</legend>
      {props.pilihan.map((p) => (
        <label key={p.nilai}>
          <input
            type="checkbox"
            checked={props.nilai.includes(p.nilai)}
            onChange={(event) =>
              props.onUbah(event.currentTarget.checked ? [...props.nilai, p.nilai] : props.nilai.filter((n) => n !== p.nilai))
            }
          />
          <span>{p.label}</span>
        </label>
      ))}
      {props.salah && <p className="bidang-salah">{props.salah}</p>}
    </fieldset>
  )
}
