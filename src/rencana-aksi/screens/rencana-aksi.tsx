// The action plan of an office and year: the official table of the year's form, which is its own editor while it is a draft.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Select } from '../../web/ui/field.tsx'
import { Grid, type GridHandle } from '../../web/ui/grid/grid.tsx'
import { Langkah } from '../../web/ui/langkah.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Pemeriksa, usePemeriksa } from '../../web/ui/pemeriksa.tsx'
import { useReveal } from '../../web/ui/reveal.ts'
import { openOnes, type Saran, SaranBaris, saranSaid, useSaran } from '../../web/ui/saran.tsx'
import { Tertanda } from '../../web/ui/tanda-tangan.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { DaftarVersi } from '../../web/ui/versi.tsx'
import type { TemuanRa } from '../temuan.ts'
import {
  newId,
  type Rencana,
  type Tambahan,
  treeOf,
  useBahanDraf,
  usePerubahan,
  useRencana,
  useTemuan,
  useVersi,
  type Versi,
} from './data.ts'
import { columnsOf, rowsOf, type Saringan, TW } from './lembar.ts'
import { HapusDialog, useTindakan } from './menu-baris.tsx'
import { naskahOf } from './naskah-alamat.ts'
import { PerubahanKini, UsulDialog } from './perubahan.tsx'
import { createPenyimpan } from './simpan.ts'
import { BelumAda } from './susun-draf.tsx'
import { t } from './teks.ts'
import { TemuanPanel } from './temuan-panel.tsx'
import './rencana-aksi.css'

export function RencanaAksiPage({ unit, tahun }: { unit: string; tahun: string }) {
  const versions = useVersi(unit, tahun)
  const [cari, ubah] = useCari()
  const client = useQueryClient()
  const [left, setLeft] = useState<readonly string[]>([])
  const all = versions.data ?? []
  const shown = all.find((v) => String(v.versi) === cari.versi) ?? all.at(-1)
  const onDibuat = async ({ tidakDisalin }: { tidakDisalin: readonly string[] }) => {
    setLeft(tidakDisalin)
    await client.invalidateQueries({ queryKey: ['rencana-aksi', unit, tahun] })
    ubah({ versi: undefined }, true)
  }
  return (
    <>
      <PageHead
        judul={t('judul', { tahun })}
        pengantar={t('pengantar')}
        aksi={
          shown && (
            <Kepala
              key={`${unit} ${tahun}`}
              unit={unit}
              tahun={tahun}
              semua={all}
              dipilih={shown}
              onPilih={(versi) => ubah({ versi }, true)}
            />
          )
        }
      />
      <div className="stack">
        {shown && IN_FORCE.includes(shown.status) && (
          <PerubahanKini unit={unit} tahun={tahun} rencana={shown.id} onDibuat={onDibuat} />
        )}
        {left.length > 0 && <Notice jenis="peringatan">{t('susun.salin-tidak', { nama: left.join('; ') })}</Notice>}
        {versions.isPending ? (
          <Skeleton baris={12} />
        ) : versions.isError ? (
          <Failure error={versions.error} onLagi={() => versions.refetch()} />
        ) : shown ? (
          <>
            <DaftarVersi {...naskahOf(unit, tahun)} jumlah={all.length} />
            <Plan key={shown.id} id={shown.id} tahun={tahun} />
          </>
        ) : (
          <BelumAda unit={unit} tahun={tahun} onDibuat={onDibuat} />
        )}
      </div>
    </>
  )
}

const IN_FORCE = ['DITETAPKAN', 'DIPUBLIKASI']
const TERBUKA = [...IN_FORCE, 'DIGANTI']

function Kepala(props: {
  readonly unit: string
  readonly tahun: string
  readonly semua: readonly Versi[]
  readonly dipilih: Versi
  readonly onPilih: (versi: string | undefined) => void
}) {
  const { unit, tahun, semua, dipilih } = props
  const bahan = useBahanDraf(unit, tahun)
  const [asked, setAsked] = useState(false)
  const open = bahan.data?.boleh === true && bahan.data.draf === null && IN_FORCE.includes(dipilih.status)
  const usulan = usePerubahan(dipilih.id, open).data
  // One at a time; what was approved is drafted first.
  const may = open && usulan?.every((u) => u.status === 'DITOLAK' || u.draf)
  return (
    <>
      {semua.length > 1 && (
        <Select label={t('versi.label')} value={dipilih.versi} onChange={(event) => props.onPilih(event.currentTarget.value)}>
          {semua.map((v) => (
            <option key={v.id} value={v.versi}>
              {t('versi.nama', { versi: v.versi, status: t(`status.${v.status}`) })}
            </option>
          ))}
        </Select>
      )}
      <Unduh alamat={`/api/rencana-aksi/${dipilih.id}/dokumen`} nama={t('unduh', { tahun })} />
      {may && <Button onClick={() => setAsked(true)}>{t('perubahan.usul')}</Button>}
      {asked && <UsulDialog tahun={tahun} rencana={dipilih.id} onTutup={() => setAsked(false)} />}
    </>
  )
}

