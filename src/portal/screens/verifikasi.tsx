// For whoever holds a signed paper: by its code, or by its file, whether it is genuine and in force.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { get, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Field } from '../../web/ui/field.tsx'
import { saat } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import type { NaskahTertanda, Pemeriksaan } from '../portal.ts'
import { t } from './teks.ts'
import './verifikasi.css'

const MIB = 1024 * 1024
const MAKS = 20

export function VerifikasiPage({ kode }: { readonly kode?: string }) {
  return (
    <>
      <PageHead judul={t('judul')} pengantar={<p>{t('pengantar')}</p>} />
      <div className="stack verifikasi">
        {kode ? <ByCode kode={kode} /> : <Kode awal={undefined} />}
        <Berkas ada={kode !== undefined} />
        {kode && <Kode key={kode} awal={kode} />}
      </div>
    </>
  )
}

function ByCode({ kode }: { kode: string }) {
  const found = useQuery({
    queryKey: ['verifikasi', kode],
    queryFn: () => get<NaskahTertanda>(`/api/publik/verifikasi/${encodeURIComponent(kode)}`, { quiet: true }),
  })
  if (found.isPending) return <Skeleton baris={6} />
  return found.isError ? <Failure error={found.error} /> : <Naskah naskah={found.data} />
}

function Kode({ awal }: { awal: string | undefined }) {
  const go = useNavigate()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const kode = String(new FormData(event.currentTarget).get('kode') ?? '').trim()
    if (kode) go({ to: `/verifikasi/${encodeURIComponent(kode)}` })
  }
  return (
    <form className="stack" onSubmit={send}>
      <Field
        label={t('kode')}
        bantuan={t('kode.bantuan')}
        name="kode"
        defaultValue={awal}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
      />
      <div>
        <Button type="submit" rupa={awal ? 'kedua' : 'utama'}>
          {t('cari')}
        </Button>
      </div>
    </form>
  )
}

const TANDA = { BERLAKU: 'berhasil', MENUNGGU: 'info', DIGANTI: 'peringatan', BATAL: 'salah' } as const

function Naskah({ naskah }: { naskah: NaskahTertanda }) {
  const n = naskah.digantiVersi ?? '–'
  return (
    <section className="stack" aria-label={naskah.judul}>
      <h2>{naskah.judul}</h2>
      <Notice jenis={TANDA[naskah.keadaan]} judul={t(`keadaan.${naskah.keadaan}`, { n })}>
        <p>{t(`keadaan.${naskah.keadaan}.isi`, { n })}</p>
      </Notice>
      {!naskah.utuh && (
        <Notice jenis="salah" judul={t('rusak.judul')}>
          <p>{t('rusak.isi')}</p>
        </Notice>
      )}
      <h3>{t('oleh')}</h3>
      <ol className="verifikasi-oleh">
        {naskah.tandaTangan.map((s) => (
          <li key={s.pada}>
            <Icon name="centang" size={20} />
            <div>
              <strong>{s.nama}</strong>
              <p>{s.jabatan}</p>
              <p className="muted">{saat(s.pada)}</p>
              {s.stempelWaktu && <p className="small muted">{t('stempel', { saat: saat(s.stempelWaktu) })}</p>}
              {s.ujiCoba && <p className="small muted">{t('uji-coba')}</p>}
            </div>
          </li>
        ))}
      </ol>
      <dl className="verifikasi-sidik">
        <dt>{t('kode.naskah')}</dt>
        <dd>{naskah.kode}</dd>
        <dt>{t('sidik')}</dt>
        <dd>{naskah.sha256}</dd>
      </dl>
    </section>
  )
}

const HASIL = {
  ASLI: 'berhasil',
  BELUM_LENGKAP: 'peringatan',
  BERUBAH: 'salah',
  TIDAK_TERCATAT: 'peringatan',
  TANPA_TANDA_TANGAN: 'peringatan',
  BUKAN_PDF: 'peringatan',
} as const

/** `ada`: a paper is shown above, with which the file is to be compared. */
function Berkas({ ada }: { ada: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const [found, setFound] = useState<Pemeriksaan>()
  const check = async (file: File) => {
    setFound(undefined)
    setWrong(undefined)
    if (file.size > MAKS * MIB) return setWrong(t('besar', { nama: file.name, n: MAKS }))
    setBusy(file.name)
    try {
      const body = new FormData()
      body.append('berkas', file)
      setFound((await request<Pemeriksaan>('POST', '/api/publik/verifikasi', { body, quiet: true })).data)
    } catch (error) {
      setWrong(sentence(error))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <section className="stack verifikasi-berkas" aria-labelledby="verifikasi-berkas">
      <h2 id="verifikasi-berkas">{t(ada ? 'berkas.cocok' : 'berkas')}</h2>
      <p className="muted">{t('berkas.isi', { n: MAKS })}</p>
      <div>
        <input
          ref={input}
          type="file"
          accept=".pdf,application/pdf"
          hidden
          aria-label={t('pilih')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) check(file)
          }}
        />
        <Button ikon="berkas" sibuk={busy !== undefined} onClick={() => input.current?.click()}>
          {busy === undefined ? t('pilih') : t('memeriksa', { nama: busy })}
        </Button>
      </div>
      {wrong && <Notice jenis="salah">{wrong}</Notice>}
      {found && <Hasil found={found} />}
    </section>
  )
}

function Hasil({ found: { hasil, naskah, diBerkas } }: { found: Pemeriksaan }) {
  return (
    <div className="stack">
      <Notice jenis={HASIL[hasil]} judul={t(`hasil.${hasil}`)}>
        <p>{t(`hasil.${hasil}.isi`)}</p>
      </Notice>
      {diBerkas.length > 0 && (
        <div>
          <h3>{t('di-berkas')}</h3>
          <ul>
            {diBerkas.map((s, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order of the file is all that tells them apart
              <li key={n}>
                {s.nama ?? t('tanpa')}: {t(s.sah ? 'sah.ya' : 'sah.tidak')}
                {s.sah && !s.tepercaya && `, ${t('percaya.tidak')}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {naskah && (
        <>
          {hasil === 'BERUBAH' && <h3>{t('naskah.asal')}</h3>}
          <Naskah naskah={naskah} />
        </>
      )}
    </div>
  )
}
