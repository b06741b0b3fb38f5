import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RencanaAksiPaper, rencanaAksi } from './rencana-aksi.document.ts'

const KOSONG = { status: 'KOSONG' as const, nilai: null, kategori: null, min: null, maks: null, tercetak: null }
const pihak = { nama: null, nip: null, jabatan: null }
const plan = (tahun: number): RencanaAksiPaper => ({
  tahun,
  versi: 1,
  konsep: true,
  unitKerja: 'Badan Contoh',
  tanggal: null,
  pemilik: pihak,
  penilai: pihak,
  diambil: '2025-01-01T00:00:00.000Z',
  indikator: [
    {
      nomor: '1',
      kelompok: 'Sasaran Strategis',
      sasaran: 'S',
      nama: 'I',
      target: KOSONG,
      ra: [
        {
          kode: 'RA1',
          jenis: 'AKSI',
          uraian: 'Menyusun pedoman',
          fase: 'PERENCANAAN',
          kk: [
            {
              kode: 'KK1.1',
              uraian: 'Pedoman tersusun',
              output: [
                {
                  kode: 'T/O1.1.1',
                  uraian: 'Pedoman',
                  jumlah: { ...KOSONG, status: 'NILAI', nilai: '1' },
                  satuan: 'Dokumen',
                  triwulan: 'TW1',
                  penanggungJawab: ['Bidang Contoh'],
                  mitigasi: 'Menunjuk pengganti penyusun',
                },
              ],
            },
          ],
        },
      ],
    },
  ],
})

test('the forms of 2024 and 2025 print the phase of an action and the mitigation of its output', () => {
  for (const tahun of [2024, 2025]) {
    const printed = JSON.stringify(rencanaAksi(plan(tahun)))
    assert.match(printed, /Fase: Perencanaan/, String(tahun))
    assert.match(printed, /Mitigasi: Menunjuk pengganti penyusun/, String(tahun))
  }
})
