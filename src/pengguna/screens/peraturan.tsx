// The rule pack in force on a day, to be read by whoever wants to know why the program says what it says.
import { useQuery } from '@tanstack/react-query'
import { useCari } from '../../web/ui/address.ts'
import { address, get } from '../../web/ui/api.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { angkaWajar } from '../../web/ui/format.ts'
import { usePhone } from '../../web/ui/media.ts'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import { type Column, Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import type { metodeOf, paketOn } from '../paket.ts'
import { spanOf } from './rentang.ts'
import { t } from './teks.ts'
import { namaTindakan } from './tindakan.ts'
import './screens.css'

type Paket = ReturnType<typeof paketOn>
type MetodeResmi = NonNullable<ReturnType<typeof metodeOf>>
const BAGIAN = ['bentuk', 'tenggat', 'metode', 'skala', 'wewenang'] as const
type Bagian = (typeof BAGIAN)[number]

export function PeraturanPage() {
  const who = useWho()
  const [cari, ubah] = useCari()
  const hari = cari.tanggal ?? who?.hariIni
  const bagian = BAGIAN.find((b) => b === cari.bagian) ?? 'bentuk'
  const paket = useQuery({
    queryKey: ['peraturan', hari],
    enabled: hari !== undefined,
    queryFn: () => get<Paket>(address('/api/peraturan', { tanggal: hari })),
  })
  return (
    <>
      <PageHead
        judul={t('atur.judul')}
        pengantar={t('atur.pengantar')}
        aksi={
          <Field
            label={t('atur.tanggal')}
            type="date"
            value={hari ?? ''}
            min="2015-01-01"
            max="2100-12-31"
            onChange={(event) => event.currentTarget.value && ubah({ tanggal: event.currentTarget.value }, true)}
          />
        }
      />
      <div className="stack">
        <Choice
          label={t('atur.bagian')}
          nilai={bagian}
          pilihan={BAGIAN.map((nilai) => ({ nilai, label: t(`atur.${nilai}`) }))}
          onPilih={(b: Bagian) => ubah({ bagian: b }, true)}
        />
        {paket.isPending ? (
          <Skeleton baris={8} />
        ) : paket.isError ? (
          <Failure error={paket.error} onLagi={() => paket.refetch()} />
        ) : (
          <Part bagian={bagian} paket={paket.data} onMetode={(metode) => ubah({ metode })} />
        )}
      </div>
      <MethodPanel />
    </>
  )
}

type Row = {
  readonly kode: string
  readonly nama: string
  readonly dasar: string
  readonly berlaku?: { dari: string; sampai: string | null }
}

const name = <R extends Row>(): Column<R> => ({
  kunci: 'nama',
  judul: t('kolom.nama'),
  rupa: 'nama',
  isi: (r) => (
    <>
      {r.nama}
      <div className="small muted">{r.kode}</div>
    </>
  ),
})
const basis = <R extends Row>(): Column<R> => ({
  kunci: 'dasar',
  judul: t('kolom.dasar'),
  lebar: true,
  isi: (r) => <span className="small">{r.dasar}</span>,
})
const window = <R extends Row>(): Column<R> => ({
  kunci: 'berlaku',
  judul: t('kolom.berlaku'),
  lebar: true,
  isi: (r) => r.berlaku && <span className="small">{spanOf(r.berlaku.dari, r.berlaku.sampai)}</span>,
})
function Part({ bagian, paket, onMetode }: { bagian: Bagian; paket: Paket; onMetode: (kode: string) => void }) {
  if (bagian === 'wewenang') return <Matrix {...paket.wewenang} />
  if (paket[bagian].length === 0)
    return (
      <EmptyState judul={t('atur.kosong')}>
        <p>{t('atur.kosong.isi')}</p>
      </EmptyState>
    )
  const common = { judul: t(`atur.${bagian}`), kunci: (r: Row) => r.kode }
  if (bagian === 'bentuk')
    return (
      <Table
        {...common}
        kelompok={[{ baris: paket.bentuk }]}
        kolom={[
          name(),
          {
            kunci: 'kelompok',
            judul: t('kolom.kelompok'),
            lebar: true,
            isi: (b) => (
              <>
                {b.kelompok.join(', ')}
                <div className="small muted">{t(`penomoran.${b.penomoran}`)}</div>
              </>
            ),
          },
          basis(),
          window(),
        ]}
      />
    )
  if (bagian === 'tenggat')
    return (
      <Table
        {...common}
        kelompok={[{ baris: paket.tenggat }]}
        kolom={[name(), { kunci: 'waktu', judul: t('kolom.waktu'), lebar: true, isi: (r) => r.waktu }, basis(), window()]}
      />
    )
  if (bagian === 'skala')
    return (
      <Table
        {...common}
        kelompok={[{ baris: paket.skala }]}
        kolom={[name(), { kunci: 'tingkat', judul: t('kolom.tingkat'), lebar: true, isi: (s) => <Levels {...s} /> }, basis()]}
      />
    )
  return (
    <Table
      {...common}
      kelompok={[{ baris: paket.metode }]}
      kolom={[
        {
          ...name(),
          isi: (m) => (
            <>
              <button type="button" className="tautan-tombol" aria-haspopup="dialog" onClick={() => onMetode(m.kode)}>
                {m.nama}
              </button>
              <div className="small muted">{m.kode}</div>
            </>
          ),
        },
        { kunci: 'satuan', judul: t('kolom.satuan'), isi: (m) => m.satuan },
        { kunci: 'vektor', judul: t('kolom.vektor'), rupa: 'angka', isi: (m) => m.vektor },
        basis(),
        window(),
      ]}
    />
  )
}

function Levels({ tingkat }: Paket['skala'][number]) {
  return (
    <ul className="atur-tingkat">
      {tingkat.map((l) => (
        <li key={l.sebutan}>
          {l.kode ? `${l.kode}, ${l.sebutan}` : l.sebutan}{' '}
          <span className="small muted angka">
            {l.dari === null ? t('skala.sisanya') : t(l.termasuk ? 'skala.mulai' : 'skala.lebih', { dari: angkaWajar(l.dari) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Act = Paket['wewenang']['tindakan'][number]

/** Who may do what: an act a line, a role a column; only roles that may do anything. */
function Matrix({ dasar, peran, tindakan }: Paket['wewenang']) {
  const used = peran.filter((p) => tindakan.some((a) => a.boleh.some((b) => b.peran === p)))
  const scope = (act: Act, p: string) => {
    const all = act.boleh.filter((b) => b.peran === p).map((b) => b.lingkup)
    return all.includes('SEMUA') ? 'SEMUA' : all.includes('SENDIRI') ? 'SENDIRI' : undefined
  }
  const columns: Column<Act>[] = [
    { kunci: 'act', judul: t('wewenang.tindakan'), rupa: 'nama', isi: (a) => namaTindakan(a.act) },
    ...used.map(
      (p): Column<Act> => ({
        kunci: p,
        judul: namaPeran(p),
        isi: (a) => {
          const found = scope(a, p)
          if (found) return <span className="atur-boleh">{t(`lingkup.${found}`)}</span>
          return (
            <>
              <span className="muted" aria-hidden="true">
                –
              </span>
              <span className="sr">{t('lingkup.tidak')}</span>
            </>
          )
        },
      }),
    ),
  ]
  return (
    <div className="stack">
      <p>
        {t('wewenang.pengantar')} {t('wewenang.arti')}
      </p>
      {usePhone() ? (
        <ul className="daftar-polos">
          {tindakan.map((a) => (
            <li key={a.act}>
              <span className="strong">{namaTindakan(a.act)}</span>
              {(['SEMUA', 'SENDIRI'] as const).map((lingkup) => {
                const who = used.filter((p) => scope(a, p) === lingkup).map(namaPeran)
                return (
                  who.length > 0 && (
                    <div key={lingkup}>{t('wewenang.peran', { lingkup: t(`lingkup.${lingkup}`), peran: who.join(', ') })}</div>
                  )
                )
              })}
            </li>
          ))}
        </ul>
      ) : (
        <Table judul={t('atur.wewenang')} kolom={columns} kelompok={[{ baris: tindakan }]} kunci={(a) => a.act} muat={false} />
      )}
      <p className="small muted">
        {t('kolom.dasar')}: {dasar}
      </p>
    </div>
  )
}

function MethodPanel() {
  const [cari, ubah] = useCari()
  const kode = cari.metode
  const found = useQuery({
    queryKey: ['peraturan', 'metode', kode],
    enabled: kode !== undefined,
    queryFn: () => get<MetodeResmi>(`/api/peraturan/metode/${encodeURIComponent(kode ?? '')}`),
  })
  return (
    <Panel judul={found.data?.nama ?? t('atur.metode')} buka={kode !== undefined} onTutup={() => ubah({ metode: undefined })}>
      {found.isPending ? (
        <Skeleton baris={4} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <Method {...found.data} />
      )}
    </Panel>
  )
}

function Method(m: MetodeResmi) {
  return (
    <div className="stack">
      <dl className="fakta">
        <div>
          <dt>{t('kolom.dasar')}</dt>
          <dd>{m.dasar}</dd>
        </div>
        <div>
          <dt>{t('kolom.berlaku')}</dt>
          <dd>{spanOf(m.berlaku.dari, m.berlaku.sampai)}</dd>
        </div>
        <div>
          <dt>{t('kolom.satuan')}</dt>
          <dd>{m.satuan}</dd>
        </div>
      </dl>
      <h3>{t('metode.bacaan')}</h3>
      <ul className="daftar-polos">
        {m.bacaan.map((b) => (
          <li key={b.nama}>
            {b.arti}
            {m.bacaan.length > 1 && b.baku && <span className="small muted"> ({t('metode.baku')})</span>}
            <code className="atur-rumus">{b.rumus}</code>
          </li>
        ))}
      </ul>
      <h3>{t('metode.masukan')}</h3>
      <ul className="daftar-polos">
        {m.masukan.map((i) => (
          <li key={i.nama}>
            <span className="strong">{i.nama}</span>: {i.arti}
          </li>
        ))}
      </ul>
      <h3>{t('metode.vektor')}</h3>
      {m.vektor.length === 0 && <p className="muted">{t('metode.vektor.kosong')}</p>}
      <ul className="daftar-polos">
        {m.vektor.map((v) => (
          <li key={`${v.bacaan} ${v.nama}`}>
            {v.nama}
            <div className="small muted">
              {v.harap !== null && t('metode.harap', { nilai: `${angkaWajar(v.harap)}${v.sebutan ? `, ${v.sebutan}` : ''}` })}
              {v.sumber && ` · ${v.sumber}`}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
