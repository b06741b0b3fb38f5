import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../../platform/documents/reading/text.ts'
import { type Reviu, reviu } from '../reviu.ts'
import { ATURAN } from './daftar.ts'

/** A small paper; `|` stands for the tab. */
const review = (...lines: string[]): Reviu => reviu(readText(lines.join('\n').replaceAll('|', '\t')), ATURAN)
const findings = (...lines: string[]) => review(...lines).temuan.map((t) => [t.baris, t.aturan, t.tercetak, t.seharusnya])
const confirmed = (r: Reviu) => r.hitungan.filter((h) => h.cocok).map((h) => `${h.baris}: ${h.tercetak} = ${h.rumus}`)

const BELANJA = ['No|Uraian|Anggaran (Rp)|Realisasi (Rp)|Realisasi (%)', '1|Belanja Operasi|771.925.168|738.766.664|95,70', '2|Belanja Modal|8.052.731|7.601.150|94,39'] // biome-ignore format: a table
const GROUPS = [
  'Jabatan|IV|III|Jumlah',
  'Kepala|1|2|3',
  'Pengawas|4|5|9',
  'Jumlah Jabatan Struktural|5|7|12',
  'Ahli Madya|6|13|19',
  'Ahli Muda|8|21|29',
  'Jumlah Jabatan Fungsional|14|34|48',
]

