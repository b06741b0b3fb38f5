// The conformance vectors of the official methods, for whoever wants to read how a method is tested.
import dkiAnggaran from './dki-jakarta/metode/vektor/anggaran.json' with { type: 'json' }
import dkiAset from './dki-jakarta/metode/vektor/aset.json' with { type: 'json' }
import dkiBelanja from './dki-jakarta/metode/vektor/belanja.json' with { type: 'json' }
import dkiKomunikasi from './dki-jakarta/metode/vektor/komunikasi.json' with { type: 'json' }
import dkiKonsistensiAnggaran from './dki-jakarta/metode/vektor/konsistensi-anggaran.json' with { type: 'json' }
import dkiPelaksanaanAnggaran from './dki-jakarta/metode/vektor/pelaksanaan-anggaran.json' with { type: 'json' }
import dkiPembelajaran from './dki-jakarta/metode/vektor/pembelajaran.json' with { type: 'json' }
import dkiPengawasan from './dki-jakarta/metode/vektor/pengawasan.json' with { type: 'json' }
import dkiSatuData from './dki-jakarta/metode/vektor/satu-data.json' with { type: 'json' }
import dkiSurvei from './dki-jakarta/metode/vektor/survei.json' with { type: 'json' }
import dkiTindakLanjut from './dki-jakarta/metode/vektor/tindak-lanjut.json' with { type: 'json' }
import dkiVariabelAnggaran from './dki-jakarta/metode/vektor/variabel-anggaran.json' with { type: 'json' }
import nasionalAkip from './nasional/metode/vektor/akip.json' with { type: 'json' }
import nasionalKepegawaian from './nasional/metode/vektor/kepegawaian.json' with { type: 'json' }
import nasionalSurvei from './nasional/metode/vektor/survei.json' with { type: 'json' }

export type VektorTercatat = {
  readonly metode: string
  readonly bacaan?: string
  readonly nama: string
  readonly sumber?: string
  readonly kasus: { readonly target?: string }
  readonly harap: Readonly<Record<string, string>>
}

export const VEKTOR = [
  dkiAnggaran,
  dkiAset,
  dkiBelanja,
  dkiKomunikasi,
  dkiKonsistensiAnggaran,
  dkiPelaksanaanAnggaran,
  dkiPembelajaran,
  dkiPengawasan,
  dkiSatuData,
  dkiSurvei,
  dkiTindakLanjut,
  dkiVariabelAnggaran,
  nasionalAkip,
  nasionalKepegawaian,
  nasionalSurvei,
].flat() as unknown as readonly VektorTercatat[]