function Plan({ id, tahun }: { id: string; tahun: string }) {
  const plan = useRencana(id)
  if (plan.isPending) return <Skeleton baris={12} />
  if (plan.isError && !plan.data) return <Failure error={plan.error} onLagi={() => plan.refetch()} />
  return <Tabel plan={plan.data!} tahun={tahun} />
}

function Tabel({ plan, tahun }: { plan: Rencana; tahun: string }) {
  const [cari, ubah] = useCari()
  const client = useQueryClient()
  const grid = useRef<GridHandle>(null)
  const [tambahan, setTambahan] = useState<readonly Tambahan[]>([])
  const [panel, setPanel] = useState(false)
  const [hint, setHint] = useState<string | null>(null)
  const temuan = useTemuan(plan.id, plan.indikator)
  const found = temuan.data ?? []
  const drafted = !TERBUKA.includes(plan.status)
  const tanda = useMemo(() => JSON.stringify(plan.indikator), [plan.indikator])
  const cetak = usePemeriksa('rencana-aksi', plan.id, drafted ? tanda : null)
  const all = found.length + (drafted ? (cetak.data?.temuan.length ?? 0) : 0)
  const saran = useSaran(plan.id, plan.version)
  // A first line below its parent keeps its id until it is stored; the next empty place is another.
  const ids = useRef(new Map<string, string>())
  const pohon = useMemo(() => {
    const used = new Set(
      plan.indikator.flatMap((i) => i.ra.flatMap((a) => [a.id, ...a.kk.flatMap((k) => [k.id, ...k.output.map((o) => o.id)])])),
    )
    return treeOf(plan, tambahan, (induk) => {
      const known = ids.current.get(induk)
      if (known && !used.has(known)) return known
      const fresh = newId()
      ids.current.set(induk, fresh)
      return fresh
    })
  }, [plan, tambahan])
  const [penyimpan] = useState(() =>
    createPenyimpan(plan.id, () => void client.invalidateQueries({ queryKey: ['rencana-aksi', plan.id], exact: true })),
  )
  useLayoutEffect(() => penyimpan.receive(pohon), [penyimpan, pohon])
  const saring = useMemo(
    (): Saringan => ({ triwulan: cari.triwulan ?? '', penanggungJawab: cari.pj ?? '' }),
    [cari.triwulan, cari.pj],
  )
  const filtered = saring.triwulan !== '' || saring.penanggungJawab !== ''
  const locked = plan.bolehUbah
    ? undefined
    : t(plan.status === 'DRAFT' ? 'sebab.draf' : TERBUKA.includes(plan.status) ? 'sebab.baca' : 'sebab.proses')
  const kolom = useMemo(() => columnsOf(plan.bentuk), [plan.bentuk])
  const raw = useMemo(
    () => rowsOf(pohon, [...found, ...marksOfSaran(saran)], saring, locked),
    [pohon, found, saran, saring, locked],
  )
  const tindakan = useTindakan({ plan, pohon, garis: raw.garis, tambahan, setTambahan, penyimpan, grid })
  const outputs = plan.indikator
    .flatMap((i) => i.ra)
    .flatMap((a) => a.kk)
    .flatMap((k) => k.output)
  const clear = useCallback(() => ubah({ triwulan: undefined, pj: undefined }, true), [ubah])
  const show = (at: NonNullable<TemuanRa['tempat']>) => {
    const first = pohon.find((p) => p.indikator.id === at.baris)?.ra[0]?.id
    const reached = grid.current?.fokus(first ?? at.baris, first ? 'uraian' : (at.bidang ?? 'uraian'))
    setHint(reached ? null : t('temuan.tersembunyi'))
  }
  const lead = ({ tempat }: Pick<TemuanRa, 'tempat'>) => {
    setPanel(false)
    // The panel gives the focus back to its button first.
    setTimeout(() => show(tempat!), 60)
  }
  useReveal(cari.baris, true, (baris) => show({ baris, bidang: cari.bidang ?? null }))
  return (
    <>
      <Langkah
        ringkas={plan.bolehUbah}
        alamat={`/api/rencana-aksi/${plan.id}`}
        tanda={JSON.stringify([plan.version, found])}
        tahap={(status) => t(`tahap.${status as Rencana['status']}`)}
        penghalang={found.filter((f) => f.berat === 'tinggi').map((f) => ({ ...f, onBuka: f.tempat ? () => lead(f) : undefined }))}
      />
      <SaranBaris saran={saran} />
      {plan.tandaTangan && <Tertanda alamat={`/api/rencana-aksi/${plan.id}`} tertanda={plan.tandaTangan} />}
      <Ringkasan plan={plan} temuan={found} />
      <div className="ra-alat">
        <Choice
          label={t('saring.triwulan')}
          nilai={saring.triwulan}
          pilihan={[
            { nilai: '', label: t('saring.semua', { n: outputs.length }) },
            ...TW.map((tw) => ({
              nilai: tw.nilai as string,
              label: t('saring.tw', { tw: tw.label, n: outputs.filter((o) => o.triwulan === tw.nilai).length }),
            })),
          ]}
          onPilih={(tw) => ubah({ triwulan: tw || undefined }, true)}
        />
        <div className="ra-alat-pj">
          <Select
            label={t('saring.pj')}
            labelTersembunyi
            value={saring.penanggungJawab}
            onChange={(event) => ubah({ pj: event.currentTarget.value || undefined }, true)}
          >
            <option value="">{t('saring.pj.semua')}</option>
            {[...new Set(outputs.flatMap((o) => o.penanggungJawab))]
              .sort((a, b) => a.localeCompare(b, 'id'))
              .map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </Select>
        </div>
        <div className="ra-alat-kanan">
          <Button ikon={all ? 'peringatan' : 'centang'} onClick={() => setPanel(true)}>
            {temuan.data && !all ? t('temuan.tidak-ada') : t('temuan.tombol', { n: all })}
          </Button>
        </div>
      </div>
      {filtered && plan.bolehUbah && (
        <Notice>
          {t('saring.ubah')}{' '}
          <Button kecil onClick={clear}>
            {t('saring.bersihkan')}
          </Button>
        </Notice>
      )}
      {hint && <Notice jenis="peringatan">{hint}</Notice>}
      {tindakan.pesan}
      {raw.baris.length === 0 ? (
        <EmptyState judul={t('saring.kosong')}>
          <p>{t('saring.kosong.isi', { n: outputs.length })}</p>
          <Button onClick={clear}>{t('saring.bersihkan')}</Button>
        </EmptyState>
      ) : (
        <section className={plan.bolehUbah ? undefined : 'ra-baca'} aria-label={t('lembar.judul')}>
          <h2 className="sr">{t('lembar.judul')}</h2>
          <Grid
            ref={grid}
            nama={`ra.${plan.id}`}
            judul={t('judul', { tahun })}
            kolom={kolom}
            baris={raw.baris}
            simpan={penyimpan.simpan}
            {...(plan.bolehUbah && { menu: tindakan.menu, onBarisBaru: tindakan.barisBaru, onPindah: tindakan.drop })}
          />
        </section>
      )}
      <HapusDialog tindakan={tindakan} />
      <TemuanPanel temuan={found} buka={panel} onTutup={() => setPanel(false)} onPilih={lead}>
        {drafted && <Pemeriksa hasil={cetak} dapat={() => true} onBuka={(tempat) => lead({ tempat })} />}
      </TemuanPanel>
    </>
  )
}

/** Open advice as marks of the cells it is about. */
const marksOfSaran = (saran: readonly Saran[]) =>
  openOnes(saran).map((s) => ({
    berat: 'rendah' as const,
    penjelasan: saranSaid(s),
    tempat: s.baris === null ? null : { baris: s.baris, bidang: null },
  }))

/** The plan in one sentence, and where a quarter has no step (RA-02). */
function Ringkasan({ plan, temuan }: { plan: Rencana; temuan: readonly TemuanRa[] }) {
  const ra = plan.indikator.flatMap((i) => i.ra)
  const kk = ra.flatMap((a) => a.kk).filter((k) => k.uraian)
  const output = ra.flatMap((a) => a.kk).flatMap((k) => k.output)
  const idle = plan.indikator
    .filter((i) => i.ra.length)
    .flatMap((i) => {
      const steps = new Set(i.ra.flatMap((a) => a.kk).flatMap((k) => k.output.map((o) => o.triwulan)))
      const none = TW.filter((tw) => !steps.has(tw.nilai)).map((tw) => tw.label)
      return none.length ? [t('ringkas.tanpa.butir', { nomor: i.nomor ?? '', triwulan: none.join(', ') })] : []
    })
  const bare = temuan.some((f) => f.aturan === 'RA-01')
  return (
    <section className="ra-ringkas" aria-label={t('ringkas.label')}>
      <p>{t('ringkas.isi', { ra: ra.length, kk: kk.length, output: output.length, indikator: plan.indikator.length })}</p>
      {idle.length ? (
        <p className="muted">
          {t('ringkas.tanpa')} {idle.join('; ')}.
        </p>
      ) : (
        !bare && ra.length > 0 && <p className="muted">{t('ringkas.lengkap')}</p>
      )}
    </section>
  )
}
