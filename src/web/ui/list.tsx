// A list that the server gives page by page: all of its rows so far, and the button for more.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError, address, get } from './api.ts'
import { Button } from './button.tsx'
import { EmptyState, Skeleton } from './empty.tsx'
import { TautanTombol } from './link.tsx'
import { Failure } from './notice.tsx'
import { t } from './teks.ts'

type Page<R> = { readonly isi: readonly R[]; readonly lanjut: string | null }
type Query = Readonly<Record<string, string | number | undefined>>

export function useList<R>(path: string, query: Query, enabled = true) {
  const found = useInfiniteQuery({
    queryKey: ['daftar', path, query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => get<Page<R>>(address(path, { ...query, kursor: pageParam }), { signal }),
    getNextPageParam: (page) => page.lanjut ?? undefined,
  })
  return { ...found, baris: found.data?.pages.flatMap((p) => p.isi) ?? [] }
}
type List<R> = ReturnType<typeof useList<R>>

/** Waiting, refused, empty, or the rows with what leads on. */
export function ListFrame<R>({ list, kosong, children }: { list: List<R>; kosong: ReactNode; children: ReactNode }) {
  if (list.isPending) return <Skeleton baris={10} />
  if (list.isError && !list.baris.length) return <Refused error={list.error} onLagi={() => list.refetch()} />
  if (!list.baris.length) return kosong
  return (
    <div className="stack">
      {children}
      {list.isError && <Failure error={list.error} onLagi={() => list.fetchNextPage()} />}
      <div className="row">
        {list.hasNextPage && (
          <Button sibuk={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('daftar.lagi')}
          </Button>
        )}
        <p className="muted" role="status">
          {t(list.hasNextPage ? 'daftar.tampil' : 'daftar.semua', { n: list.baris.length })}
        </p>
      </div>
    </div>
  )
}

/** Somebody whose role does not reach here is told so, and where to go; anything else is a failure. */
export function Refused({ error, onLagi }: { error: unknown; onLagi?: () => void }) {
  if (!(error instanceof ApiError) || error.problem.status !== 403) return <Failure error={error} onLagi={onLagi} />
  return (
    <EmptyState judul={t('bukan.judul')}>
      <p>{t('bukan.isi')}</p>
      <TautanTombol ke="/" rupa="utama">
        {t('bukan.ke')}
      </TautanTombol>
    </EmptyState>
  )
}
