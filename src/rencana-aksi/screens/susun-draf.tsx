// How a draft begins: from the agreement, as a copy of last year's plan, or as a change of the plan in force.
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import { ALASAN_PERUBAHAN, OBJEK_PERUBAHAN } from '../perubahan.ts'
import type { DrafBaru } from '../rencana-aksi.ts'
import { newId, useBahanDraf } from './data.ts'
import { TW } from './lembar.ts'
import { t } from './teks.ts'

export type Dibuat = { readonly id: string; readonly tidakDisalin: readonly string[] }
type Props = { readonly unit: string; readonly tahun: string; readonly onDibuat: (draf: Dibuat) => void }

function useSusun({ onDibuat }: Props) {
  const keys = useRef(new Map<string, string>())
  return useMutation({
    mutationFn: async (body: DrafBaru) => {
      // The same wish again, after an answer that was lost, must not make a second draft.
      const wish = JSON.stringify(body)
      const idempotencyKey = keys.current.get(wish) ?? newId()
      keys.current.set(wish, idempotencyKey)
      return (await request<Dibuat>('POST', '/api/rencana-aksi', { body, idempotencyKey })).data
    },
    onSuccess: onDibuat,
  })
}

/** Where there is no plan yet: what will stand here and how to begin. */
export function BelumAda(props: Props) {
  const { unit, tahun } = props
  const bahan = useBahanDraf(unit, tahun)
  const susun = useSusun(props)
  if (bahan.isPending) return <Skeleton />
  if (bahan.isError) return <Failure error={bahan.error} onLagi={() => bahan.refetch()} />
  const { boleh, indikator, salin } = bahan.data
  const begin = (salinDari: string | null) => susun.mutate({ unit, tahun: Number(tahun), salinDari })
  return (
    <EmptyState judul={t('kosong.judul', { tahun })}>
      <p>{t('kosong.isi', { tahun })}</p>
      {!boleh ? (
        <p className="muted">{t('kosong.bukan-anda')}</p>
      ) : indikator === 0 ? (
        <p className="muted">{t('kosong.tanpa-pk', { tahun })}</p>
      ) : (
        <>
          <p className="muted">{t('kosong.dari-pk', { n: indikator, tahun })}</p>
          <div className="ra-mulai">
            <Button rupa="utama" ikon="perjanjian" sibuk={susun.isPending} onClick={() => begin(null)}>
              {t('susun.pk')}
            </Button>
            {salin.map((s) => (
              <Button key={s.id} ikon="salin" sibuk={susun.isPending} onClick={() => begin(s.id)}>
                {t('susun.salin', { tahun: s.tahun, ra: s.ra, output: s.output })}
              </Button>
            ))}
          </div>
        </>
      )}
      {susun.isError && <Failure error={susun.error} />}
    </EmptyState>
  )
}

/** A change of the plan in force, with what RA-10 asks of it. */
export function PerubahanDialog({ dari, onTutup, ...props }: Props & { readonly dari: string; readonly onTutup: () => void }) {
  const { unit, tahun } = props
  const susun = useSusun(props)
  const [alasan, setAlasan] = useState<string>(ALASAN_PERUBAHAN[0])
  const [objek, setObjek] = useState<readonly string[]>([])
  const [periode, setPeriode] = useState<readonly string[]>([])
  const [keputusanForum, setKeputusan] = useState('')
  const perubahan = { alasan, objek: [...objek], periode: [...periode], keputusanForum }
  return (
    <Dialog
      judul={t('perubahan.judul')}
      buka
      onTutup={onTutup}
      kaki={
        <>
          <Button onClick={onTutup}>{kit('batal')}</Button>
          <Button
            rupa="utama"
            sibuk={susun.isPending}
            onClick={() => susun.mutate({ unit, tahun: Number(tahun), salinDari: dari, perubahan })}
          >
            {t('susun.perubahan')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('perubahan.pengantar')}</p>
        <Select label={t('perubahan.alasan')} value={alasan} onChange={(event) => setAlasan(event.currentTarget.value)}>
          {ALASAN_PERUBAHAN.map((a) => (
            <option key={a} value={a}>
              {t(`perubahan.${a}`)}
            </option>
          ))}
        </Select>
        <Checks
          judul={t('perubahan.objek')}
          pilihan={OBJEK_PERUBAHAN.map((o) => ({ nilai: o, label: t(`perubahan.${o}`) }))}
          nilai={objek}
          onUbah={setObjek}
        />
        <Checks
          judul={t('perubahan.periode')}
          pilihan={TW.map((tw) => ({ nilai: `${tahun}-${tw.nilai}`, label: tw.label }))}
          nilai={periode}
          onUbah={setPeriode}
        />
        <Field
          label={t('perubahan.keputusan')}
          bantuan={t('perubahan.keputusan.bantuan')}
          value={keputusanForum}
          maxLength={300}
          onChange={(event) => setKeputusan(event.currentTarget.value)}
        />
        {susun.isError && <Failure error={susun.error} />}
      </div>
    </Dialog>
  )
}

function Checks(props: {
  readonly judul: string
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
    </fieldset>
  )
}
