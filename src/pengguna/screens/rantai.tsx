// Is the ledger whole? The last anchor, and a check that runs on the server while one does something else.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { angka, saat } from '../../web/ui/format.ts'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { t } from './teks.ts'

type Chain = {
  readonly baris: number
  readonly sejakJangkar: number
  readonly jangkar: { readonly seq: string; readonly at: string } | null
  readonly pemeriksaan: {
    readonly keadaan: 'BELUM' | 'BERJALAN' | 'SELESAI' | 'GAGAL'
    readonly selesai: string | null
    readonly terbaca: number
    readonly hasil: {
      readonly baris: number
      readonly kantor: number
      readonly berkas: number
      readonly kerusakan: readonly { readonly office: string; readonly seq: string; readonly detail: string }[]
    } | null
  }
}
const count = (n: number) => angka(String(n), 0)

export function RantaiCatatan() {
  const client = useQueryClient()
  const [failed, setFailed] = useState<unknown>()
  const chain = useQuery({
    queryKey: ['rantai'],
    queryFn: () => get<Chain>('/api/audit/periksa'),
    refetchInterval: (query) => (query.state.data?.pemeriksaan.keadaan === 'BERJALAN' ? 1000 : false),
  })
  const check = async () => {
    try {
      setFailed(undefined)
      client.setQueryData(['rantai'], (await request<Chain>('POST', '/api/audit/periksa')).data)
    } catch (error) {
      setFailed(error)
    }
  }
  if (!chain.data) return null
  const { baris, sejakJangkar, jangkar, pemeriksaan } = chain.data
  const running = pemeriksaan.keadaan === 'BERJALAN'
  return (
    <section className="rantai" aria-labelledby="rantai">
      <div className="row rantai-kepala">
        <h2 id="rantai">{t('rantai.judul')}</h2>
        <Button ikon="centang" sibuk={running} onClick={check}>
          {t('rantai.periksa')}
        </Button>
      </div>
      <p>
        {t('rantai.baris', { n: count(baris) })}{' '}
        {jangkar
          ? t('rantai.jangkar', { seq: jangkar.seq, saat: saat(jangkar.at), sejak: count(sejakJangkar) })
          : t('rantai.tanpa-jangkar')}
      </p>
      {failed !== undefined && <Failure error={failed} />}
      {running && (
        <div role="status">
          <p>{t('rantai.berjalan', { n: count(pemeriksaan.terbaca), dari: count(baris) })}</p>
          <progress max={Math.max(baris, 1)} value={pemeriksaan.terbaca} aria-label={t('rantai.periksa')} />
        </div>
      )}
      {pemeriksaan.keadaan === 'GAGAL' && <Notice jenis="salah">{t('rantai.gagal')}</Notice>}
      {pemeriksaan.hasil && <Found {...pemeriksaan.hasil} selesai={pemeriksaan.selesai} />}
    </section>
  )
}

function Found(props: NonNullable<Chain['pemeriksaan']['hasil']> & { selesai: string | null }) {
  const { baris, kantor, berkas, kerusakan, selesai } = props
  if (!kerusakan.length)
    return (
      <Notice jenis="berhasil" judul={t('rantai.utuh')}>
        {t('rantai.utuh.isi', {
          baris: count(baris),
          kantor: count(kantor),
          berkas: count(berkas),
          saat: selesai ? saat(selesai) : '',
        })}
      </Notice>
    )
  return (
    <Notice jenis="salah" judul={t('rantai.rusak', { n: kerusakan.length })}>
      <ul className="daftar-polos">
        {kerusakan.map((d) => (
          <li key={`${d.office} ${d.seq} ${d.detail}`}>
            <span className="strong">{d.office}</span>: {d.detail}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
