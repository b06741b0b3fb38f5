// One check: the paper at the left, its findings at the right, each tied to its place. On a phone the findings come first.
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { SEBUTAN_JENIS, tempatOf } from '../../periksa/sebutan.ts'
import { useCari } from '../../web/ui/address.ts'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { angka, saat } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { usePhone } from '../../web/ui/media.ts'
import { type Aktif, idOf } from '../../web/ui/naskah-terbaca.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { sebabHilang } from '../rules.ts'
import { type Reviu, type Temuan, useNaskah, useReviu } from './data.ts'
import { IsiNaskah } from './naskah.tsx'
import { BERAT, KEYAKINAN, SARINGAN, SIKAP, saring, tetangga } from './saring.ts'
import { t } from './teks.ts'
import { TemuanButir, tombolOf } from './temuan.tsx'
import './screens.css'

export function ReviuPage({ id }: { id: string }) {
  const found = useReviu(id)
  if (found.isPending) return <Skeleton baris={12} />
  if (!found.data) return <Failure error={found.error} onLagi={() => found.refetch()} />
  return <Terbuka key={id} reviu={found.data} />
}

function Terbuka({ reviu }: { reviu: Reviu }) {
  const [cari, ubah] = useCari()
  const phone = usePhone()
  const naskah = useNaskah(reviu.id)
  const shown = useMemo(() => saring(reviu.temuan, cari), [reviu.temuan, cari])
  const chosen = reviu.temuan.find((x) => x.kunci === cari.temuan)
  const [terkait, setTerkait] = useState<string>()
  const aktif: Aktif = { utama: chosen?.jangkar ?? null, terkait: chosen?.jangkarTerkait ?? [] }
  const onPaper = phone && cari.tampil === 'naskah'

  const choose = (kunci: string | undefined) => {
    setTerkait(undefined)
    ubah({ temuan: kunci }, true)
  }
  // One function for as long as the page is open: another one would draw the whole paper again.
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  const onPilih = useCallback((kunci: string) => latest.current(kunci), [])
  // The place comes into view when another finding is chosen, and when the paper has come.
  const spot = terkait ?? aktif.utama
  const [drawn, setDrawn] = useState(false)
  const onSelesai = useCallback(() => setDrawn(true), [])
  const ready = drawn && (!phone || onPaper)
  useEffect(() => {
    if (ready && spot) document.getElementById(idOf(spot))?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [ready, spot])

  const step = (langkah: 1 | -1, focus = false) => {
    const next = tetangga(shown, chosen?.kunci, langkah)
    if (!next) return
    choose(next.kunci)
    if (focus) document.getElementById(tombolOf(next.kunci))?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isHead = (event.target as HTMLElement).classList.contains('temuan-kepala')
    if (!isHead || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1, true)
  }
  const at = shown.findIndex((x) => x.kunci === chosen?.kunci)
  const langkah = (
    <div className="reviu-langkah">
      <Button kecil ikon="kembali" onClick={() => step(-1)}>
        <span className="sr">{t('sebelumnya')}</span>
      </Button>
      <span className="small muted" role="status">
        {at < 0 ? t('temuan.n', { n: shown.length }) : t('temuan.ke', { n: at + 1, dari: shown.length })}
      </span>
      <Button kecil ikon="lanjut" onClick={() => step(1)}>
        <span className="sr">{t('berikutnya')}</span>
      </Button>
    </div>
  )
  return (
    <>
      <Kepala reviu={reviu} />
      <div className="reviu">
        <section className="reviu-temuan" aria-labelledby="reviu-temuan" hidden={onPaper}>
          <div className="reviu-kepala">
            <h2 id="reviu-temuan">{t('temuan')}</h2>
            {phone ? (
              <Button kecil onClick={() => ubah({ tampil: 'naskah' })}>
                {t('naskah.buka')}
              </Button>
            ) : (
              shown.length > 0 && langkah
            )}
          </div>
          <Saringan temuan={reviu.temuan} />
          {reviu.temuan.length === 0 ? (
            <EmptyState judul={t('bersih.judul')}>
              <p>{t('bersih.isi', { cocok: angka(String(reviu.cocok), 0) })}</p>
            </EmptyState>
          ) : shown.length === 0 ? (
            <p className="muted">{t('saring.kosong')}</p>
          ) : (
            <ol className="temuan-daftar" onKeyDown={onKeyDown}>
              {shown.map((x) => (
                <TemuanButir
                  key={x.kunci}
                  temuan={x}
                  nomor={reviu.temuan.indexOf(x) + 1}
                  buka={x === chosen}
                  onBuka={() => choose(x === chosen ? undefined : x.kunci)}
                  onTerkait={(jangkar) => {
                    setTerkait(jangkar)
                    if (phone) ubah({ tampil: 'naskah' })
                  }}
                  onLihat={phone ? () => ubah({ tampil: 'naskah' }) : undefined}
                  reviu={reviu.id}
                  boleh={reviu.boleh.putuskan}
                />
              ))}
            </ol>
          )}
          <Hilang reviu={reviu} />
        </section>
        <section className="reviu-naskah" aria-labelledby="reviu-naskah" hidden={phone && !onPaper}>
          <h2 id="reviu-naskah" className="sr">
            {t('naskah')}
          </h2>
          {onPaper && (
            <div className="reviu-bilah">
              <div className="reviu-kepala">
                <Button kecil onClick={() => ubah({ tampil: undefined })}>
                  {t('kembali')}
                </Button>
                {shown.length > 0 && langkah}
              </div>
              {chosen && <p className="small">{chosen.penjelasan}</p>}
            </div>
          )}
          {naskah.isPending ? (
            <Skeleton baris={14} />
          ) : naskah.isError ? (
            <Failure error={naskah.error} onLagi={() => naskah.refetch()} />
          ) : (
            <IsiNaskah naskah={naskah.data} temuan={reviu.temuan} aktif={aktif} onPilih={onPilih} onSelesai={onSelesai} />
          )}
        </section>
      </div>
    </>
  )
}

function Kepala({ reviu }: { reviu: Reviu }) {
  const navigate = useNavigate()
  const again = useMutation({
    mutationFn: () => request<{ id: string }>('POST', `/api/reviu/${reviu.id}/ulang`, { idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ data }) => navigate({ to: `/reviu/${data.id}` as never }),
  })
  const n = (value: number) => angka(String(value), 0)
  const facts: (readonly [string, string])[] = [
    [n(reviu.cocok), t('fakta.cocok', { n: n(reviu.hitungan), tabel: n(reviu.tabel) })],
    [n(reviu.temuan.length), t('fakta.temuan', { n: n(reviu.temuan.filter((x) => !x.putusan?.putusan).length) })],
    ...(reviu.hilang.length
      ? [[n(reviu.hilang.length), t(`fakta.hilang.${sebabHilang(reviu.sebelum!)}`, { n: reviu.sebelum!.urutan })] as const]
      : []),
  ]
  return (
    <>
      <PageHead
        judul={t('judul.satu', { jenis: t(`jenis.${reviu.jenis}`), tahun: reviu.tahun })}
        pengantar={
          <p className="reviu-asal">
            {reviu.namaUnit} · {reviu.nama} · {t('ke', { n: reviu.urutan })}, {saat(reviu.pada)}, {reviu.namaOleh}
          </p>
        }
        aksi={
          <>
            <Tautan ke="/reviu" className="tombol tombol-polos">
              {t('semua')}
            </Tautan>
            <Unduh
              alamat={`/api/reviu/${reviu.id}/dokumen`}
              nama={t('hasil')}
              data={[
                { nama: 'JSON', keterangan: t('unduh.json'), alamat: `/api/reviu/${reviu.id}/data?bentuk=json` },
                { nama: 'SARIF', keterangan: t('unduh.sarif'), alamat: `/api/reviu/${reviu.id}/data?bentuk=sarif` },
                { nama: t('unduh.asli'), keterangan: reviu.nama, alamat: `/api/reviu/${reviu.id}/berkas` },
              ]}
            />
          </>
        }
      />
      <dl className="reviu-fakta">
        {facts.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="angka">{value}</dd>
          </div>
        ))}
      </dl>
      {reviu.ragu > 0 && <p className="small muted reviu-ragu">{t('ragu', { n: reviu.ragu })}</p>}
      {!reviu.aturanTerbaru && reviu.boleh.periksa && (
        <Notice judul={t('baru.judul')}>
          <p>{t('baru.isi')}</p>
          <p>
            <Button kecil sibuk={again.isPending} onClick={() => again.mutate()}>
              {again.isPending ? t('memeriksa') : t('baru.ulang')}
            </Button>
          </p>
        </Notice>
      )}
      {again.isError && <Failure error={again.error} />}
    </>
  )
}

