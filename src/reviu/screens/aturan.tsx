// Every rule of the checker: what it looks at, an example that is right and one that is found, and its basis.
import { useEffect } from 'react'
import { SEBUTAN_JENIS } from '../../periksa/sebutan.ts'
import { useCari } from '../../web/ui/address.ts'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Aturan, useAturan } from './data.ts'
import { t } from './teks.ts'
import './screens.css'

export function AturanReviuPage() {
  const found = useAturan()
  const [{ kode }] = useCari()
  useEffect(() => {
    if (found.data && kode) document.getElementById(`aturan-${kode}`)?.scrollIntoView({ block: 'center' })
  }, [found.data, kode])
  return (
    <>
      <PageHead
        judul={t('aturan')}
        pengantar={found.data ? t('aturan.pengantar', { n: found.data.length }) : undefined}
        aksi={
          <Tautan ke="/reviu" className="tombol tombol-kedua">
            {t('semua')}
          </Tautan>
        }
      />
      {found.isPending ? (
        <Skeleton baris={10} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <div className="stack">
          {[...Map.groupBy(found.data, (a) => a.jenis)].map(([jenis, list]) => (
            <section key={jenis} className="stack" aria-labelledby={`jenis-${jenis}`}>
              <h2 id={`jenis-${jenis}`}>{SEBUTAN_JENIS[jenis]}</h2>
              {list.map((a) => (
                <Satu key={a.kode} aturan={a} dipilih={a.kode === kode} />
              ))}
            </section>
          ))}
        </div>
      )}
    </>
  )
}

function Satu({ aturan: a, dipilih }: { aturan: Aturan; dipilih: boolean }) {
  return (
    <article id={`aturan-${a.kode}`} className={`aturan ${dipilih ? 'aturan-dipilih' : ''}`}>
      <h3>{a.kode}</h3>
      <p>{a.memeriksa}</p>
      <dl className="fakta">
        <div>
          <dt>{t('contoh.benar')}</dt>
          <dd>{a.contoh.benar}</dd>
        </div>
        <div>
          <dt>{t('contoh.salah')}</dt>
          <dd>{a.contoh.salah}</dd>
        </div>
        {a.dasar && (
          <div>
            <dt>{t('dasar')}</dt>
            <dd>{a.dasar}</dd>
          </div>
        )}
      </dl>
    </article>
  )
}
