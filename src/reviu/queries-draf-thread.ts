// The thread in which drafts are checked.
import { answerEach } from '../platform/documents/helper-thread.ts'
import { periksaDraf } from './draf.ts'
import type { DrafAnswered, DrafAsked } from './queries-draf.ts'

answerEach<DrafAsked, DrafAnswered>(({ jenis, document }) => {
  const { diperiksa, temuan } = periksaDraf(jenis, document)
  return { diperiksa, temuan }
})
