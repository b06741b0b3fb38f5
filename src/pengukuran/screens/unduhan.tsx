// The same table as a file: a link for each form.
import { address } from '../../web/ui/api.ts'
import { t } from './teks.ts'

const FORMAT = { xlsx: 'Excel', pdf: 'PDF', docx: 'Word' } as const

type Props = { readonly alamat: string; readonly query: Readonly<Record<string, string>>; readonly nama: string }

export function Unduhan({ alamat, query, nama }: Props) {
  return (
    <ul className="unduhan" aria-label={`${t('unduh')}: ${nama}`}>
      {Object.entries(FORMAT).map(([format, kata]) => (
        <li key={format}>
          <a className="tombol tombol-kedua tombol-kecil" href={address(alamat, { ...query, format })} download>
            {kata}
          </a>
        </li>
      ))}
    </ul>
  )
}
