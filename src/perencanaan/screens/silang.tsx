// Contributions of other offices to a node: who, what, and what they answered; asking another one, or taking a request back.
import { type FormEvent, type RefObject, useDeferredValue, useState } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { Field } from '../../web/ui/field.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Area } from './bidang.tsx'
import { type Unit, useCariUnit } from './data.ts'
import { Kaki } from './simpul-form.tsx'
import type { Kontribusi, Simpul } from './susunan.ts'
import { t } from './teks.ts'
import { useTulis } from './tulis.ts'

export function DaftarKontribusi(props: {
  readonly list: readonly Kontribusi[]
  readonly unit: string
  readonly tahun: string
  readonly boleh: boolean
}) {
  const tulis = useTulis()
  const { list, unit, tahun, boleh } = props
  return (
    <>
      <ul className="kontribusi">
        {list.map((k) => (
          <li key={k.unit}>
            <div className="kontribusi-kepala">
              <Tautan ke={`/pohon/${k.unit}/${tahun}`}>{k.namaUnit}</Tautan>
              <span className="small muted">{t(`silang.${k.status as 'DITERIMA'}`)}</span>
            </div>
            <p>{k.kontribusi}</p>
            {k.alasan && <p className="small">{t('silang.alasan', { alasan: k.alasan })}</p>}
            {boleh && (
              <Button
                kecil
                sibuk={tulis.sibuk}
                onClick={() =>
                  tulis.kirim('DELETE', `/api/perencanaan/${unit}/crosscutting/${k.simpul}/${k.unit}`, { version: k.version })
                }
              >
                {t('silang.tarik')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {tulis.galat !== null && <Failure error={tulis.galat} />}
      {tulis.bentrok !== undefined && <Failure error={new Error(t('bentrok.lain'))} />}
    </>
  )
}

export function MintaKontribusi(props: {
  readonly simpul: Simpul
  readonly unit: string
  readonly tahun: string
  readonly kotor: RefObject<boolean>
  readonly onSelesai: () => void
}) {
  const { simpul, unit, tahun, kotor, onSelesai } = props
  const [cari, setCari] = useState('')
  const [diminta, setDiminta] = useState<Unit | null>(null)
  const [kontribusi, setKontribusi] = useState('')
  const tulis = useTulis()
  const found = useCariUnit(useDeferredValue(cari.trim()), tahun)
  const [kurang, setKurang] = useState(false)
  const simpan = async (event: FormEvent) => {
    event.preventDefault()
    setKurang(!diminta)
    if (!diminta) return
    const body = { simpul: simpul.id, unit: diminta.kode, kontribusi }
    if (!(await tulis.kirim('POST', `/api/perencanaan/${unit}/crosscutting`, { body }))) return
    kotor.current = false
    onSelesai()
  }
  const others = (found.data ?? []).filter((u) => u.kode !== unit)
  return (
    <form className="stack" onSubmit={simpan}>
      <Field
        label={t('minta.kantor')}
        bantuan={diminta ? t('minta.dipilih', { nama: diminta.nama }) : t('minta.kantor.bantuan')}
        type="search"
        value={cari}
        maxLength={100}
        salah={kurang ? t('minta.kantor.kurang') : undefined}
        onChange={(event) => setCari(event.currentTarget.value)}
      />
      {cari.trim().length >= 2 && (
        <fieldset className="indikator-pilihan">
          <legend className="sr">{t('minta.hasil')}</legend>
          {others.map((u) => (
            <label key={u.kode} className="pilih-indikator">
              <input
                type="radio"
                name="diminta"
                checked={diminta?.kode === u.kode}
                onChange={() => {
                  kotor.current = true
                  setDiminta(u)
                  setKurang(false)
                }}
              />
              <span>
                {u.nama} <span className="small muted">{u.kode}</span>
              </span>
            </label>
          ))}
          {found.data && !others.length && <p className="small muted">{t('minta.kosong')}</p>}
        </fieldset>
      )}
      <Area
        label={t('minta.kontribusi')}
        bantuan={t('minta.kontribusi.bantuan')}
        nilai={kontribusi}
        maks={1000}
        onUbah={(text) => {
          kotor.current = true
          setKontribusi(text)
        }}
      />
      <Kaki tulis={tulis} kotor={kotor} onBatal={onSelesai} />
    </form>
  )
}
