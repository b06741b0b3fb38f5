// Two printed tables of the report of Kota Administrasi Jakarta Pusat for 2024 (seed 003), typed in for the tests:
// 44 kelurahan (Tabel 31, its columns "Triwulan I" and "II" are the two semesters) and 13 variables in three fields (Tabel 35–37).
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { table } from './table.ts'
import { exact, type Table } from './value.ts'

const BERKAS = '003_7ac1d614aa532084.txt'

/** Kecamatan: kelurahan, semester I, semester II, in the order of the table; with the line of the paper. */
const KELURAHAN = `
1898 | Tanah Abang | Bendungan Hilir | 98.87 | 99.26
1899 | Senen | Bungur | 99.75 | 99.99
1900 | Kemayoran | Cempaka Baru | 99.77 | 98.59
1901 | Cempaka Putih | Cempaka Putih Barat | 99.87 | 99.94
1902 | Cempaka Putih | Cempaka Putih Timur | 100 | 100
1903 | Gambir | Cideng | 98.34 | 99.39
1904 | Menteng | Cikini | 99.88 | 100.00
1905 | Gambir | Duri Pulo | 95.20 | 99.65
1906 | Johar Baru | Galur | 100 | 99.96
1907 | Gambir | Gambir | 97.18 | 99.10
1908 | Tanah Abang | Gelora | 99.96 | 99.95
1909 | Menteng | Gondangdia | 99.75 | 99.75
1910 | Kemayoran | Gunung Sahari Selatan | 95.92 | 99.75
1911 | Sawah Besar | Gunung Sahari Utara | 99.26 | 99.97
1912 | Kemayoran | Harapan Mulia | 99.91 | 91.42
1913 | Johar Baru | Johar Baru | 99.38 | 99.78
1914 | Tanah Abang | Kampung Bali | 99.81 | 99.34
1915 | Johar Baru | Kampung Rawa | 99.94 | 99.60
1916 | Sawah Besar | Karang Anyar | 99.99 | 99.93
1917 | Tanah Abang | Karet Tengsin | 100 | 99.88
1918 | Sawah Besar | Kartini | 99.99 | 99.58
1919 | Tanah Abang | Kebon Kacang | 99.25 | 99.99
1920 | Gambir | Kebon Kelapa | 95.55 | 96.96
1921 | Kemayoran | Kebon Kosong | 99.85 | 99.96
1922 | Tanah Abang | Kebon Melati | 99.54 | 99.03
1923 | Menteng | Kebon Sirih | 100 | 100
1924 | Kemayoran | Kemayoran | 95.26 | 99.60
1925 | Senen | Kenari | 98.93 | 98.43
1926 | Senen | Kramat | 99.63 | 99.90
1927 | Senen | Kwitang | 98.09 | 97.15
1928 | Sawah Besar | Mangga Dua Selatan | 99.91 | 100.00
1929 | Menteng | Menteng | 97.51 | 99.55
1930 | Sawah Besar | Pasar Baru | 99.26 | 96.89
1931 | Senen | Paseban | 99.99 | 99.89
1932 | Menteng | Pegangsaan | 99.96 | 100.00
1933 | Tanah Abang | Petamburan | 98.60 | 96.85
1934 | Gambir | Petojo Selatan | 99.31 | 100.00
1935 | Gambir | Petojo Utara | 82.36 | 99.21
1936 | Cempaka Putih | Rawasari | 99.16 | 99.86
1937 | Senen | Senen | 99.55 | 100.00
1938 | Kemayoran | Serdang | 95.54 | 99.70
1939 | Kemayoran | Sumur Batu | 95.59 | 98.78
1940 | Johar Baru | Tanah Tinggi | 97.11 | 99.28
1941 | Kemayoran | Utang Panjang | 99.99 | 100.00
`

/** The nine unsur of the 13 variables, then for each field semester I and semester II. */
const UNSUR = 'U1 U2 U3 U4 U5 U5 U6 U6 U6 U7 U7 U8 U9'
const BIDANG = {
  Pemerintahan: [
    '96.43 96.43 96.43 96.43 92.86 100 92.86 96.43 96.43 100 82.14 96.43 96.43',
    '96.43 96.43 96.43 96.43 100 100 96.43 96.43 92.86 92.86 85.71 96.43 96.43',
  ],
  'Perekonomian dan Pembangunan': [
    '97.73 97.73 97.73 97.73 97.73 93.18 97.73 95.45 100 100 93.18 100 97.73',
    '97.73 97.73 97.73 97.73 97.73 95.45 95.45 97.73 97.73 97.73 97.73 97.73 97.73',
  ],
  'Administrasi dan Kesejahteraan Rakyat': [
    '91.67 97.92 95.83 97.92 93.75 95.83 95.83 93.75 93.75 97.92 89.58 95.83 97.92',
    '97.92 97.92 97.92 97.92 95.83 95.83 95.83 97.92 93.75 95.83 93.75 97.92 97.92',
  ],
}

export type Semester = 1 | 2

export function kelurahan(semester: Semester): Table {
  const lines = KELURAHAN.trim()
    .split('\n')
    .map((line) => line.split(' | '))
  return table(
    lines.map(([baris, kecamatan, nama, ...nilai]) => ({
      cells: { kecamatan: exact(kecamatan!), nama: exact(nama!), nilai: exact(parseDecimal(nilai[semester - 1])) },
      asal: { berkas: BERKAS, baris: Number(baris) },
    })),
  )
}

export function variabel(semester: Semester): Table {
  const unsur = UNSUR.split(' ')
  const rows = Object.entries(BIDANG).flatMap(([bidang, semesters]) =>
    semesters[semester - 1]!.split(' ').map((nilai, i) => ({ bidang, unsur: unsur[i]!, nilai })),
  )
  return table(
    rows.map(({ bidang, unsur, nilai }) => ({
      cells: { bidang: exact(bidang), unsur: exact(unsur), nilai: exact(parseDecimal(nilai)) },
    })),
  )
}
