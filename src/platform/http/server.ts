// The HTTP edge that every room's routes stand on: denied unless a permission is declared, one error table, one log.
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifySchema,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { jsonSchemaTransformObject, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../db/database.ts'
import type { Files } from '../files/files.ts'
import { type Actor, type Context, contextAt, PUBLIK } from '../kernel/context.ts'
import { type Refusal, Refused, refuse } from '../kernel/refusal.ts'
import type { Signing } from '../signing/sign-paper.ts'
import { describeRoute, type Permission } from './contract.ts'
import { onError, sendRefusal } from './problems.ts'
import { inPlainWords } from './words.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the composition root hands to the routes of every room. */
export type Services = {
  readonly db: Db
  readonly files: Files
  readonly clock: () => Date
  readonly signing: Signing
}

export type DeclaredRoute = {
  readonly method: string
  readonly url: string
  readonly may: Permission
  readonly schema: FastifySchema | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with the permission it declares, in the order of registration. */
    routesDeclared: DeclaredRoute[]
  }
  interface FastifyRequest {
    ctx: Context
    /** Why it was answered with a refusal. */
    refusal: Refusal | undefined
  }
  interface FastifyContextConfig {
    may?: Permission
    /** Open also to somebody who must first change a one-time password. */
    beforePasswordChange?: boolean
  }
}

export type Gate = {
  /** The actor behind a request, PUBLIK where there is no session; throws Refused where the session has ended. */
  readonly actorOf: (req: FastifyRequest, now: Date) => Promise<Actor>
  readonly permits: (ctx: Context, act: string, unit: string | undefined) => Promise<Refusal | undefined>
}
export type ServerOptions = {
  readonly clock: () => Date
  readonly gate: Gate
  readonly logLevel?: string
  readonly requestsPerMinute?: number
  /** Believe the X-Forwarded headers of whoever terminates TLS in front. */
  readonly behindProxy?: boolean
}

z.config({ localeError: inPlainWords })
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export async function createServer({
  clock,
  gate,
  logLevel = 'info',
  requestsPerMinute = 1200,
  behindProxy = false,
}: ServerOptions): Promise<App> {
  const app = Fastify({
    logger: { level: logLevel, stream: process.stderr, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    genReqId: () => randomUUID(),
    trustProxy: behindProxy,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: onError,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onError)
  app.setNotFoundHandler((req, reply) =>
    sendRefusal(reply, refuse('TIDAK_DITEMUKAN', `Alamat ${req.method} ${req.url.split('?')[0]} tidak ada.`)),
  )
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null } },
    strictTransportSecurity: false, // set by whoever terminates TLS
  })
  await app.register(cookie)
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Selaras',
        version: '1',
        description: 'SAKIP: rencana, perjanjian, rencana aksi, pengukuran, anggaran dan asal setiap angka.',
      },
      components: { securitySchemes: { sesi: { type: 'apiKey', in: 'cookie', name: 'selaras_sesi' } } },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  })

  app.decorate('routesDeclared', [])
  app.addHook('onRoute', ({ method, url, schema, config }) => {
    if (!config?.may) throw new Error(`${method} ${url} declares no permission`)
    for (const one of [method].flat()) app.routesDeclared.push({ method: one, url, may: config.may, schema })
  })
  app.decorateRequest('ctx', undefined as unknown as Context)
  app.decorateRequest('refusal', undefined)
  app.addHook('onRequest', async (req) => {
    const now = clock()
    req.ctx = contextAt(now, PUBLIK)
    if (UNSAFE.has(req.method)) refuseForeignOrigin(req)
    const may = req.routeOptions.config.may
    if (may === undefined || may === 'public') return
    const actor = await gate.actorOf(req, now)
    if (actor.id === PUBLIK.id) throw new Refused(refuse('BELUM_MASUK', 'Halaman ini memerlukan akun. Silakan masuk dahulu.'))
    req.ctx = contextAt(now, actor)
  })
  app.addHook('preHandler', async (req) => {
    const may = req.routeOptions.config.may
    if (typeof may !== 'object') return
    const refusal = await gate.permits(req.ctx, may.act, may.unit?.(req))
    if (refusal) throw new Refused(refusal)
  })
  return app
}

/** A browser sends Origin with every unsafe request: one from another site is refused (the cookie is SameSite=Strict besides). */
function refuseForeignOrigin(req: FastifyRequest): void {
  const origin = req.headers.origin
  if (origin && URL.canParse(origin) && new URL(origin).host === req.headers.host) return
  if (origin) throw new Refused(refuse('DILARANG', 'Permintaan ini berasal dari situs lain dan ditolak.'))
}
