// HTTP: a paper is read and shown; what was understood and corrected is kept when somebody says so.
import { z } from 'zod'
import { allowed } from '../pengguna/permissions.ts'
import { inTransaction } from '../platform/db/database.ts'
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import type { App, Services } from '../platform/http/server.ts'
import { oneFile } from '../platform/http/upload.ts'
import { accepted, Refused, refuse } from '../platform/kernel/refusal.ts'
import type { IsiTerbaca } from './baca-naskah.ts'
import { keepNaskah, readNaskah, recognise } from './commands-naskah.ts'
import { SEBAB_DILEWATI } from './hasil-lkip.ts'
import { CARA_SIMPAN, JENIS_NASKAH, SimpanNaskah, Temuan } from './impor.ts'

const tags = ['impor']
/** A scan of 150 pages; papers with text are far smaller. */
const MOST_NASKAH = 25 * 1024 * 1024
const Jenis = z.object({ jenis: z.enum(JENIS_NASKAH) })
const Dibaca = z.object({
  sha256: z.string(),
  nama: z.string(),
  paper: z.custom<ReadPaper>(),
  isi: z.custom<IsiTerbaca>(),
  dikenali: z.object({
    unit: z.array(z.object({ kode: z.string(), nama: z.string(), keyakinan: z.number() })),
    sudahAda: z
      .object({
        dokumen: z.string().nullable(),
        cara: z.enum(CARA_SIMPAN),
        pada: z.string(),
        unit: z.string(),
        namaUnit: z.string(),
        tahun: z.number(),
      })
      .nullable(),
  }),
})
const Tersimpan = z.object({
  dokumen: z.string().nullable(),
  cara: z.enum(CARA_SIMPAN),
  unit: z.string(),
  tahun: z.number(),
  dimuat: z.number(),
  temuan: z.array(Temuan),
  sudahAda: z.boolean(),
  dilewati: z.array(
    z.object({
      tabel: z.string(),
      indikator: z.string(),
      periode: z.string(),
      baris: z.number().nullable(),
      sebab: z.enum(SEBAB_DILEWATI),
    }),
  ),
})
export type Dibaca = z.infer<typeof Dibaca>
export type Tersimpan = z.infer<typeof Tersimpan>

export function routes(app: App, { db }: Services): void {
  app.post(
    '/api/impor/naskah/:jenis',
    {
      config: { may: 'signed-in' },
      bodyLimit: MOST_NASKAH + 1024 * 1024,
      schema: {
        tags,
        summary: 'Baca satu naskah (multipart): teks, DOCX, XLSX, HTML atau PDF; tidak menyimpan apa pun',
        params: Jenis,
      },
    },
    async (req): Promise<Dibaca> => {
      const own = req.ctx.actor.peran.map((p) => p.unit)
      if (!allowed(req.ctx.actor.peran, 'impor.naskah', own))
        throw new Refused(refuse('DILARANG', 'Peran Anda hari ini tidak mencakup impor naskah.', { rule: 'impor.naskah' }))
      const { nama, content } = await oneFile(req, MOST_NASKAH)
      const read = accepted(await readNaskah(content, req.params.jenis))
      return {
        sha256: read.sha256,
        nama,
        paper: read.paper,
        isi: read.isi,
        dikenali: await recognise(db, req.ctx, read, req.params.jenis),
      } as Dibaca
    },
  )
  app.post(
    '/api/impor/naskah',
    {
      config: { may: 'signed-in', repeatSafe: true },
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        tags,
        summary:
          'Simpan naskah yang dibaca dan diperbaiki: sebagai draf, sebagai naskah yang ditetapkan sebelum sistem, atau (laporan) hasilnya seperti tercetak',
        body: SimpanNaskah,
        response: { 200: Tersimpan },
      },
    },
    async (req) =>
      inTransaction(db, async (tx) => accepted(await keepNaskah(tx, req.ctx, req.body))) as Promise<z.infer<typeof Tersimpan>>,
  )
}
