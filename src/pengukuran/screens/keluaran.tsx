// The outputs of the action plan that are due in the quarter: how much was done, with note and evidence, filled in where they stand.
import { useId, useState } from 'react'
import { compare, findDecimal, parseDecimal } from '../../platform/kernel/decimal.ts'
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { ROMAWI } from '../../platform/kernel/time.ts'
import { ApiError, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field, Select } from '../../web/ui/field.tsx'
import { angkaWajar, jam } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { Status } from '../../web/ui/status.tsx'
import { Bentrok } from './bentrok.tsx'
import { BuktiBidang } from './bukti.tsx'
import { useDraf } from './draf.ts'
import { type Bukti, type BuktiTersimpan, type Keluaran, sentBukti, toBukti, useKeluaran } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'
import { BATAS, Tulisan } from './tulisan.tsx'

export function KeluaranTriwulan({ unit, periode }: { unit: string; periode: string }) {
  const found = useKeluaran(unit, periode)
  const [only, setOnly] = useState<'semua' | 'belum'>('semua')
  const data = found.data
  const rows = data?.isi ?? []
  const shown = only === 'semua' ? rows : rows.filter((r) => stateOf(r) !== 'selesai')
  const done = rows.filter((r) => stateOf(r) === 'selesai').length
  const groups = [...Map.groupBy(shown, (r) => r.indikator)]
  return (
    <section className="stack keluaran" aria-labelledby="keluaran">
      <h2 id="keluaran">{t('keluaran', { n: ROMAWI[periode.slice(5)]! })}</h2>
      {found.isPending && <Skeleton baris={6} />}
      {found.isError && <Failure error={found.error} onLagi={() => found.refetch()} />}
      {data && rows.length === 0 && (
        <p className="muted">{data.rencana ? t('keluaran.kosong') : t('keluaran.tanpa', { tahun: periode.slice(0, 4) })}</p>
      )}
      {data && rows.length > 0 && (
        <>
          <div className="ringkas">
            <p className="ringkas-utama">
              <span className="angka">{t('keluaran.selesai', { n: done, dari: rows.length })}</span>{' '}
              <span className="muted">
                {t('keluaran.selesai.kata')}, {t('keluaran.terisi', { n: rows.filter((r) => r.kemajuan !== null).length })}
              </span>
            </p>
            <Choice
              label={t('keluaran.saring')}
              nilai={only}
              pilihan={[
                { nilai: 'semua', label: t('keluaran.semua') },
                { nilai: 'belum', label: t('keluaran.saring.belum') },
              ]}
              onPilih={setOnly}
            />
          </div>
          {data.ditolak && <Notice judul={t('keluaran.tertutup')}>{data.ditolak}</Notice>}
          {groups.map(([indikator, list]) => (
            <div key={indikator} className="keluaran-kelompok">
              <h3>{indikator}</h3>
              <ul>
                {list.map((row) => (
                  <li key={row.id}>
                    <Baris unit={unit} row={row} saya={data.saya} terkunci={data.ditolak !== null} onMuat={() => found.refetch()} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </section>
  )
}

type State = 'belum' | 'nol' | 'sebagian' | 'selesai' | 'terisi' | 'tanpa'

function stateOf({ kemajuan: k, jumlah }: Keluaran): State {
  if (!k || k.status === 'KOSONG') return 'belum'
  if (k.status !== 'NILAI') return 'tanpa'
  const did = findDecimal(k.nilai)
  const wanted = findDecimal(jumlah.nilai)
  if (!did || !wanted) return 'terisi'
  if (compare(did, wanted) >= 0) return 'selesai'
  return compare(did, parseDecimal('0')) > 0 ? 'sebagian' : 'nol'
}

function Tanda({ row }: { row: Keluaran }) {
  const state = stateOf(row)
  if (state === 'selesai') return <Status keadaan="tercapai" kata={t('keluaran.selesai.tanda')} />
  if (state === 'sebagian') return <Status keadaan="waspada" kata={t('keluaran.sebagian')} />
  if (state === 'nol') return <Status keadaan="tidak-tercapai" kata={t('keluaran.nol')} />
  if (state === 'terisi') return <Status keadaan="tanpa-target" kata={t('keluaran.terisi.tanda')} />
  if (state === 'tanpa') return <Status keadaan={row.kemajuan?.status === 'BELUM_RILIS' ? 'belum-rilis' : 'tidak-jatuh-tempo'} />
  return <Status keadaan="belum-ada-data" kata={t('keluaran.belum')} />
}

const STATES = ['NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'] as const
type Isi = {
  readonly tercetak: string
  readonly status: (typeof STATES)[number]
  readonly catatan: string
  readonly bukti: readonly Bukti[]
}
type Tersimpan = {
  status: string
  nilai: string | null
  tercetak: string | null
  catatan: string | null
  bukti: readonly BuktiTersimpan[]
}

const toIsi = (k: Tersimpan | null): Isi => ({
  tercetak: k?.tercetak ?? k?.nilai ?? '',
  status: k && k.status !== 'NILAI' && k.catatan ? (k.status as Isi['status']) : 'NILAI',
  catatan: k?.catatan ?? '',
  bukti: (k?.bukti ?? []).map(toBukti),
})

type Masalah = { readonly kata: string; readonly bentrok?: { version: number; tersimpan: Tersimpan; oleh: string } }
type Props = {
  readonly unit: string
  readonly row: Keluaran
  readonly saya: string
  readonly terkunci: boolean
  readonly onMuat: () => void
}

function Baris({ unit, row, saya, terkunci, onMuat }: Props) {
  const id = useId()
  const draf = useDraf<Isi>(saya, `keluaran.${row.id}`, toIsi(row.kemajuan), row.version)
  const { isi } = draf
  const [open, setOpen] = useState(draf.pulih)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<string>()
  const [masalah, setMasalah] = useState<Masalah>()
  const put = (more: Partial<Isi>) => draf.ubah({ ...isi, ...more })
  const read = isi.status === 'NILAI' && isi.tercetak.trim() ? readNumber(isi.tercetak, row.satuan ?? '') : ''
  const salah = isRefusal(read) ? read.detail : undefined
  const satuan = row.satuan ?? ''
  const name = row.kode ?? row.uraian.slice(0, 40)
  const save = async (version = draf.dasar) => {
    if (salah || isi.catatan.length > BATAS) return
    setBusy(true)
    setMasalah(undefined)
    try {
      const body = { tercetak: isi.tercetak, status: isi.status, catatan: isi.catatan || null, bukti: sentBukti(isi.bukti) }
      const made = await request<{ version: number }>('PUT', `/api/kemajuan-output/${unit}/${row.id}`, { body, version })
      draf.tersimpan(isi, made.data.version)
      setSaved(made.at ?? undefined)
      onMuat()
    } catch (error) {
      const outdated = error instanceof ApiError && error.problem.code === 'VERSI_USANG' ? error.problem.current : undefined
      const current = outdated as (Tersimpan & { version: number; oleh: string }) | undefined
      setMasalah({
        kata: sentence(error),
        bentrok: current && { version: current.version, tersimpan: current, oleh: current.oleh },
      })
      if (error instanceof ApiError && error.problem.field === 'catatan') setOpen(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="keluaran-baris">
      <div className="keluaran-apa">
        <p>
          {row.kode && <span className="keluaran-kode">{row.kode}</span>} {row.uraian}
        </p>
        <p className="small muted">
          {t('keluaran.rencana', { jumlah: planned(row), satuan })}
          {row.penanggungJawab.length > 0 && ` · ${t('keluaran.jawab', { nama: row.penanggungJawab.join('; ') })}`}
        </p>
      </div>
      <div className="keluaran-isi">
        <Field
          label={t('keluaran.isi')}
          aria-label={t('keluaran.isi.kata', { kode: name, satuan })}
          className="angka"
          inputMode="decimal"
          maxLength={300}
          readOnly={terkunci || isi.status !== 'NILAI'}
          value={isi.status === 'NILAI' ? isi.tercetak : ''}
          aria-invalid={salah ? true : undefined}
          aria-describedby={salah ? `${id}-salah` : undefined}
          onChange={(event) => put({ tercetak: event.currentTarget.value })}
        />
        <span className="muted keluaran-satuan">{satuan}</span>
      </div>
      <div className="keluaran-tanda">
        <Tanda row={row} />
        {draf.berubah ? (
          <span className="small strong">{t('belum')}</span>
        ) : saved ? (
          <span className="small lembar-tersimpan">
            <Icon name="centang" size={16} />
            {t('tersimpan', { jam: jam(saved) })}
          </span>
        ) : null}
      </div>
      <div className="keluaran-tombol">
        <Button kecil rupa="polos" aria-expanded={open} aria-controls={`${id}-rinci`} onClick={() => setOpen(!open)}>
          {t('keluaran.rinci')}
          {isi.bukti.length > 0 && ` (${t('keluaran.bukti.n', { n: isi.bukti.length })})`}
        </Button>
        {!terkunci && (
          <Button
            kecil
            rupa={draf.berubah ? 'utama' : 'kedua'}
            sibuk={busy}
            disabled={!draf.berubah}
            aria-label={t('keluaran.simpan', { kode: name })}
            onClick={() => save()}
          >
            {t(busy ? 'simpan.sibuk' : 'simpan')}
          </Button>
        )}
      </div>
      {salah && (
        <div className="bidang-salah keluaran-penuh" id={`${id}-salah`}>
          <Icon name="salah" />
          <span>{salah}</span>
        </div>
      )}
      {masalah && (
        <div className="keluaran-penuh">
          {masalah.bentrok ? (
            <Bentrok
              beda={beda(isi, toIsi(masalah.bentrok.tersimpan))}
              oleh={masalah.bentrok.oleh}
              onSaya={() => save(masalah.bentrok!.version)}
              onTersimpan={() => {
                draf.tersimpan(toIsi(masalah.bentrok!.tersimpan), masalah.bentrok!.version)
                setMasalah(undefined)
                onMuat()
              }}
            />
          ) : (
            <Notice jenis="salah" judul={t('gagal')}>
              <p>{masalah.kata}</p>
              <p>
                <Button kecil onClick={() => save()}>
                  {t('simpan.lagi')}
                </Button>
              </p>
            </Notice>
          )}
        </div>
      )}
      <div id={`${id}-rinci`} className="keluaran-penuh keluaran-rinci" hidden={!open}>
        <fieldset className="stack polos" disabled={terkunci}>
          <legend className="sr">{t('keluaran.rinci')}</legend>
          <Select
            label={t('keluaran.keadaan')}
            value={isi.status}
            onChange={(event) => put({ status: event.currentTarget.value as Isi['status'] })}
          >
            {STATES.map((s) => (
              <option key={s} value={s}>
                {s === 'NILAI' ? t('keluaran.keadaan.NILAI') : t(`cara.${s}`)}
              </option>
            ))}
          </Select>
          <Tulisan label={t('keluaran.catatan')} nilai={isi.catatan} baris={2} onUbah={(catatan) => put({ catatan })} />
        </fieldset>
        <BuktiBidang unit={unit} bukti={isi.bukti} terkunci={terkunci} onUbah={(bukti) => put({ bukti })} />
      </div>
    </div>
  )
}

const planned = ({ jumlah }: Keluaran) => jumlah.tercetak ?? (jumlah.nilai === null ? '–' : angkaWajar(jumlah.nilai))

function beda(mine: Isi, theirs: Isi) {
  const names = (isi: Isi) => isi.bukti.map((b) => b.nama).join('; ')
  return [
    { bidang: t('keluaran.isi'), anda: mine.tercetak, mereka: theirs.tercetak },
    { bidang: t('keluaran.catatan'), anda: mine.catatan, mereka: theirs.catatan },
    { bidang: t('bukti'), anda: names(mine), mereka: names(theirs) },
  ].filter((b) => b.anda !== b.mereka)
}
