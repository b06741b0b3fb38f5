// What a report says in sentences, so that everything agrees: parts of the office, lists, dates, amounts in words, years before.
import { bagi, bil, cetak, type Gaya, type Indikator, kali } from './gaya.testing.ts'

const SATUAN = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
/** A whole number in words. */
export function terbilang(n: number): string {
  const rest = (of: number, by: number, word: string, one?: string) =>
    `${Math.floor(of / by) === 1 && one ? one : `${terbilang(Math.floor(of / by))} ${word}`} ${terbilang(of % by)}`.trim()
  if (n < 12) return SATUAN[n]!
  if (n < 20) return `${SATUAN[n - 10]} belas`
  if (n < 100) return rest(n, 10, 'puluh')
  if (n < 1000) return rest(n, 100, 'ratus', 'seratus')
  if (n < 1_000_000) return rest(n, 1000, 'ribu', 'seribu')
  if (n < 1_000_000_000) return rest(n, 1_000_000, 'juta')
  return rest(n, 1_000_000_000, 'miliar')
}

const SEKSI = ['Seksi Pelayanan', 'Seksi Data', 'Seksi Pembinaan', 'Seksi Pengawasan', 'Seksi Kerja Sama', 'Seksi Sarana', 'Seksi Penyuluhan'] // biome-ignore format: names

/** The office and its parts, counted and listed. */
export function gambaran(g: Gaya): string[] {
  const n = g.a.between(3, 7)
  const [sekretariat, bidang, upt] = [1, g.a.between(3, 6), g.a.between(2, 4)]
  const total = sekretariat + bidang + upt
  const pns = g.a.between(60, 400)
  const pppk = g.a.between(11, 50)
  return [
    `Dinas Contoh dibentuk berdasarkan Peraturan Daerah Nomor ${g.a.between(2, 9)} Tahun ${g.tahun - 5} dan dipimpin oleh seorang kepala dinas yang membawahi ${n} (${terbilang(n)}) seksi sebagai berikut:`,
    ...SEKSI.slice(0, n).map((s, i) => `${i + 1}. ${s};`),
    `Susunan organisasi terdiri atas ${total} unit, yaitu ${sekretariat} sekretariat, ${bidang} bidang, dan ${upt} unit pelaksana teknis.`,
    `Sampai dengan 31 Desember ${g.tahun} jumlah pegawai sebanyak ${pns + pppk} orang, terdiri dari ${pns} orang PNS dan ${pppk} orang PPPK.`,
    'Isu strategis yang dihadapi antara lain:',
    'a. Belum meratanya mutu layanan antarwilayah;',
    'b. Keterbatasan sarana dan prasarana pendukung; dan',
    'c. Belum terintegrasinya data antarperangkat daerah.',
  ]
}

/** Each indicator in a sentence of its own, with the year before. */
export function uraian(g: Gaya): string[] {
  const d = (v: Indikator['target']) => cetak(g, v, g.desimal)
  return g.indikator.flatMap((k, i) => {
    const [before, now] = [k.realisasi[2]!, k.realisasi[3]!]
    const change = now.minus(before)
    const way = change.isNegative() ? 'turun' : 'naik'
    return [
      `${i + 1}) ${k.nama}`,
      `Realisasi ${k.nama} tahun ${g.tahun} sebesar ${d(now)} ${way} ${d(change.abs())} poin dibandingkan tahun ${g.tahun - 1} sebesar ${d(before)}.`,
    ]
  })
}

/** Figures that hang together within one sentence. */
export function penutup(g: Gaya): string[] {
  const all = g.a.between(11, 30)
  const met = all - g.a.between(1, 6)
  const share = cetak(g, bagi(bil(met), bil(all)), 2)
  const hibah = g.a.between(101, 987) * 1_000_000
  const money = `Rp${cetak(g, bil(hibah), 0)}${g.titik ? '' : ',00'}`
  return [
    `Dari ${all} indikator yang diperjanjikan, ${met} indikator (${share}%) mencapai target dan ${all - met} indikator belum mencapai target.`,
    `Pada tanggal ${g.a.between(2, 27)} Maret ${g.tahun} diserahkan bantuan senilai ${money} (${terbilang(hibah)} rupiah) kepada masyarakat.`,
    'Langkah perbaikan ke depan meliputi:',
    ...kali(3, (i) => `- ${['Meningkatkan kompetensi pegawai', 'Memperkuat pengendalian internal', 'Memperluas kerja sama dengan masyarakat'][i]}`), // biome-ignore format: a list
    `Kota Contoh, ${g.a.between(10, 30)} Januari ${g.tahun + 1}`,
    'Kepala Dinas Contoh Kota Contoh,',
    'Pejabat Contoh',
    `NIP 196${g.a.between(0, 9)}0${g.a.between(1, 9)}1${g.a.between(0, 9)}199${g.a.between(5, 9)}0${g.a.between(1, 9)}1001`,
  ]
}
