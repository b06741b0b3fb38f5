// The two parties, and the dialog that edits them in a draft.
import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiError, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { type Lengkap, useSegarkan } from './data.ts'
import { t } from './teks.ts'

type Sisi = 'pihakPertama' | 'pihakKedua'
const SISI: readonly Sisi[] = ['pihakPertama', 'pihakKedua']
const judul = (sisi: Sisi) => t(sisi === 'pihakPertama' ? 'pihak.pertama' : 'pihak.kedua')

export function Pihak({ pk, children }: { pk: Lengkap; children?: ReactNode }) {
  const [edit, setEdit] = useState(false)
  return (
    <section className="pk-pihak" aria-label={`${t('pihak.pertama')}, ${t('pihak.kedua')}`}>
      {SISI.map((sisi) => (
        <div key={sisi}>
          <h2>{judul(sisi)}</h2>
          <p className="strong">{pk[sisi].nama ?? <span className="muted">{t('pihak.kosong')}</span>}</p>
          <p>{pk[sisi].jabatan ?? <span className="muted">{t('pihak.kosong')}</span>}</p>
          {pk[sisi].nip && (
            <p className="muted">
              {t('pihak.nip')} <span className="angka">{pk[sisi].nip}</span>
            </p>
          )}
        </div>
      ))}
      {pk.bolehUbah && (
        <div className="pk-pihak-aksi">
          <Button kecil onClick={() => setEdit(true)}>
            {t('pihak.ubah')}
          </Button>
          {children}
        </div>
      )}
      {edit && <Form pk={pk} onTutup={() => setEdit(false)} />}
    </section>
  )
}

type Isi = Record<Sisi, { nama: string; jabatan: string; nip: string }>
const textsOf = (pk: Lengkap): Isi => {
  const one = (sisi: Sisi) => ({ nama: pk[sisi].nama ?? '', jabatan: pk[sisi].jabatan ?? '', nip: pk[sisi].nip ?? '' })
  return { pihakPertama: one('pihakPertama'), pihakKedua: one('pihakKedua') }
}

function Form({ pk, onTutup }: { pk: Lengkap; onTutup: () => void }) {
  const refresh = useSegarkan()
  const [isi, setIsi] = useState(() => textsOf(pk))
  const [version, setVersion] = useState(pk.version)
  const [wrong, setWrong] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<Record<string, string | null> | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong(null)
    const party = (sisi: Sisi) => ({
      nama: isi[sisi].nama.trim() || null,
      nip: isi[sisi].nip.trim() || null,
      jabatan: isi[sisi].jabatan.trim() || null,
    })
    try {
      const body = { pihakPertama: party('pihakPertama'), pihakKedua: party('pihakKedua') }
      await request('PUT', `/api/perjanjian-kinerja/${pk.id}/pihak`, { body, version })
      await refresh()
      onTutup()
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : undefined
      if (problem?.code === 'VERSI_USANG') {
        const now = problem.current as { version: number } & Record<string, string | null>
        setVersion(now.version)
        setTheirs(now)
      } else setWrong(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog judul={t('pihak.ubah')} buka onTutup={onTutup}>
      <form className="stack" onSubmit={save}>
        {theirs && (
          <Notice jenis="peringatan">
            {t('pihak.bentrok', { pertama: theirs.namaPertama ?? t('pihak.kosong'), kedua: theirs.namaKedua ?? t('pihak.kosong') })}
          </Notice>
        )}
        {wrong !== null && <Failure error={wrong} />}
        {SISI.map((sisi) => (
          <fieldset key={sisi} className="pk-pihak-isian">
            <legend>{judul(sisi)}</legend>
            {(['nama', 'jabatan', 'nip'] as const).map((hal) => (
              <Field
                key={hal}
                label={t(`pihak.${hal}`)}
                value={isi[sisi][hal]}
                maxLength={hal === 'nip' ? 30 : hal === 'nama' ? 200 : 300}
                onChange={(event) => setIsi({ ...isi, [sisi]: { ...isi[sisi], [hal]: event.currentTarget.value } })}
              />
            ))}
          </fieldset>
        ))}
        <p>
          <Button type="submit" rupa="utama" sibuk={busy}>
            {t('pihak.simpan')}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
