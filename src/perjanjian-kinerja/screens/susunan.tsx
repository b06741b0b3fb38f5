// The draft in the grid: cells are saved by themselves, lines are added, moved and deleted by the menu of their row.
import { useQueryClient } from '@tanstack/react-query'
import { memo, type Ref, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Grid, type GridHandle } from '../../web/ui/grid/grid.tsx'
import type { ButirBaris } from '../../web/ui/grid/menu.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { openOnes, type Saran, saranSaid } from '../../web/ui/saran.tsx'
import type { TemuanPk } from '../perjanjian-kinerja.ts'
import { type Indikator, type Kamus, kunciPk, type Lengkap, type Sasaran, useUsulan } from './data.ts'
import { columnsOf, rowsOf } from './lembar.ts'
import { dropped, moveIndikator, moveSasaran, orderOf } from './pindah.ts'
import { createSaver, ofIndikator, ofSasaran } from './simpan.ts'
import { t } from './teks.ts'

type Props = {
  readonly pk: Lengkap
  readonly temuan: readonly TemuanPk[]
  readonly saran: readonly Saran[]
  readonly kamus: readonly Kamus[]
  readonly ref?: Ref<GridHandle>
}
type Line = { readonly jenis: 'indikator' | 'sasaran'; readonly id: string; readonly nama: string }

