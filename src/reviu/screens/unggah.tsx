// Where a paper is dropped: of which office and year, how far it is, and what to do where it cannot be read.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { address, get, sentence, upload } from '../../web/ui/api.ts'
import { Chooser, type Pilihan } from '../../web/ui/chooser.tsx'
import { Select } from '../../web/ui/field.tsx'
import { Jatuhkan } from '../../web/ui/jatuhkan.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import type { Who } from '../../web/ui/who.ts'
import { useNamaUnit } from './data.ts'
import { tempatUnggah } from './pereviu.ts'
import { t } from './teks.ts'

const MIB = 2 ** 20
const MAKS = 128

type Berkas = {
  readonly nama: string
  readonly keadaan: 'kirim' | 'periksa' | 'selesai' | 'gagal'
  readonly bagian: number
  readonly id?: string
  readonly pesan?: string
}

export function Unggah({ who, tahun: years }: { who: Who; tahun: readonly string[] }) {
  const { semua, sendiri } = tempatUnggah(who.peran)
  const namaOf = useNamaUnit(sendiri)
  const navigate = useNavigate()
  const client = useQueryClient()
  const abort = useRef<AbortController>(undefined)
  const [chosen, setUnit] = useState<Pilihan | null>()
  const [tahun, setTahun] = useState('')
  const [berkas, setBerkas] = useState<readonly Berkas[]>([])
  useEffect(() => () => abort.current?.abort(), [])
  if (!semua && !sendiri.length) return null

  const first = sendiri[0]
  // Their own office stands there until another is chosen, or this one is taken away.
  const unit = chosen === undefined && first ? { kunci: first, nama: namaOf(first) } : (chosen ?? null)
  const place = unit?.kunci
  const busy = berkas.some((b) => b.keadaan === 'kirim' || b.keadaan === 'periksa')
  const send = async (files: readonly File[]) => {
    if (!files.length || !place || busy) return
    abort.current = new AbortController()
    const { signal } = abort.current
    const tell = (n: number, news: Partial<Berkas>) =>
      setBerkas((before) => before.map((b, i) => (i === n ? { ...b, ...news } : b)))
    setBerkas(files.map((f) => ({ nama: f.name, keadaan: 'kirim', bagian: 0 })))
    let last: string | undefined
    for (const [n, file] of files.entries())
      try {
        if (file.size > MAKS * MIB) throw new Error(t('unggah.besar', { n: Math.ceil(file.size / MIB), maks: MAKS }))
        const url = address(`/api/reviu/${place}`, { tahun: tahun || undefined })
        const done = await upload<{ id: string }>(
          url,
          file,
          (bagian) => tell(n, { bagian, keadaan: bagian < 1 ? 'kirim' : 'periksa' }),
          signal,
        )
        last = done.id
        tell(n, { keadaan: 'selesai', id: done.id })
      } catch (error) {
        if (signal.aborted) return
        tell(n, { keadaan: 'gagal', pesan: sentence(error) })
      }
    client.invalidateQueries({ queryKey: ['daftar', '/api/reviu'] })
    if (files.length === 1 && last) navigate({ to: `/reviu/${last}` as never })
  }
  return (
    <section className="reviu-unggah" aria-labelledby="reviu-unggah">
      <h2 id="reviu-unggah">{t('unggah.judul')}</h2>
      <div className="reviu-unggah-isian">
        {semua ? (
          <Chooser label={t('unit')} name="unit" nilai={unit} onPilih={setUnit} cari={findOffices} />
        ) : sendiri.length === 1 ? (
          <div className="bidang">
            <span className="strong">{t('unit')}</span>
            <span>{unit?.nama}</span>
          </div>
        ) : (
          <Select
            label={t('unit')}
            value={place}
            onChange={(e) => setUnit({ kunci: e.currentTarget.value, nama: namaOf(e.currentTarget.value) })}
          >
            {sendiri.map((kode) => (
              <option key={kode} value={kode}>
                {namaOf(kode)}
              </option>
            ))}
          </Select>
        )}
        <Select label={t('tahun')} value={tahun} onChange={(e) => setTahun(e.currentTarget.value)}>
          <option value="">{t('unggah.tahun')}</option>
          {years.map((y) => (
            <option key={y}>{y}</option>
          ))}
        </Select>
      </div>
      <Jatuhkan
        judul={t('unggah.jatuhkan')}
        pilih={t('unggah.pilih')}
        keterangan={place ? t('unggah.jenis', { n: MAKS }) : t('unggah.unit')}
        sibuk={busy ? t('memeriksa') : undefined}
        bisa={Boolean(place)}
        onBerkas={send}
      />
      <ul className="daftar-polos reviu-antre" aria-live="polite">
        {berkas.map((b, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they keep their order
          <li key={n}>
            <Kemajuan berkas={b} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Kemajuan({ berkas: { nama, keadaan, bagian, id, pesan } }: { berkas: Berkas }) {
  if (keadaan === 'gagal')
    return (
      <Notice jenis="salah" judul={nama}>
        {pesan}
      </Notice>
    )
  if (keadaan === 'selesai')
    return (
      <Notice jenis="berhasil" judul={nama}>
        <Tautan ke={`/reviu/${id}`}>{t('unggah.buka')}</Tautan>
      </Notice>
    )
  return (
    <div className="reviu-kemajuan">
      <span>{nama}</span>
      <progress aria-label={nama} {...(keadaan === 'kirim' ? { value: bagian } : {})} />
      <span className="small muted">
        {keadaan === 'kirim' ? t('unggah.kirim', { n: Math.round(bagian * 100) }) : t('unggah.periksa')}
      </span>
    </div>
  )
}

type Page = { readonly isi: readonly { readonly kode: string; readonly nama: string }[] }
async function findOffices(cari: string, signal: AbortSignal): Promise<Pilihan[]> {
  const { isi } = await get<Page>(address('/api/unit-kerja', { cari, batas: 20 }), { signal })
  return isi.map(({ kode, nama }) => ({ kunci: kode, nama, keterangan: kode }))
}
