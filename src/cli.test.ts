import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { runCommand, type World } from './cli.ts'
import { exampleDatabase, NOW } from './impor/contoh.testing.ts'
import { many, sql } from './platform/db/database.ts'
import { freshDatabase, type TestDatabase } from './platform/db/testing.ts'
import { folderFiles } from './platform/files/files.ts'
import { openVault } from './platform/signing/identity.ts'
import { testSigning } from './platform/signing/signing.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'selaras-cli-'))
const example = await exampleDatabase()
const empty = await freshDatabase()

async function selaras({ db, connection }: TestDatabase, argv: readonly string[], input = '', port = 0) {
  let out = ''
  let progress = ''
  const world: World = {
    root: join(import.meta.dirname, '..'),
    production: false,
    ownServer: false,
    port,
    host: 'localhost',
    logLevel: 'silent',
    behindProxy: false,
    site: 'http://localhost',
    clock: () => NOW,
    stdin: Readable.from([input]),
    out: (text) => (out += text),
    progress: (text) => (progress += text),
    stopped: async () => {},
    open: async () => ({
      db,
      connection,
      files: folderFiles(join(folder, 'bukti')),
      signing: () => testSigning(),
      vault: () => openVault(join(folder, 'tanda-tangan')),
      close: async () => {},
    }),
  }
  const exit = await runCommand(argv, world)
  return { exit, out, progress, json: () => JSON.parse(out) }
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('selaras jika', () => {
  const jika = (...argv: string[]) => selaras(example, ['jika', '--unit', 'dki.jakpus', '--tahun', '2024', ...argv])
  test('says what changes, before and after, and that nothing is stored', async () => {
    const { exit, out } = await jika('--andai', 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara=60')
    assert.equal(exit, 0)
    assert.match(out, /^IKL 2024: realisasi 97,77 → 97,65; capaian 104,08 → 103,96 \(-0,12\); tercapai$/m)
    assert.match(out, /^Kantor: 14 dari 15 indikator mencapai target/m)
    assert.match(out, /Tidak ada yang disimpan\.$/m)
  })
  test('says what it must be', async () => {
    const { exit, out } = await jika('--andai', 'IKL.2024.TARGET=98', '--cari', 'IKM.2024.REALISASI', '--untuk', 'IKL.2024')
    assert.equal(exit, 0)
    assert.match(out, /Agar capaian IKL 2024 paling sedikit 100, IKM\.2024\.REALISASI harus paling sedikit 99,45\./)
  })
  test('what cannot be read is exit 1, wrong usage is exit 2', async () => {
    const { exit, out } = await jika('--andai', 'IKL.2024.TARGET=seratus')
    assert.equal(exit, 1)
    assert.match(out, /^IKL\.2024\.TARGET: "seratus"/m)
    const beyond = await jika('--andai', 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara=101')
    assert.equal(beyond.exit, 1)
    assert.match(beyond.out, /Petojo Utara: 101 di atas 100, batas tertinggi\. Tulis angka 25 sampai 100\./)
    assert.equal((await jika('--andai', 'tanpa tanda')).exit, 2)
    assert.equal((await jika('--cari', 'IKL.2024.TARGET')).exit, 2)
    assert.equal((await jika()).exit, 2)
  })
})

describe('selaras review', () => {
  const report = (name: string, sum: string) =>
    file(
      name,
      `# Laporan Kinerja 2024\n\nTabel 1. Isi\n\nKecamatan\tTarget\tRealisasi\nGambir\t10\t20\nMenteng\t15\t25\nJumlah\t25\t${sum}\n`,
    )
  const review = (...argv: string[]) => selaras(empty, ['review', ...argv])
  test('exits 0 without findings and 1 with some, and says what was confirmed', async () => {
    const right = await review(report('benar.txt', '45'))
    assert.deepEqual([right.exit, /2 cocok; tidak ada temuan/.test(right.out)], [0, true], right.out)
    const wrong = await review(report('salah.txt', '46'))
    assert.equal(wrong.exit, 1)
    assert.match(wrong.out, /baris 8: Tabel 1, kolom 3, baris "Jumlah"/)
  })
  test('--json is one document, of several files a list; with --semua every reckoning', async () => {
    const one = (await review(report('salah.txt', '46'), '--json')).json()
    assert.deepEqual([one.dokumen.jenis, one.dokumen.tahun, one.temuan[0].seharusnya, one.hitungan.length], ['LKIP', 2024, '45', 0])
    const two = (await review(report('benar.txt', '45'), report('salah.txt', '46'), '--json', '--semua')).json()
    assert.deepEqual(
      two.map((f: { hitungan: unknown[]; diperiksa: { hitungan: number } }) => f.hitungan.length === f.diperiksa.hitungan),
      [true, true],
    )
  })
  test('--sarif is SARIF 2.1.0, --aturan takes some rules, an unknown one is wrong usage', async () => {
    const { out } = await review(report('salah.txt', '46'), '--sarif')
    assert.equal(JSON.parse(out).runs[0].results.length, 1)
    assert.equal((await review(report('salah.txt', '46'), '--aturan', 'TIDAK-ADA')).exit, 2)
    assert.equal((await review()).exit, 2)
    assert.equal((await review('--apa', report('salah.txt', '46'))).exit, 2)
  })
  test('a file that cannot be read is exit 3, and the others are checked all the same', async () => {
    const { exit, out, progress } = await review(file('kosong.txt', ''), report('benar.txt', '45'), join(folder, 'tidak-ada.txt'))
    assert.equal(exit, 3)
    assert.match(out, /benar\.txt: LKIP/)
    assert.match(progress, /kosong\.txt: Berkas ini kosong[\s\S]*tidak-ada\.txt: Berkas tidak dapat dibuka \(ENOENT\)/)
  })
})

describe('selaras review of our own drafts', () => {
  test('the newest version as it would be printed, in the shape of any review; weights block nothing', async () => {
    const clean = await selaras(example, ['review', '--pk', 'dki.bkd/2025', '--json'])
    assert.deepEqual([clean.exit, clean.json().dokumen.jenis, clean.json().temuan], [0, 'PK', []], clean.out)
    const plan = await selaras(example, ['review', '--rencana-aksi', 'dki.bkd/2025', '--json'])
    const { temuan } = plan.json()
    assert.equal(plan.exit, 1)
    assert.ok(temuan.length > 0 && temuan.every((t: { berat: string }) => t.berat !== 'tinggi'))
    const { tempat } = temuan.find((t: { tercetak: string }) => t.tercetak.startsWith('RA4.'))
    const [line] = await many(example.db, sql<{ uraian: string }>`select uraian from rencana_aksi_ra where id = ${tempat.baris}`)
    assert.match(line!.uraian, /Melakukan Pemantauan atas Pelaksanaan Penanganan Risiko/)
  })
  test('what is not there is exit 1, a wrong name or no name at all exit 2', async () => {
    assert.equal((await selaras(example, ['review', '--pk', 'dki.bkd/1999'])).exit, 1)
    assert.equal((await selaras(example, ['review', '--pk', 'dki.bkd'])).exit, 2)
    assert.equal((await selaras(example, ['review'])).exit, 2)
  })
})

describe('selaras explain', () => {
  const wanted = ['explain', '--unit', 'dki.jakpus', '--indikator', 'IKL', '--periode', '2024']
  test('leads from 104,08 to Petojo Utara and the line of the paper', async () => {
    const { exit, out } = await selaras(example, wanted)
    assert.equal(exit, 0)
    assert.match(out, /capaian 104,08 \(104\.083132211550648152372840970733\), Sangat Tinggi/)
    assert.match(out, /Petojo Utara: 82\.36 {2}← 003_7ac1d614aa532084\.txt:1935/)
    assert.match(out, /Dengan bacaan VARIABEL untuk IEK .* capaian 104,09/)
  })
  test('a single figure too leads to the line of the paper', async () => {
    const { out } = await selaras(example, ['explain', '--unit', 'dki.bpsdm', '--indikator', 'DIKLAT', '--periode', '2023'])
    assert.match(out, /capaian 124,29 /)
    assert.match(out, /dilaksanakan = 132 {2}← 002_c0c54a603a2ac4ab\.txt:1229/)
    assert.match(out, /kebutuhan = 177 {2}← 002_c0c54a603a2ac4ab\.txt:1231/)
  })
  test('with --json prints one document and nothing else', async () => {
    const { exit, json } = await selaras(example, [...wanted, '--bacaan', 'IEK=VARIABEL', '--json'])
    assert.equal(exit, 0)
    assert.equal(json().capaian.tampil, '104,09')
  })
  test('with -o it is written as a paper or a workbook; an unknown form is wrong usage', async () => {
    for (const [format, begins] of [
      ['html', '<!doctype html>'],
      ['xlsx', 'PK'],
    ] as const) {
      const path = join(folder, `ikl.${format}`)
      const { exit, out } = await selaras(example, [...wanted, '--format', format, '-o', path])
      assert.equal(exit, 0)
      assert.match(out, /^Penjelasan Nilai IKL 2024/)
      assert.ok(readFileSync(path, 'latin1').toLowerCase().startsWith(begins.toLowerCase()))
    }
    assert.equal((await selaras(example, [...wanted, '--format', 'odt', '-o', 'x'])).exit, 2)
    assert.equal((await selaras(example, [...wanted, '--format', 'pdf'])).exit, 2)
  })
  test('what is not there is refused with what is, exit 1', async () => {
    const { exit, progress } = await selaras(example, [
      'explain',
      '--unit',
      'dki.jakpus',
      '--indikator',
      'ENTAH',
      '--periode',
      '2024',
    ])
    assert.equal(exit, 1)
    assert.match(progress, /Yang ada: /)
  })
  test('wrong usage and unknown options are exit 2', async () => {
    assert.equal((await selaras(example, ['explain', '--unit', 'dki.jakpus'])).exit, 2)
    assert.equal((await selaras(example, [...wanted, '--entah'])).exit, 2)
    assert.equal((await selaras(example, ['entah'])).exit, 2)
    assert.equal((await selaras(example, ['bench', 'entah'])).exit, 2)
    assert.equal((await selaras(example, [...wanted, '--bacaan', 'IEK'])).exit, 2)
  })
})

describe('selaras calc', () => {
  test('target 10, result 12, lower is better: 80,00', async () => {
    const path = file(
      'kasus.json',
      '{ "rumus": "realisasi", "data": { "realisasi": "12" }, "target": "10", "polaritas": "MINIMAL" }',
    )
    const { exit, json } = await selaras(empty, ['calc', path, '--json'])
    assert.equal(exit, 0)
    assert.equal(json().capaian.tampil, '80,00')
  })
  test('a wrong formula is exit 1, with its place', async () => {
    const { exit, json } = await selaras(empty, ['calc', file('salah.json', '{ "rumus": "1 +", "data": {} }'), '--json'])
    assert.equal(exit, 1)
    assert.equal(json().nilai.letak.baris, 1)
  })
  test('a file that is not there is exit 3, one that is not JSON exit 1', async () => {
    assert.equal((await selaras(empty, ['calc', join(folder, 'tidak-ada.json')])).exit, 3)
  })
  test('what is typed wrongly is told in Indonesian', async () => {
    const said = async (...argv: string[]) => (await selaras(empty, ['calc', ...argv])).progress
    assert.match(await said(join(folder, 'tidak-ada.json')), /^Berkas .*tidak-ada\.json tidak ada\.$/m)
    assert.match(await said(folder), /^Itu adalah folder; sebutkan berkasnya\.$/m)
    assert.match(await said('--entah', 'x'), /^Pilihan --entah tidak dikenal\.$/m)
    assert.match(await said(file('koma.json', '{"rumus": "1",}')), /^Berkas bukan JSON yang utuh: periksa baris 1, kolom 15\.$/m)
    assert.equal((await selaras(empty, ['calc', file('rusak.json', '{ "rumus": ')])).exit, 1)
  })
})

describe('selaras import pk', () => {
  const paper = [
    'PERJANJIAN KINERJA TAHUN 2022',
    '',
    'Nama : Contoh Kepala',
    'NIP : 197001011990031001',
    'Jabatan : Kepala Badan Kepegawaian Daerah',
    'Unit Kerja : Badan Kepegawaian Daerah Provinsi DKI Jakarta',
    '',
    'No\tSasaran\tIndikator Kinerja\tTriwulan I\tTriwulan II\tTriwulan III\tTriwulan IV\tTahunan\tSatuan',
    '1\tMeningkatnya layanan\tIndeks layanan\tN/A\t80,5\tN/A\t81,5\t81,5\tNilai',
    '2\tTerwujudnya akuntabilitas\tPredikat SAKIP\tN/A\tN/A\tN/A\tA (82)\tA (82)\tPredikat',
  ].join('\n')
  test('reads many papers and says what it understood; stores nothing, and recognises what was stored', async () => {
    const [one, other] = [file('pk-2022.txt', paper), file('bukan.txt', 'Yth. Kepala Badan\n')]
    const both = await selaras(example, ['import', 'pk', one, other, '--json'])
    assert.equal(both.exit, 1)
    const [read, refused] = both.json()
    assert.equal(read.skema, 'selaras/pk/1')
    assert.equal(read.dikenali.unit[0].kode, 'dki.bkd')
    const { triwulan, tahunan } = read.kelompok[0].sasaran[0].indikator[0]
    assert.deepEqual(
      [triwulan[1].tercetak, triwulan[1].dibaca, triwulan[0].dibaca, tahunan.baris],
      ['80,5', '80.5', 'TIDAK_DITARGETKAN', 9],
    )
    assert.match(refused.detail, /Tidak ada tabel Perjanjian Kinerja/)
    assert.equal(read.dikenali.sudahAda, null)

    const kept = await selaras(example, ['import', 'pk', one, '--save', '--json'])
    assert.equal(kept.json().tersimpan.dimuat, 2)
    const again = await selaras(example, ['import', 'pk', one, '--save'])
    assert.match(again.out, /sudah pernah disimpan/)
  })
  test('needs a file', async () => {
    assert.equal((await selaras(example, ['import', 'pk'])).exit, 2)
    assert.equal((await selaras(example, ['import', 'pk', join(folder, 'tidak-ada.txt')])).exit, 3)
  })
})

describe('selaras import lkip', () => {
  const report = (name: string, realisasi: string) =>
    file(
      name,
      [
        '# LAPORAN KINERJA INSTANSI PEMERINTAH',
        'Kota Administrasi Jakarta Pusat Tahun 2024',
        '',
        'Tabel 5. Capaian',
        '',
        'No\tIndikator Kinerja\tTarget\tRealisasi\t%',
        `1\tIndeks Efektivitas Koordinasi Kota Administrasi\t90,35\t${realisasi}\t106,86`,
        '2\tIndeks yang tidak ada di kamus\t80\t81\t101,25',
      ].join('\n'),
    )
  const printed = () =>
    many(
      example.db,
      sql<{ unsur: string; tercetak: string; sumber: string; berlaku: boolean }>`select unsur, tercetak, sumber, berlaku
        from hasil_tahunan where unit = 'dki.jakpus' and kode = 'IEK' and tahun = 2024 and sumber like 'laporan%' order by unsur`,
    )
  const explained = async () =>
    (await selaras(example, ['explain', '--unit', 'dki.jakpus', '--indikator', 'IEK', '--periode', '2024', '--json'])).out
  test('keeps the results as printed, with their line, beside what is in force and what is computed; says what it left', async () => {
    const before = await explained()
    const kept = await selaras(example, ['import', 'lkip', report('laporan.txt', '96,54'), '--save', '--json'])
    const { tersimpan } = kept.json()
    assert.deepEqual([kept.exit, tersimpan.dimuat, tersimpan.dokumen, tersimpan.cara], [1, 3, null, 'TERCETAK'], kept.out)
    assert.deepEqual(
      tersimpan.dilewati.map((d: { indikator: string; baris: number; sebab: string }) => [d.indikator, d.baris, d.sebab]),
      [['Indeks yang tidak ada di kamus', 8, 'BUKAN_DI_KAMUS']],
    )
    assert.deepEqual(
      (await printed()).map((r) => [r.unsur, r.tercetak, r.sumber, r.berlaku]),
      [
        ['CAPAIAN', '106,86', 'laporan.txt:7', false],
        ['REALISASI', '96,54', 'laporan.txt:7', false],
        ['TARGET', '90,35', 'laporan.txt:7', false],
      ],
    )
    assert.ok(
      tersimpan.temuan.some((t: { penjelasan: string }) => /96,54/.test(t.penjelasan)),
      'it differs from the other printing',
    )
    assert.equal(await explained(), before)
  })
  test('the same report again is recognised; one without any known name, and --draf, are refused', async () => {
    const again = await selaras(example, ['import', 'lkip', report('laporan.txt', '96,54'), '--save'])
    assert.match(again.out, /sudah pernah disimpan seperti tercetak untuk dki.jakpus tahun 2024; tidak ada yang diubah/)
    assert.equal((await printed()).length, 3)
    const other = ['--unit', 'dki.bkd', '--tahun', '2024']
    const foreign = await selaras(example, ['import', 'lkip', report('lain.txt', '96,5'), '--save', ...other])
    assert.deepEqual([foreign.exit, /bernama seperti indikator di kamus dki\.bkd/.test(foreign.progress)], [1, true])
    assert.equal((await selaras(example, ['import', 'lkip', report('laporan.txt', '96,54'), '--save', '--draf'])).exit, 2)
  })
})

describe('selaras import data of what import pk has read', () => {
  const paper = (...more: string[]) =>
    [
      'PERJANJIAN KINERJA TAHUN 2021',
      'Nama : Contoh Satu',
      'NIP : 197001011990031001',
      'Jabatan : Kepala Badan Kepegawaian Daerah',
      'Unit Kerja : Badan Kepegawaian Daerah Provinsi DKI Jakarta',
      '',
      'No\tSasaran\tIndikator Kinerja\tTriwulan I\tTriwulan II\tTriwulan III\tTriwulan IV\tTahunan\tSatuan',
      '1\tMeningkatnya layanan\tIndeks layanan\tN/A\t80,5\tN/A\t81,5\t81,5\tNilai',
      ...more,
    ].join('\n')
  test('its JSON, corrected or not, is kept as the paper; the paper and the JSON know each other again', async () => {
    const path = file('pk-2021.txt', paper())
    const read = (await selaras(example, ['import', 'pk', path, '--json'])).json()
    read.kelompok[0].sasaran[0].uraian.dibaca = 'Meningkatnya layanan kepegawaian'
    const json = file('pk-2021.json', JSON.stringify(read))
    const dry = (await selaras(example, ['import', 'data', json, '--json'])).json()
    assert.deepEqual([dry.dimuat, dry.sudahAda, dry.skema], [1, false, 'selaras/pk/1'], JSON.stringify(dry))
    assert.equal((await selaras(example, ['import', 'data', json, '--save', '--json'])).json().sudahAda, false)
    const [line] = await many(example.db, sql<{ uraian: string }>`select s.uraian from perjanjian_kinerja p
      join perjanjian_kinerja_sasaran s on s.pk = p.id where p.unit = 'dki.bkd' and p.tahun = 2021`) // biome-ignore format: a query
    assert.equal(line!.uraian, 'Meningkatnya layanan kepegawaian')
    assert.match((await selaras(example, ['import', 'pk', path, '--save'])).out, /sudah pernah disimpan/)
    assert.equal((await selaras(example, ['import', 'data', json, '--save', '--json'])).json().sudahAda, true)
  })
  test('an office that is not sure is refused with what to write; several papers in one list too', async () => {
    const path = file('pk-2020.txt', paper('2\tLain\tIndeks lain\tN/A\tN/A\tN/A\t1\t1\tNilai'))
    const read = (await selaras(example, ['import', 'pk', path, '--json'])).json()
    const unsure = file('pk-2020.json', JSON.stringify({ ...read, unit: { ...read.unit, dibaca: 'Badan Entah' } }))
    const { exit, progress } = await selaras(example, ['import', 'data', unsure, '--save'])
    assert.deepEqual([exit, /tulis kodenya di unit\.dibaca/.test(progress)], [1, true], progress)
    const list = await selaras(example, ['import', 'data', file('dua.json', JSON.stringify([read, read]))])
    assert.match(list.progress, /memuat 2 bagian dalam satu daftar/)
  })
})

describe('selaras import data', () => {
  const unit =
    '{ "skema": "selaras/unit-kerja/1", "unit": [{ "kode": "kab", "jenis": "PROVINSI", "nama": "Provinsi Contoh", "induk": null, "berlakuDari": "2024-01-01" }] }'
  test('stores nothing without --save, and recognises what it has stored', async () => {
    const path = file('unit.json', unit)
    for (const dry of [1, 2])
      assert.equal((await selaras(empty, ['import', 'data', path, '--json'])).json().sudahAda, false, `dry run ${dry}`)
    assert.equal((await selaras(empty, ['import', 'data', path, '--save', '--json'])).json().sudahAda, false)
    assert.equal((await selaras(empty, ['import', 'data', path, '--save', '--json'])).json().sudahAda, true)
  })
  test('says which row and field is wrong, and keeps nothing of the file', async () => {
    const path = file('salah-unit.json', unit.replace('"kab"', '"kab.baru"').replace('2024-01-01', '2024-02-30'))
    const { exit, progress } = await selaras(empty, ['import', 'data', path, '--save'])
    assert.equal(exit, 1)
    assert.match(progress, /salah-unit\.json, unit\[0\]\.berlakuDari: harus tanggal yang ada/)
    assert.match(
      (await selaras(empty, ['import', 'data', file('asing.json', '{ "skema": "lain/1" }')])).progress,
      /skema "lain\/1" tidak dikenal/,
    )
  })
})

describe('selaras init, user, audit, backup', () => {
  test('init makes one administrator with a one-time password, once', async () => {
    const { exit, json } = await selaras(empty, ['init', '--json'])
    assert.equal(exit, 0)
    assert.match(json().password, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    assert.equal((await selaras(empty, ['init'])).exit, 1)
  })
  test('passwords are read from standard input, never from the command line', async () => {
    const { exit, json } = await selaras(
      empty,
      ['user', 'add', 'budi.contoh', '--nama', 'Contoh: Penyusun', '--json'],
      'kuda-baterai-staples\n',
    )
    assert.equal(exit, 0)
    assert.equal(json().password, 'kuda-baterai-staples')
    assert.equal((await selaras(empty, ['user', 'add', 'x', '--nama', 'X', '--password', 'rahasia'])).exit, 2)
    assert.equal((await selaras(empty, ['user', 'reset', 'tidak.ada'])).exit, 1)
  })
  test('audit verify finds the chains whole, and says how far the tail is proven', async () => {
    const { exit, json } = await selaras(example, ['audit', 'verify', '--json'])
    assert.equal(exit, 0)
    assert.ok(json().baris > 100)
    assert.deepEqual(json().kerusakan, [])
  })
  test('a backup restored into an empty instance explains the same number', async () => {
    const other = await freshDatabase()
    const path = join(folder, 'cadangan.selaras')
    assert.equal((await selaras(example, ['backup', path])).exit, 0)
    assert.equal((await selaras(example, ['restore', path])).exit, 1)
    const restored = await selaras(other, ['restore', path])
    assert.equal(restored.exit, 0, restored.progress)
    const { json } = await selaras(other, ['explain', '--unit', 'dki.jakpus', '--indikator', 'IKL', '--periode', '2024', '--json'])
    assert.equal(json().capaian.tampil, '104,08')
    assert.equal((await selaras(other, ['audit', 'verify'])).exit, 0)
  })
})

describe('selaras hitung-ulang', () => {
  const tamper = async (db: TestDatabase['db']) =>
    sql`update capaian set nilai = 99.99 where unit = 'dki.jakpus' and kode = 'IKL' and periode = '2024'`.execute(db)
  test('finds no difference in what the program stored itself', async () => {
    const { exit, json } = await selaras(example, ['hitung-ulang', '--json'])
    assert.equal(exit, 0)
    assert.ok(json().diperiksa > 100)
    assert.deepEqual(json().perbedaan, [])
  })
  test('names a stored result that was changed by hand, exit 1; so does audit verify; --simpan mends it', async () => {
    const other = await exampleDatabase()
    await tamper(other.db)
    const { exit, out } = await selaras(other, ['hitung-ulang', '--unit', 'dki.jakpus', '--tahun', '2024'])
    assert.equal(exit, 1)
    assert.match(out, /dki\.jakpus IKL 2024: tersimpan 99\.99 \(target .*\), dihitung 97\.76/)
    assert.equal((await selaras(other, ['hitung-ulang', '--tahun', '2023'])).exit, 0)
    const verified = await selaras(other, ['audit', 'verify', '--sampel', '100000', '--json'])
    assert.equal(verified.exit, 1)
    assert.match(verified.json().kerusakan[0].detail, /IKL 2024/)
    assert.equal((await selaras(other, ['hitung-ulang', '--simpan'])).exit, 0)
    assert.equal((await selaras(other, ['hitung-ulang'])).exit, 0)
    assert.equal((await selaras(other, ['audit', 'verify', '--sampel', '100000'])).exit, 0)
  })
  test('wrong usage is exit 2, an office without data exit 1', async () => {
    assert.equal((await selaras(example, ['hitung-ulang', '--tahun', 'dua'])).exit, 2)
    assert.equal((await selaras(example, ['audit', 'verify', '--sampel', 'banyak'])).exit, 2)
    assert.equal((await selaras(example, ['hitung-ulang', '--unit', 'dki.entah'])).exit, 1)
  })
})

describe('selaras render', () => {
  test('makes the PK of a year as a file, the same each time', async () => {
    const path = join(folder, 'pk.docx')
    const args = ['render', 'pk', '--unit', 'dki.bkd', '--tahun', '2025', '--format', 'docx', '-o', path, '--json']
    const [one, two] = [await selaras(example, args), await selaras(example, args)]
    assert.equal(one.exit, 0, one.progress)
    assert.equal(one.json().sha256, two.json().sha256)
    assert.equal(readFileSync(path).length, one.json().ukuran)
  })
  test('makes the dictionary of a year', async () => {
    const path = join(folder, 'kamus.html')
    const args = ['render', 'kamus', '--unit', 'dki.jakpus', '--tahun', '2024', '--format', 'html', '-o', path]
    assert.equal((await selaras(example, args)).exit, 0)
    assert.match(readFileSync(path, 'utf8'), /Rata-rata dari indikator IKM, indikator IEK/)
  })
  test('what is not there is exit 1, wrong usage exit 2', async () => {
    const path = join(folder, 'x.pdf')
    assert.equal((await selaras(example, ['render', 'pk', '--unit', 'dki.bkd', '--tahun', '1999', '-o', path])).exit, 1)
    assert.equal((await selaras(example, ['render', 'surat', '--unit', 'dki.bkd', '--tahun', '2025', '-o', path])).exit, 2)
    assert.equal(
      (await selaras(example, ['render', 'pk', '--unit', 'dki.bkd', '--tahun', '2025', '--format', 'odt', '-o', path])).exit,
      2,
    )
  })
})

describe('selaras serve', () => {
  test('prints its address, stops when told, and leaves the tail of the ledger anchored', async () => {
    const { exit, out } = await selaras(empty, ['serve'])
    assert.equal(exit, 0)
    assert.match(out, /Selaras siap di http:\/\/localhost:\d+/)
    const { json } = await selaras(empty, ['audit', 'verify', '--json'])
    assert.ok(json().terbuktiSampai)
  })
  test('an address in use is said so, with the way out, exit 3', async () => {
    const other = createServer().listen(0, 'localhost')
    await once(other, 'listening')
    const { exit, progress } = await selaras(empty, ['serve'], '', (other.address() as AddressInfo).port)
    assert.equal(exit, 3)
    assert.match(progress, /sedang dipakai program lain.*PORT/)
    other.close()
  })
})

test('selaras user nik seals the NIK that is typed, and neither shows it nor keeps it in the ledger', async () => {
  const nik = '3171234567890123'
  const done = await selaras(example, ['user', 'nik', 'kepala.bkd', '--json'], `${nik}\n`)
  assert.deepEqual([done.exit, done.json()], [0, { username: 'kepala.bkd' }])
  const { db } = example
  const kept = JSON.stringify([
    await many(db, sql`select * from signer_identity`),
    await many(db, sql`select * from ledger where act = 'pengguna.catat-nik'`),
  ])
  assert.match(kept, /pengguna\/kepala\.bkd/)
  assert.doesNotMatch(kept + done.progress, new RegExp(nik))
  const wrong = await selaras(example, ['user', 'nik', 'kepala.bkd'], '317\n')
  assert.equal(wrong.exit, 1)
  assert.match(wrong.progress, /16 angka/)
})
