// What zod finds wrong with a form, in the words of this program: what is asked, and how much.
import type { core } from 'zod'
import { id as indonesian } from 'zod/locales'

const KINDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'ya atau tidak (true, false)',
  array: 'daftar',
  object: 'sekumpulan isian',
  record: 'sekumpulan isian',
}
const general = indonesian().localeError
const count = new Intl.NumberFormat('id-ID').format

export function inPlainWords(issue: core.$ZodRawIssue): ReturnType<typeof general> {
  const empty = issue.input === undefined || issue.input === null || issue.input === ''
  if (issue.code === 'invalid_type') return empty ? 'belum diisi' : `harus ${KINDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'too_small' && issue.origin === 'string' && empty) return 'belum diisi'
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `paling banyak ${count(issue.maximum)} huruf, terkirim ${count(String(issue.input).length)}; persingkat`
  if (issue.code === 'too_big' && issue.origin === 'array') return `paling banyak ${count(issue.maximum)} baris`
  if (issue.code === 'too_big' && typeof issue.input === 'number') return `paling besar ${issue.maximum}`
  if (issue.code === 'too_small' && typeof issue.input === 'number') return `paling kecil ${issue.minimum}`
  return general(issue)
}
