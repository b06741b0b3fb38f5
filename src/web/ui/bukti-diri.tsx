// Proof, asked for again before a signature, that it is the person of the account who signs: by passkey or by password.
import type { Bukti, Diminta } from '../../platform/kernel/workflow.ts'
import { Choice, Field } from './field.tsx'
import { adaKunciSandi, pakaiKunciSandi } from './kunci-sandi.ts'
import { t } from './tanda-tangan-teks.ts'

type Cara = 'kunciSandi' | 'sandi'
export type IsianBukti = { readonly cara: Cara; readonly sandi: string; readonly frasa: string }
export const TANPA_BUKTI: IsianBukti = { cara: 'kunciSandi', sandi: '', frasa: '' }
/** A paper as it was seen: a passkey signs for exactly these. */
type Naskah = { readonly jenis: string; readonly id: string; readonly version: number; readonly isi?: number }

const bisaKunci = (diminta: readonly Diminta[]) => diminta.includes('kunciSandi') && adaKunciSandi()
const caraOf = (diminta: readonly Diminta[], { cara }: IsianBukti): Cara => (bisaKunci(diminta) ? cara : 'sandi')
/** What is to be typed, by field. */
const diketik = (diminta: readonly Diminta[], isi: IsianBukti) =>
  diminta.filter((field) => field !== 'kunciSandi').filter((field) => field !== 'sandi' || caraOf(diminta, isi) === 'sandi')

export const wajibBukti = (diminta: readonly Diminta[], isi: IsianBukti): Record<string, string> =>
  Object.fromEntries(diketik(diminta, isi).map((field) => [field, isi[field]]))

/** As the API takes it, after the device was asked; undefined where nothing is asked for. */
export async function buktiOf(diminta: readonly Diminta[], isi: IsianBukti, naskah: readonly Naskah[]): Promise<Bukti | undefined> {
  if (!diminta.length) return undefined
  const typed = wajibBukti(diminta, isi)
  if (caraOf(diminta, isi) === 'sandi') return typed
  return { ...typed, kunciSandi: await pakaiKunciSandi('/api/sesi/kunci-sandi/tanda-tangan/permintaan', { naskah }) }
}

/** The words of what is typed, by field: what an act needs, and names in a fault. */
export const kataBukti = (diminta: readonly Diminta[]): Record<string, string> =>
  Object.fromEntries(diminta.filter((field) => field !== 'kunciSandi').map((field) => [field, t(field)]))

export function BuktiDiri(props: {
  readonly diminta: readonly Diminta[]
  readonly isi: IsianBukti
  readonly salah: (field: string) => string | undefined
  readonly onUbah: (isi: IsianBukti) => void
}) {
  const { diminta, isi } = props
  const cara = caraOf(diminta, isi)
  return (
    <>
      {bisaKunci(diminta) && (
        <div className="bidang">
          <Choice
            label={t('cara')}
            nilai={cara}
            pilihan={[
              { nilai: 'kunciSandi', label: t('kunciSandi') },
              { nilai: 'sandi', label: t('sandi.pilih') },
            ]}
            onPilih={(pilih) => props.onUbah({ ...isi, cara: pilih })}
          />
          {cara === 'kunciSandi' && <div className="bidang-bantuan">{t('kunciSandi.bantuan')}</div>}
        </div>
      )}
      {diketik(diminta, isi).map((field) => (
        <Field
          key={field}
          label={t(field)}
          bantuan={t(`${field}.bantuan`)}
          name={field}
          type="password"
          autoComplete={field === 'sandi' ? 'current-password' : 'off'}
          maxLength={300}
          value={isi[field]}
          salah={props.salah(field)}
          onChange={(event) => props.onUbah({ ...isi, [field]: event.currentTarget.value })}
        />
      ))}
    </>
  )
}
