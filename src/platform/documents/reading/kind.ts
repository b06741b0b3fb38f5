// What a file is, by its content: a name can lie. What cannot be read is refused with what to do instead.
import { Refused, refuse } from '../../kernel/refusal.ts'
import type { PaperForm } from '../blocks/paper.ts'
import { partsOf } from './archive.ts'

const MOST_BYTES: Readonly<Record<PaperForm, number>> = {
  text: 24 * 2 ** 20,
  html: 24 * 2 ** 20,
  docx: 64 * 2 ** 20,
  xlsx: 64 * 2 ** 20,
  pdf: 128 * 2 ** 20,
}
/** Whatever it is, it is not looked into beyond this. */
export const MOST_FILE = 128 * 2 ** 20

export async function kindOf(file: Uint8Array): Promise<PaperForm> {
  if (file.length === 0) throw new Refused(refuse('TIDAK_VALID', 'Berkas ini kosong. Unggah berkas yang berisi dokumen.'))
  const form = await formOf(file)
  if (file.length > MOST_BYTES[form]) throw new Refused(tooBig(file.length, MOST_BYTES[form]))
  return form
}

export const tooBig = (size: number, most: number) =>
  refuse(
    'TERLALU_BESAR',
    `Berkas ini ${Math.ceil(size / 2 ** 20)} MB; paling besar ${most / 2 ** 20} MB. Bagi menjadi beberapa berkas.`,
  )

async function formOf(file: Uint8Array): Promise<PaperForm> {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return officeForm(file)
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new Refused(oldOffice(file))
  if (/^(?:\xff\xd8|\x89PNG|GIF8|II\*\0|MM\0\*|RIFF)/.test(start))
    throw new Refused(
      refuse(
        'JENIS_BERKAS',
        'Berkas ini gambar. Jalankan pengenalan teks (OCR), lalu unggah hasilnya sebagai PDF, DOCX atau teks.',
      ),
    )
  if (start.startsWith('{\\rtf'))
    throw new Refused(refuse('JENIS_BERKAS', 'Berkas RTF belum dapat dibaca. Simpan sebagai DOCX atau PDF.'))
  return /^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|table)\b/i.test(start) ? 'html' : 'text'
}

async function officeForm(file: Uint8Array): Promise<PaperForm> {
  const { names } = await partsOf(file, () => false)
  if (names.some((n) => n.endsWith('vbaProject.bin')))
    throw new Refused(refuse('JENIS_BERKAS', 'Berkas ini memuat makro. Simpan tanpa makro (DOCX atau XLSX), lalu unggah lagi.'))
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('content.xml') && names.includes('mimetype'))
    throw new Refused(
      refuse('JENIS_BERKAS', 'Berkas ini berformat OpenDocument (ODT, ODS). Simpan sebagai DOCX, XLSX atau PDF, lalu unggah lagi.'),
    )
  throw new Refused(
    refuse('JENIS_BERKAS', 'Berkas ZIP ini bukan DOCX atau XLSX. Yang dapat dibaca: PDF, DOCX, XLSX, HTML dan teks.'),
  )
}

/** The container of Word and Excel before 2007; new files stand in it when they have a password. */
function oldOffice(file: Uint8Array) {
  const names = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (names.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return refuse('JENIS_BERKAS', 'Berkas ini dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi.')
  return refuse(
    'JENIS_BERKAS',
    'Berkas ini berformat Word atau Excel lama (DOC, XLS). Simpan sebagai DOCX atau XLSX, lalu unggah lagi.',
  )
}
