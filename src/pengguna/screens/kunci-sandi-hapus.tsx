// Removing a passkey: by its owner, or by an administrator at the address of the account.
import type { ReactNode } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { t } from './kunci-sandi-teks.ts'

export function Remove({
  nama,
  alamat,
  onSelesai,
  onTutup,
  children,
}: {
  readonly nama: string
  readonly alamat: string
  readonly onSelesai: () => void
  readonly onTutup: () => void
  readonly children: ReactNode
}) {
  return (
    <ActDialog
      judul={t('hapus.judul')}
      aksi={t('hapus.apa', { nama })}
      bahaya
      kirim={() => request('DELETE', alamat)}
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {() => children}
    </ActDialog>
  )
}
