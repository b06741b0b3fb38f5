// The rule pack in force on a day, as somebody who is no programmer may read it: every row with its basis and window.
import { BENTUK } from '../peraturan/dki-jakarta/bentuk.ts'
import { findMetode, METODE } from '../peraturan/dki-jakarta/metode.ts'
import { TENGGAT } from '../peraturan/dki-jakarta/tenggat.ts'
import { DASAR_WEWENANG, PERAN, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import { SKALA, SKALA_NILAI } from '../peraturan/nasional/skala.ts'
import { VEKTOR } from '../peraturan/vektor.ts'
import type { Day } from '../platform/kernel/time.ts'

type Window = { readonly dari: Day; readonly sampai?: Day | null }
const inForce = (day: Day, { dari, sampai = null }: Window) => dari <= day && (sampai === null || sampai >= day)
const window = ({ dari, sampai = null }: Window) => ({ dari, sampai })

/** Forms, scales, methods, deadlines and permissions of a day. Scales have no window: a new one has a new code. */
export function paketOn(day: Day) {
  const vectors = Map.groupBy(VEKTOR, (v) => v.metode)
  const acts = [...new Set(WEWENANG.map((w) => w.act))]
  return {
    bentuk: BENTUK.filter((b) => inForce(day, b.berlaku)).map((b) => ({
      kode: b.kode,
      nama: b.nama,
      kelompok: b.kelompok.map((k) => k.nama),
      penomoran: b.penomoran,
      kolom: [...b.kolom],
      dasar: b.dasar,
      berlaku: window(b.berlaku),
    })),
    skala: [...SKALA, ...SKALA_NILAI].map((s) => ({
      kode: s.kode,
      nama: s.nama,
      dasar: s.dasar,
      tingkat: s.tingkat.map((t) => ({ dari: t.dari, termasuk: t.termasuk ?? false, kode: t.kode ?? null, sebutan: t.sebutan })),
    })),
    metode: METODE.filter((m) => inForce(day, m.berlaku)).map((m) => ({
      kode: m.kode,
      nama: m.nama,
      satuan: m.satuan,
      dasar: m.dasar,
      berlaku: window(m.berlaku),
      vektor: vectors.get(m.kode)?.length ?? 0,
    })),
    tenggat: TENGGAT.filter((t) => inForce(day, t.berlaku)).map((t) => ({ ...t, berlaku: window(t.berlaku) })),
    wewenang: {
      dasar: DASAR_WEWENANG,
      peran: [...PERAN],
      tindakan: acts.map((act) => ({
        act,
        boleh: WEWENANG.filter((w) => w.act === act).map(({ peran, lingkup }) => ({ peran, lingkup })),
      })),
    },
  }
}

/** One method with its readings and the vectors it is held to; undefined where no pack has it. */
export function metodeOf(kode: string) {
  const metode = findMetode(kode)
  if (!metode) return undefined
  return {
    kode,
    nama: metode.nama,
    satuan: metode.satuan,
    dasar: metode.dasar,
    berlaku: window(metode.berlaku),
    masukan: Object.entries(metode.masukan).map(([nama, { arti }]) => ({ nama, arti })),
    bacaan: Object.entries(metode.bacaan).map(([nama, { rumus, arti }]) => ({
      nama,
      rumus,
      arti,
      baku: nama === metode.bacaanBaku,
    })),
    vektor: VEKTOR.filter((v) => v.metode === kode).map((v) => ({
      nama: v.nama,
      bacaan: v.bacaan ?? metode.bacaanBaku,
      sumber: v.sumber ?? null,
      harap: v.harap.tampil ?? v.harap.nilai ?? v.harap.status ?? v.harap.kode ?? null,
      sebutan: v.harap.sebutan ?? null,
    })),
  }
}
