// What other offices ask of this one, and its answers.
import { type FormEvent, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { useReveal } from '../../web/ui/reveal.ts'
import { Area } from './bidang.tsx'
import type { Pohon } from './data.ts'
import type { Kontribusi } from './susunan.ts'
import { t } from './teks.ts'
import { useTulis } from './tulis.ts'

export function DimintaDari({ pohon, unit, tahun }: { pohon: Pohon; unit: string; tahun: string }) {
  const [cari] = useCari()
  useReveal(cari.diminta, pohon.dimintaDari.length > 0)
  if (!pohon.dimintaDari.length) return null
  return (
    <section className="diminta-dari" aria-labelledby="diminta-dari">
      <h2 id="diminta-dari">{t('diminta.judul')}</h2>
      <ul className="kontribusi">
        {pohon.dimintaDari.map((k) => (
          <Permintaan key={`${k.simpul} ${k.version}`} k={k} unit={unit} tahun={tahun} boleh={pohon.boleh.ubah} />
        ))}
      </ul>
    </section>
  )
}

function Permintaan({ k, unit, tahun, boleh }: { k: Kontribusi; unit: string; tahun: string; boleh: boolean }) {
  const [menolak, setMenolak] = useState(false)
  const [alasan, setAlasan] = useState('')
  const tulis = useTulis()
  const url = `/api/perencanaan/${unit}/crosscutting/${k.simpul}`
  const tolak = (event: FormEvent) => {
    event.preventDefault()
    void tulis.kirim('POST', `${url}/tolak`, { body: { alasan }, version: k.version })
  }
  return (
    <li data-baris={k.kodeSimpul} tabIndex={-1}>
      <div className="kontribusi-kepala">
        <Tautan ke={`/pohon/${k.unitSimpul}/${tahun}`} cari={{ simpul: k.kodeSimpul }}>
          {k.namaUnitSimpul}
        </Tautan>
        <span className="small muted">{t(`silang.${k.status as 'DITERIMA'}`)}</span>
      </div>
      <p className="small muted">
        {k.kodeSimpul} {k.pernyataan}
      </p>
      <p>{k.kontribusi}</p>
      {k.alasan && <p className="small">{t('silang.alasan', { alasan: k.alasan })}</p>}
      {boleh && k.status === 'DIUSULKAN' && !menolak && (
        <div className="row">
          <Button
            kecil
            rupa="utama"
            sibuk={tulis.sibuk}
            onClick={() => tulis.kirim('POST', `${url}/terima`, { version: k.version })}
          >
            {t('diminta.terima')}
          </Button>
          <Button kecil onClick={() => setMenolak(true)}>
            {t('diminta.tolak')}
          </Button>
        </div>
      )}
      {menolak && (
        <form className="stack" onSubmit={tolak}>
          <Area label={t('diminta.alasan')} nilai={alasan} maks={1000} onUbah={setAlasan} />
          <div className="row">
            <Button kecil rupa="utama" type="submit" sibuk={tulis.sibuk}>
              {t('diminta.tolak.kirim')}
            </Button>
            <Button kecil onClick={() => setMenolak(false)}>
              {t('batal')}
            </Button>
          </div>
        </form>
      )}
      {tulis.galat !== null && <Failure error={tulis.galat} />}
      {tulis.bentrok !== undefined && <Failure error={new Error(t('bentrok.lain'))} />}
    </li>
  )
}
