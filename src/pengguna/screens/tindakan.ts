// Acts of the permission table and of the ledger in words: `pengguna.atur-ulang` → `Pengguna: atur ulang`.
import { defineTeks } from '../../web/ui/teks.ts'
import { SEBUTAN_WEWENANG } from '../permissions.ts'

const EN: Readonly<Record<keyof typeof SEBUTAN_WEWENANG, string>> = {
  'unit-kerja.kelola': 'Keep the organisation, people and offices',
  'pengguna.kelola': 'Keep the accounts',
  'audit.lihat': 'Read the trail',
  'impor.data': 'Import data',
  'impor.naskah': 'Keep papers signed before the system',
  'indikator.ubah': 'Change the dictionary of indicators',
  'perencanaan.ubah': 'Change plans and the performance tree',
  'anggaran.ubah': 'Change the budget',
  'anggaran.sahkan-dpa': 'Record the day the budget document was ratified',
  'perjanjian-kinerja.lihat-draf': 'Read drafts of a performance agreement',
  'perjanjian-kinerja.susun': 'Draft a performance agreement',
  'perjanjian-kinerja.nomori': 'Number a performance agreement',
  'perjanjian-kinerja.langkah': 'Move on, return and sign a performance agreement',
  'rencana-aksi.lihat-draf': 'Read drafts of an action plan',
  'rencana-aksi.susun': 'Draft an action plan',
  'rencana-aksi.langkah': 'Move on, return and sign an action plan',
  'rencana-aksi.putuskan-perubahan': 'Decide changes of an action plan',
  'forum.lihat': 'Read the forums',
  'forum.jadwalkan': 'Schedule a forum',
  'forum.catat': 'Record attendance and minutes of a forum',
  'forum.pimpin': 'Lead a forum and decide its papers',
  'forum.saran': 'Advise in a forum',
  'forum.jawab': 'Answer the advice of a forum',
  'forum.triwulanan': 'Hold the quarterly performance forum',
  'ksd.ubah': 'Enter strategic activities',
  'ksd.verifikasi': 'Verify strategic activities',
  'survei.ubah': 'Enter surveys',
  'pengukuran.lihat': 'Read measurements',
  'pengukuran.isi': 'Enter and submit results',
  'pengukuran.validasi': 'Validate as superior',
  'pengukuran.verifikasi': 'Verify as data owner',
  'pengukuran.kunci': 'Lock measurements; open and close periods',
  'tenggat.lihat': 'Read the calendar of deadlines',
  'koordinasi.lihat': 'Read where the agreements and plans of all offices stand',
  'reviu.lihat': 'Read the results of checked papers',
  'reviu.periksa': 'Have a paper checked',
  'reviu.putuskan': 'Decide findings of a check',
}
const said = defineTeks<keyof typeof SEBUTAN_WEWENANG>(SEBUTAN_WEWENANG, EN)

export function namaTindakan(act: string): string {
  return act in SEBUTAN_WEWENANG ? said(act as keyof typeof SEBUTAN_WEWENANG) : namaPerbuatan(act)
}

/** An act of the ledger, from its own words: room and verb. */
export function namaPerbuatan(act: string): string {
  const [room = '', verb = ''] = act.split('.')
  const words = room.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}: ${verb.replaceAll('-', ' ')}`
}
