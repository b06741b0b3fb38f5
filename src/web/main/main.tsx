// Where the client begins.
import './bahasa.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError, askEarly } from '../ui/api.ts'
import '../ui/style.ts'
import './shell.css'
import { firstAsked } from './alamat.ts'
import { isOpen } from './open.tsx'
import { startLoading } from './pages.tsx'
import { router } from './router.tsx'
import { prepareSession } from './session.tsx'

const { pathname } = window.location
if (!isOpen(pathname)) askEarly(['/api/sesi', ...firstAsked(pathname)])

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer; only a lost connection is worth another try.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.problem.status === 0,
    },
  },
})

const draw = () =>
  createRoot(document.getElementById('selaras')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )

/**
 * What comes a moment after the frame would stay behind its placeholder for 300 ms, and the frame be drawn twice: it waits for the
 * screen and the first answers, but not for long.
 */
const PATIENCE_MS = 300
const first = Promise.all([startLoading(pathname, client), isOpen(pathname) || prepareSession(client)]).catch(() => {}) // told where it is drawn
Promise.race([first, new Promise((late) => setTimeout(late, PATIENCE_MS))]).then(draw)
