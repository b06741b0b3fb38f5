// One indicator of a quarter: what is asked, the formula with its fields, the result while typing, evidence, and the next step.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ROMAWI } from '../../platform/kernel/time.ts'
import { useCari } from '../../web/ui/address.ts'
import { ApiError, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { jam, saat, tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { placeOf } from '../masukan.ts'
import { Bentrok, bedaLembar } from './bentrok.tsx'
import { BuktiBidang } from './bukti.tsx'
import { useDraf } from './draf.ts'
import { JelaskanPanel } from './jelaskan-panel.tsx'
import { LembarHasil, Perjalanan } from './lembar-hasil.tsx'
import { LembarRumus, wrongOf } from './lembar-rumus.tsx'
import { LembarTindakan, Riwayat } from './lembar-tindakan.tsx'
import {
  type Cara,
  type Isi,
  type LembarOut,
  lembarUrl,
  type TempatLembar,
  toBody,
  toIsi,
  useForget,
  useLembar,
  useTriwulan,
} from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'
import { BATAS, Tulisan } from './tulisan.tsx'
import './screens.css'
import './pengisian.css'

type Props = { readonly unit: string; readonly tahun: string; readonly indikator: string }

export function LembarPage({ unit, tahun, indikator }: Props) {
  const [cari] = useCari()
  const quarter = cari.triwulan && cari.triwulan in ROMAWI ? cari.triwulan : undefined
  if (quarter) return <OfPeriod key={`${indikator} ${quarter}`} at={{ unit, kode: indikator, periode: `${tahun}-${quarter}` }} />
  return <OfDueQuarter unit={unit} tahun={tahun} indikator={indikator} />
}

function OfDueQuarter({ unit, tahun, indikator }: Props) {
  const due = useTriwulan(unit, tahun, undefined)
  if (due.isPending) return <Skeleton baris={12} />
  if (due.isError) return <Failure error={due.error} onLagi={() => due.refetch()} />
  return <OfPeriod at={{ unit, kode: indikator, periode: due.data.periode }} />
}

function OfPeriod({ at }: { at: TempatLembar }) {
  const found = useLembar(at)
  if (found.isPending) return <Skeleton baris={12} />
  if (found.isError && !found.data)
    return (
      <>
        <PageHead judul={at.kode} />
        <Failure error={found.error} onLagi={() => found.refetch()} />
      </>
    )
  return <Lembar at={at} data={found.data} onMuat={() => found.refetch()} />
}

type Masalah =
  | { readonly jenis: 'gagal'; readonly kata: readonly string[] }
  | { readonly jenis: 'bentrok'; readonly version: number; readonly tersimpan: LembarOut['lembar'] }

function Lembar({ at, data, onMuat }: { at: TempatLembar; data: LembarOut; onMuat: () => void }) {
  const [, ubahCari] = useCari()
  const forget = useForget()
  const stored = toIsi(data.lembar)
  const draf = useDraf<Isi>(data.saya, `${at.unit}.${at.kode}.${at.periode}`, stored, data.version)
  const { isi } = draf
  const [busy, setBusy] = useState(false)
  const [masalah, setMasalah] = useState<Masalah>()
  const [saved, setSaved] = useState<string>()
  const [tried, setTried] = useState(false)
  const trouble = useRef<HTMLDivElement>(null)
  const terkunci = data.ditolak !== null
  const kategori = data.indikator.jenisNilai === 'KATEGORI'
  const put = (more: Partial<Isi>) => draf.ubah({ ...isi, ...more })
  const salah = data.rumus ? wrongOf(data.rumus.masukan, isi, kategori, data.lembar.masukan).map(placeOf) : []
  const reasonMissing = isReason(isi.cara) && !isi.keterangan.trim()
  const tooLong = [isi.keterangan, isi.hambatan, isi.tindakLanjut].some((text) => text.length > BATAS)
  useEffect(() => {
    if (masalah) trouble.current?.focus()
  }, [masalah])

  const save = async (version = draf.dasar) => {
    if (terkunci || busy) return
    setTried(true)
    if (reasonMissing || tooLong || salah.length)
      return setMasalah({ jenis: 'gagal', kata: salah.length ? salah : [t(reasonMissing ? 'alasan.perlu' : 'perbaiki')] })
    setBusy(true)
    setMasalah(undefined)
    try {
      const { data: made, at: time } = await request<{ version: number }>('PUT', lembarUrl(at), { body: toBody(isi), version })
      draf.tersimpan(isi, made.version)
      setSaved(time ?? undefined)
      setTried(false)
      forget()
    } catch (error) {
      setMasalah(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  const takeStored = ({ version, tersimpan }: Masalah & { jenis: 'bentrok' }) => {
    draf.tersimpan(toIsi(tersimpan), version)
    setMasalah(undefined)
    onMuat()
  }
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault()
      save()
    }
  }
  const returned = data.status === 'DRAF' ? data.riwayat.find((r) => r.act !== 'pengukuran.isi') : undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S from any field below
    <div className="lembar" onKeyDown={onKey}>
      <Langkah at={at} data={data} />
      <PageHead judul={data.indikator.nama} pengantar={<Pengantar at={at} data={data} />} />
      {returned?.act === 'pengukuran.kembalikan' && returned.note && (
        <Notice jenis="peringatan" judul={t('kembali.judul')}>
          <p>{returned.note}</p>
          <p className="small">
            {returned.oleh}, {saat(returned.at)}
          </p>
        </Notice>
      )}
      {terkunci && <Notice judul={t('lembar.hanya-baca')}>{data.ditolak}</Notice>}
      {draf.pulih && !masalah && (
        <Notice judul={t('pulih')}>
          <p>{t('pulih.isi')}</p>
          <p>
            <Button kecil onClick={() => draf.tersimpan(stored, data.version)}>
              {t('pulih.buang')}
            </Button>
          </p>
        </Notice>
      )}
      <div ref={trouble} tabIndex={-1} className="lembar-masalah">
        {masalah?.jenis === 'gagal' && (
          <Notice jenis="salah" judul={t('gagal')}>
            {masalah.kata.map((k) => (
              <p key={k}>{k}</p>
            ))}
            <p>{t('gagal.tetap')}</p>
            {salah.length === 0 && (
              <p>
                <Button kecil onClick={() => save()}>
                  {t('simpan.lagi')}
                </Button>
              </p>
            )}
          </Notice>
        )}
        {masalah?.jenis === 'bentrok' && (
          <Bentrok
            beda={bedaLembar(isi, toIsi(masalah.tersimpan))}
            oleh={masalah.tersimpan.oleh ?? ''}
            onSaya={() => save(masalah.version)}
            onTersimpan={() => takeStored(masalah)}
          />
        )}
      </div>
      <div className="lembar-dua">
        <div className="stack lembar-kiri">
          <Diminta data={data} />
          <section className="stack" aria-labelledby="isian">
            <h2 id="isian">{t('isian')}</h2>
            {!terkunci && (
              <Choice
                label={t('cara')}
                nilai={isi.cara}
                pilihan={choices(data, isi.cara).map((nilai) => ({ nilai, label: t(`cara.${nilai}`) }))}
                onPilih={(cara) => put({ cara })}
              />
            )}
            {terkunci && <p className="strong">{t(`cara.${isi.cara}`)}</p>}
            {isi.cara === 'RUMUS' && data.rumus && (
              <LembarRumus
                rumus={data.rumus}
                survei={data.survei}
                kategori={kategori}
                isi={isi}
                tersimpan={data.lembar.masukan}
                terkunci={terkunci}
                onUbah={(masukan) => put({ masukan })}
              />
            )}
            {salah.length > 0 && (
              <div className="bidang-salah" role="alert">
                <Icon name="salah" />
                <ul>
                  {salah.slice(0, 10).map((s) => (
                    <li key={s}>{s}</li>
                  ))}
                </ul>
              </div>
            )}
            <fieldset className="stack polos" disabled={terkunci}>
              <legend className="sr">{t('isian')}</legend>
              {isi.cara === 'NILAI' && <NilaiLangsung data={data} isi={isi} onUbah={put} />}
              {(!terkunci || isi.keterangan) && (
                <Tulisan
                  label={t(`alasan.${isi.cara}`)}
                  nilai={isi.keterangan}
                  baris={2}
                  salah={tried && reasonMissing ? t('alasan.perlu') : undefined}
                  onUbah={(keterangan) => put({ keterangan })}
                />
              )}
            </fieldset>
          </section>
          <section className="stack" aria-labelledby="hambatan">
            <h2 id="hambatan">{t('hambatan.judul')}</h2>
            <p className="bidang-bantuan">{t('hambatan.bantuan')}</p>
            <fieldset className="lembar-pasangan polos" disabled={terkunci}>
              <legend className="sr">{t('hambatan.judul')}</legend>
              <Tulisan label={t('hambatan')} nilai={isi.hambatan} onUbah={(hambatan) => put({ hambatan })} />
              <Tulisan label={t('tindak-lanjut')} nilai={isi.tindakLanjut} onUbah={(tindakLanjut) => put({ tindakLanjut })} />
            </fieldset>
          </section>
        </div>
        <div className="stack lembar-kanan">
          <LembarHasil
            at={at}
            data={data}
            isi={isi}
            berubah={draf.berubah}
            onJelaskan={() => ubahCari({ jelaskan: `${at.kode}.${at.periode}`, jalur: undefined, bacaan: undefined })}
          />
          <section className="stack" aria-labelledby="bukti">
            <h2 id="bukti">{t('bukti')}</h2>
            <BuktiBidang unit={at.unit} bukti={isi.bukti} terkunci={terkunci} onUbah={(bukti) => put({ bukti })} />
          </section>
          <LembarTindakan
            at={at}
            data={data}
            dasar={draf.dasar}
            berubah={draf.berubah}
            onSelesai={() => {
              forget()
              onMuat()
            }}
          />
          <Perjalanan data={data} />
          <Riwayat data={data} />
        </div>
      </div>
      {!terkunci && (
        <div className="lembar-kaki">
          <Tanda berubah={draf.berubah} saved={saved} data={data} />
          <Button rupa="utama" ikon="centang" sibuk={busy} onClick={() => save()}>
            {t(busy ? 'simpan.sibuk' : 'simpan')}
          </Button>
        </div>
      )}
      <JelaskanPanel unit={at.unit} />
    </div>
  )
}

const isReason = (cara: Cara) => cara !== 'RUMUS' && cara !== 'NILAI'

function choices(data: LembarOut, now: Cara): Cara[] {
  const all: Cara[] = ['RUMUS', 'NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG']
  return all.filter((c) => c !== 'RUMUS' || data.rumus !== null || c === now)
}

function troubleOf(error: unknown): Masalah {
  if (error instanceof ApiError && error.problem.code === 'VERSI_USANG') {
    const current = error.problem.current as { version: number; lembar: LembarOut['lembar'] }
    return { jenis: 'bentrok', version: current.version, tersimpan: current.lembar }
  }
  const also = error instanceof ApiError ? (error.problem.also ?? []).map((a) => a.detail) : []
  return { jenis: 'gagal', kata: [sentence(error), ...also.slice(0, 9)] }
}

function Tanda({ berubah, saved, data }: { berubah: boolean; saved: string | undefined; data: LembarOut }) {
  const { oleh, dicatat } = data.lembar
  return (
    <p className="lembar-tanda" role="status">
      {berubah ? (
        <>
          <span className="strong">{t('belum')}</span> <span className="small muted">{t('belum.isi')}</span>
        </>
      ) : saved ? (
        <span className="lembar-tersimpan">
          <Icon name="centang" size={18} />
          {t('tersimpan', { jam: jam(saved) })}
        </span>
      ) : dicatat ? (
        <span className="small muted">{t('tersimpan.oleh', { oleh: oleh ?? '', saat: saat(dicatat) })}</span>
      ) : null}
    </p>
  )
}

function Pengantar({ at, data }: { at: TempatLembar; data: LembarOut }) {
  const { kode, satuan } = data.indikator
  const quarter = at.periode.slice(5)
  return (
    <>
      {t('triwulan.n', { n: ROMAWI[quarter]! })} {at.periode.slice(0, 4)} · {kode} · {satuan.toLowerCase()} ·{' '}
      {t('batas', { tanggal: tanggal(data.batas) })}
    </>
  )
}

function Langkah({ at, data }: { at: TempatLembar; data: LembarOut }) {
  const tahun = at.periode.slice(0, 4)
  const triwulan = at.periode.slice(5)
  const list = `/pengukuran/${at.unit}/${tahun}`
  return (
    <nav className="lembar-langkah" aria-label={t('langkahan')}>
      <Tautan ke={list} cari={{ triwulan }}>
        {t('kembali')}
      </Tautan>
      <span className="muted angka">{t('langkah', { ke: data.ke, dari: data.dari })}</span>
      <span className="row">
        {data.sebelum && (
          <Tautan ke={`${list}/${data.sebelum}`} cari={{ triwulan }} className="tombol tombol-kedua tombol-kecil">
            <Icon name="kembali" size={18} />
            {t('sebelum')}
          </Tautan>
        )}
        {data.sesudah && (
          <Tautan ke={`${list}/${data.sesudah}`} cari={{ triwulan }} className="tombol tombol-kedua tombol-kecil">
            {t('sesudah')}
            <Icon name="lanjut" size={18} />
          </Tautan>
        )}
      </span>
    </nav>
  )
}

function Diminta({ data }: { data: LembarOut }) {
  const { definisi, caraUkur, sumberData, pemilik, dasarHukum, skalaMin, skalaMaks } = data.indikator
  const scale = skalaMin !== null && skalaMaks !== null ? t('skala.isi', { min: skalaMin, maks: skalaMaks }) : null
  const rows: readonly (readonly [string, string | null])[] = [
    [t('definisi'), definisi],
    [t('cara-ukur'), caraUkur],
    [t('sumber'), sumberData],
    [t('pemilik'), pemilik ?? t('pemilik.tak-ada')],
    [t('skala'), scale],
    [t('hukum'), dasarHukum.join('; ') || null],
  ]
  return (
    <section className="stack" aria-labelledby="diminta">
      <h2 id="diminta">{t('diminta')}</h2>
      <dl className="lembar-diminta">
        {rows.map(([nama, isi]) =>
          isi ? (
            <div key={nama}>
              <dt>{nama}</dt>
              <dd>{isi}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

function NilaiLangsung({ data, isi, onUbah }: { data: LembarOut; isi: Isi; onUbah: (more: Partial<Isi>) => void }) {
  const { satuan, jenisNilai } = data.indikator
  return (
    <>
      <div className="lembar-nilai">
        <Field
          label={t('nilai.label', { satuan: satuan.toLowerCase() })}
          bantuan={t(jenisNilai === 'KATEGORI' ? 'nilai.kategori' : 'nilai.bantuan')}
          inputMode={jenisNilai === 'KATEGORI' ? undefined : 'decimal'}
          className="angka"
          maxLength={300}
          value={isi.tercetak}
          onChange={(event) => onUbah({ tercetak: event.currentTarget.value })}
        />
      </div>
      <div className="lembar-pasangan">
        <Field
          label={t('surat')}
          maxLength={200}
          value={isi.surat}
          onChange={(event) => onUbah({ surat: event.currentTarget.value })}
        />
        <Field
          label={t('surat.tanggal')}
          type="date"
          value={isi.tanggal}
          onChange={(event) => onUbah({ tanggal: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
