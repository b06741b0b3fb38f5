// The words of advice beside a line.
import { defineTeks } from './teks.ts'

export const t = defineTeks(
  {
    tanda: 'Saran ({n})',
    'tanda.terjawab': 'Saran, sudah dijawab ({n})',
    oleh: '{peran}: {isi}',
    DILAKSANAKAN: 'Dilaksanakan.',
    TIDAK_DILAKSANAKAN: 'Tidak dilaksanakan: {alasan}',
    belum: 'Belum dijawab.',
    buka: 'Buka forumnya',
    naskah: 'Saran atas seluruh naskah',
    forum: 'Saran forum',
  },
  {
    tanda: 'Advice ({n})',
    'tanda.terjawab': 'Advice, answered ({n})',
    oleh: '{peran}: {isi}',
    DILAKSANAKAN: 'Carried out.',
    TIDAK_DILAKSANAKAN: 'Not carried out: {alasan}',
    belum: 'Not answered.',
    buka: 'Open the forum',
    naskah: 'Advice on the whole paper',
    forum: 'Advice of the forum',
  },
)
