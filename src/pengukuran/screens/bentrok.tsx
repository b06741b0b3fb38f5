// Two people, one sheet: both versions side by side, and the choice.
import { Button } from '../../web/ui/button.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import type { Isi } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'

type Beda = { readonly bidang: string; readonly anda: string; readonly mereka: string }

type Props = {
  readonly beda: readonly Beda[]
  readonly oleh: string
  readonly onSaya: () => void
  readonly onTersimpan: () => void
}

export function Bentrok({ beda, oleh, onSaya, onTersimpan }: Props) {
  const text = (value: string) => (value ? value : <span className="muted">{t('bentrok.kosong')}</span>)
  const kolom: Column<Beda>[] = [
    { kunci: 'bidang', judul: t('bentrok.bidang'), rupa: 'nama', isi: (r) => r.bidang },
    { kunci: 'anda', judul: t('bentrok.anda'), isi: (r) => <span className="bentrok-isi">{text(r.anda)}</span> },
    { kunci: 'mereka', judul: t('bentrok.mereka'), isi: (r) => <span className="bentrok-isi">{text(r.mereka)}</span> },
  ]
  return (
    <Notice jenis="peringatan" judul={t('bentrok')}>
      <div className="stack">
        <p>{t('bentrok.isi', { oleh })}</p>
        {beda.length === 0 ? (
          <p>{t('bentrok.sama')}</p>
        ) : (
          <Table judul={t('bentrok')} kunci={(r) => r.bidang} kelompok={[{ baris: beda }]} kolom={kolom} muat={false} />
        )}
        <div className="row">
          <Button rupa="utama" onClick={onSaya}>
            {t('bentrok.pakai-saya')}
          </Button>
          <Button onClick={onTersimpan}>{t('bentrok.pakai-tersimpan')}</Button>
        </div>
      </div>
    </Notice>
  )
}

const MOST = 12

/** The fields in which two sheets differ, in words. */
export function bedaLembar(mine: Isi, theirs: Isi): readonly Beda[] {
  const all: Beda[] = []
  const put = (bidang: string, anda: string, mereka: string) => anda !== mereka && all.push({ bidang, anda, mereka })
  put(t('cara'), t(`cara.${mine.cara}`), t(`cara.${theirs.cara}`))
  put(t('hasil.realisasi'), mine.tercetak, theirs.tercetak)
  for (const nama of new Set([...Object.keys(mine.masukan), ...Object.keys(theirs.masukan)])) {
    const [a, b] = [mine.masukan[nama] ?? [], theirs.masukan[nama] ?? []]
    const line = (rows: typeof a, i: number) => [...Object.values(rows[i]?.dimensi ?? {}), rows[i]?.tercetak ?? ''].join(' · ')
    const long = Math.max(a.length, b.length)
    for (let i = 0; i < long; i++)
      put(
        long === 1 ? nama.replaceAll('_', ' ') : t('tabel.sel', { kolom: nama.replaceAll('_', ' '), n: i + 1 }),
        line(a, i),
        line(b, i),
      )
  }
  put(t('alasan.RUMUS'), mine.keterangan, theirs.keterangan)
  put(t('surat'), mine.surat, theirs.surat)
  put(t('surat.tanggal'), mine.tanggal, theirs.tanggal)
  const names = (isi: Isi) => isi.bukti.map((b) => [b.nama, b.halaman, b.tanggal, b.penerbit].filter(Boolean).join(', ')).join('; ')
  put(t('bukti'), names(mine), names(theirs))
  put(t('hambatan'), mine.hambatan, theirs.hambatan)
  put(t('tindak-lanjut'), mine.tindakLanjut, theirs.tindakLanjut)
  return all.slice(0, MOST)
}
