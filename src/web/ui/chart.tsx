// A chart with its table: the same figures as a picture and as rows, whichever a reader prefers.
import { useEffect, useRef, useState } from 'react'
import { findDecimal } from '../../platform/kernel/decimal.ts'
import { Button } from './button.tsx'
import { angkaWajar } from './format.ts'
import { Table } from './table.tsx'
import { t } from './teks.ts'

export type Series = {
  readonly nama: string
  readonly rupa: 'utama' | 'pembanding'
  /** Exact texts, null where there is none: a gap, never 0. */
  readonly nilai: readonly (string | null)[]
}
type Props = {
  readonly judul: string
  readonly sumbu: string
  readonly titik: readonly string[]
  readonly deret: readonly Series[]
}

const INK = '#14213d'
const MUTED = '#4b5873'
const COLOUR = { utama: '#0b4f8a', pembanding: '#b93a0a' } as const

export function LineChart({ judul, sumbu, titik, deret }: Props) {
  const [asTable, setAsTable] = useState(false)
  const rows = titik.map((nama, i) => ({ nama, nilai: deret.map((d) => d.nilai[i] ?? null) }))
  return (
    <figure className="bagan">
      <figcaption className="strong">{judul}</figcaption>
      {asTable ? (
        <Table
          judul={judul}
          kunci={(r) => r.nama}
          kelompok={[{ baris: rows }]}
          kolom={[
            { kunci: 'nama', judul: sumbu, isi: (r) => r.nama, rupa: 'nama' },
            ...deret.map((d, i) => ({
              kunci: d.nama,
              judul: d.nama,
              isi: (r: (typeof rows)[number]) => (r.nilai[i] == null ? t('keadaan.belum-ada-data') : angkaWajar(r.nilai[i])),
              rupa: 'angka' as const,
            })),
          ]}
        />
      ) : (
        <Picture judul={judul} titik={titik} deret={deret} />
      )}
      <div className="bagan-kaki">
        <span className="row small muted" aria-hidden="true">
          {!asTable &&
            deret.map((d) => (
              <span key={d.nama} className="row">
                <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
                  <path
                    d="M1 5h26"
                    stroke={COLOUR[d.rupa]}
                    strokeWidth="2.4"
                    strokeDasharray={d.rupa === 'pembanding' ? '5 4' : undefined}
                  />
                </svg>
                {d.nama}
              </span>
            ))}
        </span>
        <Button kecil rupa="polos" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'bagan.gambar' : 'bagan.tabel')}
        </Button>
      </div>
    </figure>
  )
}

function Picture({ judul, titik, deret }: Pick<Props, 'judul' | 'titik' | 'deret'>) {
  const place = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    let dispose = () => {}
    const float = (text: string | null) => (text === null ? null : (findDecimal(text)?.toNumber() ?? null))
    import('./chart-engine.ts').then(({ draw }) => {
      if (gone || !place.current) return
      const chart = draw(place.current)
      const text = { fontFamily: 'Inter, sans-serif', fontSize: 13, color: MUTED }
      chart.setOption({
        animation: false,
        aria: { enabled: false },
        grid: { left: 8, right: 28, top: 20, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: {
          type: 'category',
          data: [...titik],
          boundaryGap: true,
          axisTick: { show: false },
          axisLine: { lineStyle: { color: '#7a8499' } },
          axisLabel: text,
        },
        yAxis: {
          type: 'value',
          scale: true,
          splitNumber: 4,
          minInterval: 0.01, // the labels have two decimals: no two lines may have the same
          splitLine: { lineStyle: { color: '#d9deea' } },
          axisLabel: { ...text, formatter: (v: number) => angkaWajar(v.toFixed(2).replace(/\.?0+$/, ''), 2) },
        },
        series: deret.map((d) => ({
          type: 'line',
          name: d.nama,
          data: d.nilai.map(float),
          connectNulls: false,
          symbol: d.rupa === 'utama' ? 'circle' : 'emptyCircle',
          symbolSize: d.rupa === 'utama' ? 8 : 6,
          lineStyle: { width: 2.4, color: COLOUR[d.rupa], type: d.rupa === 'pembanding' ? 'dashed' : 'solid' },
          itemStyle: { color: COLOUR[d.rupa] },
          label: {
            show: d.rupa === 'utama',
            position: 'top',
            color: INK,
            fontFamily: 'Inter, sans-serif',
            fontWeight: 600,
            fontSize: 13,
            formatter: (p: { dataIndex: number }) => (d.nilai[p.dataIndex] == null ? '' : angkaWajar(d.nilai[p.dataIndex]!, 2)),
          },
          labelLayout: { hideOverlap: true },
        })),
      })
      const watch = new ResizeObserver(() => chart.resize())
      watch.observe(place.current)
      dispose = () => {
        watch.disconnect()
        chart.dispose()
      }
      setReady(true)
    })
    return () => {
      gone = true
      dispose()
    }
  }, [titik, deret])
  return (
    <>
      {!ready && <p className="muted">{t('bagan.memuat')}</p>}
      <div ref={place} className="bagan-gambar" role="img" aria-label={judul} />
    </>
  )
}