describe('rows that are sums', () => {
  test('a sum is confirmed column by column, and its percentage as a ratio of the sums', () => {
    const r = review(...BELANJA, '|Jumlah|779.977.899|746.367.814|95,69')
    assert.deepEqual(r.temuan, [])
    assert.ok(confirmed(r).includes('4: 779.977.899 = SUM(771925168; 8052731)'))
    assert.ok(confirmed(r).includes('4: 95,69 = (746367814 / 779977899) * 100'))
  })
  test('a sum that is not one is found, with what it should be', () => {
    assert.deepEqual(findings(...BELANJA, '|Jumlah|779.977.899|746.376.814|95,69'), [
      [4, 'TABEL-JUMLAH', '746.376.814', '746.367.814'],
    ])
  })
  test('a total is the sum of its subtotals, and a wrong subtotal does not make the total wrong', () => {
    assert.deepEqual(findings(...GROUPS, 'Jumlah Seluruh Pegawai|19|41|60'), [])
    assert.deepEqual(findings(...GROUPS.with(3, 'Jumlah Jabatan Struktural|5|8|12'), 'Jumlah Seluruh Pegawai|19|41|60'), [
      [4, 'TABEL-JUMLAH', '8', '7'],
    ])
  })
  test('a dash is nothing', () => {
    assert.deepEqual(findings('Unit|S2|S1', 'Kota|-|41', 'Kecamatan|32|47', 'Kelurahan|37|191', 'Jumlah|69|279'), [])
  })
  test('a text that says how something is reckoned makes no row a mean', () => {
    const rows = [
      'No|Sasaran|Indikator Kinerja|Pengukuran Kinerja|Tahunan',
      'Sasaran Strategis||||',
      '1|Kota yang maju|Indeks layanan kota|Rata-rata IKM dan Indeks Efektivitas Koordinasi, dihitung per semester.|93,93',
      '2|Koordinasi yang baik|Indeks Kepuasan Masyarakat|Survei sembilan unsur atas tujuh layanan kelurahan.|97,52',
      '3|Koordinasi yang baik|Indeks Efektivitas Koordinasi|Rata-rata hasil survei kepala UKPD atas koordinasi tiga bidang.|90,35',
    ]
    assert.deepEqual(findings(...rows), [])
  })
  test('a last row without a name is a sum where it is one, and near one is found', () => {
    const months = ['No|Bulan|RPD', '1|Januari|19.051.399', '2|Februari|54.491.662', '3|Maret|55.089.301']
    assert.ok(confirmed(review(...months, '||128.632.362')).length)
    assert.deepEqual(findings(...months, '||128.932.362'), [[5, 'TABEL-JUMLAH', '128.932.362', '128.632.362']])
  })
  test('where a part is blank, it is the blank that may be wrong: what would make it right is said', () => {
    const rows = ['No|Aspek|Bobot|Nilai', '1|Rencana|20|15', '2|Data||10', '3|Hasil|10|5', 'Jumlah||40|30']
    const [found] = review(...rows).temuan
    assert.deepEqual([found!.baris, found!.tercetak, found!.seharusnya], [5, '40', null])
    assert.match(found!.penjelasan, /1 sel rinciannya kosong atau tidak terbaca; bila isinya 10, jumlahnya cocok/)
  })
  test('a figure in the wrong column is told from a wrong sum', () => {
    const rows = ['No|Aspek|Bobot|Pusat|Daerah|Jumlah', '1|Rencana|9|9||9', '2|Data|8|8||8', '3|Hasil|7|7||7', 'Jumlah||24|16|8|24'] // biome-ignore format: a table
    const [found] = review(...rows).temuan
    assert.deepEqual([found!.baris, found!.tercetak, found!.seharusnya], [5, '16', null])
    assert.match(found!.penjelasan, /Kolom 5 berjumlah 8 tanpa rincian/)
  })
  test('rows that lost a cell beside their sum make no wrong sum', () => {
    const moved = ['No|Aspek|Sub Aspek|Bobot|Nilai', '1. Rencana|1. Peta|10|9|', '|2. Data|10|8,5|', '|3. Analisis|10|7|', 'Jumlah|||30|24,5'] // biome-ignore format: a table
    assert.deepEqual(findings(...moved), [])
  })
  test('a sum in a row without a name is not named after the row above it', () => {
    const [found] = review('No|Bulan|RPD', '1|Januari|19.051.399', '2|Februari|54.491.662', '3|Maret|55.089.301', '||128.932.362').temuan // biome-ignore format: a table
    assert.match(found!.letak, /kolom 3, baris jumlah$/)
  })
  test('a program is the sum of the activities below it', () => {
    const rows = [
      'No|Program/Kegiatan|Anggaran',
      '1|Program Satu|300.111.000',
      '|Kegiatan A|100.000.000',
      '|Kegiatan B|200.111.000',
    ]
    const more = ['2|Program Dua|90.246.517', '|Kegiatan C|40.123.456', '|Kegiatan D|50.123.061', '3|Program Tiga|75.512.346', '|Kegiatan E|25.262.345', '|Kegiatan F|50.250.001'] // biome-ignore format: rows
    assert.deepEqual(findings(...rows, ...more, '|Total|465.869.863'), [])
    assert.deepEqual(findings(...rows.with(3, '|Kegiatan B|200.711.000'), ...more, '|Total|465.869.863'), [
      [2, 'TABEL-JUMLAH', '300.111.000', '300.711.000'],
    ])
  })
  test('what is counted is no sum: "Jumlah peserta" names a row', () => {
    assert.deepEqual(
      findings('Indikator|Target|Realisasi', 'Nilai|80|92', 'Indeks|70|71', 'Jumlah peserta pelatihan yang lulus|102|114'),
      [],
    )
  })
  test('a table whose caption stands below its last part goes on there, also where its rows are numbered U1, U2', () => {
    const head = 'No|Unsur|Nilai|Konversi'
    const first = [head, 'U1|Persyaratan|3,90|97,50', 'U2|Prosedur|3,17|79,25', 'U3|Waktu|3,15|78,75']
    const second = [head, 'U4|Biaya|3,69|92,25', 'U5|Produk|3,76|94,00', '|Rata-rata|3,53|88,35', '', 'Tabel 2 Nilai per Unsur']
    assert.deepEqual(findings(...first, '', 'Dinas Contoh', '', ...second), [])
    assert.deepEqual(findings(...first, '', 'Dinas Contoh', '', ...second.with(3, '|Rata-rata|3,83|88,35')).map((f) => f[2]), ['3,83']) // biome-ignore format: one line
  })
  test('a table goes on in the next after a page break, and its total is of both', () => {
    const header = 'No|Sub Kegiatan|Anggaran|Realisasi'
    const page = [header, '1|Alat tulis|200.328.516|200.195.226', '2|Modal|784.751.319|777.882.840', '', '12', '', header] // biome-ignore format: a page
    assert.deepEqual(findings(...page, '3|Peralatan|357.119.502|271.308.500', 'TOTAL||1.342.199.337|1.249.386.566'), [])
  })
})

