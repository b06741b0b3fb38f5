// What may be supposed: every entry that the chosen result rests on, with what stands there now beside a field.
import { useDeferredValue, useState } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { angkaWajar, namaPeriode } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import { emptyState } from '../keadaan.ts'
import type { Isian, Kelompok, Typed } from './jika-data.ts'
import { placeName } from './jika-data.ts'
import { t } from './jika-teks.ts'

type Props = {
  readonly kelompok: readonly Kelompok[]
  readonly typed: Typed
  readonly salah: ReadonlyMap<string, string>
  readonly onUbah: (di: string, text: string) => void
  readonly onBuang: (di?: string) => void
  readonly onHitung: (di: string) => void
}

export function IsianJika({ kelompok, typed, salah, onUbah, onBuang, onHitung }: Props) {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const here = new Set(kelompok.flatMap((k) => k.isian.map((i) => i.di)))
  const active = Object.keys(typed).filter((di) => typed[di]!.trim())
  const shown = kelompok
    .map((k) => ({
      ...k,
      isian: k.isian.filter((i) => !wanted || `${k.kode} ${k.nama} ${nameOf(i)}`.toLowerCase().includes(wanted)),
    }))
    .filter((k) => k.isian.length)
  return (
    <section className="stack jika-isian" aria-labelledby="jika-isian">
      <h2 id="jika-isian">{t('isian')}</h2>
      <p className="muted">{t('isian.bantuan')}</p>
      {active.length > 0 && (
        <div className="jika-aktif">
          <div className="row">
            <h3>{t('diandaikan', { n: active.length })}</h3>
            {active.length > 1 && (
              <Button kecil rupa="polos" onClick={() => onBuang()}>
                {t('buang.semua')}
              </Button>
            )}
          </div>
          <ul>
            {active.map((di) => (
              <li key={di}>
                <span>
                  {placeName(di)}: <span className="angka strong">{typed[di]}</span>
                  {salah.has(di) && !here.has(di) && <span className="jika-salah small"> {salah.get(di)}</span>}
                </span>
                <Button kecil rupa="polos" aria-label={t('buang', { isian: placeName(di) })} onClick={() => onBuang(di)}>
                  <Icon name="tutup" size={16} />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field
        label={t('isian.cari')}
        labelTersembunyi
        placeholder={t('isian.cari')}
        type="search"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {shown.length === 0 && <p className="muted">{t('isian.tak-cocok')}</p>}
      {shown.map((k, n) => (
        <details
          key={`${k.kode} ${k.periode}`}
          className="jika-kelompok"
          open={n === 0 || wanted !== '' || k.isian.some((i) => typed[i.di]) || undefined}
        >
          <summary>
            <span className="strong">
              {k.kode}, {namaPeriode(k.periode)}
            </span>{' '}
            <span className="small muted">{t('isian.n', { n: k.isian.length })}</span>
            <span className="small muted jika-kelompok-nama">{k.nama}</span>
          </summary>
          <ul>
            {k.isian.map((i) => (
              <li key={i.di}>
                <Line
                  isian={i}
                  kelompok={k}
                  typed={typed[i.di] ?? ''}
                  salah={salah.get(i.di)}
                  onUbah={onUbah}
                  onHitung={onHitung}
                />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

const nameOf = (i: Isian) => (i.bagian === 'MASUKAN' ? i.nama : t(`isian.${i.bagian}`))

type LineProps = {
  readonly isian: Isian
  readonly kelompok: Kelompok
  readonly typed: string
  readonly salah: string | undefined
  readonly onUbah: (di: string, text: string) => void
  readonly onHitung: (di: string) => void
}

function Line({ isian, kelompok, typed, salah, onUbah, onHitung }: LineProps) {
  const name = nameOf(isian)
  const label = t('isian.label', { nama: name, kode: kelompok.kode, periode: namaPeriode(kelompok.periode) })
  const now = isian.kini === null ? kit(`keadaan.${emptyState(isian.status)}`) : shownNow(isian.kini)
  return (
    <div className={`jika-baris ${typed.trim() ? 'jika-baris-aktif' : ''}`}>
      <span className="jika-nama">
        {name}
        <span className="small muted">
          {t('isian.kini')} <span className="angka">{now}</span>
        </span>
      </span>
      <input
        className="isian angka"
        aria-label={label}
        aria-invalid={salah ? true : undefined}
        aria-describedby={salah ? `${isian.di}-salah` : undefined}
        autoComplete="off"
        maxLength={300}
        placeholder={now}
        value={typed}
        onChange={(event) => onUbah(isian.di, event.currentTarget.value)}
      />
      <Button kecil rupa="polos" aria-label={t('hitung.label', { isian: label })} onClick={() => onHitung(isian.di)}>
        {t('hitung')}
      </Button>
      {salah && (
        <div className="bidang-salah jika-penuh" id={`${isian.di}-salah`}>
          <Icon name="salah" />
          <span>{salah}</span>
        </div>
      )}
    </div>
  )
}

const shownNow = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? angkaWajar(text) : text)
