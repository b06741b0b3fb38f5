// What I have been told, the newest first; what is opened is read.
import { useQueryClient } from '@tanstack/react-query'
import { useCari } from '../../web/ui/address.ts'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Choice } from '../../web/ui/field.tsx'
import { namaPeriode, saat, tanggal } from '../../web/ui/format.ts'
import { namaAksi } from '../../web/ui/langkah-teks.ts'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { bahasaKini } from '../../web/ui/teks.ts'
import type { JenisKabar, Tempat } from '../kabar.ts'
import { type KalimatKey, type KodeNaskah, NASKAH, placesOf, SENTENCES, type Sebutan } from '../sentences.ts'
import { t } from './teks.ts'
import './screens.css'

type Kabar = {
  readonly id: string
  readonly jenis: JenisKabar
  readonly teks: string
  readonly kalimat: string
  readonly tempat: Tempat
  readonly ke: string | null
  readonly dibuat: string
  readonly dibaca: string | null
}

const SEBUTAN: Sebutan = {
  naskah: (kode) => NASKAH[bahasaKini()][kode as KodeNaskah] ?? kode,
  langkah: (step) => namaAksi(step).toLowerCase(),
  periode: namaPeriode,
  hari: tanggal,
}
/** In the language of the page; what this page does not know yet as the server says it. */
const said = ({ kalimat, tempat, teks }: Kabar) =>
  kalimat in SENTENCES.id ? t(kalimat as KalimatKey, placesOf(tempat, SEBUTAN)) : teks

export function KabarPage() {
  const [cari, ubah] = useCari()
  const client = useQueryClient()
  const belum = cari.belum === 'ya' ? 'ya' : 'tidak'
  const list = useList<Kabar>('/api/kabar', { belum })
  const read = async (id?: string) => {
    await request('POST', '/api/kabar/dibaca', { body: id === undefined ? {} : { id: [id] } })
    await Promise.all([
      client.invalidateQueries({ queryKey: ['kabar'] }),
      client.invalidateQueries({ queryKey: ['daftar', '/api/kabar'] }),
    ])
  }
  return (
    <>
      <PageHead
        judul={t('kabar.judul')}
        pengantar={t('kabar.pengantar')}
        aksi={<TautanTombol ke="/kabar/setelan">{t('kabar.setelan')}</TautanTombol>}
      />
      <div className="stack kabar">
        <div className="row">
          <Choice
            label={t('kabar.tampilkan')}
            nilai={belum}
            pilihan={[
              { nilai: 'tidak', label: t('kabar.semua') },
              { nilai: 'ya', label: t('kabar.belum') },
            ]}
            onPilih={(b) => ubah({ belum: b === 'ya' ? 'ya' : undefined }, true)}
          />
          {list.baris.some((k) => k.dibaca === null) && <Button onClick={() => void read()}>{t('kabar.baca-semua')}</Button>}
        </div>
        <ListFrame
          list={list}
          kosong={
            <EmptyState judul={t(belum === 'ya' ? 'kabar.kosong.dibaca' : 'kabar.kosong')}>
              <p>{t('kabar.kosong.isi')}</p>
            </EmptyState>
          }
        >
          <ul className="kabar-daftar">
            {list.baris.map((k) => (
              <Line key={k.id} kabar={k} onBaca={() => void read(k.id)} />
            ))}
          </ul>
        </ListFrame>
      </div>
    </>
  )
}

function Line({ kabar: k, onBaca }: { kabar: Kabar; onBaca: () => void }) {
  const fresh = k.dibaca === null
  const [path = '', search = ''] = (k.ke ?? '').split('?')
  return (
    <li className={fresh ? 'kabar-butir kabar-baru' : 'kabar-butir'}>
      <p className="small muted">
        {fresh && <b className="kabar-tanda">{t('kabar.baru')}</b>}
        <span>{t(`jenis.${k.jenis}`)}</span> <time dateTime={k.dibuat}>{saat(k.dibuat)}</time>
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is what is pressed; this notes that it was read */}
      <p className={fresh ? 'strong' : undefined} onClick={fresh && k.ke ? onBaca : undefined}>
        {k.ke ? (
          <Tautan ke={path} cari={Object.fromEntries(new URLSearchParams(search))}>
            {said(k)}
          </Tautan>
        ) : (
          said(k)
        )}
      </p>
    </li>
  )
}
