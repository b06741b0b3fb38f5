// From address to page.
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Navigate,
  useLocation,
  useParams,
} from '@tanstack/react-router'
import { readSearch, writeSearch } from '../ui/address.ts'
import { sentence } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState, Skeleton } from '../ui/empty.tsx'
import { TautanTombol } from '../ui/link.tsx'
import { PageHead } from '../ui/page.tsx'
import { ChooseOffice } from './chooser.tsx'
import { isOpen, OpenShell } from './open.tsx'
import { BerandaProvinsi, HALAMAN, type Halaman } from './pages.tsx'
import { ownOffice, usePlace } from './place.ts'
import { useSession, WithSession } from './session.tsx'
import { Shell } from './shell.tsx'
import { t } from './teks.ts'

function NotFound() {
  const { pathname } = useLocation()
  return (
    <>
      <PageHead judul={t('404.judul')} />
      <div className="stack">
        <p>{t('404.isi', { alamat: pathname })}</p>
        <p>
          <TautanTombol ke="/" rupa="utama">
            {t('404.ke')}
          </TautanTombol>
        </p>
      </div>
    </>
  )
}

function Broken({ error }: ErrorComponentProps) {
  return (
    <EmptyState judul={t('galat.judul')}>
      <p>{t('galat.isi')}</p>
      <p className="small muted">{sentence(error)}</p>
      <Button rupa="utama" onClick={() => window.location.reload()}>
        {t('galat.muat')}
      </Button>
    </EmptyState>
  )
}

const root = createRootRoute({
  component: function Root() {
    const { pathname } = useLocation()
    if (isOpen(pathname)) return <OpenShell />
    return (
      <WithSession>
        <Shell />
      </WithSession>
    )
  },
  notFoundComponent: NotFound,
})

const page = ({ alamat, layar: Layar }: Halaman) => {
  const useParts = () => useParams({ strict: false }) as Record<string, string>
  /** Who is not signed in looks at no place. */
  const Open = () => <Layar {...useParts()} />
  const Placed = () => {
    const place = usePlace()
    return <Layar {...(place && { tahun: place.tahun })} {...useParts()} />
  }
  return createRoute({
    getParentRoute: () => root,
    path: alamat.replaceAll(/:(\w+)/g, '$$$1'),
    component: isOpen(alamat) ? Open : Placed,
  })
}

/** An address without a place leads to the place one is looking at. */
const toPlace = (path: string, to: (place: { unit: string | null; tahun: string }, own: string | null) => string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: function ToPlace() {
      const { me } = useSession()
      const place = usePlace()
      return place ? <Navigate to={to(place, ownOffice(me))} replace /> : <Skeleton />
    },
  })

/** A page of one office: of the one that is looked at, else it is asked for. */
const ofOffice = (path: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: function OfOffice() {
      const place = usePlace()
      if (!place) return <Skeleton />
      return place.unit ? <Navigate to={`${path}/${place.unit}/${place.tahun}`} replace /> : <ChooseOffice tahun={place.tahun} />
    },
  })

const province = (tahun: string) => `/provinsi/${tahun}`
/** Who has no office of their own begins with what is due for them, above the whole province. */
const home = (own: string | null, { unit, tahun }: { unit: string | null; tahun: string }) =>
  own ? `/beranda/${unit ?? own}/${tahun}` : '/beranda'
const shortcuts = [
  toPlace('/', (place, own) => home(own, place)),
  createRoute({
    getParentRoute: () => root,
    path: '/beranda',
    component: function Home() {
      const { me } = useSession()
      const place = usePlace()
      const own = ownOffice(me)
      if (!place) return <Skeleton />
      return own ? <Navigate to={home(own, place)} replace /> : <BerandaProvinsi tahun={place.tahun} />
    },
  }),
  ofOffice('/capaian'),
  ofOffice('/pohon'),
  ofOffice('/penjenjangan'),
  ofOffice('/perjanjian-kinerja'),
  ofOffice('/sasaran-bersama'),
  ofOffice('/kamus'),
  ofOffice('/pengukuran'),
  ofOffice('/bagaimana-jika'),
  ofOffice('/rencana-aksi'),
  ofOffice('/kalender'),
  toPlace('/koordinasi', ({ tahun }) => `/koordinasi/${tahun}`),
  toPlace('/provinsi', ({ tahun }) => province(tahun)),
]

export const router = createRouter({
  routeTree: root.addChildren([...shortcuts, ...HALAMAN.map(page)]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: false,
})
