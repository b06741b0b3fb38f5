// The papers of a forum, and the decision on each.
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Area } from '../../web/ui/field.tsx'
import { Icon, type IconName } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import type { Keputusan } from '../forum.ts'
import { refuseDiwakilkan } from '../rules.ts'
import { KEPUTUSAN_MUNGKIN } from '../workflow.ts'
import type { Forum, Naskah } from './data.ts'
import { t } from './teks.ts'

const SIGN: Readonly<Record<Keputusan, IconName>> = { DISETUJUI: 'centang', DIKEMBALIKAN: 'kembali', DITOLAK: 'salah' }

export function Putusan({ forum }: { forum: Forum }) {
  const [asked, setAsked] = useState<{ naskah: Naskah; keputusan: Keputusan }>()
  const rule = useId()
  // What greys the button is what the server refuses by.
  const held = forum.jenis === 'PENYUSUNAN' && forum.boleh.putus ? refuseDiwakilkan(forum.hadir)?.detail : undefined
  return (
    <section className="forum-bagian" aria-labelledby="naskah">
      <h2 id="naskah">{t('naskah.judul')}</h2>
      {!forum.naskah.length && <p className="muted">{t('naskah.kosong')}</p>}
      {held && (
        <p id={rule} className="forum-jawaban forum-belum">
          {held}
        </p>
      )}
      <ul className="daftar-polos">
        {forum.naskah.map((n) => (
          <li key={n.naskah} className="forum-menunggu">
            <div>
              <Tautan ke={n.ke}>{n.judul}</Tautan>
              {n.uraian && <p className="forum-tulisan">{n.uraian}</p>}
              <div className="small forum-putusan">
                {n.keputusan && <Icon name={SIGN[n.keputusan]} size={16} />}
                <span className={n.keputusan ? 'strong' : 'muted'}>{t(`sudah.${n.keputusan ?? 'belum'}`)}</span>
              </div>
              {n.alasan && <q className="forum-tulisan">{n.alasan}</q>}
            </div>
            {forum.boleh.putus && n.keputusan === null && (
              <div className="row">
                {KEPUTUSAN_MUNGKIN[forum.jenis].map((keputusan) => (
                  <Button
                    key={keputusan}
                    rupa={keputusan === 'DISETUJUI' && !held ? 'utama' : 'kedua'}
                    disabled={keputusan === 'DISETUJUI' && held !== undefined}
                    aria-describedby={keputusan === 'DISETUJUI' && held ? rule : undefined}
                    onClick={() => setAsked({ naskah: n, keputusan })}
                  >
                    {t(`putus.${keputusan}`)}
                    <span className="sr"> {n.judul}</span>
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && <Putuskan forum={forum} {...asked} onTutup={() => setAsked(undefined)} />}
    </section>
  )
}

type Props = { readonly forum: Forum; readonly naskah: Naskah; readonly keputusan: Keputusan; readonly onTutup: () => void }

function Putuskan({ forum, naskah, keputusan, onTutup }: Props) {
  const client = useQueryClient()
  const [alasan, setAlasan] = useState('')
  const aksi = t(`putus.${keputusan}`)
  const needed = keputusan !== 'DISETUJUI'
  return (
    <ActDialog
      judul={t('putus.judul', { aksi, judul: naskah.judul })}
      aksi={aksi}
      bidang={{ alasan: t('putus.alasan'), keputusan: aksi }}
      wajib={needed ? { alasan } : {}}
      kirim={({ kunci, versi }) =>
        request('POST', `/api/forum/${forum.id}/keputusan`, {
          body: { naskah: naskah.naskah, keputusan, alasan: alasan || null },
          version: versi ?? forum.version,
          idempotencyKey: kunci,
        })
      }
      onSelesai={() => {
        client.invalidateQueries()
        onTutup()
      }}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          {salah('keputusan') && <Notice jenis="salah">{salah('keputusan')}</Notice>}
          {needed ? (
            <Area
              label={t('putus.alasan')}
              name="alasan"
              bantuan={t('putus.alasan.bantuan')}
              salah={salah('alasan')}
              rows={4}
              maxLength={3000}
              value={alasan}
              onChange={(event) => setAlasan(event.currentTarget.value)}
            />
          ) : (
            <p>{t('putus.tanpa')}</p>
          )}
        </>
      )}
    </ActDialog>
  )
}
