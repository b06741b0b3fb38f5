// What RA-01 to RA-09 see, the gravest first; each leads to the cell it is about.
import type { ReactNode } from 'react'
import { Panel } from '../../web/ui/panel.tsx'
import type { TemuanRa } from '../temuan.ts'
import { t } from './teks.ts'

const BERAT = ['tinggi', 'sedang', 'rendah'] as const

export function TemuanPanel(props: {
  readonly temuan: readonly TemuanRa[]
  readonly buka: boolean
  readonly onTutup: () => void
  readonly onPilih: (temuan: TemuanRa) => void
  readonly children?: ReactNode
}) {
  return (
    <Panel judul={t('temuan.judul')} buka={props.buka} onTutup={props.onTutup}>
      <p className="muted">{t('temuan.pengantar')}</p>
      {BERAT.map((berat) => {
        const these = props.temuan.filter((f) => f.berat === berat)
        if (!these.length) return null
        return (
          <section key={berat} className={`ra-temuan ra-temuan-${berat}`}>
            <h3>
              {t(`temuan.berat.${berat}`)} <span className="muted angka">{these.length}</span>
            </h3>
            <ul>
              {these.map((f) => {
                const words = (
                  <>
                    <span className="strong">{f.letak.charAt(0).toUpperCase() + f.letak.slice(1)}</span>
                    <span>{f.penjelasan}</span>
                    <span className="small muted">{f.aturan}</span>
                  </>
                )
                return (
                  <li key={`${f.aturan} ${f.letak} ${f.penjelasan} ${f.baris}`}>
                    {f.tempat ? (
                      <button type="button" onClick={() => props.onPilih(f)}>
                        {words}
                      </button>
                    ) : (
                      <div>{words}</div>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
      {props.children}
    </Panel>
  )
}
