// Two papers side by side: choose both, read what changed. Of any room that serves `…/versi` and `…/perbandingan`.
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Perbandingan as Hasil, Perubahan, VersiOut } from '../../platform/kernel/comparison.ts'
import { wordDiff } from '../../platform/kernel/word-diff.ts'
import { type Cari, useCari } from './address.ts'
import { address, get } from './api.ts'
import { Button } from './button.tsx'
import { Skeleton } from './empty.tsx'
import { Choice, Field, Select } from './field.tsx'
import { TautanTombol } from './link.tsx'
import { Failure } from './notice.tsx'
import { PageHead } from './page.tsx'
import { t } from './perbandingan-teks.ts'
import { Unduh } from './unduh.tsx'
import { type NaskahProps, useVersiNaskah } from './versi.tsx'
import './perbandingan.css'

type Props = NaskahProps & { readonly judul: string; readonly kata: (bidang: string) => string }

/** What is compared where nobody has chosen: with the version before, else with last year, else with today. */
function usual(versi: readonly VersiOut[], lalu: readonly VersiOut[], tahun: string): Cari {
  const last = versi.at(-1)
  if (!last) return {}
  const before = versi.at(-2) ? `v${versi.at(-2)!.versi}` : lalu.at(-1) ? `${Number(tahun) - 1}.v${lalu.at(-1)!.versi}` : undefined
  return before ? { dari: before, ke: `v${last.versi}` } : { dari: `v${last.versi}`, ke: 'hari-ini' }
}

export function HalamanPerbandingan(props: Props) {
  const { alamat, halaman, unit, tahun, judul } = props
  const [cari, ubah] = useCari()
  const versi = useVersiNaskah(alamat, unit, tahun)
  const lalu = useVersiNaskah(alamat, unit, String(Number(tahun) - 1))
  const chosen = versi.data && lalu.data ? { ...usual(versi.data, lalu.data, tahun), ...cari } : cari
  const { dari, ke } = chosen
  const put = (part: Cari) => ubah({ dari, ke, ...part }, true)
  const ready = complete(dari) && complete(ke)
  return (
    <>
      <PageHead
        judul={judul}
        aksi={
          <>
            <TautanTombol ke={halaman}>{t('kembali')}</TautanTombol>
            {ready && <Unduh alamat={`${alamat}/perbandingan/dokumen`} query={{ unit, tahun, dari, ke }} nama={t('unduh')} />}
          </>
        }
      />
      <div className="stack">
        {versi.isError && <Failure error={versi.error} onLagi={() => versi.refetch()} />}
        <div className="banding-sisi">
          <Sisi
            {...props}
            nama={t('sebelum')}
            nilai={dari}
            versi={versi.data ?? []}
            lalu={lalu.data ?? []}
            onPilih={(s) => put({ dari: s })}
          />
          <Button onClick={() => put({ dari: ke, ke: dari })}>{t('tukar')}</Button>
          <Sisi
            {...props}
            nama={t('sesudah')}
            nilai={ke}
            versi={versi.data ?? []}
            lalu={lalu.data ?? []}
            onPilih={(s) => put({ ke: s })}
          />
        </div>
        {ready ? <Rincian {...props} dari={dari!} ke={ke!} /> : <p className="muted">{t('pilih.dahulu')}</p>}
      </div>
    </>
  )
}

/** The parts of a side in its address: `2023.v1@2024-01-31`. */
function parts(nilai = ''): { readonly naskah: string; readonly diketahui: string } {
  const [naskah = '', diketahui = ''] = nilai.split('@')
  return { naskah, diketahui }
}
const isDate = (naskah: string) => naskah === 'tanggal' || /^\d{4}-\d\d-\d\d$/.test(naskah)
const complete = (nilai: string | undefined) => nilai !== undefined && !['', 'tanggal'].includes(parts(nilai).naskah)

function Sisi(
  props: Props & {
    readonly nama: string
    readonly nilai: string | undefined
    readonly versi: readonly VersiOut[]
    readonly lalu: readonly VersiOut[]
    readonly onPilih: (nilai: string) => void
  },
) {
  const { nama, versi, lalu, status, onPilih } = props
  const { naskah, diketahui } = parts(props.nilai)
  const year = Number(props.tahun) - 1
  const put = (next: string, known = diketahui) => onPilih(known ? `${next}@${known}` : next)
  return (
    <fieldset className="banding-pilih">
      <legend>{nama}</legend>
      <Select
        label={t('sisi.pilih')}
        value={isDate(naskah) ? 'tanggal' : naskah}
        onChange={(event) => put(event.currentTarget.value)}
      >
        {versi.map((v) => (
          <option key={v.id} value={`v${v.versi}`}>
            {t('sisi.versi', { sebutan: v.sebutan, status: status(v.status) })}
          </option>
        ))}
        {lalu.map((v) => (
          <option key={v.id} value={`${year}.v${v.versi}`}>
            {t('sisi.tahun', { tahun: year, sebutan: v.sebutan })}
          </option>
        ))}
        <option value="hari-ini">{t('sisi.hari-ini')}</option>
        <option value="tanggal">{t('sisi.tanggal')}</option>
      </Select>
      {isDate(naskah) && (
        <Field
          type="date"
          label={t('sisi.berlaku')}
          bantuan={t('sisi.berlaku.bantuan')}
          value={naskah === 'tanggal' ? '' : naskah}
          onChange={(event) => put(event.currentTarget.value || 'tanggal')}
        />
      )}
      {naskah !== 'hari-ini' && (
        <Field
          type="date"
          label={t('sisi.diketahui')}
          bantuan={t('sisi.diketahui.bantuan')}
          value={diketahui}
          onChange={(event) => put(naskah, event.currentTarget.value)}
        />
      )}
    </fieldset>
  )
}