function Saringan({ temuan }: { temuan: readonly Temuan[] }) {
  const [cari, ubah] = useCari()
  const phone = usePhone()
  const kinds = [...new Set(temuan.map((x) => x.jenis))]
  const offers: Readonly<Record<(typeof SARINGAN)[number], readonly (readonly [string, string])[]>> = {
    jenis: kinds.map((jenis) => [jenis, SEBUTAN_JENIS[jenis]]),
    berat: BERAT.map((berat) => [berat, t(`berat.${berat}`)]),
    putusan: SIKAP.map((sikap) => [sikap, t(`putusan.${sikap}`)]),
    yakin: KEYAKINAN.map((n) => [n, t('yakin.n', { n })]),
  }
  if (temuan.length < 2) return null
  const fields = (
    <fieldset className="reviu-saring">
      <legend className="sr">{t('saring')}</legend>
      {SARINGAN.map((name) => (
        <Select
          key={name}
          label={t(`saring.${name}`)}
          value={cari[name] ?? ''}
          onChange={(e) => ubah({ [name]: e.currentTarget.value || undefined }, true)}
        >
          <option value="">{t('saring.semua')}</option>
          {offers[name].map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  )
  if (!phone) return fields
  const set = SARINGAN.filter((name) => cari[name]).length
  return (
    <details className="reviu-saring-buka">
      <summary>{set ? t('saring.n', { n: set }) : t('saring')}</summary>
      {fields}
    </details>
  )
}

function Hilang({ reviu: { hilang, sebelum } }: { reviu: Reviu }) {
  if (!hilang.length || !sebelum) return null
  const sebab = sebabHilang(sebelum)
  return (
    <details className="reviu-hilang">
      <summary>{t(`hilang.judul.${sebab}`, { n: hilang.length })}</summary>
      <p className="small muted">
        {t(`hilang.isi.${sebab}`, { n: sebelum.urutan })}{' '}
        <Tautan ke={`/reviu/${sebelum.id}`}>{t('hilang.buka', { n: sebelum.urutan })}</Tautan>
      </p>
      <ul className="daftar-polos">
        {hilang.map((x) => (
          <li key={x.kunci}>
            <span className="strong">{[tempatOf(x), x.letak].filter(Boolean).join(': ')}</span>
            <p className="small">{x.penjelasan}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
