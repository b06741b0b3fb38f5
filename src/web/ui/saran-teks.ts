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
    'naskah.tanda': 'Saran atas seluruh naskah ({n})',
    'forum.tanda': 'Saran forum belum dijawab ({n})',
    'forum.terjawab': 'Saran forum, sudah dijawab ({n})',
  },
  {
    tanda: 'Advice ({n})',
    'tanda.terjawab': 'Advice, answered ({n})',
    oleh: '{peran}: {isi}',
    DILAKSANAKAN: 'Carried out.',
    TIDAK_DILAKSANAKAN: 'Not carried out: {alasan}',
    belum: 'Not answered.',
    buka: 'Open the forum',
    'naskah.tanda': 'Advice on the whole paper ({n})',
    'forum.tanda': 'Advice of the forum, not answered ({n})',
    'forum.terjawab': 'Advice of the forum, answered ({n})',
  },
)
