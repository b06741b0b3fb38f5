// Who is asked to come and who came. The head of the office comes in person, or nothing is approved.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import type { Kehadiran as Cara } from '../forum.ts'
import type { Forum } from './data.ts'
import { t } from './teks.ts'

type Row = Forum['undangan'][number] & { readonly kehadiran: Cara | null; readonly wakil: string | null }
const CARA: readonly Cara[] = ['SENDIRI', 'DIWAKILI', 'TIDAK_HADIR']
const isHead = (r: { peran: readonly string[] }) => r.peran.includes('KEPALA_PD')

/** As it was recorded, under the names of that day; before that, who is asked. */
const rowsOf = (forum: Forum): Row[] =>
  forum.hadir.length ? forum.hadir : forum.undangan.map((u) => ({ ...u, kehadiran: null, wakil: null }))

export function Kehadiran({ forum }: { forum: Forum }) {
  const [asked, setAsked] = useState(false)
  return (
    <section className="forum-bagian" aria-labelledby="hadir">
      <h2 id="hadir">{t('hadir.judul')}</h2>
      {forum.jenis === 'PENYUSUNAN' && <p className="muted">{t('hadir.aturan')}</p>}
      <Table judul={t('hadir.daftar')} kunci={(r) => r.jabatan} kelompok={[{ baris: rowsOf(forum) }]} kolom={columnsOf(forum)} />
      {forum.boleh.hadir && (
        <div className="row">
          <Button rupa={forum.hadir.length ? 'kedua' : 'utama'} onClick={() => setAsked(true)}>
            {t('hadir.catat')}
          </Button>
        </div>
      )}
      {asked && <Catat forum={forum} onTutup={() => setAsked(false)} />}
    </section>
  )
}

const columnsOf = (forum: Forum): Column<Row>[] => [
  { kunci: 'jabatan', judul: t('hadir.jabatan'), rupa: 'nama', isi: (r) => r.namaJabatan },
  { kunci: 'nama', judul: t('hadir.nama'), lebar: true, isi: (r) => r.nama ?? <span className="muted">{t('hadir.kosong')}</span> },
  {
    kunci: 'cara',
    judul: t('hadir.cara'),
    lebar: true,
    isi: (r) => {
      if (r.kehadiran === null) return <span className="muted">{t('hadir.belum')}</span>
      if (r.kehadiran === 'DIWAKILI') return t('hadir.wakil', { wakil: r.wakil ?? '' })
      return r.kehadiran === 'SENDIRI' && isHead(r) && forum.jenis === 'PENYUSUNAN' ? t('hadir.tanpa') : t(`hadir.${r.kehadiran}`)
    },
  },
]

function Catat({ forum, onTutup }: { forum: Forum; onTutup: () => void }) {
  const client = useQueryClient()
  const [rows, setRows] = useState(() =>
    forum.undangan.map((u) => {
      const known = forum.hadir.find((h) => h.jabatan === u.jabatan)
      return { ...u, kehadiran: known?.kehadiran ?? ((u.nama ? 'SENDIRI' : 'TIDAK_HADIR') as Cara), wakil: known?.wakil ?? '' }
    }),
  )
  const put = (jabatan: string, part: { kehadiran?: Cara; wakil?: string }) =>
    setRows(rows.map((r) => (r.jabatan === jabatan ? { ...r, ...part } : r)))
  return (
    <ActDialog
      judul={t('hadir.catat')}
      aksi={t('hadir.catat')}
      kirim={({ versi }) =>
        request('PUT', `/api/forum/${forum.id}/hadir`, {
          body: {
            hadir: rows.map(({ jabatan, kehadiran, wakil }) => ({
              jabatan,
              kehadiran,
              wakil: kehadiran === 'DIWAKILI' ? wakil : null,
            })),
          },
          version: versi ?? forum.version,
        })
      }
      onSelesai={() => {
        client.invalidateQueries()
        onTutup()
      }}
      onTutup={onTutup}
    >
      {() => (
        <>
          {forum.jenis === 'PENYUSUNAN' && <Notice>{t('hadir.aturan')}</Notice>}
          {rows.map((r) => (
            <fieldset key={r.jabatan} className="forum-hadir">
              <legend>
                {r.nama ?? t('hadir.kosong')}
                <span className="small muted">{r.namaJabatan}</span>
              </legend>
              <Select
                label={`${t('hadir.cara')} ${r.namaJabatan}`}
                labelTersembunyi
                value={r.kehadiran}
                onChange={(event) => put(r.jabatan, { kehadiran: event.currentTarget.value as Cara })}
              >
                {CARA.filter((c) => r.nama || c !== 'SENDIRI').map((c) => (
                  <option key={c} value={c}>
                    {t(`hadir.${c}`)}
                  </option>
                ))}
              </Select>
              {r.kehadiran === 'DIWAKILI' && (
                <Field
                  label={t('hadir.wakil.f')}
                  value={r.wakil}
                  maxLength={200}
                  onChange={(event) => put(r.jabatan, { wakil: event.currentTarget.value })}
                />
              )}
            </fieldset>
          ))}
        </>
      )}
    </ActDialog>
  )
}
