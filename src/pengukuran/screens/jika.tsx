// What if: change an entry, a result or a target of an office and year, see all that changes, and ask what it must be.
import { useEffect, useRef } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { namaPeriode } from '../../web/ui/format.ts'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type KemungkinanOut, useAndaian, useJika, useKemungkinan } from './jika-data.ts'
import { BerubahJika, HasilJika, JawabanJika } from './jika-hasil.tsx'
import { IsianJika } from './jika-isian.tsx'
import { t } from './jika-teks.ts'
import './screens.css'
import './jika.css'

const PARTS = ['', '-TW1', '-TW2', '-TW3', '-TW4', '-S1', '-S2'] as const

export function BagaimanaJikaPage({ unit, tahun }: { unit: string; tahun: string }) {
  const [cari] = useCari()
  const found = useKemungkinan(unit, tahun, cari.untuk)
  return (
    <>
      <PageHead judul={t('judul')} pengantar={t('pengantar')} />
      {found.isPending ? (
        <Skeleton baris={10} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : found.data.untuk === null || found.data.hasil === null ? (
        <EmptyState judul={t('kosong', { tahun })}>
          <p>{t('kosong.isi', { tahun })}</p>
        </EmptyState>
      ) : (
        <Trial unit={unit} tahun={tahun} untuk={found.data.untuk} kini={found.data.hasil} data={found.data} />
      )}
    </>
  )
}

type Props = {
  readonly unit: string
  readonly tahun: string
  readonly untuk: string
  readonly kini: NonNullable<KemungkinanOut['hasil']>
  readonly data: KemungkinanOut
}

function Trial({ unit, tahun, untuk, kini, data }: Props) {
  const [cari, ubah] = useCari()
  const { typed, settled, put, drop } = useAndaian()
  const jika = useJika(unit, tahun, settled, untuk, cari.hitung)
  const answer = useRef<HTMLDivElement>(null)
  const [kode, periode] = untuk.split('.') as [string, string]
  const jawaban = jika.data?.jawaban && cari.hitung ? jika.data.jawaban : null
  useEffect(() => {
    if (jawaban?.di) answer.current?.scrollIntoView({ block: 'nearest' })
  }, [jawaban?.di])
  const choose = (next: string) => ubah({ untuk: next, hitung: undefined })
  const months = new Set(data.kelompok.map((k) => k.periode).filter((p) => /-B\d\d$/.test(p)))
  const periods = [...new Set([...PARTS.map((part) => `${tahun}${part}`), ...months, periode])]
  return (
    <div className="stack">
      <div className="jika-pilih">
        <Select label={t('indikator')} value={kode} onChange={(event) => choose(`${event.currentTarget.value}.${periode}`)}>
          {data.indikator.map((i) => (
            <option key={i.kode} value={i.kode}>
              {i.nama}
            </option>
          ))}
        </Select>
        <Select label={t('periode')} value={periode} onChange={(event) => choose(`${kode}.${event.currentTarget.value}`)}>
          {periods.map((p) => (
            <option key={p} value={p}>
              {namaPeriode(p)}
            </option>
          ))}
        </Select>
      </div>
      <HasilJika kini={kini} jika={jika.data} />
      {jika.isError && <Failure error={jika.error} onLagi={() => jika.refetch()} />}
      <div ref={answer}>
        {jawaban && (
          <JawabanJika
            jawaban={jawaban}
            onPakai={(nilai) => {
              put(jawaban.di, nilai)
              ubah({ hitung: undefined }, true)
            }}
            onTutup={() => ubah({ hitung: undefined }, true)}
          />
        )}
      </div>
      <div className="jika-dua">
        <IsianJika
          kelompok={data.kelompok}
          typed={typed}
          salah={new Map(jika.data?.salah.map((s) => [s.di, s.pesan]))}
          onUbah={put}
          onBuang={drop}
          onHitung={(di) => ubah({ hitung: di }, true)}
        />
        <BerubahJika perubahan={jika.data?.perubahan ?? []} adaAndaian={Object.keys(settled).length > 0} />
      </div>
    </div>
  )
}
