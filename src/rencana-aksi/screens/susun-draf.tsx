// How a draft begins: from the agreement, as a copy of last year's plan, or of a plan in force whose change was approved.
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import type { DrafBaru } from '../rencana-aksi.ts'
import { newId, useBahanDraf } from './data.ts'
import { t } from './teks.ts'

export type Dibuat = { readonly id: string; readonly tidakDisalin: readonly string[] }
type Props = { readonly unit: string; readonly tahun: string; readonly onDibuat: (draf: Dibuat) => void }

export function useSusun({ onDibuat }: Pick<Props, 'onDibuat'>) {
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
