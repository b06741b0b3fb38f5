// Where a number comes from: the number, the formula in words, the values below it, each opening the next, down to the line of the paper.
import { useEffect, useRef } from 'react'
import { type Cari, useCari, writeSearch } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { useCopy } from '../../web/ui/copy.ts'
import { Skeleton } from '../../web/ui/empty.tsx'
import { angkaLengkap, decimalsOf, isExact } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { Status } from '../../web/ui/status.tsx'
import { keadaanOf } from '../keadaan.ts'
import { inWords } from '../rantai.ts'
import { scaleInWords, sebutanInWords } from '../sebutan-kata.ts'
import { useJelaskan } from './data.ts'
import { linesOf, Paper, Record, Reports, Section, Shown, sentenceCase } from './jelaskan-catatan.tsx'
import { t as jika } from './jika-teks.ts'
import { t } from './teks.ts'
import { type Hasil, type Nilai, type Penjelasan, type Titik, titikOfHasil, walk } from './titik.ts'

const STEP = '~'

/** Opens where the address says `?jelaskan=IKL.2024`, at the level that `jalur` leads to. */
export function JelaskanPanel({ unit }: { unit: string }) {
  const [cari, ubah] = useCari()
  const match = /^([A-Z][A-Z0-9_]*)\.(\d{4}(?:-\w+)?)$/.exec(cari.jelaskan ?? '')
  const close = () => ubah({ jelaskan: undefined, jalur: undefined, bacaan: undefined })
  return (
    <Panel judul={t('j.judul')} buka={match !== null} onTutup={close} kaki={match && <CopyLink unit={unit} cari={cari} />}>
      {match && <Body unit={unit} kode={match[1]!} periode={match[2]!} cari={cari} ubah={ubah} />}
    </Panel>
  )
}

type BodyProps = {
  readonly unit: string
  readonly kode: string
  readonly periode: string
  readonly cari: Cari
  readonly ubah: (ubahan: Cari, ganti?: boolean) => void
}

function Body({ unit, kode, periode, cari, ubah }: BodyProps) {
  const found = useJelaskan<Penjelasan>({ unit, kode, periode, bacaan: cari.bacaan })
  const path = cari.jalur ? cari.jalur.split(STEP) : []
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(cari.jalur)
  useEffect(() => {
    if (before.current !== cari.jalur) heading.current?.focus()
    before.current = cari.jalur
  }, [cari.jalur])
  if (found.isPending) return <Skeleton baris={8} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const { level, lost } = walk(titikOfHasil(found.data.hasil), path)
  const here = level.at(-1)!
  const go = (steps: readonly string[]) => ubah({ jalur: steps.length ? steps.join(STEP) : undefined })
  const steps = level.slice(1).map((l) => l.kunci)
  return (
    <article className="jelaskan">
      {level.length > 1 && <Trail level={level} onKe={(n) => go(steps.slice(0, n))} />}
      {lost !== undefined && <Notice jenis="peringatan">{t('j.tak-ada-jalur', { bagian: lost })}</Notice>}
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {here.nama}
        </h3>
        <p className="muted">{sentenceCase(here.keterangan ?? subtitle(here) ?? '')}</p>
      </header>
      {level.length === 1 ? <Heroes p={found.data} /> : <Hero titik={here} />}
      <Exact nilai={here.nilai} />
      {level.length === 1 && <Readings p={found.data} bacaan={cari.bacaan} ubah={ubah} />}
      <How titik={here} />
      <Below titik={here} onBuka={(kunci) => go([...steps, kunci])} />
      {here.asal && <Paper asal={here.asal} />}
      {here.hasil && <Record hasil={here.hasil} />}
      {here.hasil && /^\d{4}$/.test(here.hasil.periode) && <Reports hasil={here.hasil} />}
    </article>
  )
}

function subtitle({ dimensi, hasil, nama }: Titik): string | undefined {
  if (hasil) return `${hasil.nama}, ${hasil.satuan ? t('j.satuan', { satuan: hasil.satuan.toLowerCase() }) : ''}`
  const words = Object.entries(dimensi ?? {}).filter(([k, v]) => k !== 'unit' && v !== nama)
  return words.map(([k, v]) => `${k.replaceAll('_', ' ')} ${v}`).join(', ') || undefined
}

