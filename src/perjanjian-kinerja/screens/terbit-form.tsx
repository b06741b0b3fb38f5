// One item as its owner writes it: texts, five targets as they are typed, and for whom.
import { useState } from 'react'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Area, bound, Choice, Fault, Field, Select } from '../../web/ui/field.tsx'
import type { PeriodeTarget } from '../perjanjian-kinerja.ts'
import { PERIODE, type Terbitan } from './data.ts'
import { readTarget, targetText } from './target-teks.ts'
import { t } from './teks.ts'

type Props = {
  readonly unit: string
  readonly tahun: string
  readonly kelompok: readonly { readonly kode: string; readonly nama: string }[]
  /** Whom it may be for. */
  readonly kantor: readonly { readonly kode: string; readonly nama: string }[]
  readonly butir: Terbitan | null
  readonly onSelesai: () => void
  readonly onTutup: () => void
}
type Isi = Record<'kelompok' | 'uraian' | 'nama' | 'kode' | 'sumberData' | 'pengukuran' | 'satuan' | PeriodeTarget, string>

const begin = (b: Terbitan | null, kelompok: Props['kelompok']): Isi => ({
  kelompok: b?.kelompok ?? kelompok[0]?.kode ?? '',
  uraian: b?.uraian ?? '',
  nama: b?.nama ?? '',
  kode: b?.kode ?? '',
  sumberData: b?.sumberData ?? '',
  pengukuran: b?.pengukuran ?? '',
  satuan: b?.satuan ?? '',
  ...(Object.fromEntries(PERIODE.map((p) => [p, targetText(b?.target[p])])) as Record<PeriodeTarget, string>),
})

export function TerbitForm({ unit, tahun, kelompok, kantor, butir, onSelesai, onTutup }: Props) {
  const [id] = useState(() => butir?.id ?? crypto.randomUUID())
  const [isi, setIsi] = useState(() => begin(butir, kelompok))
  const [untuk, setUntuk] = useState<readonly string[] | null>(butir?.untuk ?? null)
  const bidang = bound(isi, (part) => setIsi((before) => ({ ...before, ...part })))
  const orNull = (text: string) => text.trim() || null
  const readings = PERIODE.map((p) => [p, readTarget(isi[p], isi.satuan)] as const)
  const faultOf = (p: PeriodeTarget) => {
    const read = readings.find(([of]) => of === p)![1]
    return isi[p] && isRefusal(read) ? read.detail : undefined
  }
  const { kelompok: group, uraian, nama, satuan } = isi
  return (
    <ActDialog
      judul={t(butir ? 'terbit.ubah' : 'terbit.baru')}
      aksi={t('terbit.simpan')}
      bidang={{
        kelompok: t('terbit.kelompok'),
        uraian: t('terbit.uraian'),
        nama: t('terbit.nama'),
        satuan: t('terbit.satuan'),
        untuk: t('terbit.untuk.beberapa'),
      }}
      wajib={{ uraian, nama, satuan, ...(untuk && { untuk: untuk.join(' ') }) }}
      kirim={({ versi }) => {
        const body = {
          pemilik: unit,
          tahun: Number(tahun),
          kelompok: group,
          uraian,
          nama,
          satuan,
          kode: orNull(isi.kode),
          sumberData: orNull(isi.sumberData),
          pengukuran: orNull(isi.pengukuran),
          untuk,
          target: Object.fromEntries(readings.map(([p, read]) => [p, isRefusal(read) ? { status: 'KOSONG' } : read])),
        }
        return request('PUT', `/api/sasaran-bersama/${id}`, { body, version: versi ?? butir?.version ?? 0 })
      }}
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Select label={t('terbit.kelompok')} {...bidang('kelompok', salah)}>
            {kelompok.map((k) => (
              <option key={k.kode} value={k.kode}>
                {k.nama}
              </option>
            ))}
          </Select>
          <Area label={t('terbit.uraian')} maxLength={2000} {...bidang('uraian', salah)} />
          <Area label={t('terbit.nama')} maxLength={2000} {...bidang('nama', salah)} />
          <Field label={t('terbit.kode')} bantuan={t('terbit.kode.bantuan')} maxLength={40} {...bidang('kode')} />
          <Field label={t('terbit.sumberData')} maxLength={300} {...bidang('sumberData')} />
          <Area label={t('terbit.pengukuran')} maxLength={20_000} {...bidang('pengukuran')} />
          <Field label={t('terbit.satuan')} maxLength={100} {...bidang('satuan', salah)} />
          <fieldset className="pk-terbit-target">
            <legend>{t('terbit.target')}</legend>
            {PERIODE.map((p) => (
              <Field key={p} label={t(`kolom.${p}`)} maxLength={300} {...bidang(p)} salah={faultOf(p)} />
            ))}
            <p className="small muted">{t('terbit.target.bantuan')}</p>
          </fieldset>
          <Untuk untuk={untuk} kantor={kantor} salah={salah('untuk')} onUbah={setUntuk} />
        </>
      )}
    </ActDialog>
  )
}

type UntukProps = {
  readonly untuk: readonly string[] | null
  readonly kantor: Props['kantor']
  readonly salah?: string
  readonly onUbah: (untuk: readonly string[] | null) => void
}

function Untuk({ untuk, kantor, salah, onUbah }: UntukProps) {
  return (
    <fieldset className="pk-terbit-untuk">
      <legend>{t('terbit.untuk')}</legend>
      <Choice
        label={t('terbit.untuk')}
        nilai={untuk === null ? 'semua' : 'beberapa'}
        pilihan={[
          { nilai: 'semua', label: t('terbit.untuk.semua') },
          { nilai: 'beberapa', label: t('terbit.untuk.beberapa') },
        ]}
        onPilih={(nilai) => onUbah(nilai === 'semua' ? null : [])}
      />
      {untuk !== null && (
        <div className="pk-terbit-daftar">
          {salah && <Fault salah={salah} />}
          {kantor.map((o) => (
            <label key={o.kode}>
              <input
                type="checkbox"
                name="untuk"
                checked={untuk.includes(o.kode)}
                onChange={(event) =>
                  onUbah(event.currentTarget.checked ? [...untuk, o.kode] : untuk.filter((kode) => kode !== o.kode))
                }
              />
              <span>{o.nama}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}
