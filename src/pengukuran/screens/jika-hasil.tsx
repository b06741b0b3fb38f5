// What comes of it: the chosen result and the office before and after, the answer to "what must it be?", and all that changes.
import { Button } from '../../web/ui/button.tsx'
import { angka, angkaWajar, namaPeriode } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Status } from '../../web/ui/status.tsx'
import type { JikaOut, KemungkinanOut } from './jika-data.ts'
import { placeName } from './jika-data.ts'
import { t } from './jika-teks.ts'

type Sisi = NonNullable<JikaOut['hasil']>
type Perubahan = JikaOut['perubahan'][number]
type Jawaban = NonNullable<JikaOut['jawaban']>

const signed = (text: string, desimal: number) => {
  const said = angka(text, desimal)
  return /[1-9]/.test(said) && !said.startsWith('-') ? `+${said}` : said.replace('-', '−')
}

const has = ({ capaian }: Sisi) => capaian.status === 'NILAI'

function Capaian({ sisi }: { sisi: Sisi }) {
  return (
    <>
      <dd className="angka jika-besar">{has(sisi) ? sisi.capaian.tampil : <Status keadaan={sisi.keadaan} />}</dd>
      {has(sisi) && (
        <dd>
          <Status keadaan={sisi.keadaan} />
        </dd>
      )}
      <dd className="small muted">
        {t('realisasi.isi', { nilai: sisi.nilai.tampil, target: sisi.target ?? t('target.tak-ada') })}
      </dd>
    </>
  )
}

export function HasilJika({ kini, jika }: { kini: NonNullable<KemungkinanOut['hasil']>; jika: JikaOut | undefined }) {
  const after = jika?.hasil ?? kini
  const total = jika?.total
  const same = after.capaian.nilai === kini.capaian.nilai && after.capaian.status === kini.capaian.status
  return (
    <dl className="jika-hasil" aria-live="polite">
      <div>
        <dt>{t('kini')}</dt>
        <Capaian sisi={kini} />
      </div>
      <div className={same ? undefined : 'jika-lain'}>
        <dt>{t('andai')}</dt>
        {same ? <dd className="jika-tetap muted">{t('tetap')}</dd> : <Capaian sisi={after} />}
      </div>
      {total && (
        <div>
          <dt>{t('kantor')}</dt>
          <dd className="angka jika-besar">
            <Pair
              before={t('kantor.isi', { n: total.sebelum.tercapai, dari: total.sebelum.indikator })}
              after={t('kantor.isi', { n: total.sesudah.tercapai, dari: total.sesudah.indikator })}
            />
          </dd>
          <dd className="small muted">
            {t('rerata')}{' '}
            <span className="angka">
              <Pair
                before={total.sebelum.rerata === null ? '–' : angka(total.sebelum.rerata, 2)}
                after={total.sesudah.rerata === null ? '–' : angka(total.sesudah.rerata, 2)}
              />
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Once where both are the same. */
function Pair({ before, after }: { before: string; after: string }) {
  if (before === after) return <>{after}</>
  return (
    <span className="jika-pasangan">
      <span className="sr">{t('dari')} </span>
      <span className="jika-lama">{before}</span> <Icon name="lanjut" size={14} />
      <span className="sr"> {t('menjadi')} </span> <span>{after}</span>
    </span>
  )
}

export function JawabanJika({
  jawaban: j,
  onPakai,
  onTutup,
}: {
  jawaban: Jawaban
  onPakai: (nilai: string) => void
  onTutup: () => void
}) {
  const exact = (text: string) => angkaWajar(text, 30)
  const words = {
    isian: placeName(j.di),
    untuk: `${j.untuk.kode} ${namaPeriode(j.untuk.periode)}`,
    ambang: j.ambang,
    dari: j.dari === null ? '' : exact(j.dari),
    sampai: j.sampai === null ? '' : exact(j.sampai),
    terdekat: j.terdekat ? exact(j.terdekat.isian) : '',
    capaian: j.terdekat ? angka(j.terdekat.capaian, 2) : '',
    kini: j.kini.capaian.tampil,
  }
  const kind =
    j.jenis !== 'RENTANG'
      ? (j.jenis as Exclude<Jawaban['jenis'], 'RENTANG'>)
      : j.dari === null
        ? 'banyak'
        : j.sampai === null
          ? 'sedikit'
          : j.dari === j.sampai
            ? 'tepat'
            : 'antara'
  const offer = j.jenis === 'RENTANG' ? (j.dari ?? j.sampai) : null
  const said = t(`jawab.${kind}`, words)
  return (
    <Notice judul={t('jawab.judul')}>
      <p className="jika-jawaban">{said.charAt(0).toUpperCase() + said.slice(1)}</p>
      <p className="row">
        {offer !== null && (
          <Button kecil rupa="utama" onClick={() => onPakai(exact(offer).replaceAll('.', ''))}>
            {t('jawab.pakai', { nilai: exact(offer) })}
          </Button>
        )}
        <Button kecil onClick={onTutup}>
          {t('jawab.tutup')}
        </Button>
      </p>
    </Notice>
  )
}

export function BerubahJika({ perubahan, adaAndaian }: { perubahan: readonly Perubahan[]; adaAndaian: boolean }) {
  return (
    <section className="stack jika-berubah" aria-labelledby="jika-berubah">
      <h2 id="jika-berubah">{t('berubah', { n: perubahan.length })}</h2>
      {perubahan.length === 0 && <p className="muted">{t(adaAndaian ? 'berubah.tidak' : 'berubah.kosong')}</p>}
      <ul>
        {perubahan.map((p) => (
          <li key={`${p.kode} ${p.periode}`}>
            <p>
              <span className="strong">{p.nama}</span>
              <span className="small muted"> {namaPeriode(p.periode)}</span>
            </p>
            <dl>
              <Row
                nama={t('realisasi')}
                before={p.sebelum.nilai.tampil}
                after={p.sesudah.nilai.tampil}
                selisih={p.selisih.nilai}
                desimal={p.desimal}
              />
              {p.sebelum.target !== p.sesudah.target && (
                <Row
                  nama={t('target')}
                  before={p.sebelum.target ?? '–'}
                  after={p.sesudah.target ?? '–'}
                  selisih={null}
                  desimal={2}
                />
              )}
              {(has(p.sebelum) || has(p.sesudah)) && (
                <Row
                  nama={t('capaian')}
                  before={p.sebelum.capaian.tampil}
                  after={p.sesudah.capaian.tampil}
                  selisih={p.selisih.capaian}
                  desimal={2}
                />
              )}
            </dl>
            <p className="jika-keadaan">
              {p.sebelum.keadaan !== p.sesudah.keadaan && (
                <>
                  <span className="sr">{t('dari')} </span>
                  <Status keadaan={p.sebelum.keadaan} />
                  <Icon name="lanjut" size={14} />
                  <span className="sr"> {t('menjadi')} </span>
                </>
              )}
              <Status keadaan={p.sesudah.keadaan} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  readonly nama: string
  readonly before: string
  readonly after: string
  readonly selisih: string | null
  readonly desimal: number
}

function Row({ nama, before, after, selisih, desimal }: RowProps) {
  const shown = selisih === null || selisih === '0' ? null : signed(selisih, desimal)
  return (
    <div>
      <dt className="small muted">{nama}</dt>
      <dd className="angka">
        <Pair before={before} after={after} />
        {shown !== null && <span className="small muted jika-selisih">{shown}</span>}
      </dd>
    </div>
  )
}
