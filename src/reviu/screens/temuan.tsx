// One finding in the list: where, what is printed and what it should be; opened, the arithmetic, what it rests on, and its decision.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SEBUTAN_JENIS, satuanTempat, tempatOf } from '../../periksa/sebutan.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Area } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import type { Temuan } from './data.ts'
import { t } from './teks.ts'

const IKON = { tinggi: 'salah', sedang: 'peringatan', rendah: 'info' } as const
export const tombolOf = (kunci: string) => `temuan-${kunci}`

type Props = {
  readonly temuan: Temuan
  readonly nomor: number
  readonly buka: boolean
  readonly onBuka: () => void
  readonly onTerkait: (jangkar: string) => void
  readonly onLihat?: () => void
  readonly reviu: string
  readonly boleh: boolean
}

export function TemuanButir({ temuan: x, nomor, buka, onBuka, ...rest }: Props) {
  return (
    <li className={`temuan temuan-${x.berat} ${buka ? 'temuan-buka' : ''}`}>
      <button type="button" id={tombolOf(x.kunci)} className="temuan-kepala" aria-expanded={buka} onClick={onBuka}>
        <span className="temuan-nomor angka">{nomor}</span>
        <span className="temuan-ringkas">
          <span className="temuan-atas small">
            <span className={`temuan-berat berat-${x.berat}`}>
              <Icon name={IKON[x.berat]} size={16} />
              {t(`berat.${x.berat}`)}
            </span>
            <span className="muted">{SEBUTAN_JENIS[x.jenis]}</span>
            {x.putusan?.putusan && <span className="temuan-putusan">{t(`putusan.${x.putusan.putusan}`)}</span>}
          </span>
          <span className="temuan-letak">{[tempatOf(x), x.letak].filter(Boolean).join(': ')}</span>
          {x.tercetak !== null && (
            <span className="temuan-angka angka">
              <span className="sr">{t('tercetak')} </span>
              <s>{x.tercetak}</s>
              {x.seharusnya !== null && (
                <>
                  <span aria-hidden="true"> → </span>
                  <span className="sr">, {t('seharusnya')} </span>
                  <strong>{x.seharusnya}</strong>
                </>
              )}
            </span>
          )}
        </span>
      </button>
      {buka && <Rinci temuan={x} {...rest} />}
    </li>
  )
}

function Rinci({ temuan: x, onTerkait, onLihat, reviu, boleh }: Omit<Props, 'nomor' | 'buka' | 'onBuka'>) {
  const related = x.jangkarTerkait.length ? x.jangkarTerkait : []
  return (
    <div className="temuan-rinci">
      <p>{x.penjelasan}</p>
      {related.length > 0 && (
        <p className="temuan-terkait">
          <span className="small muted">{t('terkait')}</span>
          {related.slice(0, MOST_RELATED).map((jangkar, n) => (
            <Button key={jangkar} kecil onClick={() => onTerkait(jangkar)}>
              {x.terkait.length === related.length ? `${satuanTempat(x)} ${x.terkait[n]}` : t('terkait.n', { n: n + 1 })}
            </Button>
          ))}
          {related.length > MOST_RELATED && (
            <span className="small muted">{t('terkait.lagi', { n: related.length - MOST_RELATED })}</span>
          )}
        </p>
      )}
      <p className="small muted">
        {t('keyakinan', { n: Math.round(x.keyakinan * 100) })} ·{' '}
        <Tautan ke="/reviu/aturan" cari={{ kode: x.aturan }}>
          {x.aturan}
        </Tautan>
      </p>
      {onLihat && (
        <Button kecil ikon="berkas" onClick={onLihat}>
          {t('lihat.naskah')}
        </Button>
      )}
      <Putusan temuan={x} reviu={reviu} boleh={boleh} />
    </div>
  )
}
const MOST_RELATED = 8
const TAWAR = ['DITERIMA', 'DIJELASKAN', 'DITOLAK'] as const

function Putusan({ temuan: x, reviu, boleh }: Pick<Props, 'temuan' | 'reviu' | 'boleh'>) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<(typeof TAWAR)[number] | 'TARIK'>()
  const [alasan, setAlasan] = useState('')
  const now = x.putusan?.putusan
  const act = asked === undefined ? '' : t(`putuskan.${asked}`)
  return (
    <>
      {now && (
        <div className="temuan-diputus">
          <strong>{t(`putusan.${now}`)}</strong>
          {x.putusan?.alasan && <p>{x.putusan.alasan}</p>}
          <p className="small muted">{t('putusan.oleh', { nama: x.putusan!.namaOleh, tanggal: tanggal(x.putusan!.pada) })}</p>
        </div>
      )}
      {boleh && (
        <fieldset className="row temuan-tombol">
          <legend className="sr">{t('putuskan')}</legend>
          {TAWAR.filter((p) => p !== now).map((p) => (
            <Button
              key={p}
              kecil
              onClick={() => {
                setAlasan('')
                setAsked(p)
              }}
            >
              {t(`putuskan.${p}`)}
            </Button>
          ))}
          {now && (
            <Button kecil rupa="polos" onClick={() => setAsked('TARIK')}>
              {t('putuskan.TARIK')}
            </Button>
          )}
        </fieldset>
      )}
      {asked && (
        <ActDialog
          judul={act}
          aksi={act}
          bidang={{ alasan: t('alasan') }}
          wajib={asked === 'DIJELASKAN' || asked === 'DITOLAK' ? { alasan } : {}}
          kirim={({ versi }) =>
            request('PUT', `/api/reviu/${reviu}/temuan/${x.kunci}`, {
              body: { putusan: asked === 'TARIK' ? null : asked, alasan: alasan.trim() || null },
              version: versi ?? x.putusan?.version ?? 0,
            })
          }
          onSelesai={() => {
            client.invalidateQueries({ queryKey: ['reviu', reviu], exact: true })
            setAsked(undefined)
          }}
          onTutup={() => setAsked(undefined)}
        >
          {(salah) => (
            <>
              <p>{x.penjelasan}</p>
              <p className="muted">{t(`putuskan.${asked}.arti`)}</p>
              <Area
                label={t('alasan')}
                name="alasan"
                rows={4}
                maxLength={4000}
                salah={salah('alasan')}
                value={alasan}
                onChange={(event) => setAlasan(event.currentTarget.value)}
              />
            </>
          )}
        </ActDialog>
      )}
    </>
  )
}
