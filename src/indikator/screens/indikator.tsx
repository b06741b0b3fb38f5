// One indicator as the official form has it, with everything that makes its number.
import type { ReactNode } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { ApiError } from '../../web/ui/api.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { paperText } from '../../web/ui/paper.ts'
import { type Column, Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import type { KaitanKamus, SkalaKamus, VariabelKamus } from '../kamus.ts'
import { Bagian, Baris, differences, Kosong, kalimat, Nilai, namaTriwulan, Perbedaan, persis } from './bagian.tsx'
import { type Entri, type HasilTahun, type Satu, useHasil, useIndikator, type Versi } from './data.ts'
import { MetodeBagian } from './metode.tsx'
import { Polaritas } from './polaritas.tsx'
import { RumusTeks } from './rumus-teks.tsx'
import { kataAgregasi, kataPolaritas, t } from './teks.ts'
import './screens.css'

type At = { readonly unit: string; readonly tahun: string }

export function IndikatorPage({ unit, tahun, indikator }: At & { indikator: string }) {
  const found = useIndikator(unit, tahun, indikator)
  if (found.isPending) return <Skeleton baris={14} />
  if (found.isError) {
    const { error } = found
    const missing = error instanceof ApiError && (error.problem.status === 404 || error.problem.status === 400)
    if (!missing) return <Failure error={error} onLagi={() => found.refetch()} />
    return (
      <>
        <PageHead judul={t('satu.tak-ada', { kode: indikator.slice(0, 60), tahun })} />
        <EmptyState judul={t('satu.tak-ada.isi')}>
          <TautanTombol ke={`/kamus/${unit}/${tahun}`} rupa="utama">
            {t('satu.kembali')}
          </TautanTombol>
        </EmptyState>
      </>
    )
  }
  return <Sheet satu={found.data} at={{ unit, tahun }} />
}

function Sheet({ satu, at }: { satu: Satu; at: At }) {
  const { entri: v, bolehUbah } = satu
  const here = `/kamus/${at.unit}/${at.tahun}`
  return (
    <>
      <p className="kamus-balik">
        <Tautan ke={here}>{t('satu.kembali')}</Tautan>
      </p>
      <PageHead
        judul={v.nama}
        pengantar={`${v.kode} · ${v.satuan}${v.iku ? ` · ${t('f.iku')}` : ''}`}
        aksi={
          <>
            <Unduh
              alamat={`/api/kamus/${at.unit}/dokumen`}
              query={{ tahun: at.tahun, indikator: v.kode }}
              nama={t('satu.unduh', { kode: v.kode })}
            />
            {bolehUbah && (
              <TautanTombol ke={`${here}/${v.kode}/ubah`} rupa="utama">
                {t('satu.ubah')}
              </TautanTombol>
            )}
          </>
        }
      />
      <div className="kamus-lembar">
        <Bagian id="pengertian" judul={t('b.pengertian')}>
          <Meaning v={v} />
        </Bagian>
        <Bagian id="cara" judul={t('b.cara')}>
          <How v={v} />
        </Bagian>
        {v.variabel.length > 0 && (
          <Bagian id="variabel" judul={t('b.variabel')}>
            <Variables v={v} />
          </Bagian>
        )}
        <Bagian id="polaritas" judul={t('b.polaritas')}>
          <Polaritas polaritas={v.polaritas} />
        </Bagian>
        {v.metodeResmi && (
          <Bagian id="metode" judul={t('b.metode')}>
            <MetodeBagian metode={v.metodeResmi} />
          </Bagian>
        )}
        <Bagian id="hasil" judul={t('b.hasil')}>
          <Results {...at} kode={v.kode} desimal={v.desimal} />
        </Bagian>
        <Bagian id="kaitan" judul={t('b.kaitan')}>
          <div className="kamus-kaitan">
            <Relations judul={t('k.memakai')} kosong={t('k.memakai.kosong')} isi={satu.memakai} tahun={at.tahun} />
            <Relations judul={t('k.dipakai')} kosong={t('k.dipakai.kosong')} isi={satu.dipakai} tahun={at.tahun} />
          </div>
        </Bagian>
        <Bagian id="versi" judul={t('b.versi')}>
          <Versions versi={satu.versi} />
        </Bagian>
      </div>
    </>
  )
}

function Meaning({ v }: { v: Entri }) {
  return (
    <dl className="kamus-isian">
      <Baris label={t('f.definisi')}>{v.definisi}</Baris>
      <Baris label={t('f.satuan')}>{v.satuan}</Baris>
      <Baris label={t('f.dasar')}>
        {v.dasarHukum.length > 0 && (
          <ol className="kamus-daftar">
            {v.dasarHukum.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        )}
      </Baris>
      {v.namaPendefinisi && <Baris label={t('f.pendefinisi')}>{v.namaPendefinisi}</Baris>}
      <Baris label={t('f.sumber')}>{v.sumberData}</Baris>
      <Baris label={t('f.pemilik')}>{v.namaPemilik ?? t('pemilik.sendiri')}</Baris>
      <Baris label={t('f.berlaku')}>{validity(v)}</Baris>
      {v.sumber && <Baris label={t('f.naskah')}>{paperText(v.sumber)}</Baris>}
      {v.keterangan && <Baris label={t('f.keterangan')}>{v.keterangan}</Baris>}
    </dl>
  )
}

function validity({ versi: n, berlakuDari, berlakuSampai }: Versi): string {
  const dari = tanggal(berlakuDari)
  return berlakuSampai ? t('f.berlaku.sampai', { n, dari, sampai: tanggal(berlakuSampai) }) : t('f.berlaku.isi', { n, dari })
}

function How({ v }: { v: Entri }) {
  return (
    <dl className="kamus-isian">
      <Baris label={t('f.caraUkur')}>{v.caraUkur}</Baris>
      <Baris label={t('f.kata')}>
        {v.rumusBerlaku ? <strong>{kalimat(v.rumusBerlaku.kata)}</strong> : <span className="muted">{t('f.rumus.tak-ada')}</span>}
      </Baris>
      {v.rumusBerlaku && (
        <Baris label={t('f.rumus')}>
          <RumusTeks teks={v.rumusBerlaku.teks} />
        </Baris>
      )}
      {v.triwulan.map((q) => (
        <Baris key={q.triwulan} label={t('f.triwulan', { triwulan: namaTriwulan(q.triwulan) })}>
          {q.polaritas && <p>{kataPolaritas(q.polaritas as Entri['polaritas'])}</p>}
          {q.agregasi && <p>{kataAgregasi(q.agregasi as Entri['agregasi'])}</p>}
          {q.rumus && <RumusTeks teks={q.rumus.teks} />}
        </Baris>
      ))}
      <Baris label={t('kolom.polaritas')}>{kataPolaritas(v.polaritas)}</Baris>
      <Baris label={t('f.agregasi')}>{kataAgregasi(v.agregasi)}</Baris>
      <Baris label={t('f.skala')}>{range(v)}</Baris>
      <Policy kebijakan={v.kebijakan} />
      <Baris label={t('f.bulat')}>{t('f.bulat.isi', { n: v.desimal })}</Baris>
      {v.skalaNilai && (
        <Baris label={t('f.sebutan.nilai')}>
          <Levels skala={v.skalaNilai} />
        </Baris>
      )}
      <Baris label={t('f.sebutan.capaian')}>
        <Levels skala={v.skalaCapaian} />
      </Baris>
    </dl>
  )
}

function Policy({ kebijakan }: Pick<Versi, 'kebijakan'>) {
  const said = [
    kebijakan?.tidakAdaObjek && t('u.nihil'),
    kebijakan?.kosong === 'HITUNG_YANG_ADA' && t('u.yangAda'),
    kebijakan?.setiap === 'TERENDAH' && t('u.terendah'),
    kebijakan?.batas && `${t('u.batas')} ${persis(kebijakan.batas)}`,
  ].filter(Boolean)
  return said.length ? <Baris label={t('b.kebijakan')}>{said.join('; ')}</Baris> : null
}

function range({ skalaMin, skalaMaks }: Versi): string | null {
  if (skalaMin && skalaMaks) return t('f.skala.isi', { min: persis(skalaMin), maks: persis(skalaMaks) })
  return skalaMin ? t('f.skala.min', { min: persis(skalaMin) }) : skalaMaks ? t('f.skala.maks', { maks: persis(skalaMaks) }) : null
}

function Levels({ skala }: { skala: SkalaKamus }) {
  return (
    <ul className="kamus-tingkat">
      {skala.tingkat.map(({ dari, termasuk, kode, sebutan }) => (
        <li key={sebutan}>
          <span className="strong">{kode ? `${kode}, ${sebutan}` : sebutan}</span>{' '}
          <span className="angka muted">
            {dari === null ? t('f.selebihnya') : t(termasuk ? 'f.mulai' : 'f.lebih', { n: persis(dari) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const meaning = ({ arti, batas }: VariabelKamus) => (
  <>
    {arti ? kalimat(arti) : <Kosong />}
    {batas && <span className="kamus-kode small muted">{kalimat(batas)}</span>}
  </>
)

function Variables({ v }: { v: Entri }) {
  const columns: Column<VariabelKamus>[] = [
    {
      kunci: 'nama',
      judul: t('v.nama'),
      rupa: 'nama',
      isi: (one) => (
        <>
          <code className="rumus-teks">{one.nama}</code>
          {one.kolom.length > 0 && <span className="kamus-kode small muted">{t('v.tabel', { kolom: one.kolom.join(', ') })}</span>}
        </>
      ),
    },
    { kunci: 'arti', judul: t('v.arti'), lebar: true, isi: meaning },
    { kunci: 'satuan', judul: t('v.satuan'), isi: (one) => one.satuan ?? '–' },
    { kunci: 'dari', judul: t('v.dari'), isi: (one) => t(`v.${one.dari}`) },
  ]
  return <Table judul={t('b.variabel')} kunci={(one) => one.nama} kelompok={[{ baris: v.variabel }]} kolom={columns} />
}

function Results({ unit, tahun, kode, desimal }: At & { kode: string; desimal: number }) {
  const found = useHasil(unit, tahun, kode)
  if (found.isPending) return <Skeleton baris={3} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  if (!found.data.length) return <p className="muted">{t('h.kosong')}</p>
  const figure = (kunci: 'target' | 'realisasi' | 'capaian', judul: string, places: number): Column<HasilTahun> => ({
    kunci,
    judul,
    rupa: 'angka',
    isi: (h) => <Nilai angka={h[kunci]} desimal={places} />,
  })
  const columns: Column<HasilTahun>[] = [
    { kunci: 'tahun', judul: t('h.tahun'), rupa: 'nama', isi: (h) => h.tahun },
    figure('target', t('p.target'), desimal),
    figure('realisasi', t('p.realisasi'), desimal),
    figure('capaian', t('p.hasil'), 2),
    {
      kunci: 'jelaskan',
      judul: <span className="sr">{t('h.jelaskan')}</span>,
      label: ' ',
      lebar: true,
      isi: (h) => (
        <Tautan ke={`/capaian/${unit}/${h.tahun}`} cari={{ jelaskan: `${kode}.${h.tahun}` }}>
          {t('h.jelaskan.tahun', { tahun: h.tahun })}
        </Tautan>
      ),
    },
  ]
  return (
    <div className="stack">
      <Table judul={t('b.hasil')} kunci={(h) => h.tahun} kelompok={[{ baris: found.data.toReversed() }]} kolom={columns} />
      <p>
        <Tautan ke={`/capaian/${unit}/${tahun}`}>{t('h.capaian')}</Tautan>
      </p>
    </div>
  )
}

type RelationProps = { judul: string; kosong: string; isi: readonly KaitanKamus[]; tahun: string }
function Relations({ judul, kosong, isi, tahun }: RelationProps): ReactNode {
  return (
    <div>
      <h3>{judul}</h3>
      {isi.length === 0 ? (
        <p className="muted">{kosong}</p>
      ) : (
        <ul className="kamus-daftar">
          {isi.map((k) => (
            <li key={`${k.unit} ${k.kode}`}>
              <Tautan ke={`/kamus/${k.unit}/${tahun}/${k.kode}`}>{k.nama}</Tautan>{' '}
              <span className="small muted">
                {k.kode}
                {!k.langsung && `, ${t('k.lewat')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const versionName = (v: Versi) => t('r.nama', { n: v.versi, dari: tanggal(v.berlakuDari) })

function Versions({ versi }: { versi: readonly Versi[] }) {
  const [cari, ubah] = useCari()
  const last = versi.at(-1)
  if (versi.length < 2 || !last) return <p>{last && t('r.satu', { nama: versionName(last) })}</p>
  const chosen = (n: string | undefined, otherwise: Versi) => versi.find((v) => String(v.versi) === n) ?? otherwise
  const satu = chosen(cari.banding, versi.at(-2)!)
  const dua = chosen(cari.dengan, last)
  const pick = (label: string, at: Versi, key: 'banding' | 'dengan') => (
    <Select label={label} value={at.versi} onChange={(event) => ubah({ [key]: event.currentTarget.value }, true)}>
      {versi.map((v) => (
        <option key={v.id} value={v.versi}>
          {versionName(v)}
        </option>
      ))}
    </Select>
  )
  return (
    <div className="stack">
      <div className="kamus-contoh">
        {pick(t('r.pilih'), satu, 'banding')}
        {pick(kalimat(t('r.dengan')), dua, 'dengan')}
      </div>
      <Perbedaan beda={differences(satu, dua)} satu={versionName(satu)} dua={versionName(dua)} />
      <ul className="kamus-daftar">
        {versi.map((v) => (
          <li key={v.id}>
            {validity(v)}{' '}
            <Tautan ke={`/kamus/${v.unit}/${v.berlakuDari.slice(0, 4)}/${v.kode}`}>
              {t('r.buka', { tahun: v.berlakuDari.slice(0, 4) })}
            </Tautan>
          </li>
        ))}
      </ul>
    </div>
  )
}