describe('columns that are made of others', () => {
  const PEGAWAI = ['Unit|Laki-laki|Perempuan|Jumlah', 'Kota|22|17|39', 'Kecamatan|57|32|89', 'Kelurahan|151|158|309', 'Puskesmas|41|96|137'] // biome-ignore format: a table
  test('men and women make the sum; the one row where they do not is found', () => {
    assert.deepEqual(findings(...PEGAWAI), [])
    assert.deepEqual(findings(...PEGAWAI.with(3, 'Kelurahan|151|158|319')), [[4, 'TABEL-JUMLAH-KOLOM', '319', '309']])
  })
  const EFISIENSI = ['Sub Kegiatan|Pagu (Rp)|Realisasi (Rp)|%|Efisiensi (Rp)|%', 'A|610.500.000|554.000.000|90,75|56.500.000|9,25', 'B|182.381.295|158.424.808|86,86|23.956.487|13,14', 'C|529.479.182|252.568.774|47,70|276.910.408|52,30', 'D|162.475.420|160.917.000|99,04|1.558.420|0,96'] // biome-ignore format: a table
  test('targets of quarters rise evenly or stay: no quarter is made of the others, a year is of all of them', () => {
    const rows = [
      'Program A|10,5|21|31,5|42|42',
      'Program B|70|70|70|70|70',
      'Program C|12,25|24,5|36,75|49|49',
      'Program D|5,75|11,5|17,25|23|23',
    ]
    assert.deepEqual(findings('Kegiatan|TW I|TW II|TW III|TW IV|Tahunan', ...rows), [])
    const plan = ['Program A|11|25|31|43|110', 'Program B|17|71|72|73|233', 'Program C|12|24|37|49|122', 'Program D|15|18|27|31|91']
    assert.deepEqual(findings('Kegiatan|TW I|TW II|TW III|TW IV|Jumlah', ...plan), [])
    assert.deepEqual(findings('Kegiatan|TW I|TW II|TW III|TW IV|Jumlah', ...plan.with(1, 'Program B|17|71|72|73|223')), [
      [3, 'TABEL-JUMLAH-KOLOM', '223', '233'],
    ])
  })
  test('what is left of a budget, and its percentage, are reckoned by the base that the table uses', () => {
    assert.deepEqual(findings(...EFISIENSI), [])
    const row = EFISIENSI[2]!.replace('13,14', '31,14')
    assert.deepEqual(findings(...EFISIENSI.with(2, row)), [[3, 'TABEL-PERSEN', '31,14', '13,14']])
  })
  test('a rest in percent of what was spent is said: with the share that was spent it is not 100', () => {
    const base = [['9,25', '10,20'], ['13,14', '15,12'], ['52,30', '109,64'], ['0,96', '0,97']] // biome-ignore format: pairs
    const rows = EFISIENSI.map((row, i) => (i ? row.replace(new RegExp(`${base[i - 1]![0]}$`), base[i - 1]![1]!) : row))
    assert.deepEqual(findings(...rows), [[2, 'EFISIENSI-DASAR', '10,20', '9,25']])
  })
  test('one figure that spoils several reckonings is named once, with what would mend them', () => {
    const row = 'B|128.381.295|158.424.808|86,86|23.956.487|13,14'
    assert.deepEqual(findings(...EFISIENSI.with(2, row)), [[3, 'TABEL-JUMLAH-KOLOM', '128.381.295', '182.381.295']])
  })
  test('shares are of the total, and may come to 99,99 together', () => {
    const rows = ['Agama|Jumlah|Persen', 'A|333|33,33', 'B|333|33,33', 'C|333|33,33']
    assert.deepEqual(findings(...rows, 'Total|999|100'), [])
    const four = ['Agama|Jumlah|Persen', 'A|331|33,10', 'B|333|33,93', 'C|327|32,70', 'D|9|0,90', 'Total|1000|100']
    assert.deepEqual(findings(...four), [[3, 'TABEL-PERSEN', '33,93', '33,30']])
  })
})

