// Evidence beside what it proves: upload, page, date and issuer; replace and remove while it may be written.
import { useRef, useState } from 'react'
import { request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import type { Bukti } from './pengisian-data.ts'
import { t } from './pengisian-teks.ts'

const MIB = 1024 * 1024
const MAKS = 25
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx'

type Props = {
  readonly unit: string
  readonly bukti: readonly Bukti[]
  readonly terkunci: boolean
  readonly onUbah: (bukti: readonly Bukti[]) => void
}

export function BuktiBidang({ unit, bukti, terkunci, onUbah }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const replaced = useRef<string | null>(null)
  const [busy, setBusy] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const choose = (sha256: string | null) => {
    replaced.current = sha256
    input.current?.click()
  }
  const upload = async (file: File) => {
    setWrong(undefined)
    if (file.size > MAKS * MIB) return setWrong(t('bukti.besar', { nama: file.name, n: Math.ceil(file.size / MIB), maks: MAKS }))
    setBusy(file.name)
    try {
      const body = new FormData()
      body.append('berkas', file)
      const { data } = await request<{ sha256: string }>('POST', `/api/bukti/${unit}`, { body })
      const old = replaced.current
      if (bukti.some((b) => b.sha256 === data.sha256)) return setWrong(t('bukti.sama', { nama: file.name }))
      const made = { sha256: data.sha256, nama: file.name, halaman: '', tanggal: '', penerbit: '' }
      onUbah(old ? bukti.map((b) => (b.sha256 === old ? { ...b, sha256: made.sha256, nama: made.nama } : b)) : [...bukti, made])
    } catch (error) {
      setWrong(`${file.name}: ${sentence(error)}`)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div className="stack bukti">
      {bukti.length === 0 && <p className="muted">{t('bukti.kosong')}</p>}
      {bukti.length > 0 && (
        <ul className="bukti-daftar">
          {bukti.map((b) => (
            <li key={b.sha256}>
              <Item
                bukti={b}
                terkunci={terkunci}
                onUbah={(changed) => onUbah(bukti.map((x) => (x.sha256 === b.sha256 ? changed : x)))}
                onLepas={() => onUbah(bukti.filter((x) => x.sha256 !== b.sha256))}
                onGanti={() => choose(b.sha256)}
              />
            </li>
          ))}
        </ul>
      )}
      {wrong && <Notice jenis="salah">{wrong}</Notice>}
      {!terkunci && (
        <div>
          <input
            ref={input}
            type="file"
            accept={ACCEPT}
            hidden
            aria-label={t('bukti.pilih')}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (file) upload(file)
            }}
          />
          <Button ikon="berkas" sibuk={busy !== undefined} onClick={() => choose(null)}>
            {busy === undefined ? t('bukti.pilih') : t('bukti.mengunggah', { nama: busy })}
          </Button>
          <p className="bidang-bantuan">{t('bukti.jenis', { n: MAKS })}</p>
        </div>
      )}
    </div>
  )
}

type ItemProps = {
  readonly bukti: Bukti
  readonly terkunci: boolean
  readonly onUbah: (bukti: Bukti) => void
  readonly onLepas: () => void
  readonly onGanti: () => void
}

function Item({ bukti: b, terkunci, onUbah, onLepas, onGanti }: ItemProps) {
  return (
    <>
      <a className="bukti-nama" href={`/api/bukti/${b.sha256}`} download aria-label={t('bukti.unduh', { nama: b.nama })}>
        <Icon name="berkas" size={18} />
        <span>{b.nama}</span>
      </a>
      <fieldset className="bukti-bidang" disabled={terkunci}>
        <legend className="sr">{b.nama}</legend>
        <Field
          label={t('bukti.halaman')}
          value={b.halaman}
          maxLength={50}
          onChange={(e) => onUbah({ ...b, halaman: e.currentTarget.value })}
        />
        <Field
          label={t('bukti.tanggal')}
          type="date"
          value={b.tanggal}
          onChange={(e) => onUbah({ ...b, tanggal: e.currentTarget.value })}
        />
        <Field
          label={t('bukti.penerbit')}
          value={b.penerbit}
          maxLength={200}
          onChange={(e) => onUbah({ ...b, penerbit: e.currentTarget.value })}
        />
      </fieldset>
      {!terkunci && (
        <div className="row">
          <Button kecil rupa="polos" aria-label={t('bukti.ganti.kata', { nama: b.nama })} onClick={onGanti}>
            {t('bukti.ganti')}
          </Button>
          <Button kecil rupa="polos" aria-label={t('bukti.hapus.kata', { nama: b.nama })} onClick={onLepas}>
            {t('bukti.hapus')}
          </Button>
        </div>
      )}
    </>
  )
}
