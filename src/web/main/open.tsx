// The frame of the pages that everybody may see, without an account.
import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Skeleton } from '../ui/empty.tsx'
import { fits } from './alamat.ts'
import { Wordmark } from './session.tsx'
import { t } from './teks.ts'

const OPEN = ['/verifikasi', '/verifikasi/:kode']
export const isOpen = (pathname: string): boolean => OPEN.some((alamat) => fits(alamat, pathname.replace(/(?<=.)\/$/, '')))

export function OpenShell() {
  return (
    <div className="umum">
      <a className="lewati" href="#isi">
        {t('lewati')}
      </a>
      <header className="umum-atas">
        <Wordmark />
        <Link to="/">{t('umum.masuk')}</Link>
      </header>
      <main id="isi" tabIndex={-1} className="umum-isi">
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
