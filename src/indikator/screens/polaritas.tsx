// The polarity tried out: one example, every way of computing it that is in use, and why the chosen one gives what it gives.
import { useState } from 'react'
import { compare, parseDecimal } from '../../platform/kernel/decimal.ts'
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { Field } from '../../web/ui/field.tsx'
import { angka, angkaWajar } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { type CaraCapaian, compareWays, distanceFromTarget, isCompared } from '../polaritas.ts'
import { anakKalimat } from './bagian.tsx'
import { RumusTeks } from './rumus-teks.tsx'
import { kataPolaritas, t } from './teks.ts'

type Props = { readonly polaritas: Parameters<typeof kataPolaritas>[0] }

export function Polaritas({ polaritas }: Props) {
  const [target, setTarget] = useState('10')
  const [realisasi, setRealisasi] = useState('12')
  if (!isCompared(polaritas)) return <p>{t('p.tak-banding', { polaritas: anakKalimat(kataPolaritas(polaritas)) })}</p>
  const [a, b] = [readNumber(target, ''), readNumber(realisasi, '')]
  const field = (label: string, value: string, read: typeof a, set: (text: string) => void) => (
    <Field
      label={label}
      value={value}
      inputMode="decimal"
      maxLength={30}
      autoComplete="off"
      salah={isRefusal(read) ? read.detail : undefined}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <div className="stack">
      <p>{t('p.pengantar')}</p>
      <div className="kamus-contoh">
        {field(t('p.target'), target, a, setTarget)}
        {field(t('p.realisasi'), realisasi, b, setRealisasi)}
      </div>
      {!isRefusal(a) && !isRefusal(b) && <Compared target={a} realisasi={b} polaritas={polaritas} />}
    </div>
  )
}

type Compared = Exclude<CaraCapaian['kode'], 'SELISIH'>
function Compared({ target, realisasi, polaritas }: { target: string; realisasi: string; polaritas: Compared }) {
  const ways = compareWays(target, realisasi, polaritas)
  const own = ways.find((w) => w.dipakai)!
  const persen = distanceFromTarget(target, realisasi)
  const side = compare(parseDecimal(realisasi), parseDecimal(target))
  const why =
    side === 0
      ? t('p.mengapa.sama')
      : persen !== null && 'nilai' in own.hasil
        ? t(`p.mengapa.${polaritas}.${side > 0 ? 'atas' : 'bawah'}`, {
            persen: angkaWajar(persen, 2),
            hasil: angka(String(own.hasil.nilai)),
          })
        : 'pesan' in own.hasil
          ? own.hasil.pesan
          : ''
  const columns: Column<CaraCapaian>[] = [
    {
      kunci: 'cara',
      judul: t('p.cara'),
      rupa: 'nama',
      isi: (w) => (
        <>
          {t(`p.${w.kode}`)}
          {w.dipakai && (
            <span className="kamus-dipakai">
              <Icon name="centang" size={16} />
              {t('p.dipakai')}
            </span>
          )}
        </>
      ),
    },
    { kunci: 'rumus', judul: t('f.rumus'), lebar: true, isi: (w) => <RumusTeks teks={w.rumus} /> },
    {
      kunci: 'hasil',
      judul: t('p.hasil'),
      rupa: 'angka',
      isi: (w) =>
        'nilai' in w.hasil ? (
          <strong>{angka(String(w.hasil.nilai))}</strong>
        ) : (
          <span className="kamus-pesan small">{'pesan' in w.hasil ? w.hasil.pesan : ''}</span>
        ),
    },
  ]
  return (
    <>
      <p className="kamus-mengapa" role="status">
        {why}
      </p>
      <Table
        judul={t('b.polaritas')}
        kunci={(w) => w.kode}
        kelompok={[{ baris: ways }]}
        kolom={columns}
        dipilih={(w) => w.dipakai}
      />
    </>
  )
}
