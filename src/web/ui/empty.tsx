import type { ReactNode } from 'react'
import { t } from './teks.ts'

/** An empty place says what will stand there and how to begin. */
export function EmptyState({ judul, children }: { judul: string; children: ReactNode }) {
  return (
    <div className="kosong">
      <h2>{judul}</h2>
      {children}
    </div>
  )
}

export function Skeleton({ baris = 6 }: { baris?: number }) {
  return (
    <div className="kerangka" role="status">
      <span className="sr">{t('muat.tunggu')}</span>
      {Array.from({ length: baris }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
        <i key={n} />
      ))}
    </div>
  )
}
