// The pohon kinerja of an office and year: a picture one can walk, with the way to the top always in sight.

import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { usePhone } from '../../web/ui/media.ts'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Status } from '../../web/ui/status.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { sebutanJenis } from '../jenis.ts'
import { Awal } from './awal.tsx'
import { type Pohon, usePohon } from './data.ts'
import { DimintaDari } from './diminta-dari.tsx'
import { Peta } from './peta.tsx'
import { SimpulPanel } from './simpul-panel.tsx'
import { type Butir, jalur, semua, susun, tutupAwal } from './susunan.ts'
import { t } from './teks.ts'
import './pohon.css'

export function PohonPage({ unit, tahun }: { unit: string; tahun: string }) {
  const pohon = usePohon(unit, tahun)
  const ada = Boolean(pohon.data?.simpul.length)
  return (
    <>
      <PageHead
        judul={t('judul', { tahun })}
        pengantar={t('pengantar')}
        aksi={ada && <Unduh alamat={`/api/perencanaan/${unit}/pohon/${tahun}/dokumen`} nama={t('judul', { tahun })} />}
      />
      {pohon.isPending ? (
        <Skeleton baris={12} />
      ) : pohon.isError ? (
        <Failure error={pohon.error} onLagi={() => pohon.refetch()} />
      ) : (
        <div className="stack">
          {ada ? (
            <Lihat key={`${unit} ${tahun}`} pohon={pohon.data} unit={unit} tahun={tahun} />
          ) : (
            <Awal pohon={pohon.data} unit={unit} tahun={tahun} />
          )}
          <DimintaDari pohon={pohon.data} unit={unit} tahun={tahun} />
        </div>
      )}
    </>
  )
}

const KECIL = 0.5
const BESAR = 1.4
const within = (skala: number) => Math.min(BESAR, Math.max(KECIL, Math.round(skala * 20) / 20))

