// What an office issues once for all offices, and the acts of its owner: issue, change, withdraw.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { address, get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Area } from '../../web/ui/field.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { PERIODE, type Terbitan } from './data.ts'
import { targetShown } from './target-teks.ts'
import { t } from './teks.ts'
import { TerbitForm } from './terbit-form.tsx'
import './screens.css'

type Answer = {
  readonly butir: readonly Terbitan[]
  readonly boleh: boolean
  readonly kelompok: readonly { readonly kode: string; readonly nama: string }[]
  readonly kantor: readonly { readonly kode: string; readonly nama: string }[]
}

export function SasaranBersamaPage({ unit, tahun }: { unit: string; tahun: string }) {
  const client = useQueryClient()
  const key = ['sasaran-bersama', unit, tahun]
  const list = useQuery({
    queryKey: key,
    queryFn: () => get<Answer>(address('/api/sasaran-bersama', { pemilik: unit, tahun })),
  })
  const [editing, edit] = useState<Terbitan | 'baru' | null>(null)
  const [withdrawing, withdraw] = useState<Terbitan | null>(null)
  const boleh = list.data?.boleh === true
  const done = () => {
    edit(null)
    withdraw(null)
    client.invalidateQueries({ queryKey: key })
  }
  return (
    <>
      <PageHead
        judul={t('terbit.judul', { tahun })}
        pengantar={<p>{t('terbit.pengantar')}</p>}
        aksi={
          boleh && (
            <Button rupa="utama" onClick={() => edit('baru')}>
              {t('terbit.baru')}
            </Button>
          )
        }
      />
      {list.isPending ? (
        <Skeleton baris={8} />
      ) : list.isError ? (
        <Failure error={list.error} onLagi={() => list.refetch()} />
      ) : list.data.butir.length ? (
        <Table
          judul={t('terbit.judul', { tahun })}
          kolom={columns(boleh, edit, withdraw)}
          kelompok={list.data.kelompok
            .map(({ kode, nama }) => ({ judul: nama, baris: list.data.butir.filter((b) => b.kelompok === kode) }))
            .filter((k) => k.baris.length > 0)}
          kunci={(b) => b.id}
        />
      ) : (
        <EmptyState judul={t('terbit.kosong', { tahun })}>
          <p>{t(boleh ? 'terbit.kosong.isi' : 'terbit.kosong.lain')}</p>
        </EmptyState>
      )}
      {editing && (
        <TerbitForm
          unit={unit}
          tahun={tahun}
          kelompok={list.data?.kelompok ?? []}
          kantor={list.data?.kantor ?? []}
          butir={editing === 'baru' ? null : editing}
          onSelesai={done}
          onTutup={() => edit(null)}
        />
      )}
      {withdrawing && <Withdraw butir={withdrawing} onSelesai={done} onTutup={() => withdraw(null)} />}
    </>
  )
}

function columns(boleh: boolean, edit: (b: Terbitan) => void, withdraw: (b: Terbitan) => void): Column<Terbitan>[] {
  const target = (b: Terbitan) => PERIODE.map((p) => targetShown(b.target[p]) || '–').join(' · ')
  return [
    {
      kunci: 'nama',
      judul: t('terbit.nama'),
      isi: (b) => (
        <>
          <p className="strong">{b.nama}</p>
          <p className="muted">{b.uraian}</p>
        </>
      ),
    },
    {
      kunci: 'target',
      judul: `${t('terbit.target')} I · II · III · IV · ${t('kolom.TAHUNAN')}`,
      isi: (b) => `${target(b)} ${b.satuan ?? ''}`,
    },
    {
      kunci: 'untuk',
      judul: t('terbit.untuk'),
      isi: (b) => (b.untuk === null ? t('terbit.untuk.semua') : t('terbit.untuk.n', { n: b.untuk.length })),
    },
    {
      kunci: 'status',
      judul: 'Status',
      isi: (b) => (
        <>
          <p>
            {t(`terbit.status.${b.status}`)}, {t('terbit.versi', { n: b.version })}
          </p>
          {b.alasan && <p className="muted">{b.alasan}</p>}
        </>
      ),
    },
    ...(boleh
      ? [
          {
            kunci: 'aksi',
            judul: t('terbit.aksi'),
            isi: (b: Terbitan) => (
              <div className="row">
                <Button kecil onClick={() => edit(b)}>
                  {t(b.status === 'DITARIK' ? 'terbit.lagi' : 'terbit.ubah')}
                  <span className="sr">: {b.nama}</span>
                </Button>
                {b.status === 'DITERBITKAN' && (
                  <Button kecil onClick={() => withdraw(b)}>
                    {t('terbit.tarik')}
                    <span className="sr">: {b.nama}</span>
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ]
}

type Closing = { readonly onSelesai: () => void; readonly onTutup: () => void }

function Withdraw({ butir, ...closing }: { butir: Terbitan } & Closing) {
  const [alasan, setAlasan] = useState('')
  return (
    <ActDialog
      judul={t('terbit.tarik.judul')}
      aksi={t('terbit.tarik')}
      bahaya
      bidang={{ alasan: t('terbit.tarik.alasan') }}
      wajib={{ alasan }}
      kirim={({ kunci, versi }) =>
        request('POST', `/api/sasaran-bersama/${butir.id}/tarik`, {
          body: { alasan },
          version: versi ?? butir.version,
          idempotencyKey: kunci,
        })
      }
      {...closing}
    >
      {(salah) => (
        <>
          <p className="strong">{butir.nama}</p>
          <p>{t('terbit.tarik.isi')}</p>
          <Area
            label={t('terbit.tarik.alasan')}
            name="alasan"
            salah={salah('alasan')}
            value={alasan}
            maxLength={1000}
            onChange={(event) => setAlasan(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}
