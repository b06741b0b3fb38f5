// Advice by role on the lines of the papers, and what the office answers to each.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Area, bound, Select } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import type { Forum, Saran } from './data.ts'
import { t } from './teks.ts'

type Asked = { readonly act: 'beri' | 'tiada' } | { readonly act: 'jawab'; readonly saran: Saran }

export function SaranForum({ forum }: { forum: Forum }) {
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const given = forum.saran.filter((s) => s.isi !== null)
  const silent = forum.saran.filter((s) => s.isi === null)
  const mine = forum.boleh.saran
  const fresh = mine.filter((peran) => !forum.saran.some((s) => s.peran === peran))
  return (
    <section className="forum-bagian" aria-labelledby="saran">
      <h2 id="saran">{t('saran.judul')}</h2>
      <ul className="forum-penasihat">
        {forum.penasihat.map(({ peran, sudah }) => (
          <li key={peran} className={sudah ? undefined : 'muted'}>
            <Icon name={sudah ? 'centang' : 'lainnya'} size={16} />
            {t(sudah ? 'saran.sudah' : 'saran.belum', { peran: namaPeran(peran) })}
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <div className="row">
          <Button rupa="utama" onClick={() => setAsked({ act: 'beri' })}>
            {t('saran.beri')}
          </Button>
          {fresh.length > 0 && <Button onClick={() => setAsked({ act: 'tiada' })}>{t('saran.tiada')}</Button>}
        </div>
      )}
      {!given.length && <p className="muted">{t('saran.kosong')}</p>}
      <ul className="daftar-polos">
        {given.map((s) => (
          <li key={s.id} className="forum-saran">
            <div className="small muted">
              <span className="strong">{namaPeran(s.peran)}</span> · {forum.naskah.find((n) => n.naskah === s.naskah)?.judul}
              {' · '}
              {s.letak ?? t('saran.seluruh')}
            </div>
            <p className="forum-tulisan">{s.isi}</p>
            <div className={s.jawaban ? 'forum-jawaban' : 'forum-jawaban forum-belum'}>
              <span className="strong">{t(s.jawaban ? `jawab.${s.jawaban}` : 'jawab.belum')}</span>
              {s.alasanJawaban && <span className="forum-tulisan">{s.alasanJawaban}</span>}
            </div>
            {forum.boleh.jawab && !(s.jawaban && forum.status === 'DITETAPKAN') && (
              <Button kecil onClick={() => setAsked({ act: 'jawab', saran: s })}>
                {t(s.jawaban ? 'jawab.ubah' : 'jawab.aksi')}
                <span className="sr"> {s.letak ?? t('saran.seluruh')}</span>
              </Button>
            )}
          </li>
        ))}
        {silent.map((s) => (
          <li key={s.id} className="small muted">
            {namaPeran(s.peran)}: {t('saran.menyatakan')}
          </li>
        ))}
      </ul>
      {asked?.act === 'beri' && <Beri forum={forum} onTutup={close} />}
      {asked?.act === 'tiada' && <Tiada forum={forum} peran={fresh} onTutup={close} />}
      {asked?.act === 'jawab' && <Jawab forum={forum} saran={asked.saran} onTutup={close} />}
    </section>
  )
}

function useSelesai(onTutup: () => void) {
  const client = useQueryClient()
  return () => {
    client.invalidateQueries()
    onTutup()
  }
}

const optionsOf = (peran: readonly string[]) =>
  peran.map((p) => (
    <option key={p} value={p}>
      {namaPeran(p)}
    </option>
  ))

function Beri({ forum, onTutup }: { forum: Forum; onTutup: () => void }) {
  const onSelesai = useSelesai(onTutup)
  const open = forum.naskah.filter((n) => n.keputusan === null)
  const [isi, setIsi] = useState({ peran: forum.boleh.saran[0]!, naskah: open[0]?.naskah ?? '', baris: '', isi: '' })
  const put = (part: Partial<typeof isi>) => setIsi({ ...isi, ...part })
  const bidang = bound(isi, put)
  const lines = open.find((n) => n.naskah === isi.naskah)?.baris ?? []
  const tentang = forum.penasihat.find((p) => p.peran === isi.peran)?.tentang ?? ''
  return (
    <ActDialog
      judul={t('saran.beri')}
      aksi={t('saran.beri')}
      bidang={{ naskah: t('saran.naskah'), baris: t('saran.baris'), isi: t('saran.isi') }}
      wajib={{ isi: isi.isi }}
      kirim={({ kunci }) =>
        request('POST', `/api/forum/${forum.id}/saran`, { body: { ...isi, baris: isi.baris || null }, idempotencyKey: kunci })
      }
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          {forum.boleh.saran.length > 1 && (
            <Select label={t('saran.peran')} {...bidang('peran', salah)}>
              {optionsOf(forum.boleh.saran)}
            </Select>
          )}
          <Select
            label={t('saran.naskah')}
            name="naskah"
            value={isi.naskah}
            salah={salah('naskah')}
            onChange={(event) => put({ naskah: event.currentTarget.value, baris: '' })}
          >
            {open.map((n) => (
              <option key={n.naskah} value={n.naskah}>
                {n.judul}
              </option>
            ))}
          </Select>
          <Select label={t('saran.baris')} {...bidang('baris', salah)}>
            <option value="">{t('saran.seluruh')}</option>
            {lines.map((b) => (
              <option key={b.id} value={b.id}>
                {`${b.letak}: ${b.uraian}`.slice(0, 110)}
              </option>
            ))}
          </Select>
          <Area
            label={t('saran.isi')}
            {...bidang('isi', salah)}
            bantuan={t('saran.isi.bantuan', { tentang })}
            rows={4}
            maxLength={3000}
          />
        </>
      )}
    </ActDialog>
  )
}

