// A paper is brought, read, and shown beside what was understood of it; corrected by hand, it is kept. Whatever is refused, all
// that was typed stays.
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { jangkarIn } from '../../periksa/jangkar.ts'
import type { Place } from '../../platform/documents/blocks/paper.ts'
import { ApiError, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Jatuhkan } from '../../web/ui/jatuhkan.tsx'
import { TautanTombol } from '../../web/ui/link.tsx'
import { blockOf, idOf, NaskahTerbaca, type Tanda, type TandaNaskah } from '../../web/ui/naskah-terbaca.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import type { PkTerbaca, RaTerbaca } from '../bentuk-terbaca.ts'
import type { LkipTerbaca } from '../lkip.ts'
import { keraguan } from '../ringkasan.ts'
import type { Dibaca, Tersimpan } from '../routes-naskah.ts'
import type { Tempat, Terbaca } from '../terbaca.ts'
import { Tunjuk } from './isian.tsx'
import { LkipSunting } from './lkip-terbaca.tsx'
import { PkSunting } from './pk-terbaca.tsx'
import { RaSunting } from './ra-terbaca.tsx'
import { t } from './teks.ts'
import './screens.css'

type Jenis = 'pk' | 'rencana-aksi' | 'lkip'
const JENIS: readonly Jenis[] = ['pk', 'rencana-aksi', 'lkip']
const MIB = 2 ** 20
const MAKS = 25

type Naskah = Dibaca & { readonly jenis: Jenis }
type Berkas = { readonly nama: string; readonly naskah?: Naskah; readonly gagal?: unknown; readonly kembar?: string }

/** One paper after the other is read; those that were read stay as they were corrected, whichever is looked at. */
export function ImporPage() {
  const [jenis, setJenis] = useState<Jenis>('pk')
  const [berkas, setBerkas] = useState<readonly Berkas[]>([])
  const [buka, setBuka] = useState<Naskah>()
  const busy = berkas.some((b) => !b.naskah && !b.gagal && !b.kembar)
  const bring = async (files: readonly File[]) => {
    // What was refused before has been read; what was understood stays.
    const kept = berkas.filter((b) => b.naskah)
    const all: Berkas[] = [...kept, ...files.map(({ name }) => ({ nama: name }))]
    setBerkas([...all])
    let first: Naskah | undefined
    for (const [n, file] of files.entries()) {
      const at = kept.length + n
      all[at] = { nama: file.name, ...(await read(file, jenis, all)) }
      first ??= all[at].naskah
      setBerkas([...all])
    }
    if (first) setBuka(first)
  }
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
        <Jatuhkan
          judul={t('jatuhkan')}
          pilih={t('pilih')}
          keterangan={t('berkas', { n: MAKS })}
          sibuk={busy ? t('membaca') : undefined}
          onBerkas={bring}
        />
        <ul className="daftar-polos impor-antre" aria-live="polite">
          {berkas.map((b, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they keep their order
            <li key={n}>
              <Keadaan berkas={b} dibuka={b.naskah !== undefined && b.naskah === buka} onBuka={() => setBuka(b.naskah)} />
            </li>
          ))}
        </ul>
      </div>
      {berkas.map(
        ({ naskah }) =>
          naskah && <Berdampingan key={`${naskah.jenis} ${naskah.sha256}`} dibaca={naskah} tampak={naskah === buka} />,
      )}
    </>
  )
}

async function read(file: File, jenis: Jenis, before: readonly Berkas[]): Promise<Omit<Berkas, 'nama'>> {
  try {
    if (file.size > MAKS * MIB) throw new Error(t('besar', { n: Math.ceil(file.size / MIB), maks: MAKS }))
    const body = new FormData()
    body.append('berkas', file)
    const { data } = await request<Dibaca>('POST', `/api/impor/naskah/${jenis}`, { body })
    const same = before.find((b) => b.naskah?.sha256 === data.sha256 && b.naskah.jenis === jenis)
    return same ? { kembar: same.nama } : { naskah: { ...data, jenis } }
  } catch (gagal) {
    return { gagal }
  }
}

function Keadaan({
  berkas: { nama, naskah, gagal, kembar },
  dibuka,
  onBuka,
}: {
  berkas: Berkas
  dibuka: boolean
  onBuka: () => void
}) {
  if (gagal !== undefined)
    return (
      <Notice jenis="salah" judul={nama}>
        {sentence(gagal)}
      </Notice>
    )
  if (kembar !== undefined) return <Notice judul={nama}>{t('kembar', { nama: kembar })}</Notice>
  if (!naskah) return <span className="muted">{nama}</span>
  return (
    <Button kecil aria-pressed={dibuka} onClick={onBuka}>
      {`${nama} (${t(`jenis.${naskah.jenis}`)})`}
    </Button>
  )
}

type Isi = PkTerbaca | RaTerbaca | LkipTerbaca

