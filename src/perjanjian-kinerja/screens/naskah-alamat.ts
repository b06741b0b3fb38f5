// The agreement for the parts of the kit that read its versions.
import { t } from './teks.ts'

/** Where the versions of an agreement are asked for and shown. */
export const naskahOf = (unit: string, tahun: string) => ({
  alamat: '/api/perjanjian-kinerja',
  halaman: `/perjanjian-kinerja/${unit}/${tahun}`,
  unit,
  tahun,
  status: (status: string) => t(`status.${status as 'DRAFT'}`),
})
