// The web program in one column: the edge, each room's routes.
import { routes as anggaran } from './anggaran/routes.ts'
import { routes as beranda } from './beranda/routes.ts'
import { routes as penjenjangan } from './beranda/routes-penjenjangan.ts'
import { routes as tandaTangan } from './beranda/routes-tanda-tangan.ts'
import { routes as forum } from './forum/routes.ts'
import { routes as sidangForum } from './forum/routes-sidang.ts'
import { routes as impor } from './impor/routes.ts'
import { routes as imporNaskah } from './impor/routes-naskah.ts'
import { routes as indikator } from './indikator/routes.ts'
import { routes as kabar } from './kabar/routes.ts'
import { routes as ksd } from './ksd/routes.ts'
import { permits, sessionOf } from './pengguna/queries.ts'
import { routes as pengguna } from './pengguna/routes.ts'
import { routes as kunciSandi } from './pengguna/routes-kunci-sandi.ts'
import { COOKIE, routes as sesi } from './pengguna/routes-sesi.ts'
import { recomputeYear } from './pengukuran/commands-hitungan.ts'
import { routes as pengukuran } from './pengukuran/routes.ts'
import { routes as jelaskan } from './pengukuran/routes-jelaskan.ts'
import { routes as bagaimanaJika } from './pengukuran/routes-jika.ts'
import { routes as pengisian } from './pengukuran/routes-pengisian.ts'
import { routes as perencanaan } from './perencanaan/routes.ts'
import { routes as perjanjianKinerja } from './perjanjian-kinerja/routes.ts'
import { routes as sasaranBersama } from './perjanjian-kinerja/routes-bersama.ts'
import { routes as langkahPerjanjianKinerja } from './perjanjian-kinerja/routes-langkah.ts'
import { routes as usulanPerjanjianKinerja } from './perjanjian-kinerja/routes-usulan.ts'
import { routes as versiPerjanjianKinerja } from './perjanjian-kinerja/routes-versi.ts'
import { compressJson } from './platform/http/compress.ts'
import { routes as unduhan } from './platform/http/download.ts'
import { routes as operasi } from './platform/http/operations.ts'
import { recordRefusals } from './platform/http/refused-acts.ts'
import { rememberRepeats } from './platform/http/repeat.ts'
import { type App, createServer, type Gate, type Services } from './platform/http/server.ts'
import { serveClient } from './platform/http/static.ts'
import { routes as welcome } from './platform/http/welcome.ts'
import { PUBLIK } from './platform/kernel/context.ts'
import { accepted, Refused, refuse } from './platform/kernel/refusal.ts'
import { routes as portal } from './portal/routes.ts'
import { routes as rencanaAksi } from './rencana-aksi/routes.ts'
import { routes as langkahRencanaAksi } from './rencana-aksi/routes-langkah.ts'
import { routes as perubahanRencanaAksi } from './rencana-aksi/routes-perubahan.ts'
import { routes as versiRencanaAksi } from './rencana-aksi/routes-versi.ts'
import { routes as reviu } from './reviu/routes.ts'
import { routes as reviuDraf } from './reviu/routes-draf.ts'
import { routes as survei } from './survei/routes.ts'
import { routes as tenggat } from './tenggat/routes.ts'
import { routes as koordinasi } from './tenggat/routes-koordinasi.ts'
import { routes as langgananKalender } from './tenggat/routes-langganan.ts'
import { routes as unitKerja } from './unit-kerja/routes.ts'
import { routes as koordinator } from './unit-kerja/routes-koordinator.ts'

export type AppOptions = {
  readonly logLevel?: string
  readonly requestsPerMinute?: number
  readonly behindProxy?: boolean
  readonly client?: string
  /** Letters are sent. */
  readonly surel?: boolean
  /** Something may have been done: whoever follows the ledger may look. */
  readonly onAct?: () => void
}

export async function createApp(services: Services, options: AppOptions = {}): Promise<App> {
  const app = await createServer({ clock: services.clock, gate: gate(services), ...options })
  rememberRepeats(app, services.db)
  recordRefusals(app, services.db)
  if (options.onAct) afterActs(app, options.onAct)
  compressJson(app) // after what remembers answers as they were
  welcome(app)
  operasi(app, services)
  unduhan(app)
  sesi(app, services)
  kunciSandi(app, services)
  pengguna(app, services)
  unitKerja(app, services)
  koordinator(app, services)
  indikator(app, services)
  perencanaan(app, services)
  anggaran(app, services)
  perjanjianKinerja(app, services)
  langkahPerjanjianKinerja(app, services, recomputeYear)
  usulanPerjanjianKinerja(app, services)
  sasaranBersama(app, services)
  versiPerjanjianKinerja(app, services)
  rencanaAksi(app, services)
  langkahRencanaAksi(app, services)
  versiRencanaAksi(app, services)
  perubahanRencanaAksi(app, services)
  forum(app, services)
  sidangForum(app, services)
  ksd(app, services)
  survei(app, services)
  pengukuran(app, services)
  pengisian(app, services)
  jelaskan(app, services)
  bagaimanaJika(app, services)
  reviu(app, services)
  reviuDraf(app, services)
  impor(app, services)
  tenggat(app, services)
  koordinasi(app, services)
  langgananKalender(app, services)
  kabar(app, services, { surel: options.surel ?? false })
  imporNaskah(app, services)
  beranda(app, services)
  penjenjangan(app, services)
  tandaTangan(app, services)
  portal(app, services)
  if (options.client) await serveClient(app, options.client)
  return app
}

function afterActs(app: App, tell: () => void): void {
  app.addHook('onResponse', async (req, reply) => {
    if (req.method !== 'GET' && req.method !== 'HEAD' && reply.statusCode < 300) tell()
  })
}

function gate({ db }: Services): Gate {
  return {
    async actorOf(req, now) {
      const token = req.cookies[COOKIE]
      if (!token) return PUBLIK
      const session = accepted(await sessionOf(db, token, now))
      if (session.mustChangePassword && !req.routeOptions.config.beforePasswordChange)
        throw new Refused(
          refuse('DILARANG', 'Ganti dahulu kata sandi pertama Anda (PUT /api/sesi/sandi), lalu lanjutkan.', {
            rule: 'sandi-pertama',
          }),
        )
      return session.actor
    },
    permits: (ctx, act, unit) => permits(db, ctx, act, unit),
  }
}
