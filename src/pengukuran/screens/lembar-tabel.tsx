// A table of a formula's inputs: typed, or pasted as a block from a spreadsheet.
import { type ClipboardEvent, useId } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { artiOf, type BarisMasukan, type MasukanDiminta, type SalahMasukan } from '../masukan.ts'
import { t } from './pengisian-teks.ts'

const FIGURE = 'nilai'
const BLANK: BarisMasukan = { dimensi: {}, tercetak: '' }
const MOST = 5000

type Props = {
  readonly diminta: MasukanDiminta
  readonly baris: readonly BarisMasukan[]
  readonly salah: readonly SalahMasukan[]
  readonly terkunci: boolean
  readonly onUbah: (baris: readonly BarisMasukan[]) => void
}

export function LembarTabel({ diminta, baris, salah, terkunci, onUbah }: Props) {
  const id = useId()
  const kolom = [...diminta.kolom, FIGURE]
  const words = (k: string) => (k === FIGURE ? t('tabel.nilai') : k.replaceAll('_', ' '))
  const rows = terkunci ? baris : [...baris, BLANK]
  const cell = (row: BarisMasukan, k: string) => (k === FIGURE ? row.tercetak : (row.dimensi[k] ?? ''))
  const put = (row: BarisMasukan, k: string, text: string): BarisMasukan =>
    k === FIGURE ? { ...row, tercetak: text } : { ...row, dimensi: { ...row.dimensi, [k]: text } }
  const type = (n: number, k: string, text: string) =>
    onUbah(rows.map((row, i) => (i === n ? put(row, k, text) : row)).filter((row, i) => i < baris.length || row !== BLANK))
  const paste = (event: ClipboardEvent, n: number, c: number) => {
    const block = blockOf(event.clipboardData.getData('text/plain'))
    if (block.length === 1 && block[0]!.length === 1) return
    event.preventDefault()
    const next = [...baris]
    block.slice(0, MOST).forEach((cells, i) => {
      const row = next[n + i] ?? BLANK
      next[n + i] = cells.reduce((made, text, j) => (kolom[c + j] ? put(made, kolom[c + j]!, text) : made), row)
    })
    onUbah(next)
  }
  return (
    <div className="lembar-tabel">
      <h4 id={id}>{diminta.nama.replaceAll('_', ' ')}</h4>
      <p className="bidang-bantuan">
        {artiOf(diminta)}. {!terkunci && t('tabel.tempel')}
      </p>
      {Object.entries(diminta.pilihanKolom ?? {}).map(([k, choices]) => (
        <datalist key={k} id={`${id}-${k}`}>
          {Object.keys(choices).map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="lembar-gulir" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="nomor">
                <span aria-hidden="true">#</span>
                <span className="sr">No.</span>
              </th>
              {kolom.map((k) => (
                <th key={k} scope="col" className={k === FIGURE ? 'angka' : undefined}>
                  {words(k)}
                </th>
              ))}
              {!terkunci && (
                <td>
                  <span className="sr">{t('bukti.hapus')}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, as in a spreadsheet
              <tr key={n}>
                <th scope="row" className="nomor">
                  {n + 1}
                </th>
                {kolom.map((k, c) => (
                  <td key={k}>
                    <input
                      className={`isian ${k === FIGURE ? 'angka' : ''}`}
                      aria-label={t('tabel.sel', { kolom: words(k), n: n + 1 })}
                      aria-invalid={salah.some((s) => s.baris === n + 1 && s.kolom === k) || undefined}
                      list={diminta.pilihanKolom?.[k] && `${id}-${k}`}
                      value={cell(row, k)}
                      readOnly={terkunci}
                      inputMode={k === FIGURE ? 'decimal' : undefined}
                      onChange={(event) => type(n, k, event.currentTarget.value)}
                      onPaste={(event) => paste(event, n, c)}
                    />
                  </td>
                ))}
                {!terkunci && (
                  <td>
                    {n < baris.length && (
                      <Button
                        kecil
                        rupa="polos"
                        ikon="tutup"
                        aria-label={t('tabel.hapus', { n: n + 1 })}
                        onClick={() => onUbah(baris.filter((_, i) => i !== n))}
                      />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!terkunci && baris.length > 1 && (
        <div>
          <Button kecil rupa="polos" onClick={() => onUbah([])}>
            {t('tabel.kosongkan')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Lines and tabs, as a spreadsheet gives them. */
function blockOf(text: string): string[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
}
