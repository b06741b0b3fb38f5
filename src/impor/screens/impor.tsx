// A paper is brought, read, and shown beside what was understood of it; corrected by hand, it is kept. Whatever is refused, all
// that was typed stays.
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { ApiError, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { TautanTombol } from '../../web/ui/link.tsx'
import { NaskahTerbaca } from '../../web/ui/naskah-terbaca.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import type { PkTerbaca, RaTerbaca } from '../bentuk-terbaca.ts'
import { keraguan } from '../ringkasan.ts'
import type { Dibaca, Tersimpan } from '../routes-naskah.ts'
import { idOf, Tunjuk } from './isian.tsx'
import { PkSunting } from './pk-terbaca.tsx'
import { RaSunting } from './ra-terbaca.tsx'
import { t } from './teks.ts'
import './screens.css'

type Jenis = 'pk' | 'rencana-aksi'
const JENIS: readonly Jenis[] = ['pk', 'rencana-aksi']

export function ImporPage() {
  const [jenis, setJenis] = useState<Jenis>('pk')
  const baca = useMutation({
    mutationFn: async (berkas: File) => {
      const body = new FormData()
      body.append('berkas', berkas)
      return { jenis, ...(await request<Dibaca>('POST', `/api/impor/naskah/${jenis}`, { body })).data }
    },
  })
  return (
    <>
      <PageHead judul={t('judul')} pengantar={t('pengantar')} />
      <div className="impor-bawa">
        <Choice
          label={t('jenis')}
          nilai={jenis}
          pilihan={JENIS.map((j) => ({ nilai: j, label: t(`jenis.${j}`) }))}
          onPilih={setJenis}
        />
        <Field
          label={t('berkas')}
          type="file"
          accept=".txt,.md,.html,.htm,.docx,.xlsx,.pdf"
          onChange={(event) => {
            const berkas = event.currentTarget.files?.[0]
            if (berkas) baca.mutate(berkas)
          }}
        />
      </div>
      {baca.isPending && <p role="status">{t('membaca')}</p>}
      {baca.isError && <Failure error={baca.error} />}
      {baca.data && <Berdampingan key={baca.data.sha256 + baca.data.jenis} dibaca={baca.data} />}
    </>
  )
}

type Isi = PkTerbaca | RaTerbaca

function Berdampingan({ dibaca }: { dibaca: Dibaca & { readonly jenis: Jenis } }) {
  const { dikenali, jenis, paper, nama, sha256 } = dibaca
  const [isi, setIsi] = useState(dibaca.isi as Isi)
  const [unit, setUnit] = useState(dikenali.unit[0]?.kode ?? '')
  const [tahun, setTahun] = useState(/^\d{4}$/.test(isi.tahun.dibaca) ? isi.tahun.dibaca : '')
  const [aktif, setAktif] = useState<string>()
  const naskah = useRef<HTMLElement>(null)
  const ragu = useMemo(
    () =>
      new Map(
        dibaca.isi.masalah.map((m) => [
          idOf({ baris: m.baris, ...(m.halaman ? { halaman: m.halaman } : {}), ...(m.paragraf ? { paragraf: m.paragraf } : {}) }),
          m.penjelasan,
        ]),
      ),
    [dibaca],
  )
  const tunjuk = (id: string) => {
    setAktif(id)
    const [frame, target] = [naskah.current, naskah.current?.querySelector(`#${CSS.escape(id)}`)]
    if (!frame || !target) return
    // What was not laid out yet takes its height when it comes near: the second time it stands where it is.
    const lead = () => {
      frame.scrollTop += target.getBoundingClientRect().top - frame.getBoundingClientRect().top - 96
    }
    lead()
    requestAnimationFrame(lead)
  }
  const simpan = useMutation({
    mutationFn: async (cara: Tersimpan['cara']) =>
      (
        await request<Tersimpan>('POST', '/api/impor/naskah', {
          body: { sha256, jenis, nama, unit: unit.trim(), tahun: Number(tahun), cara, isi },
        })
      ).data,
  })
  const salah = (field: string) =>
    simpan.error instanceof ApiError && simpan.error.problem.field === field ? simpan.error.problem.detail : undefined
  const n = keraguan(isi) - isi.masalah.length
  return (
    <Tunjuk.Provider value={tunjuk}>
      <div className="impor-dua">
        <section ref={naskah} className="impor-naskah" aria-label={t('naskah')}>
          <h2>{nama}</h2>
          <NaskahTerbaca paper={paper} judul={t('naskah')} ragu={ragu} aktif={aktif} />
        </section>
        <section className="impor-isi" aria-label={t('pemahaman')}>
          <h2>{t('pemahaman')}</h2>
          {dikenali.sudahAda && <Notice>{t('sudah.ada', { cara: dikenali.sudahAda.cara })}</Notice>}
          {n + isi.masalah.length ? (
            <Notice jenis="peringatan">{t('ragu', { n, m: isi.masalah.length })}</Notice>
          ) : (
            <Notice jenis="berhasil">{t('pasti')}</Notice>
          )}
          <Catatan isi={isi} />
          <div className="impor-target">
            <Field
              label={t('unit')}
              value={unit}
              list="impor-unit"
              salah={salah('unit')}
              bantuan={t('unit.tercetak', { nama: isi.unit.dibaca })}
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
            <Field
              label={t('tahun')}
              value={tahun}
              inputMode="numeric"
              maxLength={4}
              salah={salah('tahun')}
              onChange={(event) => setTahun(event.currentTarget.value)}
            />
          </div>
          <datalist id="impor-unit">
            {dikenali.unit.map((u) => (
              <option key={u.kode} value={u.kode}>
                {u.nama}
              </option>
            ))}
          </datalist>
          {isi.skema === 'selaras/pk/1' ? (
            <PkSunting isi={isi} onUbah={(change) => setIsi((now) => change(now as PkTerbaca))} />
          ) : (
            <RaSunting isi={isi} onUbah={(change) => setIsi((now) => change(now as RaTerbaca))} />
          )}
          <div className="impor-kaki">
            {simpan.isError && <Failure error={simpan.error} />}
            {simpan.data ? (
              <Selesai hasil={simpan.data} alamat={`/${jenis === 'pk' ? 'perjanjian-kinerja' : 'rencana-aksi'}/${unit}/${tahun}`} />
            ) : (
              <>
                <Button rupa="utama" disabled={simpan.isPending} onClick={() => simpan.mutate('DITETAPKAN')}>
                  {t('ditetapkan')}
                </Button>
                <Button disabled={simpan.isPending} onClick={() => simpan.mutate('DRAF')}>
                  {t('draf')}
                </Button>
                {simpan.isPending && <span role="status">{t('menyimpan')}</span>}
              </>
            )}
          </div>
        </section>
      </div>
    </Tunjuk.Provider>
  )
}

function Catatan({ isi }: { isi: Isi }): ReactNode {
  if (!isi.masalah.length) return null
  return (
    <details>
      <summary>{t('catatan', { n: isi.masalah.length })}</summary>
      <ul>
        {isi.masalah.map((m) => (
          <li key={`${m.aturan} ${m.letak} ${m.tercetak}`} className="small">
            <strong>{m.letak}</strong>
            {`: ${m.penjelasan}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Selesai({ hasil, alamat }: { hasil: Tersimpan; alamat: string }) {
  const words = hasil.sudahAda ? t('tersimpan.ada') : t(`tersimpan.${hasil.cara}`, { n: hasil.dimuat, m: hasil.temuan.length })
  return (
    <Notice jenis="berhasil">
      <p>{words}</p>
      <TautanTombol ke={alamat}>{t('buka')}</TautanTombol>
    </Notice>
  )
}
