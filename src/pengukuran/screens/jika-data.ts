// What the page of what-if asks for, and its state as it stands in the address.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Cari, useCari } from '../../web/ui/address.ts'
import { address, get, request } from '../../web/ui/api.ts'
import { namaPeriode } from '../../web/ui/format.ts'
import type { JikaOut, KemungkinanOut } from '../routes-jika.ts'
import { t } from './jika-teks.ts'

export type { JikaOut, KemungkinanOut }
export type Kelompok = KemungkinanOut['kelompok'][number]
export type Isian = Kelompok['isian'][number]
export type Typed = Readonly<Record<string, string>>

const url = (unit: string, tahun: string) => `/api/bagaimana-jika/${unit}/${tahun}`

export function useKemungkinan(unit: string, tahun: string, untuk: string | undefined) {
  return useQuery({
    queryKey: ['jika', unit, tahun, untuk],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<KemungkinanOut>(address(url(unit, tahun), { untuk }), { signal }),
  })
}

export function useJika(unit: string, tahun: string, typed: Typed, untuk: string | undefined, cari: string | undefined) {
  const andaian = Object.entries(typed).map(([di, tercetak]) => ({ di, tercetak }))
  const body = { andaian, untuk, cari }
  return useQuery({
    queryKey: ['jika', unit, tahun, body],
    enabled: untuk !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) => (await request<JikaOut>('POST', url(unit, tahun), { body, signal })).data,
  })
}

/** `IKM.2024-S1.kelurahan.Gambir~Petojo Utara=90`: every part of the address that begins with a code is a supposition. */
const isPlace = (name: string) => /^[A-Z][A-Z0-9_]*\.\d{4}/.test(name)
const fromAddress = (cari: Cari): Typed =>
  Object.fromEntries(Object.entries(cari).filter((e): e is [string, string] => isPlace(e[0]) && Boolean(e[1])))

/** What is typed, at once; what it settled to, in the address, so that a link shows the same. */
export function useAndaian() {
  const [cari, ubah] = useCari()
  const settled = fromAddress(cari)
  const there = JSON.stringify(settled)
  const [typed, setTyped] = useState(settled)
  const known = useRef(there)
  // The address changed by itself: a link, or the back button.
  useEffect(() => {
    if (known.current !== there) setTyped(JSON.parse(there))
    known.current = there
  }, [there])
  const write = (next: Typed) => {
    const gone = Object.fromEntries(Object.keys(settled).map((di) => [di, undefined]))
    const kept = Object.fromEntries(Object.entries(next).filter(([, text]) => text.trim()))
    known.current = JSON.stringify(kept)
    ubah({ ...gone, ...kept }, true)
  }
  useEffect(() => {
    const kept = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim()))
    if (JSON.stringify(kept) === there) return
    const timer = setTimeout(() => write(typed), 300)
    return () => clearTimeout(timer)
  })
  return {
    typed,
    settled,
    put: (di: string, text: string) => setTyped((before) => ({ ...before, [di]: text })),
    drop: (di?: string) =>
      setTyped((before) => (di === undefined ? {} : Object.fromEntries(Object.entries(before).filter(([d]) => d !== di)))),
  }
}

/** `IKM Semester I 2024 · Gambir · Petojo Utara`. */
export function placeName(di: string): string {
  const [, kode = '', periode = '', part = '', words = ''] = /^([^.]+)\.([^.]+)\.([^.]+)(?:\.(.*))?$/s.exec(di) ?? []
  const what =
    part === 'TARGET' || part === 'REALISASI'
      ? t(`isian.${part}`).toLowerCase()
      : words
        ? words.split('~').join(' · ')
        : part.replaceAll('_', ' ')
  return `${what} ${kode} ${namaPeriode(periode)}`
}
