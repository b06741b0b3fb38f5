// Where a number comes from, written out on one page that prints: from the capaian down to the raw input, who and evidence.
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { angka, decimalsOf, namaPeriode } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { commonPaper, paperText } from '../../web/ui/paper.ts'
import { Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { chainOf, inWords, type MataRantai, type Mentah, rawOf } from '../rantai.ts'
import { useJelaskan } from './data.ts'
import { Exact, Heroes, How, Readings } from './jelaskan.tsx'
import { Record, Reports, Section, Shown, sentenceCase } from './jelaskan-catatan.tsx'
import { t as jika } from './jika-teks.ts'
import { t } from './teks.ts'
import { type Hasil, type Penjelasan, titikOfHasil } from './titik.ts'
import './screens.css'

export function JelaskanPage({ unit, tahun, indikator }: { unit: string; tahun: string; indikator: string }) {
  const [cari, ubah] = useCari()
  const periode = cari.periode ? `${tahun}-${cari.periode}` : tahun
  const found = useJelaskan<Penjelasan>({ unit, kode: indikator, periode, bacaan: cari.bacaan })
  if (found.isPending) return <Skeleton baris={12} />
  if (found.isError)
    return (
      <>
        <PageHead judul={t('j.judul')} />
        <Failure error={found.error} onLagi={() => found.refetch()} />
      </>
    )
  const { hasil } = found.data
  const nama = t('j.dokumen', { nama: `${hasil.indikator} ${namaPeriode(periode)}` })
  return (
    <article className="jelaskan jelaskan-halaman">
      <PageHead
        judul={t('j.judul')}
        pengantar={
          <>
            {hasil.nama} ({hasil.indikator}), {namaPeriode(periode)}
          </>
        }
        aksi={
          <div className="row tak-cetak">
            <Button ikon="berkas" onClick={() => window.print()}>
              {t('j.cetak')}
            </Button>
            <Unduh alamat="/api/jelaskan/dokumen" query={{ unit, kode: indikator, periode, bacaan: cari.bacaan }} nama={nama} />
          </div>
        }
      />
      <Heroes p={found.data} />
      <Exact nilai={{ status: hasil.nilai.status, teks: hasil.nilai.nilai }} />
      <Readings p={found.data} bacaan={cari.bacaan} ubah={ubah} />
      <p className="tak-cetak">
        <Tautan ke={`/bagaimana-jika/${unit}/${tahun}`} cari={{ untuk: `${indikator}.${periode}` }} className="tombol tombol-kedua">
          <Icon name="kelola" />
          {jika('buka')}
        </Tautan>
      </p>
      <h2>{t('j.rangkaian')}</h2>
      {chainOf<Hasil>(hasil).map((mata) => (
        <Mata key={mata.nomor} mata={mata} />
      ))}
    </article>
  )
}

function Mata({ mata: { nomor, hasil, bawah } }: { mata: MataRantai<Hasil> }) {
  const raw = rawOf(hasil.rumus?.jejak)
  const id = `n-${nomor}`
  return (
    <section className="mata" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        <span className="muted angka">{nomor}</span>
        <span>
          {hasil.indikator} {namaPeriode(hasil.periode)}
        </span>
        <span className="angka">
          <Shown nilai={{ status: hasil.nilai.status, teks: hasil.nilai.nilai }} desimal={2} />
        </span>
      </h3>
      <p className="muted">{hasil.nama}</p>
      <How titik={titikOfHasil(hasil)} />
      {bawah.length > 0 && (
        <Section judul={t('j.bagian')}>
          <ul className="mata-bawah">
            {bawah.map(({ nomor: n, hasil: b }) => (
              <li key={n}>
                <a href={`#n-${n}`}>
                  {n} {b.indikator} {namaPeriode(b.periode)}
                </a>
                <span className="angka strong">
                  <Shown nilai={{ status: b.nilai.status, teks: b.nilai.nilai }} desimal={2} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {raw.length > 0 && <Raw hasil={hasil} raw={raw} />}
      <Record hasil={hasil} />
      {/^\d{4}$/.test(hasil.periode) && nomor === '1' && <Reports hasil={hasil} />}
    </section>
  )
}

function Raw({ hasil, raw }: { hasil: Hasil; raw: readonly Mentah[] }) {
  const longest = Math.min(4, Math.max(...raw.map((r) => decimalsOf(r.nilai ?? ''))))
  const groups = [...Map.groupBy(raw, (r) => r.tabel)]
  const paper = commonPaper(raw.map((r) => r.asal))
  return (
    <Section judul={t('j.masukan')} catatan={t('j.nilai', { n: raw.length })}>
      <Table
        judul={`${t('j.masukan')} ${hasil.indikator} ${namaPeriode(hasil.periode)}`}
        kunci={(r) => `${r.tabel} ${r.nama}`}
        kelompok={groups.map(([tabel, baris]) => ({ judul: groups.length > 1 ? inWords(tabel) : undefined, baris }))}
        kolom={[
          { kunci: 'nama', judul: t('j.bagian.nama'), rupa: 'nama', isi: (r) => r.nama },
          {
            kunci: 'nilai',
            judul: t('j.bagian.nilai'),
            rupa: 'angka',
            isi: (r) =>
              r.status === 'NILAI' && r.nilai !== null ? (
                angka(r.nilai, longest)
              ) : (
                <Shown nilai={{ status: r.status, teks: null }} desimal={2} />
              ),
          },
          {
            kunci: 'asal',
            judul: paper ? t('j.naskah.satu', { berkas: paper }) : t('j.naskah'),
            isi: (r) => (r.asal ? sentenceCase(paperText(r.asal, paper)) : '–'),
          },
        ]}
      />
    </Section>
  )
}
