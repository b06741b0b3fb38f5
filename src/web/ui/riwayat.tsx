// What was done with a thing, the newest first: what, who, when, and what was said.
import { saat } from './format.ts'

type Baris = { readonly at: string; readonly act: string; readonly oleh: string; readonly note: string | null }

export function DaftarRiwayat({ isi, kata }: { isi: readonly Baris[]; kata: (act: string) => string }) {
  return (
    <ol className="riwayat">
      {isi.map((r) => (
        <li key={`${r.at} ${r.act}`}>
          <span className="strong">{kata(r.act)}</span>
          <span className="small muted">
            {r.oleh}, {saat(r.at)}
          </span>
          {r.note && <q>{r.note}</q>}
        </li>
      ))}
    </ol>
  )
}