test('a difference that is wrong keeps its sign in what it should be', () => {
  const rows = ['No|Bidang|Tahun 2023|Tahun 2024|Selisih', '1|Umum|71,25|78,48|7,23', '2|Data|66,14|61,02|-5,12', '3|Hukum|81,33|80,07|-1,26', '4|Sarana|75,61|79,80|4,19', '5|Izin|70,10|68,05|-2,50'] // biome-ignore format: a table
  assert.deepEqual(findings(...rows), [[6, 'TABEL-SELISIH', '-2,50', '-2,05']])
})
test('a code above a sum is no name of it', () => {
  const [found] = review('KIB|Jenis Aset|Saldo', 'A|Tanah|700', 'B|Mesin|250', 'F|Lainnya|125', '|Jumlah|1.175').temuan
  assert.match(found!.letak, /baris "Jumlah"$/)
})

describe('capaian', () => {
  const IKU = ['No|Indikator|Target|Realisasi|Capaian', '1|Indeks A|93,93|97,77|104,08', '2|Indeks B|80|92,44|115,55', '3|Indeks C|90,35|96,55|106,86'] // biome-ignore format: a table
  test('realisasi through target, from figures that were not rounded', () => assert.deepEqual(findings(...IKU), []))
  test('the realisasi in the place of the capaian is found', () => {
    assert.deepEqual(findings(...IKU, '4|Nilai D|71|96,51|96,51'), [[5, 'TABEL-CAPAIAN', '96,51', '135,93']])
  })
  test('where less is better it is (2T - R) / T, or T / R', () => {
    assert.deepEqual(findings(...IKU, '4|Temuan|8|9|87,5', '5|Aduan|8|9|88,89'), [])
  })
  test('the score of a predicate beside a plain target, or a percentage beside a score, makes no capaian', () => {
    const rows = ['No|Indikator|Target|Realisasi|Capaian', '1|Nilai A|80|88|110', '2|Nilai B|75|81|108', '3|Nilai C|100|WTP (3)|100', '4|Nilai D|3,25|100%|100'] // biome-ignore format: a table
    assert.deepEqual(
      review(...rows).temuan.map((t) => [t.baris, t.aturan]),
      [[4, 'SATUAN'], [5, 'SATUAN']],
    ) // biome-ignore format: a list
  })
  test('that the realisasi stands in the place of the capaian is said in words', () => {
    const rows = ['No|Indikator|Target|Realisasi|Capaian', '1|Nilai A|80|88|110', '2|Nilai B|75|81|108', '3|Nilai C|71|96,51|96,51'] // biome-ignore format: a table
    assert.match(review(...rows).temuan[0]!.penjelasan, /^Tercetak 96,51, yaitu realisasinya, sedangkan/)
  })
  test('what the paper says is capped is capped; without that word it is an exception', () => {
    const rows = ['No|Indikator|Target|Realisasi|Capaian (%)', '1|Layanan A|80|78|97,50', '2|Layanan B|75|99|120,00', '3|Layanan C|64|63|98,44'] // biome-ignore format: a table
    assert.deepEqual(findings(...rows, '', 'Catatan: capaian dibatasi paling tinggi 120%.'), [])
    const [found] = review(...rows).temuan
    assert.deepEqual([found!.baris, found!.tercetak, found!.seharusnya], [3, '120,00', '132,00'])
    assert.match(found!.penjelasan, /Bila capaian memang dibatasi, sebutkan batasnya\.$/)
  })
  test('a target that was not set has no capaian', () => assert.deepEqual(findings(...IKU, '4|Nilai D|N/A|76,54|N/A'), []))
  test('years stand beside each other, each with its own', () => {
    const rows = ['Indikator|Tahun 2023|||Tahun 2024||', '|Target|Realisasi|%|Target|Realisasi|%', 'Indeks A|86|91,63|106,5|88,5|95,05|107,4', 'Indeks B|91|96,24|105,76|91|92,23|101,35'] // biome-ignore format: a table
    assert.deepEqual(findings(...rows), [])
    assert.deepEqual(findings(...rows, 'Indeks C|85|76,88|92,88|91|92,5|101,65'), [[5, 'TABEL-CAPAIAN', '92,88', '90,45']])
  })
})

