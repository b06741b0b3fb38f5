// The steps of the workflow as buttons. Which there are, and why one cannot be taken, the server says with the sentence
// it would refuse with.
import { useState } from 'react'
import { ApiError, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { DaftarRiwayat } from '../../web/ui/riwayat.tsx'
import { actUrl, type LembarOut, type TempatLembar } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'
import { BATAS, Tulisan } from './tulisan.tsx'

type Tindakan = LembarOut['tindakan'][number]
type Props = {
  readonly at: TempatLembar
  readonly data: LembarOut
  /** The version that is seen: the one just saved before the page has read it again. */
  readonly dasar: number
  /** Something is typed that is not saved: an act on the rest would mislead. */
  readonly berubah: boolean
  readonly onSelesai: () => void
}

export function LembarTindakan({ at, data, dasar, berubah, onSelesai }: Props) {
  const [asking, setAsking] = useState<Tindakan>()
  const [busy, setBusy] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const take = async (act: Tindakan, more: { catatan?: string; tercetak?: string } = {}) => {
    setBusy(act.act)
    setWrong(undefined)
    try {
      await request('POST', actUrl(at, act.act), { body: more, version: dasar })
      setAsking(undefined)
      onSelesai()
    } catch (error) {
      setWrong(sentence(error))
      if (error instanceof ApiError && error.problem.status === 412) onSelesai()
    } finally {
      setBusy(undefined)
    }
  }
  const open = data.tindakan.filter((a) => a.ditolak === null)
  const reasons = [...new Set(data.tindakan.map((a) => a.ditolak).filter((r) => r !== null))]
  const [next] = data.tindakan
  return (
    <section className="stack lembar-tindakan" aria-labelledby="tindakan">
      <h2 id="tindakan">{t('tindakan')}</h2>
      <p>
        <span className="tahap">{t(`status.${data.status}`)}</span>
      </p>
      {data.tindakan.length === 0 && <p className="muted">{t('tindakan.selesai')}</p>}
      {open.length > 0 && (
        <div className="row">
          {open.map((a) => (
            <Button
              key={a.act}
              rupa={a.act === 'kembalikan' ? 'kedua' : 'utama'}
              sibuk={busy === a.act}
              disabled={berubah}
              onClick={() => (a.perluAlasan || a.bolehNilai ? setAsking(a) : take(a))}
            >
              {a.label}
            </Button>
          ))}
        </div>
      )}
      {open.length === 0 && next && (
        <>
          <div className="row">
            <Button disabled aria-describedby="tindakan-sebab">
              {next.label}
            </Button>
          </div>
          <div id="tindakan-sebab">
            {reasons.map((r) => (
              <p key={r} className="muted">
                {r}
              </p>
            ))}
          </div>
        </>
      )}
      {open.length > 0 && berubah && <p className="muted">{t('tindakan.simpan')}</p>}
      {wrong && !asking && (
        <Notice jenis="salah" judul={t('tindakan.gagal')}>
          {wrong}
        </Notice>
      )}
      <Dialog judul={asking?.label ?? ''} buka={asking !== undefined} onTutup={() => setAsking(undefined)}>
        {asking && (
          <Ask
            key={asking.act}
            tindakan={asking}
            data={data}
            salah={wrong}
            sibuk={busy !== undefined}
            onKirim={(more) => take(asking, more)}
          />
        )}
      </Dialog>
    </section>
  )
}

type AskProps = {
  readonly tindakan: Tindakan
  readonly data: LembarOut
  readonly salah: string | undefined
  readonly sibuk: boolean
  readonly onKirim: (more: { catatan?: string; tercetak?: string }) => void
}

function Ask({ tindakan, data, salah, sibuk, onKirim }: AskProps) {
  const [catatan, setCatatan] = useState('')
  const [nilai, setNilai] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    if (tindakan.perluAlasan && !catatan.trim()) return setMissing(true)
    if (catatan.length > BATAS) return
    onKirim({ catatan: catatan.trim() || undefined, tercetak: nilai.trim() || undefined })
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {salah && <Notice jenis="salah">{salah}</Notice>}
      {tindakan.bolehNilai && (
        <Field
          label={t('tindakan.nilai', { satuan: data.indikator.satuan.toLowerCase() })}
          bantuan={t('tindakan.nilai.bantuan', { nilai: data.penjelasan.hasil.nilai.tampil })}
          inputMode="decimal"
          maxLength={300}
          value={nilai}
          onChange={(event) => setNilai(event.currentTarget.value)}
        />
      )}
      <Tulisan
        label={t(tindakan.perluAlasan ? 'tindakan.alasan' : 'tindakan.catatan')}
        nilai={catatan}
        salah={missing && !catatan.trim() ? t('tindakan.alasan.perlu') : undefined}
        onUbah={setCatatan}
      />
      <div>
        <Button type="submit" rupa="utama" sibuk={sibuk}>
          {tindakan.label}
        </Button>
      </div>
    </form>
  )
}

const ACTS = /^act\.pengukuran\.(isi|isi-tabel|ajukan|validasi|verifikasi|kunci|kembalikan)$/

export function Riwayat({ data }: { data: LembarOut }) {
  const word = (act: string) => {
    const key = `act.${act}`
    return ACTS.test(key) ? t(key as Parameters<typeof t>[0]) : act
  }
  return (
    <section className="stack" aria-labelledby="riwayat">
      <h2 id="riwayat">{t('riwayat')}</h2>
      {data.riwayat.length === 0 ? (
        <p className="muted">{t('riwayat.kosong')}</p>
      ) : (
        <DaftarRiwayat isi={data.riwayat} kata={word} />
      )}
    </section>
  )
}
