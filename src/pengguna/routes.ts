// HTTP: the administration of accounts, the rule pack and the trail.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted, refuse } from '../platform/kernel/refusal.ts'
import { Day } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { JEJAK_MAKS, jejakAudit } from './jejak.document.ts'
import { KunciSandi } from './kunci-sandi.ts'
import { metodeOf, paketOn } from './paket.ts'
import { ChangedAccount, NewAccount, Username } from './pengguna.ts'
import * as queries from './queries.ts'

const tags = ['pengguna']

const Account = z.object({
  username: z.string(),
  nama: z.string(),
  pegawai: z.string().nullable(),
  administrator: z.boolean(),
  namaPegawai: z.string().nullable(),
  aktif: z.boolean(),
  gantiSandi: z.boolean(),
  terkunciSampai: z.string().nullable(),
  masukTerakhir: z.string().nullable(),
  sesi: z.number(),
  version: z.number(),
})
const Window = { berlakuDari: z.string(), berlakuSampai: z.string().nullable() }
const AccountInFull = Account.extend({
  kunciSandi: z.array(KunciSandi),
  sesiTerbuka: z.array(z.object({ sejak: z.string(), terakhir: z.string(), habis: z.string() })),
  penugasan: z.array(
    z.object({
      jabatan: z.string(),
      namaJabatan: z.string(),
      unit: z.string(),
      sifat: z.string(),
      peran: z.array(z.string()),
      ...Window,
    }),
  ),
})
const Line = z.object({
  office: z.string(),
  seq: z.string(),
  at: z.string(),
  actor: z.string(),
  pelaku: z.string(),
  act: z.string(),
  subject: z.string(),
  status: z.string().nullable(),
  note: z.string().nullable(),
  /** JSON: before and after, or what else the act says of itself. */
  detail: z.string(),
  hash: z.string(),
})
const AuditQuery = z.object({
  office: z.string().max(200).optional(),
  subject: z.string().max(300).optional(),
  act: z.string().max(100).optional(),
  pelaku: z.string().max(100).optional(),
  dari: Day.optional(),
  sampai: Day.optional(),
})

const Berlaku = z.object({ dari: z.string(), sampai: z.string().nullable() })
const dasar = { kode: z.string(), nama: z.string(), dasar: z.string() }
const Paket = z.object({
  bentuk: z.array(
    z.object({ ...dasar, kelompok: z.array(z.string()), penomoran: z.string(), kolom: z.array(z.string()), berlaku: Berlaku }),
  ),
  skala: z.array(
    z.object({
      ...dasar,
      tingkat: z.array(
        z.object({ dari: z.string().nullable(), termasuk: z.boolean(), kode: z.string().nullable(), sebutan: z.string() }),
      ),
    }),
  ),
  metode: z.array(z.object({ ...dasar, satuan: z.string(), berlaku: Berlaku, vektor: z.number() })),
  tenggat: z.array(z.object({ ...dasar, waktu: z.string(), berlaku: Berlaku })),
  wewenang: z.object({
    dasar: z.string(),
    peran: z.array(z.string()),
    tindakan: z.array(z.object({ act: z.string(), boleh: z.array(z.object({ peran: z.string(), lingkup: z.string() })) })),
  }),
})
const MetodeResmi = z.object({
  ...dasar,
  satuan: z.string(),
  berlaku: Berlaku,
  masukan: z.array(z.object({ nama: z.string(), arti: z.string() })),
  bacaan: z.array(z.object({ nama: z.string(), rumus: z.string(), arti: z.string(), baku: z.boolean() })),
  vektor: z.array(
    z.object({
      nama: z.string(),
      bacaan: z.string(),
      sumber: z.string().nullable(),
      harap: z.string().nullable(),
      sebutan: z.string().nullable(),
    }),
  ),
})

