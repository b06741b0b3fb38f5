// The official method of the rule pack: its readings, and its conformance vectors run before one's eyes.
import { useState } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import type { UjiMetode } from '../metode-resmi.ts'
import { kalimat } from './bagian.tsx'
import { type Entri, useUji } from './data.ts'
import { RumusTeks } from './rumus-teks.tsx'
import { t } from './teks.ts'

export function MetodeBagian({ metode }: { metode: NonNullable<Entri['metodeResmi']> }) {
  const [run, setRun] = useState(false)
  const uji = useUji(metode.kode, run)
  return (
    <div className="stack">
      <p>
        <strong>{metode.nama}</strong> <span className="muted">({metode.kode})</span>
      </p>
      <p className="muted">{t('m.dasar', { dasar: metode.dasar })}</p>
      <ul className="kamus-bacaan">
        {metode.pilihan.map((b) => (
          <li key={b.nama}>
            <h3>
              {t('m.bacaan')} {b.nama}
              {b.nama === metode.bacaan && (
                <span className="kamus-dipakai">
                  <Icon name="centang" size={16} />
                  {t('m.bacaan.dipakai')}
                </span>
              )}
            </h3>
            <p>{kalimat(b.arti)}.</p>
            <RumusTeks teks={b.teks} />
          </li>
        ))}
      </ul>
      <p className="muted">{t('m.uji.isi')}</p>
      {!run ? (
        <div>
          <Button onClick={() => setRun(true)}>{t('m.uji')}</Button>
        </div>
      ) : uji.isPending ? (
        <Skeleton baris={4} />
      ) : uji.isError ? (
        <Failure error={uji.error} onLagi={() => uji.refetch()} />
      ) : (
        <Results isi={uji.data.isi} />
      )}
    </div>
  )
}

const agrees = (u: UjiMetode) => u.banding.every((b) => b.cocok)
const word = (apa: string) => t(`m.apa.${apa}` as Parameters<typeof t>[0])

function Results({ isi }: { isi: readonly UjiMetode[] }) {
  const good = isi.filter(agrees).length
  const listed = (u: UjiMetode, of: 'harap' | 'hitung') => (
    <ul className="kamus-banding small">
      {u.banding.map((b) => (
        <li key={b.apa}>
          <span className="muted">{word(b.apa)}:</span> <span className="angka">{b[of] ?? '–'}</span>
        </li>
      ))}
    </ul>
  )
  const columns: Column<UjiMetode>[] = [
    {
      kunci: 'kasus',
      judul: t('m.kasus'),
      rupa: 'nama',
      isi: (u) => (
        <>
          {kalimat(u.nama)}
          <span className="kamus-kode small muted">{[u.bacaan, u.sumber].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { kunci: 'harap', judul: t('m.harap'), isi: (u) => listed(u, 'harap') },
    { kunci: 'hitung', judul: t('m.hitung'), isi: (u) => listed(u, 'hitung') },
    {
      kunci: 'cocok',
      judul: t('m.cocok'),
      isi: (u) => (
        <span className={agrees(u) ? 'kamus-cocok' : 'kamus-berbeda'}>
          <Icon name={agrees(u) ? 'centang' : 'salah'} size={16} />
          {t(agrees(u) ? 'm.cocok.ya' : 'm.cocok.tidak')}
        </span>
      ),
    },
  ]
  return (
    <>
      <Notice jenis={good === isi.length ? 'berhasil' : 'salah'}>{t('m.uji.ringkas', { cocok: good, n: isi.length })}</Notice>
      <Table judul={t('m.uji')} kunci={(u) => `${u.bacaan} ${u.nama}`} kelompok={[{ baris: isi }]} kolom={columns} />
    </>
  )
}
