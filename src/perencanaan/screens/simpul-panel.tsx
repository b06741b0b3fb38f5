// A node opened: where it stands, its indicators with targets and results, who contributes; and what may be done with it.
import { useEffect, useRef, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { Dialog, Panel } from '../../web/ui/panel.tsx'
import { kindsBelow, sebutanJenis } from '../jenis.ts'
import { refuseDeletion } from '../rules-penurunan.ts'
import type { Pohon } from './data.ts'
import { JagaIsian } from './jaga.tsx'
import { DaftarKontribusi, MintaKontribusi } from './silang.tsx'
import { TambahSimpul, UbahSimpul } from './simpul-form.tsx'
import { type Butir, jalur, type Simpul } from './susunan.ts'
import { TargetBaris, TargetForm } from './target.tsx'
import { t } from './teks.ts'
import { useTulis } from './tulis.ts'
import { UkuranRinci } from './ukuran.tsx'

type Laku = { readonly apa: 'lihat' | 'ubah' | 'tambah' | 'minta' } | { readonly apa: 'target'; readonly kode: string }
const LIHAT: Laku = { apa: 'lihat' }

export function SimpulPanel(props: {
  readonly butir: Butir | undefined
  readonly pohon: Pohon
  readonly unit: string
  readonly tahun: string
  readonly onPindah: (kode: string) => void
}) {
  const { butir, pohon, unit, tahun, onPindah } = props
  const [, ubah] = useCari()
  const [laku, setLaku] = useState<Laku>(LIHAT)
  const kotor = useRef(false)
  const simpul = butir?.jenis === 'simpul' ? butir.simpul : undefined
  const id = simpul?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another node begins with being read
  useEffect(() => setLaku(LIHAT), [id])
  const selesai = () => setLaku(LIHAT)
  const common = { pohon, unit, kotor, onSelesai: selesai }
  return (
    <>
      <JagaIsian kotor={kotor} />
      <Panel judul={t('panel.judul')} buka={Boolean(simpul)} onTutup={() => ubah({ simpul: undefined })}>
        {simpul && butir && (
          <div className="stack simpul-panel">
            <p className="small muted">
              {jalur(butir)
                .map((b) => (b.jenis === 'simpul' ? b.simpul.kode : ''))
                .join(' › ')}
            </p>
            {laku.apa === 'ubah' ? (
              <UbahSimpul key={simpul.id} simpul={simpul} {...common} />
            ) : laku.apa === 'tambah' ? (
              <>
                <h3>{t('tambah.di-bawah', { kode: simpul.kode })}</h3>
                <TambahSimpul
                  {...common}
                  induk={simpul}
                  dokumen={dokumenBawah(simpul, pohon)}
                  onSelesai={(kode) => {
                    selesai()
                    if (kode) onPindah(kode)
                  }}
                />
              </>
            ) : laku.apa === 'minta' ? (
              <MintaKontribusi {...common} simpul={simpul} tahun={tahun} />
            ) : laku.apa === 'target' ? (
              <TargetForm {...common} ukuran={pohon.ukuran(laku.kode)} tahun={yearsOf(simpul, pohon)} />
            ) : (
              <Rinci simpul={simpul} {...{ pohon, unit, tahun }} onLaku={setLaku} />
            )}
          </div>
        )}
      </Panel>
    </>
  )
}

function Rinci(props: {
  readonly simpul: Simpul
  readonly pohon: Pohon
  readonly unit: string
  readonly tahun: string
  readonly onLaku: (laku: Laku) => void
}) {
  const { simpul, pohon, unit, tahun, onLaku } = props
  const boleh = pohon.boleh.ubah
  const dokumen = pohon.dokumen.find((d) => d.kode === simpul.dokumen)
  const kontribusi = pohon.diminta.filter((k) => k.simpul === simpul.id)
  const temuan = pohon.temuan.filter((one) => one.letak === `simpul ${simpul.kode}`)
  const [berkas, baris] = simpul.sumber?.split(':') ?? []
  return (
    <>
      <div>
        <p className="small muted">
          {sebutanJenis(simpul.jenis)} <span className="angka">{simpul.kode}</span> · {dokumen?.nama}
        </p>
        <h3 className="simpul-judul">{simpul.pernyataan}</h3>
        {simpul.keterangan && <p className="small muted">{simpul.keterangan}</p>}
      </div>
      {boleh && (
        <div className="row">
          <Button kecil rupa="utama" onClick={() => onLaku({ apa: 'ubah' })}>
            {t('panel.ubah')}
          </Button>
          {kindsBelow(simpul.jenis).length > 0 && (
            <Button kecil onClick={() => onLaku({ apa: 'tambah' })}>
              {t('panel.tambah')}
            </Button>
          )}
          <Button kecil onClick={() => onLaku({ apa: 'minta' })}>
            {t('panel.minta')}
          </Button>
        </div>
      )}
      {temuan.map((one) => (
        <Notice key={one.aturan} jenis="peringatan">
          {one.penjelasan}
        </Notice>
      ))}
      <section className="simpul-bagian">
        <h4>{t('panel.indikator')}</h4>
        {simpul.indikator.length === 0 && <p className="muted">{t('panel.indikator.kosong')}</p>}
        {simpul.indikator.map((kode) => {
          const ukuran = pohon.ukuran(kode)
          return (
            <div key={kode} className="simpul-indikator">
              <UkuranRinci ukuran={ukuran} unit={unit} tahun={tahun} />
              <div className="simpul-target">
                <p className="small muted">{t('panel.target')}</p>
                <TargetBaris ukuran={ukuran} pohon={pohon} tahun={yearsOf(simpul, pohon)} />
                {boleh && (
                  <Button kecil onClick={() => onLaku({ apa: 'target', kode })} aria-label={t('panel.target.ubah.apa', { kode })}>
                    {t('panel.target.ubah')}
                  </Button>
                )}
              </div>
            </div>
          )
        })}
      </section>
      <section className="simpul-bagian">
        <h4>{t('panel.silang')}</h4>
        {kontribusi.length === 0 && <p className="muted">{t('panel.silang.kosong')}</p>}
        <DaftarKontribusi list={kontribusi} unit={unit} tahun={tahun} boleh={boleh} />
      </section>
      {berkas && <p className="small muted">{baris ? t('panel.naskah', { berkas, baris }) : t('panel.naskah.saja', { berkas })}</p>}
      {boleh && <Hapus simpul={simpul} pohon={pohon} unit={unit} />}
    </>
  )
}

/** The button is greyed by the same rule by which the server would refuse, and says why. */
function Hapus({ simpul, pohon, unit }: { simpul: Simpul; pohon: Pohon; unit: string }) {
  const [, ubah] = useCari()
  const [tanya, setTanya] = useState(false)
  const tulis = useTulis()
  const mengapa = refuseDeletion(simpul, pohon.simpul, pohon.diminta)
  const hapus = async () => {
    const done = await tulis.kirim('DELETE', `/api/perencanaan/${unit}/simpul/${simpul.id}`, { version: simpul.version })
    setTanya(false)
    if (done) ubah({ simpul: undefined }, true)
  }
  return (
    <section className="simpul-bagian">
      {mengapa ? (
        <p className="small muted">{t('hapus.tidak', { mengapa: mengapa.detail })}</p>
      ) : (
        <Button kecil onClick={() => setTanya(true)}>
          {t('hapus')}
        </Button>
      )}
      {tulis.galat !== null && <Failure error={tulis.galat} />}
      {tulis.bentrok !== undefined && <Failure error={new Error(t('bentrok.lain'))} />}
      <Dialog judul={t('hapus.judul', { kode: simpul.kode })} buka={tanya} onTutup={() => setTanya(false)}>
        <div className="stack">
          <p>{simpul.pernyataan}</p>
          <p className="muted">{t('hapus.isi')}</p>
          <div className="row">
            <Button rupa="bahaya" sibuk={tulis.sibuk} onClick={hapus}>
              {t('hapus')}
            </Button>
            <Button onClick={() => setTanya(false)}>{t('batal')}</Button>
          </div>
        </div>
      </Dialog>
    </section>
  )
}

/** The years of the node's plan. */
function yearsOf(simpul: Simpul, pohon: Pohon): number[] {
  const plan = pohon.dokumen.find((d) => d.kode === simpul.dokumen)
  return plan ? Array.from({ length: plan.tahunSampai - plan.tahunDari + 1 }, (_, n) => plan.tahunDari + n) : []
}

/** What is added below a node of the plan above belongs to the plan below it. */
function dokumenBawah(simpul: Simpul, pohon: Pohon): string {
  const below = pohon.dokumen.filter((d) => d.induk === simpul.dokumen)
  const used = below.find((d) => pohon.simpul.some((s) => s.induk === simpul.id && s.dokumen === d.kode))
  return (used ?? below.find(() => pohon.simpul.every((s) => s.induk !== simpul.id)))?.kode ?? simpul.dokumen
}
