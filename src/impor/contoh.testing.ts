// The whole program over the example province, for tests that go through the HTTP app.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { createApp } from '../app.ts'
import { filledDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { type Files, folderFiles } from '../platform/files/files.ts'
import { readFolder } from '../platform/files/folder.ts'
import type { App } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import type { Signing } from '../platform/signing/sign-paper.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { loadExample } from './commands.ts'

export const CONTOH = join(import.meta.dirname, '../../contoh')
/** The tests' now: the acting roles of the example hold from 2025 on. */
export const NOW = new Date('2026-02-03T04:05:06.000Z')

type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into any answer
  readonly body: any
  readonly etag: string | undefined
  readonly headers: Record<string, unknown>
}
export type Person = {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  readonly send: (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    version?: number,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  readonly upload: (url: string, name: string, content: Buffer) => Promise<Answer>
}
export type Example = TestDatabase & {
  readonly app: App
  readonly files: Files
  readonly person: (username: string) => Promise<Person>
  readonly visitor: Person
  readonly at: { now: Date }
}

export function exampleDatabase(max = 4): Promise<TestDatabase> {
  return filledDatabase(
    'contoh',
    (db) => loadExample(db, contextAt(NOW), () => readFolder(CONTOH), { tell: () => {}, secret: false }),
    max,
  )
}

/** An app of its own over a copy of the example; `at.now` is its clock. */
export async function example(
  files: Files = folderFiles(mkdtempSync(join(tmpdir(), 'selaras-bukti-'))),
  signing?: Signing,
): Promise<Example> {
  const { db, connection } = await exampleDatabase()
  const at = { now: NOW }
  const services = { db, files, clock: () => at.now, signing: signing ?? (await testSigning()) }
  const app = await createApp(services, { logLevel: 'silent', requestsPerMinute: 100_000 })
  after(() => app.close())
  const as = (cookie?: string): Person => {
    const headers = cookie ? { cookie } : {}
    const inject = async (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      more: { payload?: string | Buffer; headers?: Record<string, string> } = {},
    ): Promise<Answer> => {
      const r = await app.inject({ method, url, ...more, headers: { ...headers, ...more.headers } })
      const json = String(r.headers['content-type'] ?? '').includes('json')
      const text = r.headers['content-encoding'] === 'gzip' ? gunzipSync(r.rawPayload).toString() : r.body
      return {
        status: r.statusCode,
        body: json && text ? JSON.parse(text) : r.rawPayload,
        etag: r.headers.etag as string | undefined,
        headers: r.headers,
      }
    }
    return {
      get: (url, headers) => inject('GET', url, { headers }),
      send: (method, url, body, version, more) =>
        inject(method, url, {
          payload: body === undefined ? undefined : JSON.stringify(body),
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
            ...more,
          },
        }),
      upload: (url, name, content) => {
        const head = `--batas\r\ncontent-disposition: form-data; name="berkas"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
        return inject('POST', url, {
          payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--batas--\r\n')]),
          headers: { 'content-type': 'multipart/form-data; boundary=batas' },
        })
      },
    }
  }
  let desks = 0
  const person = async (username: string): Promise<Person> => {
    // Everybody signs in at a desk of their own: signing in is limited for each address.
    const remoteAddress = `10.0.${++desks >> 8}.${desks & 255}`
    const payload = { username, password: 'selaras-contoh' }
    const r = await app.inject({ method: 'POST', url: '/api/sesi', payload, remoteAddress })
    if (r.statusCode !== 200) throw new Error(`${username} cannot sign in: ${r.body}`)
    return as(String(r.headers['set-cookie']).split(';')[0])
  }
  return { db, connection, app, files, person, visitor: as(), at }
}