function Lihat({ pohon, unit, tahun }: { pohon: Pohon; unit: string; tahun: string }) {
  const [cari, ubah] = useCari()
  const navigate = useNavigate()
  const phone = usePhone()
  const akar = useMemo(() => susun(pohon.simpul, pohon.diminta), [pohon])
  const butir = useMemo(() => semua(akar), [akar])
  const [tutup, setTutup] = useState<ReadonlySet<string>>(() => tutupAwal(akar, phone))
  const [pilih, setPilih] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [skala, setSkala] = useState(1)
  const frame = useRef<HTMLDivElement>(null)
  const dibuka = butir.find((b) => b.jenis === 'simpul' && b.simpul.kode === cari.simpul)
  const fokus = butir.find((b) => b.id === pilih) ?? dibuka ?? akar[0]!

  const wanted = useDeferredValue(text.trim().toLowerCase())
  const cocok = useMemo(() => (wanted ? butir.filter((b) => kataOf(b, pohon).includes(wanted)) : []), [wanted, butir, pohon])
  const cocokId = useMemo(() => new Set(cocok.map((b) => b.id)), [cocok])

  const pas = () => {
    const inside = frame.current
    const tree = inside?.querySelector<HTMLElement>('.pohon')
    if (!inside || !tree) return
    const [wide, high] = [tree.scrollWidth / skala, tree.scrollHeight / skala]
    setSkala(within(Math.min(1, inside.clientWidth / wide, Math.max(inside.clientHeight, 480) / high)))
  }
  // At first as wide as the window, but never too small to read.
  useLayoutEffect(() => {
    const inside = frame.current
    const tree = inside?.querySelector<HTMLElement>('.pohon')
    if (inside && tree) setSkala(Math.max(0.8, within(Math.min(1, inside.clientWidth / tree.scrollWidth))))
  }, [])

  const alih = (b: Butir) =>
    setTutup((before) => {
      const next = new Set(before)
      if (!next.delete(b.id)) next.add(b.id)
      return next
    })
  /** Opens all above it, and looks at it. */
  const tunjukkan = (b: Butir) => {
    const above = new Set(jalur(b.induk).map((one) => one.id))
    setTutup((before) => new Set([...before].filter((id) => !above.has(id))))
    setPilih(b.id)
    requestAnimationFrame(() => {
      const item = frame.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(b.id)}"]`)
      item?.focus({ preventScroll: true })
      item?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
  }
  const buka = (b: Butir) => {
    setPilih(b.id)
    if (b.jenis === 'simpul') ubah({ simpul: b.simpul.kode })
    else if (b.jenis === 'silang') navigate({ to: `/pohon/${b.kontribusi.unit}/${tahun}` })
    else alih(b)
  }
  const berikut = () => {
    const at = cocok.findIndex((b) => b.id === fokus.id)
    const next = cocok[(at + 1) % cocok.length]
    if (next) tunjukkan(next)
  }
  return (
    <>
      <div className="pohon-alat">
        <form
          className="pohon-cari"
          onSubmit={(event) => {
            event.preventDefault()
            berikut()
          }}
        >
          <Field
            label={t('cari')}
            labelTersembunyi
            placeholder={t('cari')}
            type="search"
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </form>
        <span className="small muted" role="status">
          {wanted && (cocok.length ? t('cari.hasil', { n: cocok.length }) : t('cari.kosong', { kata: wanted.slice(0, 40) }))}
        </span>
        {cocok.length > 0 && (
          <Button kecil onClick={berikut}>
            {t('cari.berikut')}
          </Button>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: buttons of one kind, no form */}
        <div className="pohon-zum" role="group" aria-label={t('zum')}>
          <Button kecil onClick={() => setTutup(new Set())}>
            {t('peta.buka-semua')}
          </Button>
          <Button kecil onClick={() => setTutup(tutupAwal(akar, true))}>
            {t('peta.ringkas')}
          </Button>
          <span className="pohon-skala">
            <Button kecil aria-label={t('zum.kecil')} onClick={() => setSkala(within(skala - 0.1))}>
              −
            </Button>
            <span className="angka small">{Math.round(skala * 100)}%</span>
            <Button kecil aria-label={t('zum.besar')} onClick={() => setSkala(within(skala + 0.1))}>
              +
            </Button>
            <Button kecil onClick={pas}>
              {t('zum.pas')}
            </Button>
          </span>
        </div>
      </div>
      <Jalur fokus={fokus} onPilih={tunjukkan} />
      <div className="pohon-bingkai" ref={frame}>
        <Peta
          judul={t('judul', { tahun })}
          {...{ akar, pohon, tahun, tutup, fokus, skala }}
          cocok={cocokId}
          onAlih={alih}
          onFokus={(b) => setPilih(b.id)}
          onBuka={buka}
        />
      </div>
      <section className="pohon-arti" aria-label={t('arti')}>
        <Status keadaan="tercapai" />
        <Status keadaan="waspada" />
        <Status keadaan="tidak-tercapai" />
        <Status keadaan="belum-ada-data" />
        <Status keadaan="tanpa-target" />
        <span className="small arti-silang">{t('arti.silang')}</span>
      </section>
      <Temuan
        pohon={pohon}
        onPilih={(kode) => {
          const found = butir.find((b) => b.jenis === 'simpul' && b.simpul.kode === kode)
          if (found) tunjukkan(found)
        }}
      />
      <SimpulPanel butir={dibuka} pohon={pohon} unit={unit} tahun={tahun} onPindah={(kode) => ubah({ simpul: kode }, true)} />
    </>
  )
}

/** What is searched: code, statement, indicators; of a contributor its name. */
function kataOf(b: Butir, pohon: Pohon): string {
  if (b.jenis === 'kelompok') return ''
  if (b.jenis === 'silang') return `${b.kontribusi.namaUnit} ${b.kontribusi.kontribusi}`.toLowerCase()
  const { kode, pernyataan, indikator } = b.simpul
  return [kode, pernyataan, ...indikator, ...indikator.map((one) => pohon.ukuran(one).nama)].join(' ').toLowerCase()
}

function Jalur({ fokus, onPilih }: { fokus: Butir; onPilih: (b: Butir) => void }) {
  const nama = (b: Butir) =>
    b.jenis === 'simpul'
      ? `${sebutanJenis(b.simpul.jenis)} ${b.simpul.kode}`
      : b.jenis === 'silang'
        ? b.kontribusi.namaUnit
        : t('silang.kelompok', { n: b.kontribusi.length })
  return (
    <nav className="pohon-jalur" aria-label={t('jalur')}>
      <ol>
        {jalur(fokus).map((b) => (
          <li key={b.id}>
            {b.tingkat > 1 && <Icon name="lanjut" size={14} />}
            {b.id === fokus.id ? (
              <span aria-current="true" className="strong">
                {nama(b)}
              </span>
            ) : (
              <button type="button" className="jalur-tombol" onClick={() => onPilih(b)}>
                {nama(b)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Temuan({ pohon, onPilih }: { pohon: Pohon; onPilih: (kode: string) => void }) {
  if (!pohon.temuan.length) return <p className="muted">{t('temuan.bersih')}</p>
  return (
    <details className="pohon-temuan">
      <summary>{t('temuan', { n: pohon.temuan.length })}</summary>
      <ul>
        {pohon.temuan.map((one) => (
          <li key={`${one.aturan} ${one.letak}`}>
            <span>{one.penjelasan}</span> <span className="small muted">{one.aturan}</span>{' '}
            <button type="button" className="jalur-tombol" onClick={() => onPilih(one.letak.replace(/^simpul /, ''))}>
              {t('temuan.lihat', { kode: one.letak.replace(/^simpul /, '') })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
