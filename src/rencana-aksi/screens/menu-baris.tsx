// What can be done with whole lines of a draft: begin, move, mark, delete and put back.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useCallback, useState } from 'react'
import { Button } from '../../web/ui/button.tsx'
import type { Jawaban } from '../../web/ui/grid/drafts.ts'
import type { Sisi } from '../../web/ui/grid/drag.ts'
import type { GridHandle } from '../../web/ui/grid/grid.tsx'
import type { ButirBaris } from '../../web/ui/grid/menu.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import type { JenisBaris } from '../rencana-aksi.ts'
import { type Aksi, type Kriteria, newId, type Output, type Pohon, type Rencana, type Tambahan } from './data.ts'
import type { Garis } from './lembar.ts'
import { droppedAt } from './pindah.ts'
import { type Penyimpan, restoring, whereIs } from './simpan.ts'
import { t } from './teks.ts'

type Line = NonNullable<ReturnType<typeof whereIs>>
type Given = {
  readonly plan: Rencana
  readonly pohon: Pohon
  readonly garis: ReadonlyMap<string, Garis>
  readonly tambahan: readonly Tambahan[]
  readonly setTambahan: (change: (before: readonly Tambahan[]) => readonly Tambahan[]) => void
  readonly penyimpan: Penyimpan
  readonly grid: RefObject<GridHandle | null>
}
type Said = { readonly jenis: 'info' | 'salah'; readonly teks: string; readonly kembalikan?: Line }

export type Tindakan = ReturnType<typeof useTindakan>

