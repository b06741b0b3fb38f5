// The plan for the parts of the kit that read its versions.
import { t } from './teks.ts'

/** Where the versions of a plan are asked for and shown. */
export const naskahOf = (unit: string, tahun: string) => ({
  alamat: '/api/rencana-aksi',
  halaman: `/rencana-aksi/${unit}/${tahun}`,
  unit,
  tahun,
  status: (status: string) => t(`status.${status as 'DRAFT'}`),
})