describe('means, running figures, weights', () => {
  const SKM = ['Kelurahan|Semester I|Semester II|Rata-rata', 'A|98,87|99,26|99,06', 'B|95,20|99,65|97,42', 'C|97,18|99,10|98,14', 'D|82,36|99,21|90,78'] // biome-ignore format: a table
  test('a mean may be cut off; one that is not a mean is found', () => {
    assert.deepEqual(findings(...SKM), [])
    assert.deepEqual(findings(...SKM.with(3, 'C|97,18|99,10|99,10')), [[4, 'TABEL-RERATA', '99,10', '98,14']])
  })
  test('a figure for several rows is their mean', () => {
    const rows = ['Sasaran|Indikator|Capaian (%)|Rata-rata Capaian Sasaran (%)', 'Satu|1.1|104,08|104,08', 'Dua|2.1|101,50|104,18', '|2.2|106,86|', 'Tiga|3.1|98,50|97,25', '|3.2|96,00|'] // biome-ignore format: a table
    assert.deepEqual(findings(...rows), [])
    assert.deepEqual(findings(...rows.with(2, 'Dua|2.1|101,50|104,08')), [[3, 'TABEL-RERATA', '104,08', '104,18']])
  })
  const BULAN = ['Bulan|Rencana|Kumulatif', 'Januari|18.348.744|18.348.744', 'Februari|49.631.931|67.980.675', 'Maret|56.654.896|124.635.571', 'April|69.559.203|194.194.774', 'Mei|56.967.901|251.162.675'] // biome-ignore format: a table
  test('a cumulative figure is the sum up to its month; a wrong one is named once', () => {
    assert.deepEqual(findings(...BULAN), [])
    assert.deepEqual(findings(...BULAN.with(3, 'Maret|56.654.896|124.635.517')), [
      [4, 'TABEL-KUMULATIF', '124.635.517', '124.635.571'],
    ])
  })
  const NKA = ['Aspek|Nilai|Bobot|Nilai x Bobot', 'Penyerapan|95,69|9,7|9,28', 'Konsistensi|73,14|18,2|13,31', 'Capaian Output|100|43,5|43,50', 'Efisiensi|60,87|28,6|17,41'] // biome-ignore format: a table
  test('a value times its weight, and the weights are 100', () => {
    assert.deepEqual(findings(...NKA), [])
    assert.deepEqual(findings(...NKA.with(2, 'Konsistensi|73,14|18,2|13,13')), [[3, 'TABEL-BOBOT', '13,13', '13,31']])
  })
  test('weights that come to 95 are found, parts of another whole are not weights of 100', () => {
    const rows = ['Komponen|Bobot', 'Perencanaan|30', 'Pengukuran|25', 'Pelaporan|20']
    assert.deepEqual(findings(...rows, 'Evaluasi|25'), [])
    assert.deepEqual(findings(...rows, 'Evaluasi|20'), [[5, 'BOBOT-SERATUS', '95', '100']])
    assert.deepEqual(findings(...rows), [])
  })
})

describe('lists by rank', () => {
  const RANKS = ['Peringkat|Daerah|Nilai', '1|A|396,5', '2|B|386,5', '3|C|353', '4|D|349', '5|E|340,5', '6|F|335,5', '7|G|335,5'] // biome-ignore format: a table
  test('values fall from the first to the last, equal ones may stand beside each other', () => {
    const r = review(...RANKS)
    assert.deepEqual(r.temuan, [])
    assert.equal(r.hitungan.filter((h) => h.aturan === 'PERINGKAT-URUTAN' && h.cocok).length, 6)
  })
  test('one that stands above its place is found', () => {
    assert.deepEqual(findings(...RANKS.with(5, '5|E|350,5')), [[6, 'PERINGKAT-URUTAN', '350,5', null]])
  })
})

test('figures that keep no relation are left alone', () => {
  const rows = ['Kelurahan|RW|Penduduk|Luas', 'A|7|12.345|3,21', 'B|9|23.456|1,98', 'C|11|9.876|2,45', 'D|8|31.415|4,07']
  assert.deepEqual(findings(...rows), [])
})

test('every rule has a code of its own, a sentence and an example of each kind', () => {
  assert.equal(new Set(ATURAN.map((a) => a.kode)).size, ATURAN.length)
  for (const { memeriksa, contoh } of ATURAN) assert.ok(memeriksa.endsWith('.') && contoh.benar !== contoh.salah)
})
