// The few signs that the program uses, drawn by us on 20 × 20. Always beside a word.
const PATHS = {
  beranda: 'M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5',
  capaian: 'M3.5 16.5h13M5.5 13.5v-4M10 13.5V5M14.5 13.5V8',
  provinsi: 'M10 17.5s5.5-5 5.5-9.5a5.5 5.5 0 1 0-11 0c0 4.5 5.5 9.5 5.5 9.5ZM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  rencana: 'M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3.5',
  pohon: 'M4 10h4M8 5v10M8 5h4M8 10h4M8 15h4M12 3.5h4v3h-4zM12 8.5h4v3h-4zM12 13.5h4v3h-4z',
  perjanjian: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 13.2c1.2-1.6 2-1.6 2.4 0 .6.9 1.5.4 3.2-.7',
  kamus: 'M4 4.5c2.2-.9 4.2-.7 6 .7 1.8-1.4 3.8-1.6 6-.7v11c-2.2-.9-4.2-.7-6 .7-1.8-1.4-3.8-1.6-6-.7zM10 5.2v11',
  ukur: 'M3.5 14a6.5 6.5 0 1 1 13 0M10 14l3-4M6 14h.01M14 14h.01',
  kelola: 'M4 6h7M15 6h1M4 10h1M9 10h7M4 14h7M15 14h1M13 4.5v3M7 8.5v3M13 12.5v3',
  orang: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.7-3 3-4.3 6-4.3s5.3 1.3 6 4.3',
  cari: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  tutup: 'M5 5l10 10M15 5 5 15',
  kembali: 'M12 4.5 6.5 10l5.5 5.5',
  lanjut: 'M8 4.5 13.5 10 8 15.5',
  bawah: 'M4.5 7.5 10 13l5.5-5.5',
  salin: 'M8.5 11.5l3-3M9 6.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L6.500 9',
  centang: 'M4.5 10.5 8.5 14.5 15.5 6',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.500v4M10 6.700v.1',
  peringatan: 'M10 3.500 17.500 16.500H2.500zM10 8.500v3.500M10 14.200v.1',
  salah: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.500 7.500l5 5M12.500 7.500l-5 5',
  berkas: 'M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500',
  unduh: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  keluar: 'M8 3.500H4.500v13H8M8.500 10h8M13.500 7l3 3-3 3',
  kunci: 'M5.500 9h9v7.500h-9zM7.500 9V6.500a2.500 2.500 0 0 1 5 0V9',
  /** A fingerprint: the passkey. */
  sidik:
    'M5 7.500a6 6 0 0 1 10.500 1M4.200 11a6 6 0 0 1 .1-1M16 11.500c0 1.700-.2 3-.6 4.300M7 10.500a3 3 0 0 1 6 0c0 2.500-.3 4.500-1 6.500M7 13.500c-.1 1-.4 1.800-.9 2.500M10 10.500c0 2.500-.4 4.600-1.500 6.500',
  lonceng: 'M5 13.500V9a5 5 0 0 1 10 0v4.500l1.500 1.500h-13zM8 17.200c.5.500 1.200.800 2 .800s1.500-.3 2-.8',
  kalender: 'M3.500 5h13v12h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500',
  lainnya: 'M5 10h.01M10 10h.01M15 10h.01',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'lainnya' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
