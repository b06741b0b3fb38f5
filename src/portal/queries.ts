// From a code on a paper, or from the bytes of a PDF, to what is known of it.
import { buffer } from 'node:stream/consumers'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Files } from '../platform/files/files.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { fromPem } from '../platform/signing/certificate.ts'
import { findByCode, findByFile, listTrusted, type SignedPaper } from '../platform/signing/register.ts'
import { inGroups, readCode, type Signing } from '../platform/signing/sign-paper.ts'
import { isPdf, type Verdict, verifyPdf } from '../platform/signing/verify.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { type HasilPeriksa, keadaanOf, type NaskahTertanda, type Pemeriksaan } from './portal.ts'

type Known = { readonly db: Db; readonly files: Files; readonly signing: Signing }

/** Every authority that is trusted here: of now, and of all signatures that were accepted. */
const trusted = async ({ db, signing }: Known) => [...signing.signer.authorities, ...(await listTrusted(db))].flatMap(fromPem)

export async function byCode(known: Known, typed: string): Promise<NaskahTertanda | Refusal> {
  const paper = await findByCode(known.db, readCode(typed))
  return paper
    ? naskahOf(known, paper)
    : refuse(
        'TIDAK_DITEMUKAN',
        'Tidak ada naskah dengan kode itu. Periksa kembali dua belas huruf dan angka yang tercetak di kaki halaman.',
        {
          field: 'kode',
        },
      )
}

/** Looks into a file in memory; nothing of it is kept. */
export async function byFile(known: Known, file: Uint8Array): Promise<Pemeriksaan> {
  const hash = sha256(file)
  const paper = await findByFile(known.db, [hash])
  if (paper) {
    const naskah = await naskahOf(known, paper)
    return { hasil: paper.signatures.at(-1)!.sha256 === hash ? 'ASLI' : 'BELUM_LENGKAP', sha256: hash, naskah, diBerkas: [] }
  }
  if (!isPdf(file)) return { hasil: 'BUKAN_PDF', sha256: hash, naskah: null, diBerkas: [] }
  const verdict = await verifyPdf(file, await trusted(known))
  // A file of ours to which something was added still begins with what was signed.
  const begun = await findByFile(
    known.db,
    verdict.tandaTangan.map((s) => s.sha256),
  )
  return {
    hasil: resultOf(verdict, begun !== undefined),
    sha256: hash,
    naskah: begun ? await naskahOf(known, begun) : null,
    diBerkas: verdict.tandaTangan.map(({ nama, sah, tepercaya }) => ({ nama, sah, tepercaya })),
  }
}

function resultOf({ tandaTangan, utuh }: Verdict, ours: boolean): HasilPeriksa {
  if (!tandaTangan.length) return 'TANPA_TANDA_TANGAN'
  return ours || !utuh ? 'BERUBAH' : 'TIDAK_TERCATAT'
}

async function naskahOf(known: Known, paper: SignedPaper): Promise<NaskahTertanda> {
  const [room, unit, tahun, versi] = paper.subject.split('/') as [string, string, string, string]
  const list = room === 'rencana-aksi' ? rencana.listVersions : perjanjian.listVersions
  const versions: readonly { readonly versi: number; readonly status: string }[] = await list(known.db, unit, Number(tahun))
  const keadaan = keadaanOf(versions.find((v) => v.versi === Number(versi))?.status, paper.voidedAt !== null)
  const last = paper.signatures.at(-1)!
  return {
    kode: inGroups(paper.code),
    judul: paper.title,
    keadaan,
    digantiVersi:
      keadaan === 'DIGANTI'
        ? (versions.findLast((v) => v.status === 'DITETAPKAN' || v.status === 'DIPUBLIKASI')?.versi ?? null)
        : null,
    tandaTangan: paper.signatures.map(({ name, office, at, timeStamp, service }) => ({
      nama: name,
      jabatan: office,
      pada: at,
      stempelWaktu: timeStamp,
      ujiCoba: service === 'LOKAL',
    })),
    sha256: last.sha256,
    utuh: await isWhole(known, last.sha256),
  }
}

async function isWhole(known: Known, hash: string): Promise<boolean> {
  const content = await known.files.read(hash)
  const file = content && (await buffer(content))
  return file !== undefined && sha256(file) === hash && (await verifyPdf(file, await trusted(known))).utuh
}
