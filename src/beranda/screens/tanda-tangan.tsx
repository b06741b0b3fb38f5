// What waits for the signature of the person who is signed in: chosen from a list, signed with one proof, each with its result.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Diminta } from '../../platform/kernel/workflow.ts'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { get, request } from '../../web/ui/api.ts'
import { BuktiDiri, buktiOf, kataBukti, TANPA_BUKTI, wajibBukti } from '../../web/ui/bukti-diri.tsx'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { saat } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Table } from '../../web/ui/table.tsx'
import type { Berkelompok, NaskahMenunggu } from '../tanda-tangan.ts'
import { t } from './tanda-tangan-teks.ts'
import './tanda-tangan.css'

type Menunggu = { readonly isi: readonly NaskahMenunggu[]; readonly bukti: readonly Diminta[] }
const LIST = ['tanda-tangan']
const PROGRESS = ['tanda-tangan', 'kemajuan']

export function TandaTanganPage() {
  const client = useQueryClient()
  const waiting = useQuery({ queryKey: LIST, queryFn: () => get<Menunggu>('/api/tanda-tangan') })
  const progress = useQuery({
    queryKey: PROGRESS,
    queryFn: async () => (await get<{ berkelompok: Berkelompok | null }>('/api/tanda-tangan/kemajuan')).berkelompok,
    refetchInterval: ({ state }) => (state.data && !state.data.selesai ? 500 : false),
  })
  const batch = progress.data ?? null
  // What has been signed has left the list.
  useEffect(() => {
    if (batch?.selesai) client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.at(-1) !== 'kemajuan' })
  }, [batch?.selesai, client])
  return (
    <>
      <PageHead judul={t('judul')} pengantar={<p>{t('pengantar')}</p>} />
      <div className="stack">
        {batch && <Kemajuan batch={batch} />}
        {waiting.isPending ? (
          <Skeleton baris={6} />
        ) : waiting.isError ? (
          <Failure error={waiting.error} onLagi={() => waiting.refetch()} />
        ) : waiting.data.isi.length ? (
          <Daftar {...waiting.data} batch={batch} onMulai={() => client.invalidateQueries({ queryKey: PROGRESS })} />
        ) : (
          <EmptyState judul={t('kosong')}>
            <p>{t('kosong.isi')}</p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

function Kemajuan({ batch: { butir, selesai } }: { batch: Berkelompok }) {
  const count = (keadaan: string) => butir.filter((b) => b.keadaan === keadaan).length
  const [signed, refused] = [count('BERHASIL'), count('DITOLAK')]
  if (!selesai)
    return (
      <div className="ttd-kemajuan" role="status">
        <p>{t('kemajuan', { n: signed + refused, dari: butir.length })}</p>
        <progress max={butir.length} value={signed + refused} aria-label={t('judul')} />
      </div>
    )
  return (
    <Notice jenis={refused ? 'peringatan' : 'berhasil'}>
      <p>
        {t('selesai', { n: signed })} {refused > 0 && t('selesai.ditolak', { n: refused })}
      </p>
    </Notice>
  )
}

const nameOf = (n: NaskahMenunggu) =>
  [t(`jenis.${n.jenis}`, { tahun: n.tahun }), n.versi > 1 && t('versi', { n: n.versi })].filter(Boolean).join(', ')

function Daftar({ isi, bukti, batch, onMulai }: Menunggu & { batch: Berkelompok | null; onMulai: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const naskah = isi.filter((n) => chosen.has(n.id))
  const running = batch !== null && !batch.selesai
  const of = (n: NaskahMenunggu) => batch?.butir.find((b) => b.id === n.id)
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const all = naskah.length === isi.length
  return (
    <>
      <div className="ttd-alat">
        <label className="ttd-centang">
          <input
            type="checkbox"
            checked={all}
            onChange={() =>
              toggle(
                isi.map((n) => n.id),
                !all,
              )
            }
            disabled={running}
          />
          {t('semua')}
        </label>
        <Button rupa="utama" disabled={!naskah.length || running} onClick={() => setAsking(true)}>
          {t('aksi', { n: naskah.length })}
        </Button>
      </div>
      <Table
        judul={t('daftar')}
        kunci={(n: NaskahMenunggu) => n.id}
        dipilih={(n) => chosen.has(n.id)}
        kolom={[
          {
            kunci: 'naskah',
            judul: t('naskah'),
            rupa: 'nama',
            isi: (n) => (
              <label className="ttd-centang">
                <input
                  type="checkbox"
                  checked={chosen.has(n.id)}
                  onChange={(event) => toggle([n.id], event.currentTarget.checked)}
                  disabled={running}
                  aria-label={t('pilih', { nama: `${nameOf(n)}, ${n.nama}` })}
                />
                <span>{nameOf(n)}</span>
              </label>
            ),
          },
          { kunci: 'kantor', judul: t('kantor'), lebar: true, isi: (n) => n.nama },
          {
            kunci: 'pertama',
            judul: t('pertama'),
            lebar: true,
            isi: (n) => (n.pertama ? `${n.pertama.nama}, ${saat(n.pertama.pada)}` : t('pertama.belum')),
          },
          {
            kunci: 'baca',
            judul: t('baca'),
            isi: (n) => (
              <Tautan ke={`/${n.jenis}/${n.unit}/${n.tahun}`} cari={{ versi: String(n.versi) }}>
                {t('baca')}
              </Tautan>
            ),
          },
          ...(batch
            ? [
                {
                  kunci: 'hasil',
                  judul: t('hasil'),
                  lebar: true,
                  isi: (n: NaskahMenunggu) => {
                    const one = of(n)
                    return one ? (one.pesan ?? t(`butir.${one.keadaan}`)) : '–'
                  },
                },
              ]
            : []),
        ]}
        kelompok={[{ baris: isi }]}
      />
      {asking && (
        <Ask
          naskah={naskah}
          diminta={bukti}
          onSelesai={() => {
            setAsking(false)
            setChosen(new Set())
            onMulai()
          }}
          onTutup={() => setAsking(false)}
        />
      )}
    </>
  )
}

function Ask(props: {
  readonly naskah: readonly NaskahMenunggu[]
  readonly diminta: Menunggu['bukti']
  readonly onSelesai: () => void
  readonly onTutup: () => void
}) {
  const { naskah, diminta } = props
  const [bukti, setBukti] = useState(TANPA_BUKTI)
  const n = naskah.length
  const send = async ({ kunci }: { readonly kunci: string }) => {
    const dipilih = naskah.map(({ jenis, id, version }) => ({ jenis, id, version }))
    const body = { naskah: dipilih, bukti: await buktiOf(diminta, bukti, dipilih) }
    return request('POST', '/api/tanda-tangan', { body, idempotencyKey: kunci })
  }
  return (
    <ActDialog
      judul={t('aksi.judul', { n })}
      aksi={t('aksi', { n })}
      bidang={kataBukti(diminta)}
      wajib={wajibBukti(diminta, bukti)}
      kirim={send}
      onSelesai={props.onSelesai}
      onTutup={props.onTutup}
    >
      {(salah) => (
        <>
          <p>{t('aksi.isi', { n })}</p>
          <BuktiDiri diminta={diminta} isi={bukti} salah={salah} onUbah={setBukti} />
        </>
      )}
    </ActDialog>
  )
}