export function useTindakan({ plan, pohon, garis, tambahan, setTambahan, penyimpan, grid }: Given) {
  const client = useQueryClient()
  const [said, say] = useState<Said | null>(null)
  const [asked, ask] = useState<Line | null>(null)

  /** Acts once what was typed is stored, reads the plan again and leads to where the line stands now. */
  async function act(run: () => Promise<Jawaban>, tell: (fresh: Rencana) => Said | null, focus?: string): Promise<void> {
    await grid.current?.simpan()
    const answer = await run()
    await client.invalidateQueries({ queryKey: ['rencana-aksi', plan.id], exact: true })
    if (answer.jenis !== 'tersimpan') {
      const why = answer.jenis === 'salah' ? answer.kalimat : t(answer.jenis === 'putus' ? 'gagal.putus' : 'gagal.bentrok')
      say({ jenis: 'salah', teks: why })
      return
    }
    const fresh = client.getQueryData<Rencana>(['rencana-aksi', plan.id])
    say(fresh ? tell(fresh) : null)
    if (focus) toCell(focus)
  }
  const toCell = (id: string) => grid.current?.fokus(id, 'uraian')

  function begin(jenis: JenisBaris, induk: string, setelah: string | null): void {
    const id = newId()
    setTambahan((before) => [...before, { jenis, id, induk, setelah }])
    say(null)
    toCell(id)
  }

  function shift(id: string, by: 1 | -1): void {
    const line = whereIs(plan, id)
    if (!line) return
    const to = newPlace(plan, line, by)
    if (!to) return
    const told = (fresh: Rencana): Said | null => {
      const ke = whereIs(fresh, id)?.data.kode
      return ke && ke !== line.data.kode ? { jenis: 'info', teks: t('geser.sudah', { dari: line.data.kode ?? '', ke }) } : null
    }
    void act(() => penyimpan.put(id, to), told, id)
  }

  /** A line let go at a row of the table. */
  function drop(id: string, baris: string, sisi: Sisi): void {
    const [line, to] = [whereIs(plan, id), garis.get(baris)]
    const place = line && to && droppedAt(plan, line, to, sisi)
    if (place)
      void act(
        () => penyimpan.put(id, place),
        () => null,
        id,
      )
  }

  async function remove(line: Line): Promise<void> {
    ask(null)
    const teks = t('hapus.sudah', { kode: line.data.kode ?? '' })
    await act(
      () => penyimpan.remove(line.data.id),
      () => ({ jenis: 'info', teks, kembalikan: line }),
    )
  }

  async function putBack(line: Line): Promise<void> {
    say(null)
    // The lines are new to the server, so they are made known first as lines that are not stored.
    await act(
      async () => {
        for (const { jenis, id, body } of restoring(line)) {
          const answer = await penyimpan.create(jenis, id, body)
          if (answer.jenis !== 'tersimpan') return answer
        }
        return { jenis: 'tersimpan' }
      },
      () => null,
      line.data.id,
    )
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it calls changes with the plan
  const menu = useCallback(
    (kunci: string): readonly ButirBaris[] => {
      const at = garis.get(kunci)
      if (!at) return []
      const { ra, kk, output } = at
      const items: ButirBaris[] = []
      const item = (label: string, onPilih: () => void, bahaya = false) => items.push({ label, onPilih, bahaya })
      const indikator = pohon.find((p) => p.ra.some((a) => a.id === ra.id))!.indikator
      if (kk?.data) item(t('menu.tambah.output'), () => begin('output', kk.id, output?.id ?? null))
      if (ra.data) item(t('menu.tambah.kriteria'), () => begin('kriteria', ra.id, kk?.id ?? null))
      item(t('menu.tambah.ra'), () => begin('ra', indikator.id, ra.id))
      const stored = [output, kk, ra].flatMap((n) => (n?.data ? [n.data as Aksi | Kriteria | Output] : []))
      for (const { id, kode } of stored) {
        const line = whereIs(plan, id)!
        if (newPlace(plan, line, -1)) item(t('menu.naik', { kode: kode ?? '' }), () => shift(id, -1))
        if (newPlace(plan, line, 1)) item(t('menu.turun', { kode: kode ?? '' }), () => shift(id, 1))
      }
      if (output?.data && sharesWith(at))
        item(
          t('menu.pisah', { kode: output.data.kode ?? '' }),
          () =>
            void act(
              () => penyimpan.put(output.id, { bersama: [] }),
              () => null,
              output.id,
            ),
        )
      if (ra.data) {
        const { id, kode, nonrutin, jenis } = ra.data
        const mark = (more: object) =>
          void act(
            () => penyimpan.put(id, more as Record<string, unknown>),
            () => null,
            id,
          )
        const isi = { kode: kode ?? '' }
        if (nonrutin !== true) item(t('menu.nonrutin', isi), () => mark({ nonrutin: true }))
        if (nonrutin !== false) item(t('menu.rutin', isi), () => mark({ nonrutin: false }))
        item(t(jenis === 'AKSI' ? 'menu.mitigasi' : 'menu.aksi', isi), () =>
          mark({ jenis: jenis === 'AKSI' ? 'MITIGASI' : 'AKSI' }),
        )
      }
      const fresh = tambahan.find((n) => n.id === output?.id || n.id === kk?.id || n.id === ra.id)
      if (fresh && ![output, kk, ra].some((n) => n?.id === fresh.id && n.data))
        item(t('menu.batal-baru'), () => setTambahan((before) => before.filter((n) => n.id !== fresh.id)), true)
      for (const { id, kode } of stored)
        item(
          t('menu.hapus', { kode: kode ?? '' }),
          () => {
            const line = whereIs(plan, id)!
            if (countBelow(line).some((n) => n > 0)) ask(line)
            else void remove(line)
          },
          true,
        )
      return items
    },
    [garis, plan, pohon, tambahan],
  )

  /** Rows for a paste that does not fit: outputs at the end of the last criterion. */
  function barisBaru(n: number): void {
    const last = pohon
      .findLast((p) => p.ra.at(-1)?.anak.at(-1))
      ?.ra.at(-1)
      ?.anak.at(-1)
    if (!last?.data) return
    const fresh = Array.from({ length: n }, newId)
    const end = last.anak.at(-1)?.id ?? null
    setTambahan((before) => [
      ...before,
      ...fresh.map((id, at) => ({ jenis: 'output' as const, id, induk: last.id, setelah: at ? fresh[at - 1]! : end })),
    ])
  }

  const pesan: ReactNode = said && (
    <Notice jenis={said.jenis} judul={said.jenis === 'salah' ? t('gagal.judul') : undefined}>
      {said.teks}{' '}
      {said.kembalikan && (
        <Button kecil onClick={() => putBack(said.kembalikan!)}>
          {t('hapus.kembalikan')}
        </Button>
      )}
    </Notice>
  )
  return { menu, drop, barisBaru, pesan, asked, batal: () => ask(null), remove }
}

const sharesWith = ({ kk, output }: Garis) => {
  const { data } = output!
  return data?.disalinDari !== null || kk?.anak.some((o) => Object.values(o.data?.disalinDari ?? {}).includes(data?.kode ?? ''))
}

/** Where a line goes by one step: past its neighbour, or at the edge into the neighbouring parent. */
function newPlace(plan: Rencana, { jenis, induk, urutan }: Line, by: 1 | -1): Record<string, unknown> | undefined {
  const parents: readonly (readonly { id: string; rows: number }[])[] =
    jenis === 'ra'
      ? plan.indikator.map((i) => [{ id: i.id, rows: i.ra.length }])
      : plan.indikator.map((i) =>
          jenis === 'kriteria'
            ? i.ra.map((a) => ({ id: a.id, rows: a.kk.length }))
            : i.ra.flatMap((a) => a.kk.map((k) => ({ id: k.id, rows: k.output.length }))),
        )
  const row = parents.find((list) => list.some((p) => p.id === induk))!
  const at = row.findIndex((p) => p.id === induk)
  if (urutan + by >= 1 && urutan + by <= row[at]!.rows) return { urutan: urutan + by }
  const to = row[at + by]
  const field = jenis === 'kriteria' ? 'ra' : 'kk'
  return to && jenis !== 'ra' ? { [field]: to.id, urutan: by === 1 ? 1 : to.rows + 1 } : undefined
}

/** How many criteria and outputs hang below a line. */
function countBelow({ jenis, data }: Line): readonly [number, number] {
  if (jenis === 'output') return [0, 0]
  const kk = jenis === 'ra' ? (data as Aksi).kk : [data as Kriteria]
  return [jenis === 'ra' ? kk.length : 0, kk.reduce((n, k) => n + k.output.length, 0)]
}

export function HapusDialog({ tindakan }: { tindakan: Tindakan }) {
  const line = tindakan.asked
  if (!line) return null
  const kode = line.data.kode ?? ''
  const [kk, output] = countBelow(line)
  const parts = [kk && t('hapus.kriteria', { n: kk }), output && t('hapus.output', { n: output })].filter(
    (p) => typeof p === 'string',
  )
  const isi = parts.length === 2 ? t('hapus.dan', { a: parts[0]!, b: parts[1]! }) : (parts[0] ?? '')
  return (
    <Dialog
      judul={t('hapus.judul', { kode })}
      buka
      onTutup={tindakan.batal}
      kaki={
        <>
          <Button onClick={tindakan.batal}>{kit('batal')}</Button>
          <Button rupa="bahaya" onClick={() => tindakan.remove(line)}>
            {t('menu.hapus', { kode })}
          </Button>
        </>
      }
    >
      <p>{t('hapus.isi', { kode, isi })}</p>
    </Dialog>
  )
}