/** What is not looked at draws nothing, and keeps what was typed. */
function Berdampingan({ dibaca, tampak }: { dibaca: Naskah; tampak: boolean }) {
  const { dikenali, jenis, paper, nama, sha256 } = dibaca
  const [isi, setIsi] = useState(dibaca.isi as Isi)
  const [unit, setUnit] = useState(dikenali.unit[0]?.kode ?? '')
  const [tahun, setTahun] = useState(/^\d{4}$/.test(isi.tahun.dibaca) ? isi.tahun.dibaca : '')
  const [aktif, setAktif] = useState<string | null>(null)
  const naskah = useRef<HTMLElement>(null)
  const spot = useMemo(() => jangkarIn(paper), [paper])
  const tanda = useMemo(() => doubtsIn(dibaca.isi.masalah, spot), [dibaca, spot])
  const tunjuk = (nilai: Terbaca) => {
    const jangkar = spot(placeOf(nilai), { tercetak: nilai.tercetak })
    setAktif(jangkar)
    const [frame, target] = [naskah.current, jangkar && document.getElementById(idOf(jangkar))]
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
  if (!tampak) return null
  const n = keraguan(isi) - isi.masalah.length
  return (
    <Tunjuk.Provider value={tunjuk}>
      <div className="impor-dua">
        <section ref={naskah} className="impor-naskah" aria-label={t('naskah')}>
          <h2>{nama}</h2>
          <NaskahTerbaca
            paper={paper}
            judul={t('naskah')}
            judulTabel={t('tabel')}
            tanda={tanda}
            aktif={{ utama: aktif, terkait: [] }}
          />
        </section>
        <section className="impor-isi" aria-label={t('pemahaman')}>
          <h2>{t('pemahaman')}</h2>
          {dikenali.sudahAda && <SudahAda jenis={jenis} ada={dikenali.sudahAda} />}
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
          {isi.skema === 'selaras/lkip/1' ? (
            <LkipSunting isi={isi} onUbah={(change) => setIsi((now) => change(now as LkipTerbaca))} />
          ) : isi.skema === 'selaras/pk/1' ? (
            <PkSunting isi={isi} onUbah={(change) => setIsi((now) => change(now as PkTerbaca))} />
          ) : (
            <RaSunting isi={isi} onUbah={(change) => setIsi((now) => change(now as RaTerbaca))} />
          )}
          <div className="impor-kaki">
            {simpan.isError && <Failure error={simpan.error} />}
            {simpan.data ? (
              <Selesai hasil={simpan.data} jenis={jenis} />
            ) : (
              <>
                {(jenis === 'lkip' ? (['TERCETAK'] as const) : (['DITETAPKAN', 'DRAF'] as const)).map((cara, n) => (
                  <Button
                    key={cara}
                    rupa={n === 0 ? 'utama' : undefined}
                    disabled={simpan.isPending}
                    onClick={() => simpan.mutate(cara)}
                  >
                    {t(`simpan.${cara}`)}
                  </Button>
                ))}
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

function SudahAda({ jenis, ada }: { jenis: Jenis; ada: NonNullable<Dibaca['dikenali']['sudahAda']> }) {
  return (
    <Notice>
      <p>{t(`sudah.${ada.cara}`, { unit: ada.namaUnit, tahun: ada.tahun, tanggal: tanggal(ada.pada) })}</p>
      <Buka jenis={jenis} {...ada} />
    </Notice>
  )
}

function Selesai({ hasil, jenis }: { hasil: Tersimpan; jenis: Jenis }) {
  const words = hasil.sudahAda ? t('tersimpan.ada') : t(`tersimpan.${hasil.cara}`, { n: hasil.dimuat, m: hasil.temuan.length })
  return (
    <Notice jenis="berhasil">
      <p>{words}</p>
      {hasil.dilewati.length > 0 && (
        <details>
          <summary>{t('dilewati', { n: hasil.dilewati.length })}</summary>
          <ul>
            {hasil.dilewati.map((d, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one paper may print a name many times
              <li key={n} className="small">{`${d.tabel}, ${d.periode}: ${d.indikator} (${t(`dilewati.${d.sebab}`)})`}</li>
            ))}
          </ul>
        </details>
      )}
      <Buka jenis={jenis} {...hasil} />
    </Notice>
  )
}

/** To where a paper is kept, whatever was typed since. */
const Buka = ({ jenis, unit, tahun }: { jenis: Jenis; unit: string; tahun: number }) => (
  <TautanTombol ke={`/${TUJUAN[jenis]}/${unit}/${tahun}`}>{t(jenis === 'lkip' ? 'buka.capaian' : 'buka')}</TautanTombol>
)

const TUJUAN: Readonly<Record<Jenis, string>> = { pk: 'perjanjian-kinerja', 'rencana-aksi': 'rencana-aksi', lkip: 'capaian' }

const placeOf = ({ baris, halaman, paragraf, lembar }: Tempat): Place => ({
  ...(baris === null ? {} : { line: baris }),
  ...(halaman === undefined ? {} : { page: halaman }),
  ...(paragraf === undefined ? {} : { paragraph: paragraf }),
  ...(lembar === undefined ? {} : { sheet: lembar }),
})

/** Where something was not understood, or only in part, with the sentence that says why. */
function doubtsIn(masalah: Isi['masalah'], spot: ReturnType<typeof jangkarIn>): TandaNaskah {
  const blocks = new Map<string, Map<string, Tanda>>()
  for (const { baris, halaman, paragraf, tercetak, penjelasan } of masalah) {
    const at = { baris, ...(halaman ? { halaman } : {}), ...(paragraf ? { paragraf } : {}) }
    const jangkar = spot(placeOf(at), { tercetak })
    if (jangkar === null) continue
    const inBlock = blocks.get(blockOf(jangkar)) ?? new Map<string, Tanda>()
    blocks.set(blockOf(jangkar), inBlock.set(jangkar, { rupa: 'naskah-ragu', sebab: penjelasan }))
  }
  return blocks
}
