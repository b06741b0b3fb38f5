// NIP: 18 digits = birth date (8), start as civil servant year and month (6), sex (1), serial (3).
import { isDay } from './time.ts'

export type NipFault = {
  readonly aturan: 'NIP-PANJANG' | 'NIP-LAHIR' | 'NIP-TMT' | 'NIP-KELAMIN' | 'NIP-USIA'
  readonly berat: 'tinggi' | 'rendah'
  readonly detail: string
}

/**
 * What is wrong with a NIP, the gravest first; empty where it is well formed. NI PPPK has no month at positions 13-14,
 * so that check is for PNS only. An age at appointment outside 18-45 is only doubtful (`rendah`): transcription slips
 * such as 1987… for 1978… show themselves there (seed 002, lines 2051 and 3201).
 */
export function checkNip(nip: string, kepegawaian: 'PNS' | 'PPPK' = 'PNS'): NipFault[] {
  if (!/^\d{18}$/.test(nip)) {
    const digits = nip.replace(/\D/g, '').length
    return [{ aturan: 'NIP-PANJANG', berat: 'tinggi', detail: `NIP harus 18 angka tanpa spasi; yang tertulis ${digits} angka.` }]
  }
  const faults: NipFault[] = []
  const born = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  if (!isDay(born))
    faults.push({
      aturan: 'NIP-LAHIR',
      berat: 'tinggi',
      detail: `Delapan angka pertama NIP (${nip.slice(0, 8)}) bukan tanggal lahir yang mungkin.`,
    })
  const month = Number(nip.slice(12, 14))
  if (kepegawaian === 'PNS' && (month < 1 || month > 12))
    faults.push({
      aturan: 'NIP-TMT',
      berat: 'tinggi',
      detail: `Angka ke-13 dan 14 NIP (${nip.slice(12, 14)}) harus bulan 01-12 pengangkatan CPNS.`,
    })
  if (!/[12]/.test(nip[14]!))
    faults.push({
      aturan: 'NIP-KELAMIN',
      berat: 'tinggi',
      detail: `Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan); tertulis ${nip[14]}.`,
    })
  const birthdayAhead = kepegawaian === 'PNS' && month < Number(nip.slice(4, 6))
  const age = Number(nip.slice(8, 12)) - Number(nip.slice(0, 4)) - (birthdayAhead ? 1 : 0)
  if (age < 18 || age > 45)
    faults.push({
      aturan: 'NIP-USIA',
      berat: 'rendah',
      detail: `Menurut NIP, pegawai diangkat pada usia ${age} tahun. Periksa tahun lahir dan tahun pengangkatannya.`,
    })
  return faults
}
