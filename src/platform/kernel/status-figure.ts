// What a figure is: a value, or one of the three ways of having none. Apart from its shapes, so that a page can know it.

export const STATUS_KOSONG = ['TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'] as const
export const STATUS_FIGURE = ['NILAI', ...STATUS_KOSONG] as const
