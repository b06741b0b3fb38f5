// The formula in words with its fields inside: one figure each where it stands in the sentence, tables below it.
import { useId } from 'react'
import { artiOf, type BarisMasukan, type MasukanDiminta, readSheet, type SalahMasukan } from '../masukan.ts'
import { LembarTabel } from './lembar-tabel.tsx'
import type { Isi, LembarOut } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'

type Props = {
  readonly rumus: NonNullable<LembarOut['rumus']>
  readonly survei: LembarOut['survei']
  readonly kategori: boolean
  readonly isi: Isi
  readonly tersimpan: Isi['masukan']
  readonly terkunci: boolean
  readonly onUbah: (masukan: Isi['masukan']) => void
}

const inWords = (name: string) => name.replaceAll('_', ' ')

/** What cannot be taken of what is typed, in the order of the formula. */
export function wrongOf(
  diminta: readonly MasukanDiminta[],
  isi: Isi,
  kategori: boolean,
  tersimpan: Isi['masukan'],
): readonly SalahMasukan[] {
  return isi.cara === 'RUMUS' ? readSheet(diminta, isi.masukan, kategori, tersimpan).flatMap((r) => r.salah) : []
}

export function LembarRumus({ rumus, survei, kategori, isi, tersimpan, terkunci, onUbah }: Props) {
  const title = useId()
  const diminta = rumus.masukan
  const figures = diminta.filter((m) => m.jenis === 'ANGKA')
  const tables = diminta.filter((m) => m.jenis === 'TABEL' && m.dari === 'MASUKAN')
  const salah = wrongOf(diminta, isi, kategori, tersimpan)
  const put = (nama: string, baris: readonly BarisMasukan[]) => onUbah({ ...isi.masukan, [nama]: baris })
  const seen = new Set<string>()
  return (
    <section className="stack" aria-labelledby={title}>
      <h3 id={title}>{t('rumus')}</h3>
      <p className="rumus-kalimat">
        {tokens(rumus.kata, diminta).map(({ text, masukan: m }, n) => {
          if (!m)
            return text.split(/(?<= )/).map((word, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
              <span key={`${n} ${i}`}>{word}</span>
            ))
          const first = !seen.has(m.nama)
          seen.add(m.nama)
          const typed = isi.masukan[m.nama]?.[0]?.tercetak ?? ''
          if (m.jenis === 'TABEL' || m.dari === 'SURVEI' || !first)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
              <span key={n} className="rumus-acuan">
                {inWords(text.replace(/^(\w+)\[(\w+)\]$/, '$2 $1'))}
                {m.jenis === 'ANGKA' && !first && typed ? ` (${typed})` : ''}
              </span>
            )
          return (
            <label key={m.nama} className="rumus-bidang">
              <span>{inWords(m.nama)}</span>
              <input
                className="isian angka"
                inputMode={kategori || m.pilihan ? undefined : 'decimal'}
                size={Math.max(7, Math.min(16, typed.length + 1))}
                value={typed}
                maxLength={300}
                readOnly={terkunci}
                aria-invalid={salah.some((s) => s.masukan === m.nama) || undefined}
                aria-describedby={`${title}-${m.nama}`}
                onChange={(event) => put(m.nama, [{ dimensi: {}, tercetak: event.currentTarget.value }])}
              />
            </label>
          )
        })}
      </p>
      {figures.length > 0 && (
        <dl className="rumus-arti" aria-label={t('rumus.arti')}>
          {figures.map((m) => (
            <div key={m.nama}>
              <dt>{inWords(m.nama)}</dt>
              <dd id={`${title}-${m.nama}`}>{artiOf(m)}</dd>
            </div>
          ))}
        </dl>
      )}
      {diminta.length === 0 && <p className="muted">{t('rumus.tanpa-isian')}</p>}
      {diminta
        .filter((m) => m.dari === 'SURVEI')
        .map((m) => {
          const found = survei.find((s) => s.nama === m.nama)
          return (
            <p key={m.nama} className="muted">
              {inWords(m.nama)}: {found ? t('rumus.survei', { n: found.baris }) : t('rumus.survei.belum')}
            </p>
          )
        })}
      {tables.map((m) => (
        <LembarTabel
          key={m.nama}
          diminta={m}
          baris={isi.masukan[m.nama] ?? []}
          salah={salah.filter((s) => s.masukan === m.nama)}
          terkunci={terkunci}
          onUbah={(baris) => put(m.nama, baris)}
        />
      ))}
      <p className="small muted">{t('rumus.dasar', { dasar: rumus.dasar })}</p>
    </section>
  )
}

type Token = { readonly text: string; readonly masukan?: MasukanDiminta }

/** The sentence cut at the names of its variables: `ditindaklanjuti`, `kelurahan[nilai]`. */
function tokens(kata: string, diminta: readonly MasukanDiminta[]): readonly Token[] {
  if (!diminta.length) return [{ text: kata }]
  const names = diminta.map((m) => m.nama).sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`\\b(?:${names.join('|')})\\b(?:\\[\\w+\\])?`, 'gi')
  const made: Token[] = []
  let at = 0
  for (const match of kata.matchAll(pattern)) {
    const nama = match[0].replace(/\[.*$/, '').toLowerCase()
    made.push({ text: kata.slice(at, match.index) }, { text: match[0], masukan: diminta.find((m) => m.nama === nama) })
    at = match.index + match[0].length
  }
  return [...made, { text: kata.slice(at) }]
}
