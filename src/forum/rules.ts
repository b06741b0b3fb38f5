// What a forum may and may not: decided without looking anything up.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import type { Hadir, Jadwal, JawabanBaru, JenisForum, Keputusan, KeputusanBaru, StatusForum } from './forum.ts'
import { KEPUTUSAN_MUNGKIN, NAMA_FORUM } from './workflow.ts'

const INSTRUKSI = 'Instruksi Sekda 4/2024'

export function refuseJadwal({ tanggal, mulai, selesai }: Jadwal, today: Day): Refusal | undefined {
  if (tanggal < today)
    return refuse('TIDAK_VALID', `${longDay(tanggal)} sudah lewat. Pilih hari ini atau sesudahnya.`, { field: 'tanggal' })
  if (selesai <= mulai)
    return refuse('TIDAK_VALID', 'Forum selesai sesudah dimulai. Perbaiki jam selesainya.', { field: 'selesai' })
  return undefined
}

/** Acts that belong to some states only. */
export function refuseStatus(forum: { jenis: JenisForum; status: StatusForum }, ...allowed: StatusForum[]): Refusal | undefined {
  if (allowed.includes(forum.status)) return undefined
  const when = allowed.map((s) => s.toLowerCase()).join(' atau ')
  return refuse('TERSEGEL', `${NAMA_FORUM[forum.jenis]} berstatus ${forum.status}; ini hanya selama forum ${when}.`)
}

/** A forum is not opened before its day: who is invited comes on that day. */
export function refuseMulai(tanggal: Day, today: Day): Refusal | undefined {
  if (today >= tanggal) return undefined
  return refuse('DITOLAK_ATURAN', `Forum dijadwalkan ${longDay(tanggal)}. Ubah dahulu jadwalnya bila dimajukan.`, {
    field: 'tanggal',
  })
}

export const isKepala = ({ peran }: { readonly peran: readonly string[] }) => peran.includes('KEPALA_PD')

/** The head of the office is there in person, or whoever acts in the office (KESATU f.2: tanpa diwakilkan). */
export function refuseDiwakilkan(hadir: readonly Hadir[]): Refusal | undefined {
  const head = hadir.find(isKepala)
  if (head?.kehadiran === 'SENDIRI') return undefined
  const who = head?.nama ? `${head.nama} (${head.namaJabatan})` : (head?.namaJabatan ?? 'Kepala Perangkat Daerah')
  const why = !head ? 'kehadirannya belum dicatat' : head.kehadiran === 'DIWAKILI' ? `hadir diwakili ${head.wakil}` : 'tidak hadir'
  return refuse(
    'DITOLAK_ATURAN',
    `Naskah hanya disetujui bila pemiliknya hadir tanpa diwakilkan: ${who} ${why}. Catat kehadirannya, atau kembalikan naskahnya.`,
    { field: 'keputusan', rule: `${INSTRUKSI}, KESATU huruf f angka 2` },
  )
}

/** Whether a decision is one of this kind of forum, made once, with its reason where it is a no. */
export function refuseKeputusan(
  jenis: JenisForum,
  made: Keputusan | null,
  { keputusan, alasan }: KeputusanBaru,
  hadir: readonly Hadir[],
): Refusal | undefined {
  if (made) return refuse('BENTROK', `Naskah ini sudah ${made.toLowerCase()} dalam forum ini.`, { field: 'keputusan' })
  if (!KEPUTUSAN_MUNGKIN[jenis].includes(keputusan))
    return refuse('TIDAK_VALID', `${NAMA_FORUM[jenis]} memutuskan ${KEPUTUSAN_MUNGKIN[jenis].join(' atau ')}.`, {
      field: 'keputusan',
    })
  if (keputusan !== 'DISETUJUI' && !alasan)
    return refuse('TIDAK_VALID', 'Sebutkan alasannya: yang memperbaiki membacanya.', { field: 'alasan' })
  return jenis === 'PENYUSUNAN' && keputusan === 'DISETUJUI' ? refuseDiwakilkan(hadir) : undefined
}

/** What must stand before the forum closes: who was there, and a decision on every paper. */
export function refuseTutup(
  naskah: readonly { readonly judul: string; readonly keputusan: Keputusan | null }[],
  hadir: readonly unknown[],
): Refusal | undefined {
  if (!hadir.length) return refuse('DITOLAK_ATURAN', 'Daftar hadir belum dicatat.', { field: 'hadir' })
  const open = naskah.filter((n) => n.keputusan === null)
  if (!open.length) return undefined
  return refuse('DITOLAK_ATURAN', `Belum diputuskan: ${open.map((n) => n.judul).join('; ')}.`, { field: 'keputusan' })
}

/** An answer stands when the minutes that print it are DITETAPKAN; what was open then is still answered, once. */
export function refuseJawaban(
  saran: { readonly isi: string | null; readonly jawaban: string | null },
  status: StatusForum,
  { jawaban, alasan }: JawabanBaru,
): Refusal | undefined {
  if (saran.isi === null) return refuse('TIDAK_VALID', 'Yang menyatakan tidak ada saran tidak perlu dijawab.')
  if (saran.jawaban && status === 'DITETAPKAN') return refuse('TERSEGEL', 'Notulennya sudah ditetapkan dengan jawaban ini.')
  if (jawaban === 'TIDAK_DILAKSANAKAN' && !alasan)
    return refuse('TIDAK_VALID', 'Sebutkan mengapa saran ini tidak dilaksanakan.', { field: 'alasan' })
  return undefined
}
