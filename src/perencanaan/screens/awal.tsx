// An office without a tree in the year: what will stand here, and the first steps: a plan, then its highest result.
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { TautanTombol } from '../../web/ui/link.tsx'
import type { Dokumen, Pohon } from './data.ts'
import { JagaIsian } from './jaga.tsx'
import { Kaki, TambahSimpul } from './simpul-form.tsx'
import { t } from './teks.ts'
import { useTulis } from './tulis.ts'

type Props = { readonly pohon: Pohon; readonly unit: string; readonly tahun: string }

export function Awal({ pohon, unit, tahun }: Props) {
  const [, ubah] = useCari()
  const kotor = useRef(false)
  const year = Number(tahun)
  const berlaku = pohon.dokumen.filter((d) => d.tahunDari <= year && year <= d.tahunSampai)
  const plan = berlaku.find((d) => !berlaku.some((other) => other.induk === d.kode)) ?? berlaku.at(-1)
  const lain = pohon.dokumen.filter((d) => !berlaku.includes(d) && !pohon.dokumen.some((other) => other.induk === d.kode))
  return (
    <EmptyState judul={t('awal.judul', { tahun })}>
      <p>{t('awal.isi')}</p>
      {lain.map((d) => (
        <TautanTombol key={d.kode} ke={`/pohon/${unit}/${d.tahunDari}`} ikon="pohon">
          {t('awal.lain', { nama: d.nama, dari: d.tahunDari, sampai: d.tahunSampai })}
        </TautanTombol>
      ))}
      {pohon.boleh.ubah ? (
        <>
          <JagaIsian kotor={kotor} />
          <h3>{plan ? t('awal.langkah2', { nama: plan.nama }) : t('awal.langkah1')}</h3>
          <div className="awal-form">
            {plan ? (
              <TambahSimpul
                {...{ pohon, unit, kotor }}
                induk={null}
                dokumen={plan.kode}
                onSelesai={(kode) => kode && ubah({ simpul: kode })}
              />
            ) : (
              <RencanaForm {...{ unit, tahun, kotor }} dokumen={pohon.dokumen} />
            )}
          </div>
        </>
      ) : (
        <p className="muted">{t('awal.siapa')}</p>
      )}
    </EmptyState>
  )
}

const JENIS = ['RENSTRA', 'RENJA', 'RPD', 'RPJMD', 'PERJANJIAN_KINERJA'] as const

type RencanaProps = Omit<Props, 'pohon'> & { readonly dokumen: readonly Dokumen[]; readonly kotor: RefObject<boolean> }

function RencanaForm({ unit, tahun, dokumen, kotor }: RencanaProps) {
  const [isian, setIsian] = useState({ jenis: 'RENSTRA', nama: '', tahunDari: tahun, tahunSampai: tahun })
  const tulis = useTulis()
  const ubah = (part: Partial<typeof isian>) => {
    kotor.current = true
    setIsian({ ...isian, ...part })
  }
  const simpan = async (event: FormEvent) => {
    event.preventDefault()
    const base = `${isian.jenis}_${isian.tahunDari}_${isian.tahunSampai}`
    const kode = dokumen.some((d) => d.kode === base) ? `${base}_${dokumen.length + 1}` : base
    const body = { ...isian, tahunDari: Number(isian.tahunDari), tahunSampai: Number(isian.tahunSampai) }
    // Clean before it is sent: what follows is another form.
    if (await tulis.kirim('PUT', `/api/perencanaan/${unit}/dokumen/${kode}`, { body, version: 0 })) kotor.current = false
  }
  return (
    <form className="stack" onSubmit={simpan}>
      <Select label={t('rencana.jenis')} value={isian.jenis} onChange={(event) => ubah({ jenis: event.currentTarget.value })}>
        {JENIS.map((j) => (
          <option key={j} value={j}>
            {t(`rencana.${j}`)}
          </option>
        ))}
      </Select>
      <Field
        label={t('rencana.nama')}
        bantuan={t('rencana.nama.bantuan')}
        value={isian.nama}
        maxLength={500}
        required
        onChange={(event) => ubah({ nama: event.currentTarget.value })}
      />
      <div className="target-isian">
        {(['tahunDari', 'tahunSampai'] as const).map((key) => (
          <Field
            key={key}
            label={t(`rencana.${key}`)}
            type="number"
            min={1945}
            max={2100}
            required
            value={isian[key]}
            onChange={(event) => ubah({ [key]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Kaki tulis={tulis} kotor={kotor} onBatal={() => setIsian({ ...isian, nama: '' })} />
    </form>
  )
}