function Trail({ level, onKe }: { level: readonly Titik[]; onKe: (n: number) => void }) {
  return (
    <nav aria-label={t('j.letak')}>
      <ol className="jejak">
        {level.map((l, n) => (
          <li key={l.kunci} aria-current={n === level.length - 1 ? 'step' : undefined}>
            {n > 0 && <Icon name="lanjut" size={14} />}
            {n === level.length - 1 ? (
              <span>{shortName(l)}</span>
            ) : (
              <button type="button" className="jejak-tombol" onClick={() => onKe(n)}>
                {shortName(l)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const shortName = (l: Titik) =>
  l.hasil ? (l.hasil.nama === l.nama ? `${l.hasil.indikator} ${l.hasil.namaPeriode}` : l.nama) : l.nama

export function Heroes({ p }: { p: Penjelasan }) {
  const { hasil, target, capaian } = p
  const keadaan = keadaanOf({
    periode: hasil.periode,
    status: hasil.nilai.status,
    capaianStatus: capaian.status,
    capaian: capaian.nilai,
    target: target === null ? null : target.tampil,
  })
  const has = capaian.status === 'NILAI'
  return (
    <dl className="pahlawan">
      <div className="pahlawan-utama">
        <dt>{t('j.capaian')}</dt>
        <dd className="angka">{has ? capaian.tampil : <Status keadaan={keadaan} />}</dd>
        {has && (
          <dd className="row">
            <Status keadaan={keadaan} />
            {capaian.kategori && <span className="small muted">{capaian.kategori}</span>}
          </dd>
        )}
      </div>
      <div>
        <dt>{t('j.realisasi')}</dt>
        <dd className="angka">
          {hasil.nilai.status === 'NILAI' ? (
            hasil.nilai.tampil
          ) : (
            <Shown nilai={{ status: hasil.nilai.status, teks: null }} desimal={2} />
          )}
        </dd>
        {hasil.sebutan && <dd className="strong">{sebutanInWords(hasil.sebutan)}</dd>}
        <dd className="small muted">{hasil.satuan}</dd>
      </div>
      <div>
        <dt>{t('j.target')}</dt>
        <dd className="angka">
          {!target ? (
            '–'
          ) : target.figure.status === 'NILAI' ? (
            target.tampil
          ) : (
            <Shown nilai={{ status: target.figure.status, teks: null }} desimal={2} />
          )}
        </dd>
        <dd className="small muted">
          {target ? [target.asal, linesOf(target.sumber)].filter(Boolean).join(', ') : t('j.target.tak-ada')}
        </dd>
      </div>
    </dl>
  )
}

function Hero({ titik: { nilai, hasil } }: { titik: Titik }) {
  return (
    <dl className="pahlawan">
      <div className="pahlawan-utama">
        <dt className="sr">{t('j.bagian.nilai')}</dt>
        <dd className="angka">
          <Shown
            nilai={nilai}
            desimal={nilai.teks === null ? 2 : Math.max(2, Math.min(4, decimalsOf(nilai.teks) > 6 ? 2 : decimalsOf(nilai.teks)))}
          />
        </dd>
        {hasil?.sebutan && <dd className="strong">{sebutanInWords(hasil.sebutan)}</dd>}
        {hasil?.nilai.pesan && <dd className="muted">{hasil.nilai.pesan}</dd>}
      </div>
    </dl>
  )
}

export function Exact({ nilai }: { nilai: Nilai }) {
  if (nilai.teks === null || isExact(nilai.teks, 2)) return null
  return (
    <p className="small muted">
      {t('j.lengkap')}: <span className="angka angka-panjang">{angkaLengkap(nilai.teks)}</span>
    </p>
  )
}

export function Readings({ p, bacaan, ubah }: { p: Penjelasan; bacaan: string | undefined; ubah: BodyProps['ubah'] }) {
  if (bacaan)
    return (
      <Notice jenis="peringatan" judul={t('j.bacaan.dipakai')}>
        <p>{t('j.bacaan.dipakai.isi', { bacaan })}</p>
        <Button kecil onClick={() => ubah({ bacaan: undefined, jalur: undefined })}>
          {t('j.bacaan.kembali')}
        </Button>
      </Notice>
    )
  const differing = p.pembanding.filter((o) => o.capaian.tampil !== p.capaian.tampil || o.nilai.tampil !== p.hasil.nilai.tampil)
  if (!differing.length) return null
  return (
    <Notice jenis="peringatan" judul={t('j.bacaan')}>
      {differing.map((o) => {
        const [[kode, name]] = Object.entries(o.bacaan) as [[string, string]]
        return (
          <div key={`${kode}:${name}`} className="bacaan">
            <p>{t('j.bacaan.isi', { kode, arti: o.arti, nilai: o.nilai.tampil, capaian: o.capaian.tampil })}</p>
            <Button kecil onClick={() => ubah({ bacaan: `${kode}:${name}`, jalur: undefined })}>
              {t('j.bacaan.lihat')}
            </Button>
          </div>
        )
      })}
    </Notice>
  )
}

export function How({ titik: { hasil, kata, asal, anak } }: { titik: Titik }) {
  if (!hasil) {
    if (kata)
      return (
        <Section judul={t('j.cara')}>
          <p className="kalimat">{sentenceCase(kata)}</p>
        </Section>
      )
    return asal && anak().length === 0 ? <p className="muted">{t('j.asli')}</p> : null
  }
  return (
    <Section judul={t('j.cara')}>
      {hasil.cara !== 'RUMUS' && <p className="kalimat">{sentenceCase(hasil.alasan)}.</p>}
      {hasil.rumus && (
        <>
          {hasil.cara !== 'RUMUS' && <p className="muted">{t('j.rumus.lain')}</p>}
          <p className={hasil.cara === 'RUMUS' ? 'kalimat' : undefined}>{sentenceCase(inWords(hasil.rumus.kata))}</p>
          <p className="small muted">
            {t('j.dasar')}: {hasil.rumus.dasar}
          </p>
          <details>
            <summary>{t('j.rumus')}</summary>
            <code>{hasil.rumus.teks}</code>
          </details>
        </>
      )}
      {hasil.sebutan && <Named sebutan={hasil.sebutan} />}
    </Section>
  )
}

/** Where its level begins, and on which scale. */
function Named({ sebutan: s }: { sebutan: NonNullable<Hasil['sebutan']> }) {
  const said = { sebutan: sebutanInWords(s), skala: scaleInWords(s) }
  return (
    <>
      <p>
        {s.dari === null
          ? t('j.sebutan.terendah', said)
          : t(s.termasuk ? 'j.sebutan.mulai' : 'j.sebutan.lebih', { ...said, dari: angkaLengkap(s.dari) })}
        {s.maks !== null && ` ${t('j.sebutan.lingkup', { maks: angkaLengkap(s.maks) })}`}
      </p>
      <p className="small muted">
        {t('j.dasar')}: {s.skala.dasar}
      </p>
    </>
  )
}

function Below({ titik, onBuka }: { titik: Titik; onBuka: (kunci: string) => void }) {
  const parts = titik.anak()
  if (!parts.length) return null
  // Data as printed keeps its decimals; what was computed is shown as the offices print it, with two.
  const longest = Math.max(...parts.map((p) => (p.nilai.teks === null ? 0 : decimalsOf(p.nilai.teks))))
  const desimal = longest > 4 ? 2 : Math.max(2, longest)
  return (
    <Section judul={t('j.bagian')} catatan={parts.length > 6 ? t('j.nilai', { n: parts.length }) : undefined}>
      <ul className="bagian">
        {parts.map((p) => (
          <li key={p.kunci}>
            <button type="button" onClick={() => onBuka(p.kunci)}>
              <span>
                {p.nama}
                {p.keterangan && <span className="small muted"> {p.keterangan}</span>}
              </span>
              <span className="angka strong">
                {p.nilai.status === 'NILAI' && p.nilai.teks === null ? t('j.rincian') : <Shown nilai={p.nilai} desimal={desimal} />}
              </span>
              <Icon name="lanjut" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The address of exactly this view, on the page of the office's capaian. */
function CopyLink({ unit, cari }: { unit: string; cari: Cari }) {
  const tahun = /\.(\d{4})/.exec(cari.jelaskan ?? '')?.[1]
  const { jelaskan, jalur, bacaan } = cari
  const [, kode = '', part] = /^(\w+)\.\d{4}(?:-(\w+))?$/.exec(jelaskan ?? '') ?? []
  const link = `${window.location.origin}/capaian/${unit}/${tahun}${writeSearch({ jelaskan, jalur, bacaan })}`
  const { copied, copy } = useCopy(link)
  return (
    <div className="row">
      <Button ikon={copied ? 'centang' : 'salin'} onClick={copy} data-tautan={link}>
        {t('j.salin')}
      </Button>
      <Tautan ke={`/bagaimana-jika/${unit}/${tahun}`} cari={{ untuk: jelaskan! }} className="tombol tombol-kedua">
        <Icon name="kelola" />
        {jika('buka')}
      </Tautan>
      <Tautan ke={`/jelaskan/${unit}/${tahun}/${kode}`} cari={{ ...(part && { periode: part }), ...(bacaan && { bacaan }) }}>
        {t('j.halaman-penuh')}
      </Tautan>
      <span role="status" className="salin-kabar">
        {copied && t('j.tersalin')}
        {copied === false && (
          <>
            {t('j.tak-tersalin')} <a href={link}>{link}</a>
          </>
        )}
      </span>
    </div>
  )
}
