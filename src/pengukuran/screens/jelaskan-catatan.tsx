// What an explanation rests on: claims with who and when, evidence, the dictionary, the line of the paper, prints of the reports.
import type { ReactNode } from 'react'
import { angka, angkaWajar, saat, tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { paperText } from '../../web/ui/paper.ts'
import { Pattern } from '../../web/ui/status.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import { emptyState } from '../keadaan.ts'
import { useCetakan } from './data.ts'
import { t } from './teks.ts'
import type { Hasil, Klaim, Nilai } from './titik.ts'

export function Shown({ nilai, desimal }: { nilai: Nilai; desimal: number }) {
  if (nilai.status === 'NILAI' && nilai.teks !== null) return <>{angka(nilai.teks, desimal)}</>
  const keadaan = emptyState(nilai.status)
  return (
    <span className="tak-ada">
      <Pattern keadaan={keadaan} /> {kit(`keadaan.${keadaan}`)}
    </span>
  )
}

export function Paper({ asal }: { asal: string }) {
  return (
    <Section judul={t('j.naskah')}>
      <p className="naskah">
        <Icon name="berkas" />
        <span>{sentenceCase(paperText(asal))}</span>
      </p>
    </Section>
  )
}

export function Record({ hasil }: { hasil: Hasil }) {
  return (
    <>
      {hasil.klaim.length > 0 && (
        <Section judul={t('j.klaim')}>
          <ul className="klaim">
            {hasil.klaim.map((k) => (
              <Claim key={k.id} klaim={k} />
            ))}
          </ul>
        </Section>
      )}
      {hasil.versi && (
        <Section judul={t('j.kamus')}>
          <p>
            {hasil.indikator}, {t('j.kamus.isi', { versi: hasil.versi.versi, sejak: tanggal(hasil.versi.berlakuDari) })}
          </p>
          {hasil.versi.dasarHukum.length > 0 && (
            <ul className="hukum">
              {hasil.versi.dasarHukum.map((d) => (
                <li key={d}>{d}</li>
              ))}
            </ul>
          )}
          {hasil.tidakAdaObjek && <p className="strong">{t('j.nihil')}</p>}
          <Policy kebijakan={hasil.versi.kebijakan} />
          {hasil.versi.sumber && <p className="small muted">{sentenceCase(paperText(hasil.versi.sumber))}</p>}
        </Section>
      )}
    </>
  )
}

/** What the annual reports print for that year, with the line of each print. */
export function Reports({ hasil }: { hasil: Hasil }) {
  const prints = useCetakan(hasil.unit, hasil.indikator, hasil.periode)
  if (!prints.data?.length) return null
  const order = ['TARGET', 'REALISASI', 'CAPAIAN']
  return (
    <Section judul={t('laporan.judul')}>
      {hasil.nilai.status !== 'NILAI' && <p>{t('laporan.saja')}</p>}
      <ul className="klaim">
        {prints.data
          .toSorted((a, b) => order.indexOf(a.unsur) - order.indexOf(b.unsur) || Number(b.berlaku) - Number(a.berlaku))
          .map((h) => (
            <li key={h.id}>
              <div className="klaim-kepala">
                <span className="strong">{t(`laporan.${h.unsur}`)}</span>
                {!h.berlaku && <span className="small muted">{t('laporan.lain')}</span>}
                <span className="angka strong">{h.tercetak ?? h.nilai ?? h.kategori}</span>
              </div>
              {h.sumber && <p className="small muted">{sentenceCase(paperText(h.sumber))}</p>}
            </li>
          ))}
      </ul>
    </Section>
  )
}

function Policy({ kebijakan }: Pick<NonNullable<Hasil['versi']>, 'kebijakan'>) {
  const said = [
    kebijakan?.tidakAdaObjek && t('j.kebijakan.nihil'),
    kebijakan?.kosong === 'HITUNG_YANG_ADA' && t('j.kebijakan.yang-ada'),
    kebijakan?.batas && t('j.kebijakan.batas', { batas: angkaWajar(kebijakan.batas) }),
  ].filter(Boolean)
  return said.length ? <p>{said.join(' ')}</p> : null
}

function Claim({ klaim: k }: { klaim: Klaim }) {
  const peran = `peran.${k.peran}` as Parameters<typeof t>[0]
  const by = [k.namaPihak, k.surat && t('j.surat', { surat: k.surat }), k.tanggal && tanggal(k.tanggal)].filter(Boolean).join(', ')
  return (
    <li>
      <div className="klaim-kepala">
        <span className="strong">{t(peran)}</span>
        {k.berlaku && <span className="small klaim-berlaku">{t('j.klaim.berlaku')}</span>}
        <span className="angka strong">
          {k.nilai.status === 'NILAI' ? (
            (k.nilai.kategori ?? (k.nilai.nilai === null ? k.nilai.tercetak : angkaWajar(k.nilai.nilai)))
          ) : (
            <Shown nilai={{ status: k.nilai.status, teks: null }} desimal={2} />
          )}
        </span>
      </div>
      {by && <p className="small">{by}</p>}
      {k.sumber && <p className="small muted">{sentenceCase(paperText(k.sumber))}</p>}
      {k.keterangan && <p className="small">{k.keterangan}</p>}
      <p className="small muted">{sentenceCase(t('j.klaim.oleh', { oleh: k.oleh, saat: saat(k.dicatat) }))}</p>
      {k.bukti.map((b) => (
        <p key={b.sha256} className="naskah small">
          <Icon name="berkas" size={16} />
          <span>
            <a href={`/api/bukti/${b.sha256}`}>{b.nama}</a>
            {[b.halaman && t('j.halaman', { halaman: b.halaman }), b.penerbit, b.tanggal && tanggal(b.tanggal)]
              .filter(Boolean)
              .map((x) => `, ${x}`)}
            <span className="muted sidik">{t('j.sidik', { sidik: b.sha256 })}</span>
          </span>
        </p>
      ))}
    </li>
  )
}

export function Section({ judul, catatan, children }: { judul: string; catatan?: string; children: ReactNode }) {
  return (
    <section className="jelaskan-bagian">
      <h4>
        {judul}
        {catatan && <span className="small muted">{catatan}</span>}
      </h4>
      {children}
    </section>
  )
}

/** `baris 1139`, where there is no room for the name of the paper. */
export function linesOf(sumber: string | null): string {
  const lines = /:([\d,]+)$/.exec(sumber ?? '')?.[1]
  return lines ? t('j.baris.saja', { baris: lines.replaceAll(',', ', ') }) : ''
}

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
