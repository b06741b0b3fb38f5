import type { ReactNode } from 'react'
import { ApiError, sentence } from './api.ts'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import { t } from './teks.ts'

type Jenis = 'info' | 'peringatan' | 'salah' | 'berhasil'
const ICON = { info: 'info', peringatan: 'peringatan', salah: 'salah', berhasil: 'centang' } as const

export function Notice({ jenis = 'info', judul, children }: { jenis?: Jenis; judul?: string; children?: ReactNode }) {
  return (
    <div className={`pemberitahuan pemberitahuan-${jenis}`} role={jenis === 'salah' ? 'alert' : 'status'}>
      <Icon name={ICON[jenis]} />
      <div>
        {judul && <strong>{judul}</strong>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}

/** What went wrong, in the server's own sentence, and the way on. */
export function Failure({ error, onLagi }: { error: unknown; onLagi?: () => void }) {
  const problem = error instanceof ApiError ? error.problem : undefined
  if (problem?.status === 403)
    return (
      <Notice judul={t('bukan.bagian')}>
        <p>{problem.detail}</p>
      </Notice>
    )
  return (
    <Notice jenis="salah" judul={problem?.title ?? t('muat.gagal')}>
      <p>{sentence(error)}</p>
      {problem?.also?.map((a) => (
        <p key={`${a.field} ${a.detail}`}>{a.detail}</p>
      ))}
      {problem?.status === 500 && problem.instance && <p className="small">{t('galat.nomor', { nomor: problem.instance })}</p>}
      {onLagi && (
        <p>
          <Button kecil onClick={onLagi}>
            {t('muat.lagi')}
          </Button>
        </p>
      )}
    </Notice>
  )
}
