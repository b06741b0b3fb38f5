// The web client over HTTP: its files for ever (their names say their content), its pages fresh each time.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { App } from './server.ts'

const NOT_PAGES = /^\/(?:api|aset|health|metrics)(?:[/?]|$)/

type Page = { readonly alamat: string; readonly berkas: readonly string[]; readonly data: readonly string[] }

/** What the browser may fetch while the page's script still comes: a page on a slow line waits once, not three times. */
function linksOf(berkas: readonly string[], data: readonly string[], params: Readonly<Record<string, string>>): string {
  const filled = (url: string) => url.replace(/:([a-z]+)/g, (_part, name: string) => encodeURIComponent(params[name] ?? ''))
  return [
    ...berkas.map((file) => `</${file}>; rel=${file.endsWith('.css') ? 'preload; as=style' : 'modulepreload'}; crossorigin`),
    ...data.map((url) => `<${filled(url)}>; rel=preload; as=fetch; crossorigin=anonymous`),
  ].join(', ')
}

/**
 * Serves the client that was built into `folder`: `/aset/*`, and `index.html` at every address of `alamat.json`, so that
 * a link into the program opens. Without a build nothing is served and the first page of `welcome.ts` stays.
 */
export async function serveClient(app: App, folder: string): Promise<boolean> {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return false
  const html = readFileSync(index, 'utf8')
  const pages = JSON.parse(readFileSync(join(folder, 'alamat.json'), 'utf8')) as Page[]
  const page = (reply: FastifyReply, status = 200) =>
    reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)

  await app.register(fastifyStatic, {
    root: join(folder, 'aset'),
    serve: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  })
  app.get('/aset/*', { config: { may: 'public', rateLimit: false }, schema: { hide: true } }, (req, reply) =>
    reply.sendFile((req.params as { '*': string })['*']),
  )
  for (const { alamat, berkas, data } of pages)
    if (alamat !== '/')
      app.get(alamat, { config: { may: 'public' }, schema: { hide: true } }, (req, reply) => {
        // Who has not signed in is asked to, and needs nothing of the page yet.
        const early = req.headers.cookie ? linksOf(berkas, data, req.params as Record<string, string>) : ''
        return page(early ? reply.header('link', early) : reply)
      })
  // `/` is welcome.ts's; and a person (not a program) at an unknown address is helped by the client's own page.
  app.addHook('onRequest', async (req, reply) => {
    if (req.method !== 'GET') return
    if (req.routeOptions.url === '/') return page(reply)
    if (req.is404 && !NOT_PAGES.test(req.url) && /\btext\/html\b/.test(req.headers.accept ?? '')) return page(reply, 404)
  })
  return true
}