const toAccount = (a: queries.ListedAccount, now: Date): z.infer<typeof Account> => ({
  username: a.username,
  nama: a.nama,
  pegawai: a.pegawai_id,
  namaPegawai: a.nama_pegawai,
  administrator: a.administrator,
  aktif: a.active,
  gantiSandi: a.must_change_password,
  terkunciSampai: a.locked_until && new Date(a.locked_until) > now ? a.locked_until : null,
  masukTerakhir: a.last_sign_in_at,
  sesi: a.sessions,
  version: a.version,
})
const toFilter = ({ dari, sampai, ...rest }: z.infer<typeof AuditQuery>): queries.AuditFilter => ({
  ...rest,
  from: dari === undefined ? undefined : startOf(dari),
  until: sampai === undefined ? undefined : new Date(startOf(sampai).getTime() + 86_400_000),
})
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`)

export function routes(app: App, { db }: Services): void {
  const kelola = { may: { act: 'pengguna.kelola' } } as const
  const ByName = z.object({ username: Username })
  app.get(
    '/api/pengguna',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Daftar akun',
        querystring: PageQuery.extend({ cari: z.string().max(100).optional(), keadaan: z.enum(queries.KEADAAN).optional() }),
        response: { 200: page(Account) },
      },
    },
    async (req) => {
      const { batas, kursor, cari, keadaan } = req.query
      const filter = { cari, keadaan, now: req.ctx.now, after: fromCursor(kursor, 1)?.[0], limit: batas + 1 }
      const rows = await queries.listAccounts(db, filter)
      return toPage(
        rows.map((a) => toAccount(a, req.ctx.now)),
        batas,
        (a) => [a.username],
      )
    },
  )
  app.get(
    '/api/pengguna/:username',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Satu akun, jabatan yang memberinya peran, dan sesinya',
        params: ByName,
        response: { 200: AccountInFull },
      },
    },
    async (req, reply) => {
      const { account, sessions, offices, kunciSandi } = accepted(
        await queries.accountWithOffices(db, req.params.username, req.ctx.now),
      )
      return answer(reply, {
        ...toAccount(account, req.ctx.now),
        kunciSandi,
        sesiTerbuka: sessions.map((s) => ({ sejak: s.created_at, terakhir: s.seen_at, habis: s.expires_at })),
        penugasan: offices.map((o) => ({
          jabatan: o.jabatan,
          namaJabatan: o.nama_jabatan,
          unit: o.unit,
          sifat: o.sifat,
          peran: o.peran,
          berlakuDari: o.berlaku_dari,
          berlakuSampai: o.berlaku_sampai,
        })),
      })
    },
  )
  app.post(
    '/api/pengguna',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Buat akun; kata sandi sekali pakai hanya tampil di sini',
        body: NewAccount,
        response: { 201: z.object({ id: z.string(), password: z.string() }) },
      },
    },
    async (req, reply) => {
      reply.code(201)
      return accepted(await commands.createAccount(db, req.ctx, req.body))
    },
  )
  app.post(
    '/api/pengguna/:username/atur-ulang',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Beri kata sandi sekali pakai baru',
        params: ByName,
        response: { 200: z.object({ password: z.string() }) },
      },
    },
    async (req) => accepted(await commands.resetPassword(db, req.ctx, req.params.username)),
  )
  app.patch(
    '/api/pengguna/:username',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Ubah nama, pegawai, administrator; aktifkan atau nonaktifkan; wajibkan ganti kata sandi',
        params: ByName,
        body: ChangedAccount,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.changeAccount(tx, req.ctx, req.params.username, req.body, versionSeen(req))),
      ),
  )
  const released = { 200: z.object({ username: z.string() }) }
  app.post(
    '/api/pengguna/:username/buka-kunci',
    { config: kelola, schema: { tags, summary: 'Buka kunci sebelum waktunya', params: ByName, response: released } },
    async (req) => accepted(await inTransaction(db, (tx) => commands.release(tx, req.ctx, req.params.username, 'buka-kunci'))),
  )
  app.post(
    '/api/pengguna/:username/akhiri-sesi',
    { config: kelola, schema: { tags, summary: 'Akhiri semua sesi akun', params: ByName, response: released } },
    async (req) => accepted(await inTransaction(db, (tx) => commands.release(tx, req.ctx, req.params.username, 'akhiri-sesi'))),
  )

  app.get(
    '/api/peraturan',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['peraturan'],
        summary: 'Paket peraturan yang berlaku pada suatu tanggal',
        querystring: z.object({ tanggal: Day.optional() }),
        response: { 200: Paket },
      },
    },
    async (req) => paketOn(req.query.tanggal ?? req.ctx.today),
  )
  app.get(
    '/api/peraturan/metode/:kode',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['peraturan'],
        summary: 'Satu metode resmi dengan bacaan dan vektor ujinya',
        params: z.object({ kode: z.string().max(60) }),
        response: { 200: MetodeResmi },
      },
    },
    async (req) =>
      accepted(
        metodeOf(req.params.kode) ?? refuse('TIDAK_DITEMUKAN', `Metode ${req.params.kode} tidak ada dalam paket peraturan.`),
      ),
  )

  const audit = { may: { act: 'audit.lihat' } } as const
  app.get(
    '/api/audit',
    {
      config: audit,
      schema: {
        tags,
        summary: 'Catatan perbuatan, terbaru dahulu',
        querystring: PageQuery.extend(AuditQuery.shape),
        response: { 200: page(Line) },
      },
    },
    async (req) => {
      const { batas, kursor, ...query } = req.query
      const key = fromCursor(kursor, 3, [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /./, /^\d{1,18}$/])
      const before = key && { at: key[0]!, office: key[1]!, seq: key[2]! }
      const lines = await queries.listAudit(db, { ...toFilter(query), before }, batas + 1)
      return toPage(lines, batas, (l) => [l.at, l.office, l.seq])
    },
  )
  app.get(
    '/api/audit/unduh',
    {
      config: audit,
      schema: { tags, summary: `Catatan perbuatan sebagai XLSX, paling banyak ${JEJAK_MAKS} baris`, querystring: AuditQuery },
    },
    async (req, reply) => {
      const lines = await queries.listAudit(db, toFilter(req.query), JEJAK_MAKS + 1)
      const document = jejakAudit(lines.slice(0, JEJAK_MAKS), lines.length > JEJAK_MAKS, req.ctx.now.toISOString())
      return sendDocument(req, reply, { format: 'xlsx' }, async () => document)
    },
  )
}
