// What was typed and not saved is not lost by a link, the back button or a closed window without being asked.
import { useBlocker } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { Button } from '../../web/ui/button.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { t } from './teks.ts'

export function JagaIsian({ kotor }: { kotor: RefObject<boolean> }) {
  const blocker = useBlocker({ shouldBlockFn: () => kotor.current, enableBeforeUnload: () => kotor.current, withResolver: true })
  const stay = () => blocker.reset?.()
  return (
    <Dialog judul={t('jaga.judul')} buka={blocker.status === 'blocked'} onTutup={stay}>
      <div className="stack">
        <p>{t('jaga.isi')}</p>
        <div className="row">
          <Button rupa="utama" onClick={stay}>
            {t('jaga.lanjut')}
          </Button>
          <Button
            onClick={() => {
              kotor.current = false
              blocker.proceed?.()
            }}
          >
            {t('jaga.buang')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
