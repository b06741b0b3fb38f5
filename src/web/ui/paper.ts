// Where a fact stands in a paper, in words.
import { t } from './teks.ts'

const split = (sumber: string) => /^(.*?):([\d,]+)$/.exec(sumber)

/** The one paper that all of them name with their lines, said once for all; undefined where they name several. */
export function commonPaper(sumber: readonly (string | null)[]): string | undefined {
  const papers = new Set(sumber.map((s) => (s === null ? undefined : split(s)?.[1])))
  return papers.size === 1 ? [...papers][0] : undefined
}

/** Of `003_7ac1d614aa532084.txt:1935`: `baris 1935 naskah 003_7ac1d614aa532084.txt`; without lines the paper alone. The paper
 *  that is said already is left away. */
export function paperText(sumber: string | null, said?: string): string {
  if (!sumber) return ''
  const [, berkas, lines] = split(sumber) ?? []
  if (berkas === undefined || lines === undefined) return t('naskah.saja', { berkas: sumber })
  const baris = lines.replaceAll(',', ', ')
  return berkas === said ? t('naskah.baris.saja', { baris }) : t('naskah.baris', { baris, berkas })
}
