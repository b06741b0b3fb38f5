// An indicator of a node: as a chip in the tree, and as a line in the panel.
import { angka, angkaWajar } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Status } from '../../web/ui/status.tsx'
import type { Target, Ukuran } from './data.ts'
import { t } from './teks.ts'

/** A target as it is read: `87,3`, `85–90`, `WTP (3)`, or the word for why there is none. */
export function targetKata(target: Target | undefined): string {
  if (!target) return t('target.belum')
  if (target.status !== 'NILAI') return t(target.status === 'TIDAK_DITARGETKAN' ? 'target.tidak' : 'target.belum')
  if (target.min !== null && target.maks !== null) return `${angkaWajar(target.min)}–${angkaWajar(target.maks)}`
  if (target.kategori !== null) return target.nilai === null ? target.kategori : `${target.kategori} (${angkaWajar(target.nilai)})`
  return target.nilai === null ? t('target.belum') : angkaWajar(target.nilai)
}

/** The target that results are held against; the plan's where the year has none of its own. */
const berlaku = (u: Ukuran) => (u.hasil?.target ? angkaWajar(u.hasil.target) : targetKata(u.rencana))
const kataKeadaan = (u: Ukuran) => (u.keadaan === 'tidak-jatuh-tempo' ? t('target.tidak') : undefined)

export function UkuranChip({ ukuran: u }: { ukuran: Ukuran }) {
  const ada = u.hasil?.target || u.rencana
  return (
    <span className="ukuran" title={u.nama}>
      <span className="ukuran-kode">{u.kode}</span>
      {ada && <span className="ukuran-target angka">{t('chip.target', { target: berlaku(u) })}</span>}
      <Status keadaan={u.keadaan} kata={kataKeadaan(u)} ringkas={Boolean(ada)} />
    </span>
  )
}

export function UkuranRinci({ ukuran: u, unit, tahun }: { ukuran: Ukuran; unit: string; tahun: string }) {
  const punya = u.hasil && u.hasil.status !== 'KOSONG'
  return (
    <div className="ukuran-rinci">
      <p>
        <strong>{u.nama}</strong>{' '}
        <span className="small muted">
          {u.kode}
          {u.satuan && ` · ${u.satuan.toLowerCase()}`}
        </span>
      </p>
      <dl>
        <div>
          <dt>{t('rinci.rencana', { tahun })}</dt>
          <dd className="angka">{targetKata(u.rencana)}</dd>
        </div>
        {u.hasil?.target && (
          <div>
            <dt>{t('rinci.target', { tahun })}</dt>
            <dd className="angka">{angkaWajar(u.hasil.target)}</dd>
          </div>
        )}
        {punya && u.hasil?.nilai && (
          <div>
            <dt>{t('rinci.realisasi')}</dt>
            <dd className="angka">{angka(u.hasil.nilai, u.desimal)}</dd>
          </div>
        )}
        {punya && u.hasil?.capaian && (
          <div>
            <dt>{t('rinci.capaian')}</dt>
            <dd className="angka">{angka(u.hasil.capaian, 2)}</dd>
          </div>
        )}
      </dl>
      <p className="row">
        <Status keadaan={u.keadaan} kata={kataKeadaan(u)} />
        {punya && (
          <Tautan ke={`/capaian/${unit}/${tahun}`} cari={{ jelaskan: `${u.kode}.${tahun}` }}>
            {t('rinci.asal')}
          </Tautan>
        )}
      </p>
    </div>
  )
}
