// Where the client begins.
import './bahasa.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from '../ui/api.ts'
import '../ui/style.ts'
import './shell.css'
import { startLoading } from './pages.tsx'
import { router } from './router.tsx'

startLoading(window.location.pathname)

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer; only a lost connection is worth another try.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.problem.status === 0,
    },
  },
})

createRoot(document.getElementById('selaras')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
