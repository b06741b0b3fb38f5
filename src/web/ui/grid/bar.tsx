// Above the grid: whether everything is saved, undo and redo, and what can be done about what is not saved.
import { useState } from 'react'
import { timeInJakarta } from '../../../platform/kernel/time.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icons.tsx'
import { Notice } from '../notice.tsx'
import { Dialog } from '../panel.tsx'
import { useLook } from './cell.tsx'
import { Conflicts } from './conflicts.tsx'
import type { Ringkasan } from './drafts.ts'
import type { Sheet } from './sheet.ts'
import { t } from './teks.ts'

export function savedWords(r: Ringkasan): { kata: string; rupa: 'baik' | 'sibuk' | 'perlu' } {
  if (r.menyimpan) return { kata: t('simpan.sedang'), rupa: 'sibuk' }
  if (r.putus) return { kata: t('simpan.putus', { n: r.putus }), rupa: 'perlu' }
  if (r.bentrok) return { kata: t('simpan.bentrok', { n: r.bentrok }), rupa: 'perlu' }
  if (r.salah) return { kata: t('simpan.salah', { n: r.salah }), rupa: 'perlu' }
  if (r.belum) return { kata: t('simpan.menunggu', { n: r.belum }), rupa: 'sibuk' }
  return { kata: r.terakhir ? t('simpan.sudah', { jam: timeInJakarta(r.terakhir) }) : t('simpan.semua'), rupa: 'baik' }
}

export function Bar({ sheet, lembar }: { sheet: Sheet; lembar: boolean }) {
  const r = useLook(sheet, 'ringkasan', sheet.drafts.ringkasan)
  const canUndo = useLook(sheet, 'riwayat', sheet.canUndo)
  const canRedo = useLook(sheet, 'riwayat', sheet.canRedo)
  const proposed = useLook(sheet, 'usulan', () => sheet.proposed('kosong'))
  const [help, setHelp] = useState(false)
  const [compare, setCompare] = useState(false)
  const { kata, rupa } = savedWords(r)
  return (
    <div className="lembar-bilah">
      <p className={`lembar-simpanan lembar-simpanan-${rupa}`} role="status">
        <Icon name={rupa === 'baik' ? 'centang' : rupa === 'sibuk' ? 'lainnya' : 'peringatan'} />
        <span>{kata}</span>
      </p>
      {(r.putus > 0 || r.salah > 0) && !r.menyimpan && (
        <Button kecil onClick={() => sheet.flush(true)}>
          {t('simpan.lagi')}
        </Button>
      )}
      {r.bentrok > 0 && (
        <Button kecil rupa="utama" onClick={() => setCompare(true)}>
          {t('bentrok.buka')}
        </Button>
      )}
      <div className="lembar-alat">
        {proposed > 0 && (
          <Button kecil onClick={() => sheet.propose('kosong')}>
            {t('usulan.kosong', { n: proposed })}
          </Button>
        )}
        <Button kecil rupa="polos" aria-disabled={!canUndo || undefined} onClick={sheet.undo}>
          {t('urung')}
        </Button>
        <Button kecil rupa="polos" aria-disabled={!canRedo || undefined} onClick={sheet.redo}>
          {t('ulangi')}
        </Button>
        {lembar && (
          <Button kecil rupa="polos" onClick={() => setHelp(true)}>
            {t('pintasan')}
          </Button>
        )}
      </div>
      <Conflicts sheet={sheet} buka={compare && r.bentrok > 0} onTutup={() => setCompare(false)} />
      <Dialog judul={t('pintasan')} buka={help} onTutup={() => setHelp(false)}>
        <dl className="lembar-pintasan">
          {(['panah', 'tab', 'enter', 'baris', 'salin', 'hapus', 'isi', 'usulan', 'urung', 'simpan', 'menu', 'lebar'] as const).map(
            (k) => (
              <div key={k}>
                <dt>{t(`pintasan.${k}`)}</dt>
                <dd>{t(`pintasan.${k}.isi`)}</dd>
              </div>
            ),
          )}
        </dl>
      </Dialog>
    </div>
  )
}

/** What did not fit of a paste, with the way to make room for it. */
export function Rest({ sheet, onBarisBaru }: { sheet: Sheet; onBarisBaru?: (n: number) => unknown }) {
  const sisa = useLook(sheet, 'sisa', sheet.sisa)
  if (!sisa) return null
  const n = sisa.blok.length
  return (
    <Notice jenis="peringatan">
      <p>{t('tempel.lebih', { baris: n, sisa: n })}</p>
      {sisa.menunggu ? (
        <p>{t('tempel.menunggu')}</p>
      ) : (
        <p className="row">
          {onBarisBaru && (
            <Button
              kecil
              rupa="utama"
              onClick={() => {
                sheet.setSisa({ ...sisa, menunggu: true })
                onBarisBaru(n)
              }}
            >
              {t('tempel.tambah', { n })}
            </Button>
          )}
          <Button kecil onClick={() => sheet.setSisa(null)}>
            {t('tempel.biarkan')}
          </Button>
        </p>
      )}
    </Notice>
  )
}
