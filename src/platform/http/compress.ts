// Answers in JSON go out compressed: a phone waits for the network, not for a server that packs 80 KB in a millisecond.
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { App } from './server.ts'

const pack = promisify(gzip)
/** Below this a packet holds the answer anyway. */
const LEAST = 1400

export function compressJson(app: App): void {
  app.addHook('onSend', async (req, reply, payload) => {
    const json = /json/.test(String(reply.getHeader('content-type') ?? ''))
    if (typeof payload !== 'string' || !json || payload.length < LEAST || reply.getHeader('content-encoding')) return payload
    reply.header('vary', 'Accept-Encoding')
    if (!/\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return pack(payload, { level: constants.Z_BEST_SPEED })
  })
}
