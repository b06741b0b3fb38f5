// What would change, as lines of text for the command line.
import { formatDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { periodName } from '../platform/kernel/time.ts'
import type { SalahAndaian } from './andaian.ts'
import type { Perbandingan, Perubahan, Sisi, Total } from './jika.ts'
import type { Jawaban } from './seharusnya.ts'

type Outcome = Perbandingan & { readonly salah: readonly SalahAndaian[]; readonly jawaban: Jawaban | null }

export function inWords({ perubahan, total, salah, jawaban }: Outcome): string {
  return [
    ...salah.map(({ di, pesan }) => `${di}: ${pesan}`),
    ...(perubahan.length ? perubahan.map(lineOf) : ['Tidak ada hasil yang berubah.']),
    ...(perubahan.length ? [`Kantor: ${totalText(total.sebelum)} → ${totalText(total.sesudah)}`] : []),
    ...(jawaban ? [answerText(jawaban)] : []),
    'Tidak ada yang disimpan.',
  ].join('\n')
}

function lineOf({ kode, namaPeriode, sebelum, sesudah, selisih }: Perubahan): string {
  const change = selisih.capaian === null ? '' : ` (${signed(selisih.capaian)})`
  return `${kode} ${namaPeriode}: realisasi ${sebelum.nilai.tampil} → ${sesudah.nilai.tampil}; capaian ${sebelum.capaian.tampil} → ${sesudah.capaian.tampil}${change}; ${words(sesudah)}`
}

const words = ({ keadaan }: Sisi) => keadaan.replaceAll('-', ' ')
const signed = (text: string) => `${text.startsWith('-') ? '' : '+'}${formatDecimal(parseDecimal(text), 2)}`
const totalText = ({ rerata, tercapai, indikator }: Total) =>
  `${tercapai} dari ${indikator} indikator mencapai target, rata-rata capaian ${rerata === null ? 'belum ada' : formatDecimal(parseDecimal(rerata), 2)}`

function answerText({ jenis, di, untuk, ambang, dari, sampai, terdekat, kini }: Jawaban): string {
  const aim = `capaian ${untuk.kode} ${periodName(untuk.periode)} paling sedikit ${ambang}`
  const said = (text: string) => formatDecimal(parseDecimal(text), text.split('.')[1]?.length ?? 0)
  switch (jenis) {
    case 'RENTANG':
      if (dari !== null && sampai !== null) return `Agar ${aim}, ${di} harus antara ${said(dari)} dan ${said(sampai)}.`
      return `Agar ${aim}, ${di} harus paling ${dari === null ? `banyak ${said(sampai!)}` : `sedikit ${said(dari)}`}.`
    case 'SEMUA':
      return `Nilai berapa pun di ${di} membuat ${aim}.`
    case 'TIDAK_ADA':
      return `Tidak ada nilai ${di} yang membuat ${aim}. Yang terdekat ${said(terdekat!.isian)}: capaiannya ${formatDecimal(parseDecimal(terdekat!.capaian), 2)}.`
    case 'TIDAK_BERPENGARUH':
      return `${di} tidak memengaruhi ${untuk.kode} ${periodName(untuk.periode)}; capaiannya tetap ${kini.capaian.tampil}.`
    case 'TIDAK_DAPAT_DIHITUNG':
      return `Capaian ${untuk.kode} ${periodName(untuk.periode)} belum dapat dihitung, berapa pun ${di}: masukan lainnya belum lengkap.`
    case 'TIDAK_TUNGGAL':
      return `Capaian ${untuk.kode} ${periodName(untuk.periode)} naik turun terhadap ${di}, jadi tidak ada satu jawaban.`
    case 'TANPA_TARGET':
      return `${untuk.kode} tidak mempunyai target untuk ${periodName(untuk.periode)}.`
  }
}