function Tiada({ forum, peran, onTutup }: { forum: Forum; peran: readonly string[]; onTutup: () => void }) {
  const onSelesai = useSelesai(onTutup)
  const [as, setAs] = useState(peran[0]!)
  return (
    <ActDialog
      judul={t('saran.tiada')}
      aksi={t('saran.tiada')}
      kirim={({ kunci }) => request('POST', `/api/forum/${forum.id}/saran`, { body: { peran: as }, idempotencyKey: kunci })}
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {() => (
        <>
          {peran.length > 1 && (
            <Select label={t('saran.peran')} value={as} onChange={(event) => setAs(event.currentTarget.value)}>
              {optionsOf(peran)}
            </Select>
          )}
          <p>{t('saran.tiada.isi', { peran: namaPeran(as) })}</p>
        </>
      )}
    </ActDialog>
  )
}

function Jawab({ forum, saran, onTutup }: { forum: Forum; saran: Saran; onTutup: () => void }) {
  const onSelesai = useSelesai(onTutup)
  const [isi, setIsi] = useState({ jawaban: saran.jawaban ?? 'DILAKSANAKAN', alasan: saran.alasanJawaban ?? '' })
  const bidang = bound(isi, (part) => setIsi({ ...isi, ...part }))
  return (
    <ActDialog
      judul={t('jawab.judul', { peran: namaPeran(saran.peran) })}
      aksi={t('jawab.aksi')}
      bidang={{ jawaban: t('jawab.pilih'), alasan: t('jawab.alasan') }}
      wajib={isi.jawaban === 'TIDAK_DILAKSANAKAN' ? { alasan: isi.alasan } : {}}
      kirim={({ versi }) =>
        request('PUT', `/api/forum/${forum.id}/saran/${saran.id}/jawaban`, { body: isi, version: versi ?? saran.version })
      }
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Notice judul={saran.letak ?? t('saran.seluruh')}>{saran.isi}</Notice>
          <Select label={t('jawab.pilih')} {...bidang('jawaban', salah)}>
            <option value="DILAKSANAKAN">{t('jawab.DILAKSANAKAN')}</option>
            <option value="TIDAK_DILAKSANAKAN">{t('jawab.TIDAK_DILAKSANAKAN')}</option>
          </Select>
          <Area
            label={t('jawab.alasan')}
            {...bidang('alasan', salah)}
            bantuan={t('jawab.alasan.bantuan')}
            rows={3}
            maxLength={2000}
          />
        </>
      )}
    </ActDialog>
  )
}
