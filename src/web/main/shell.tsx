// The frame around every page: rail, place, account, and on a phone the bar at the bottom.
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Lonceng } from '../../kabar/screens/lonceng.tsx'
import { Skeleton } from '../ui/empty.tsx'
import { Icon } from '../ui/icons.tsx'
import { useRail } from '../ui/media.ts'
import { Dialog } from '../ui/panel.tsx'
import { AccountMenu } from './account.tsx'
import { isPage } from './alamat.ts'
import { PlaceChooser } from './chooser.tsx'
import { BAGIAN, type ButirMenu, MENU } from './pages.tsx'
import { type Place, remember, usePlace } from './place.ts'
import { useSession, Wordmark } from './session.tsx'
import { t } from './teks.ts'

const Cari = lazy(async () => ({ default: (await import('../../beranda/screens/cari.tsx')).Cari }))

/** `/` and Ctrl+K open the search, but for who is typing, or has something open over the page. */
function useSearch(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event
      const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]') !== null
      const wanted = key === '/' ? !typing && !ctrlKey && !metaKey && !altKey : key.toLowerCase() === 'k' && (ctrlKey || metaKey)
      if (!wanted || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return [open, setOpen]
}

export function Shell() {
  const { me } = useSession()
  const place = usePlace()
  const { pathname } = useLocation()
  const { unit, tahun } = place ?? {}
  const rail = useRail()
  const [searching, setSearching] = useSearch()
  useEffect(() => remember(me, { unit: unit ?? undefined, tahun }), [me, unit, tahun])
  const roles = new Set(me.peran.map((p) => p.peran))
  const items = MENU.filter((item) => !item.peran || item.peran.some((p) => roles.has(p)))
  return (
    <div className="kulit">
      <a className="lewati" href="#isi">
        {t('lewati')}
      </a>
      <header className="atas">
        <Link to="/" className="atas-merek" aria-label={t('beranda')}>
          <Wordmark />
        </Link>
        {place && <PlaceChooser place={place} />}
        {place && (
          <button
            type="button"
            className="cari-buka"
            onClick={() => setSearching(true)}
            aria-haspopup="dialog"
            title={t('cari.pintas')}
          >
            <Icon name="cari" />
            <span className="cari-kata">{t('cari.buka')}</span>
            <span className="cari-tanda" aria-hidden="true">
              /
            </span>
          </button>
        )}
        <Lonceng />
        <AccountMenu tahun={place?.tahun ?? ''} />
      </header>
      {place && rail && <Rail items={items} place={place} pathname={pathname} />}
      <main id="isi" tabIndex={-1} className="isi">
        <Suspense fallback={<Skeleton />} key={pathname}>
          <Outlet />
        </Suspense>
      </main>
      {place && !rail && <BottomBar items={items} place={place} pathname={pathname} />}
      {place && searching && (
        <Suspense>
          <Cari
            tahun={place.tahun}
            halaman={items.map((item) => ({ nama: item.label, ke: item.ke(place) }))}
            adaHalaman={isPage}
            onTutup={() => setSearching(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

type Nav = { readonly items: readonly ButirMenu[]; readonly place: Place; readonly pathname: string }

const isHere = ({ akar }: ButirMenu, pathname: string) => pathname === akar || pathname.startsWith(`${akar}/`)

function Item({ item, place, pathname }: { item: ButirMenu; place: Place; pathname: string }) {
  return (
    <Link to={item.ke(place)} className="menu-butir" aria-current={isHere(item, pathname) ? 'page' : undefined}>
      <Icon name={item.ikon} />
      <span>{item.label}</span>
    </Link>
  )
}

function Rail({ items, ...nav }: Nav) {
  return (
    <nav className="rel" aria-label={t('menu')}>
      {BAGIAN.map((part) => {
        const inPart = items.filter((item) => item.bagian === part)
        if (!inPart.length) return null
        return (
          <div key={part} className="rel-bagian">
            {part && <h2>{t(`bagian.${part}`)}</h2>}
            <ul>
              {inPart.map((item) => (
                <li key={item.akar}>
                  <Item item={item} {...nav} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function BottomBar({ items, ...nav }: Nav) {
  const [more, setMore] = useState(false)
  const first = items.filter((item) => item.telepon)
  const elsewhere = items.some((item) => !item.telepon && isHere(item, nav.pathname))
  return (
    <nav className="bawah" aria-label={t('menu')}>
      {first.map((item) => (
        <Item key={item.akar} item={{ ...item, label: item.telepon! }} {...nav} />
      ))}
      {first.length < items.length && (
        <button
          type="button"
          className="menu-butir"
          onClick={() => setMore(true)}
          aria-haspopup="dialog"
          aria-current={elsewhere ? 'true' : undefined}
        >
          <Icon name="lainnya" />
          <span>{t('menu.lainnya')}</span>
        </button>
      )}
      <Dialog judul={t('menu')} buka={more} onTutup={() => setMore(false)}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is pressed; this closes behind them */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div className="menu-lengkap" onClick={() => setMore(false)}>
          {items.map((item) => (
            <Item key={item.akar} item={item} {...nav} />
          ))}
        </div>
      </Dialog>
    </nav>
  )
}