const JENIS = ['DITAMBAH', 'DIHAPUS', 'DIUBAH'] as const

function Rincian({ alamat, unit, tahun, dari, ke, kata }: Props & { dari: string; ke: string }) {
  const title = useId()
  const [jenis, setJenis] = useState<'' | Perubahan['jenis']>('')
  const found = useQuery({
    queryKey: [alamat, 'perbandingan', unit, tahun, dari, ke],
    queryFn: () => get<Hasil>(address(`${alamat}/perbandingan`, { unit, tahun, dari, ke })),
  })
  if (found.isPending) return <Skeleton baris={8} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const { perubahan, sama } = found.data
  const count = (one: Perubahan['jenis']) => perubahan.filter((p) => p.jenis === one).length
  return (
    <section aria-labelledby={title} className="stack">
      <dl className="banding-naskah">
        {(['dari', 'ke'] as const).map((side) => (
          <div key={side}>
            <dt>{t(side === 'dari' ? 'sebelum' : 'sesudah')}</dt>
            <dd>
              <strong>{found.data[side].sebutan}</strong>
              {found.data[side].keterangan.map((line) => (
                <span key={line} className="small muted">
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h2 id={title}>{t('hasil')}</h2>
      <p role="status">
        {perubahan.length
          ? t('hasil.ringkas', { tambah: count('DITAMBAH'), hapus: count('DIHAPUS'), ubah: count('DIUBAH'), sama })
          : t('hasil.sama', { n: sama })}
      </p>
      {perubahan.length > 0 && (
        <>
          <Choice
            label={t('hasil.saring')}
            nilai={jenis}
            pilihan={[
              { nilai: '', label: t('hasil.semua', { n: perubahan.length }) },
              ...JENIS.map((one) => ({ nilai: one, label: `${t(`jenis.${one}`)} · ${count(one)}` })),
            ]}
            onPilih={setJenis}
          />
          <p className="small muted">{t('keterangan')}</p>
          <ol className="banding-daftar">
            {perubahan
              .filter((p) => !jenis || p.jenis === jenis)
              .map((p) => (
                <Satu key={`${p.jenis} ${p.tingkat} ${p.letak} ${p.nama}`} p={p} kata={kata} />
              ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Satu({ p, kata }: { p: Perubahan; kata: (bidang: string) => string }) {
  return (
    <li className={`banding-satu banding-${p.jenis.toLowerCase()}`}>
      <p className="banding-kepala">
        <span className="banding-jenis">{t(`jenis.${p.jenis}`)}</span>
        <span className="small muted">{p.letak || kata(p.tingkat)}</span>
      </p>
      <p className="strong">{p.nama || kata(p.tingkat)}</p>
      {p.bidang.length > 0 && (
        <dl className={p.jenis === 'DIUBAH' ? 'banding-beda' : 'banding-isi small'}>
          {p.bidang.map((b) => (
            <div key={b.bidang}>
              <dt>{kata(b.bidang)}</dt>
              <dd className="banding-teks">
                {p.jenis === 'DIUBAH' ? <Beda sebelum={b.sebelum} sesudah={b.sesudah} /> : (b.sesudah ?? b.sebelum)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** Words for who hears it, strokes for who sees it; never colour alone. */
function Beda({ sebelum, sesudah }: { sebelum: string | null; sesudah: string | null }) {
  if (sebelum === null)
    return (
      <>
        <span className="muted">{t('kata.semula-kosong')}</span> <Kata jenis="sisip" teks={sesudah ?? ''} />
      </>
    )
  if (sesudah === null)
    return (
      <>
        <Kata jenis="hapus" teks={sebelum} /> <span className="muted">{t('kata.menjadi-kosong')}</span>
      </>
    )
  return wordDiff(sebelum, sesudah).map((piece, at) => {
    const key = `${at} ${piece.jenis}`
    if (piece.jenis === 'sama') return <span key={key}>{piece.teks}</span>
    return (
      <span key={key}>
        <Kata jenis={piece.jenis} teks={piece.teks.trimEnd()} />{' '}
      </span>
    )
  })
}

function Kata({ jenis, teks }: { jenis: 'hapus' | 'sisip'; teks: string }) {
  const Mark = jenis === 'hapus' ? 'del' : 'ins'
  return (
    <Mark>
      <span className="sr">{t(jenis === 'hapus' ? 'kata.dihapus' : 'kata.disisipkan')} </span>
      {teks}
    </Mark>
  )
}
