// The agreement of an office and year: its versions, who promises what to whom, and the official table, which is the editor.

import { useRef, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import type { GridHandle } from '../../web/ui/grid/grid.tsx'
import { Langkah } from '../../web/ui/langkah.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Pemeriksa, usePemeriksa } from '../../web/ui/pemeriksa.tsx'
import { useReveal } from '../../web/ui/reveal.ts'
import { SaranBaris, useSaran } from '../../web/ui/saran.tsx'
import { Tertanda } from '../../web/ui/tanda-tangan.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { DaftarVersi } from '../../web/ui/versi.tsx'
import { type Awal, alamatPk, type Lengkap, type Ringkas, tandaOf, useKamus, usePk, useTemuan, useVersi } from './data.ts'
import { fieldOf, placeOf } from './lembar.ts'
import { Naskah } from './naskah.tsx'
import { naskahOf } from './naskah-alamat.ts'
import { HariDpa, Nomor } from './nomor.tsx'
import { Pihak } from './pihak.tsx'
import { ofIndikator } from './simpan.ts'
import { Begin, Revise } from './susun.tsx'
import { Susunan } from './susunan.tsx'
import { t } from './teks.ts'
import { Temuan } from './temuan.tsx'
import { Bersama, useTerima } from './terima.tsx'
import './screens.css'

export { siapkan } from './data.ts'

type Place = { readonly unit: string; readonly tahun: string }

export function PerjanjianKinerjaPage({ unit, tahun }: Place) {
  const years = useVersi(unit, tahun)
  const [cari] = useCari()
  const versi = years.data?.versi
  const chosen = versi?.find((v) => String(v.versi) === cari.versi) ?? versi?.at(-1)
  const revise = years.data?.awal.boleh && years.data.awal.revisi
  return (
    <>
      <PageHead
        judul={t('judul', { tahun })}
        pengantar={chosen && <Standing pk={chosen} />}
        aksi={
          <>
            {chosen && <Unduh alamat={`/api/perjanjian-kinerja/${chosen.id}/dokumen`} nama={t('judul', { tahun })} />}
            {revise && <Revise unit={unit} tahun={tahun} />}
          </>
        }
      />
      {years.isPending ? (
        <Skeleton baris={12} />
      ) : years.isError ? (
        <Failure error={years.error} onLagi={() => years.refetch()} />
      ) : chosen ? (
        <div className="stack">
          <Versions versi={years.data.versi} chosen={chosen} />
          <DaftarVersi
            {...naskahOf(unit, tahun)}
            jumlah={years.data.versi.length}
            bernomor
            aksi={(v) => v.bolehNomori && <Nomor versi={v} />}
          >
            <HariDpa unit={unit} tahun={tahun} />
          </DaftarVersi>
          <Agreement key={chosen.id} id={chosen.id} />
        </div>
      ) : (
        <div className="stack">
          <HariDpa unit={unit} tahun={tahun} />
          <Begin unit={unit} tahun={tahun} awal={years.data.awal as Awal} />
        </div>
      )}
    </>
  )
}

/** Where it stands: state, day of signing, reason of a revision. */
function Standing({ pk }: { pk: Ringkas }) {
  const said = [
    t('versi.butir', { n: pk.versi, status: t(`status.${pk.status}`) }),
    pk.tanggal && t('versi.tanggal', { tanggal: tanggal(pk.tanggal) }),
    pk.asal === 'SEBELUM_SISTEM' && t('versi.sebelum'),
    pk.alasanRevisi && t('alasan.kata', { alasan: t(`alasan.${pk.alasanRevisi}`) }),
  ]
  return <p>{said.filter(Boolean).join(' · ')}</p>
}

function Versions({ versi, chosen }: { versi: readonly Ringkas[]; chosen: Ringkas }) {
  const [, ubah] = useCari()
  if (versi.length < 2) return null
  return (
    <div className="pk-versi">
      <Select label={t('versi.pilih')} value={chosen.versi} onChange={(event) => ubah({ versi: event.currentTarget.value })}>
        {versi.toReversed().map((v) => (
          <option key={v.id} value={v.versi}>
            {t('versi.butir', { n: v.versi, status: t(`status.${v.status}`) })}
          </option>
        ))}
      </Select>
    </div>
  )
}

function Agreement({ id }: { id: string }) {
  const pk = usePk(id)
  if (pk.isPending) return <Skeleton baris={12} />
  // Between two polls of an open table a lost connection is the table's own to say.
  if (!pk.data) return <Failure error={pk.error} onLagi={() => pk.refetch()} />
  return <Open pk={pk.data} />
}

/** Not written any more; its paper is checked in Reviu. */
const TERBUKA: readonly Lengkap['status'][] = ['DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI']

function Open({ pk }: { pk: Lengkap }) {
  const temuan = useTemuan(pk)
  const kamus = useKamus(pk.unit, pk.tahun, pk.bolehUbah)
  const saran = useSaran(pk.id, pk.version)
  const grid = useRef<GridHandle>(null)
  const [notes, setNotes] = useState(true)
  const show = (one: (typeof temuan)[number]) => {
    const at = placeOf(one, pk.sasaran)
    if (at) grid.current?.fokus(at.entitas, at.bidang)
  }
  const [cari] = useCari()
  useReveal(cari.baris, true, pk.bolehUbah ? (baris) => grid.current?.fokus(ofIndikator(baris), cari.bidang ?? 'nama') : undefined)
  const receiving = useTerima(pk, async () => grid.current?.simpan())
  const cetak = usePemeriksa('pk', pk.id, TERBUKA.includes(pk.status) ? null : tandaOf(pk))
  const leads = (one: (typeof temuan)[number]) => pk.bolehUbah && placeOf(one, pk.sasaran) !== null
  return (
    <>
      <Langkah
        ringkas={pk.bolehUbah}
        alamat={alamatPk(pk.id)}
        tanda={tandaOf(pk)}
        tahap={(status) => t(`tahap.${status as Lengkap['status']}`)}
        penghalang={temuan
          .filter((one) => one.berat === 'tinggi')
          .map((one) => ({ ...one, onBuka: leads(one) ? () => show(one) : undefined }))}
      />
      {pk.tandaTangan && <Tertanda alamat={`/api/perjanjian-kinerja/${pk.id}`} tertanda={pk.tandaTangan} />}
      <Pihak pk={pk}>
        <Button kecil aria-expanded={notes} onClick={() => setNotes(!notes)}>
          {notes ? t('temuan.sembunyi') : t('temuan.tampil', { n: temuan.length })}
        </Button>
      </Pihak>
      <SaranBaris saran={saran} baris={null} />
      {pk.bolehUbah && <Bersama pk={pk} {...receiving} />}
      <div className={pk.bolehUbah && notes ? 'pk-meja' : undefined}>
        {!pk.bolehUbah ? (
          <Naskah pk={pk} saran={saran} />
        ) : (
          <Susunan pk={pk} temuan={temuan} saran={saran} kamus={kamus} ref={grid} />
        )}
        {(notes || !pk.bolehUbah) && (
          <Temuan
            temuan={temuan}
            dapat={leads}
            onBuka={show}
            onTerima={pk.bolehUbah ? (butir) => receiving.terima([butir]) : undefined}
          >
            {!TERBUKA.includes(pk.status) && (
              <Pemeriksa
                hasil={cetak}
                dapat={(at) => pk.bolehUbah && fieldOf(at, pk.sasaran) !== null}
                onBuka={(at) => {
                  const field = fieldOf(at, pk.sasaran)
                  if (field) grid.current?.fokus(field.entitas, field.bidang)
                }}
              />
            )}
          </Temuan>
        )}
      </div>
    </>
  )
}
