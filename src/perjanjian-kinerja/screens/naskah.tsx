// The agreement as it is read: the official table, each target leading to its achievement.
import { Fragment, useState } from 'react'
import { Tautan } from '../../web/ui/link.tsx'
import { type Saran, SaranBaris } from '../../web/ui/saran.tsx'
import type { PeriodeTarget } from '../perjanjian-kinerja.ts'
import { type Indikator, type Lengkap, PERIODE, type Sasaran } from './data.ts'
import { targetShown } from './target-teks.ts'
import { t } from './teks.ts'

export function Naskah({ pk, saran }: { pk: Lengkap; saran: readonly Saran[] }) {
  const groups = pk.formulir?.kelompok ?? [...new Set(pk.sasaran.map((s) => s.kelompok))].map((kode) => ({ kode, nama: kode }))
  const of = (kode: string) => pk.sasaran.filter((s) => s.kelompok === kode)
  const judul = t('lembar.judul', { tahun: pk.tahun })
  if (!pk.sasaran.length) return <p className="muted">{t('baca.belum')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="naskah-bingkai" aria-label={judul} tabIndex={0}>
      <table className="naskah">
        <caption className="sr">{judul}</caption>
        <thead>
          <tr>
            {(['nomor', 'sasaran', 'indikator', 'sumber', 'pengukuran'] as const).map((k) => (
              <th key={k} scope="col" rowSpan={2} className={`naskah-${k}`}>
                {t(`kolom.${k}`)}
              </th>
            ))}
            <th scope="colgroup" colSpan={6} className="naskah-atas">
              {t('kolom.target')}
            </th>
          </tr>
          <tr>
            {PERIODE.map((p) => (
              <th key={p} scope="col" className="naskah-angka">
                {t(`kolom.${p}`)}
              </th>
            ))}
            <th scope="col" className="naskah-satuan">
              {t('kolom.satuan')}
            </th>
          </tr>
        </thead>
        {groups.map(({ kode, nama }) => (
          <Fragment key={kode}>
            <tbody>
              <tr className="naskah-kelompok">
                <th scope="rowgroup" colSpan={11}>
                  {nama}
                </th>
              </tr>
            </tbody>
            {of(kode).map((s) => (
              <tbody key={s.id} className="naskah-sasaran">
                {s.indikator.length ? (
                  s.indikator.map((i, at) => <Line key={i.id} pk={pk} s={s} i={i} first={at === 0} saran={saran} />)
                ) : (
                  <tr>
                    <td className="naskah-nomor">{s.nomor}</td>
                    <td colSpan={10}>
                      {s.uraian}
                      <SaranBaris saran={saran} baris={s.id} />
                    </td>
                  </tr>
                )}
              </tbody>
            ))}
          </Fragment>
        ))}
      </table>
    </section>
  )
}

type LineProps = { pk: Lengkap; s: Sasaran; i: Indikator; first: boolean; saran: readonly Saran[] }

function Line({ pk, s, i, first, saran }: LineProps) {
  const rows = s.indikator.length
  const missing = <span className="muted">{t('baca.kosong')}</span>
  return (
    <tr data-baris={i.id} tabIndex={-1}>
      {first && (
        <>
          <td rowSpan={rows} className="naskah-nomor angka">
            {s.nomor}
          </td>
          <th rowSpan={rows} scope="rowgroup" className="naskah-uraian">
            {s.uraian}
            <SaranBaris saran={saran} baris={s.id} />
          </th>
        </>
      )}
      <th scope="row" className="naskah-nama">
        {i.nama}
        <SaranBaris saran={saran} baris={i.id} />
      </th>
      <td data-label={t('kolom.sumber')}>{i.sumberData ?? missing}</td>
      <td data-label={t('kolom.pengukuran')} className="naskah-cara">
        {i.pengukuran ? <Long text={i.pengukuran} /> : missing}
      </td>
      {PERIODE.map((p) => (
        <td key={p} data-label={t(`kolom.${p}`)} className="naskah-angka angka">
          <Promised pk={pk} i={i} periode={p} />
        </td>
      ))}
      <td data-label={t('kolom.satuan')} className="naskah-satuan">
        {i.satuan ?? missing}
      </td>
    </tr>
  )
}

/** A target; with a code of the dictionary it leads to what was achieved. */
function Promised({ pk, i, periode }: { pk: Lengkap; i: Indikator; periode: PeriodeTarget }) {
  const target = i.target[periode]
  const shown = targetShown(target)
  if (!shown) return <span className="naskah-tanpa">{t('baca.kosong')}</span>
  if (!i.kode || target?.status !== 'NILAI') return shown
  const at = periode === 'TAHUNAN' ? String(pk.tahun) : `${pk.tahun}-${periode}`
  return (
    <Tautan
      ke={`/capaian/${pk.unit}/${pk.tahun}`}
      cari={{ jelaskan: `${i.kode}.${at}` }}
      title={t('baca.capaian', { nama: i.nama, periode: t(`kolom.${periode}`), target: shown })}
    >
      {shown}
    </Tautan>
  )
}

const SHORT = 180

function Long({ text }: { text: string }) {
  const [all, setAll] = useState(false)
  if (text.length <= SHORT) return <span className="naskah-teks">{text}</span>
  const cut = text.lastIndexOf(' ', SHORT)
  return (
    <>
      <span className="naskah-teks">{all ? text : `${text.slice(0, cut > 0 ? cut : SHORT)} …`}</span>{' '}
      <button type="button" className="tautan-tombol strong pk-catatan-ke" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('baca.ringkas') : t('baca.selengkapnya')}
      </button>
    </>
  )
}