/** Drawn again only where something of it is another: what is said about the agreement comes in a few answers. */
export const Susunan = memo(function Susunan({ pk, temuan, saran, kamus, ref }: Props) {
  const client = useQueryClient()
  const grid = useRef<GridHandle>(null)
  useImperativeHandle(ref, () => grid.current!)
  const refresh = () => client.refetchQueries({ queryKey: kunciPk(pk.id), exact: true })
  const [saver] = useState(() =>
    createSaver(
      pk.id,
      soon(() => void refresh()),
    ),
  )
  const [wrong, setWrong] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<Line | null>(null)
  useLayoutEffect(() => saver.receive(pk, kamus), [saver, pk, kamus])
  const usulan = useUsulan(pk)
  const kolom = useMemo(() => columnsOf(kamus), [kamus])
  const baris = useMemo(
    () =>
      rowsOf(
        pk,
        temuan,
        openOnes(saran).map((s) => ({ baris: s.baris, kalimat: saranSaid(s) })),
        usulan,
      ),
    [pk, temuan, saran, usulan],
  )
  const url = `/api/perjanjian-kinerja/${pk.id}`

  /** A change of the lines themselves: after what is typed is stored, so that nothing of it is left behind. */
  const change = async (act: (now: Lengkap) => Promise<unknown>) => {
    setWrong(null)
    try {
      if (!(await grid.current?.simpan())) return setWrong(t('hapus.belum'))
      await refresh()
      await act(client.getQueryData<Lengkap>(kunciPk(pk.id)) ?? pk)
    } catch (error) {
      setWrong(sentence(error))
    }
    await refresh()
  }
  const arrange = (now: Lengkap, susunan: ReturnType<typeof orderOf> | null) =>
    susunan && request('PUT', `${url}/susunan`, { body: { susunan }, version: now.version })

  const addIndikator = (sasaran: string, place?: number) =>
    change(async (now) => {
      const id = crypto.randomUUID()
      const s = now.sasaran.find((one) => one.id === sasaran)
      if (!s) return
      await request('PUT', `${url}/${ofIndikator(id)}`, { body: { sasaran, urutan: s.indikator.length + 1, nama: '' }, version: 0 })
      const order = orderOf(now)
      const under = order.find((one) => one.sasaran === sasaran)!.indikator
      under.splice(place ?? under.length, 0, id)
      await arrange(now, order)
      await refresh()
      grid.current?.fokus(ofIndikator(id), 'nama')
    })
  const addSasaran = (kelompok: string, after?: string) =>
    change(async (now) => {
      const [id, first] = [crypto.randomUUID(), crypto.randomUUID()]
      const body = { urutan: now.sasaran.length + 1, nomor: String(now.sasaran.length + 1), kelompok, uraian: '' }
      await request('PUT', `${url}/${ofSasaran(id)}`, { body, version: 0 })
      await request('PUT', `${url}/${ofIndikator(first)}`, { body: { sasaran: id, urutan: 1, nama: '' }, version: 0 })
      const order = orderOf(now)
      const at = after ? order.findIndex((one) => one.sasaran === after) + 1 : order.length
      order.splice(at, 0, { sasaran: id, indikator: [first] })
      await arrange(now, order)
      await refresh()
      grid.current?.fokus(ofSasaran(id), 'uraian')
    })
  const move = (susunan: (now: Lengkap) => ReturnType<typeof orderOf> | null) => change(async (now) => arrange(now, susunan(now)))
  const remove = ({ jenis, id }: Line) =>
    change(async (now) => {
      const lines: readonly { id: string; version: number }[] =
        jenis === 'sasaran' ? now.sasaran : now.sasaran.flatMap((s) => s.indikator)
      await request('DELETE', `${url}/${jenis}/${id}`, { version: lines.find((l) => l.id === id)?.version ?? 0 })
    })
  const moreRows = (n: number) => {
    const last = pk.sasaran.at(-1)
    if (!last) return
    return change(async (now) => {
      const had = now.sasaran.find((s) => s.id === last.id)?.indikator.length ?? 0
      for (let at = 1; at <= n; at++)
        await request('PUT', `${url}/${ofIndikator(crypto.randomUUID())}`, {
          body: { sasaran: last.id, urutan: had + at, nama: '' },
          version: 0,
        })
    })
  }

  const menu = (kunci: string): ButirBaris[] => {
    const s = pk.sasaran.find((one) => ofSasaran(one.id) === kunci || one.indikator.some((i) => ofIndikator(i.id) === kunci))
    if (!s) return []
    const i = s.indikator.find((one) => ofIndikator(one.id) === kunci)
    return [...(i ? ofLine(s, i) : []), ...ofGroup(s)]
  }
  const ofLine = (s: Sasaran, i: Indikator): ButirBaris[] => {
    const at = s.indikator.indexOf(i)
    return [
      { label: t('menu.indikator.atas'), onPilih: () => addIndikator(s.id, at) },
      { label: t('menu.indikator.bawah'), onPilih: () => addIndikator(s.id, at + 1) },
      { label: t('menu.indikator.naik'), onPilih: () => move((now) => moveIndikator(now, i.id, -1)) },
      { label: t('menu.indikator.turun'), onPilih: () => move((now) => moveIndikator(now, i.id, 1)) },
      ...(usulan?.some((u) => u.indikator === i.id)
        ? [{ label: t('menu.usulan'), onPilih: () => grid.current?.pakaiUsulan([ofIndikator(i.id)]) }]
        : []),
      {
        label: t('menu.indikator.hapus'),
        bahaya: true,
        onPilih: () => setDeleting({ jenis: 'indikator', id: i.id, nama: i.nama }),
      },
    ]
  }
  const ofGroup = (s: Sasaran): ButirBaris[] => [
    ...(s.indikator.length ? [] : [{ label: t('menu.indikator.bawah'), onPilih: () => addIndikator(s.id) }]),
    { label: t('menu.sasaran.bawah'), onPilih: () => addSasaran(s.kelompok, s.id) },
    { label: t('menu.sasaran.naik'), onPilih: () => move((now) => moveSasaran(now, s.id, -1)) },
    { label: t('menu.sasaran.turun'), onPilih: () => move((now) => moveSasaran(now, s.id, 1)) },
    ...(s.indikator.length
      ? []
      : [
          {
            label: t('menu.sasaran.hapus'),
            bahaya: true,
            onPilih: () => setDeleting({ jenis: 'sasaran', id: s.id, nama: s.uraian }),
          },
        ]),
  ]
  return (
    <div className="stack pk-lembar">
      {wrong && <Notice jenis="salah">{wrong}</Notice>}
      <Grid
        ref={grid}
        nama={`pk.${pk.id}`}
        judul={t('lembar.judul', { tahun: pk.tahun })}
        kolom={kolom}
        baris={baris}
        simpan={saver.simpan}
        menu={menu}
        onPindah={(seret, baris, sisi) => move((now) => dropped(now, seret, baris, sisi))}
        onBarisBaru={pk.sasaran.length ? moreRows : undefined}
      />
      <div className="row">
        {pk.formulir?.kelompok.map((k) => (
          <Button key={k.kode} kecil onClick={() => addSasaran(k.kode)}>
            {t('tambah.sasaran', { kelompok: k.nama })}
          </Button>
        ))}
      </div>
      <Dialog
        judul={t('hapus.judul')}
        buka={deleting !== null}
        onTutup={() => setDeleting(null)}
        kaki={
          <Button
            rupa="bahaya"
            onClick={() => {
              if (deleting) remove(deleting)
              setDeleting(null)
            }}
          >
            {t('hapus.ya')}
          </Button>
        }
      >
        {deleting && <p>{t(`hapus.${deleting.jenis}`, { nama: deleting.nama || t('hapus.tanpa-nama') })}</p>}
      </Dialog>
    </div>
  )
})

/** Once, a moment after the last of many. */
function soon(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, 400)
  }
}
