// Nothing typed is lost by leaving: the browser keeps what is not stored, says so before leaving, and offers it again.
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Dialog } from '../panel.tsx'
import type { Simpanan } from './drafts.ts'
import type { Sheet } from './sheet.ts'
import { t } from './teks.ts'

const storeOf = (nama: string) => `selaras.lembar.${nama}`

function kept(nama: string): Simpanan {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storeOf(nama)) ?? '[]')
    return Array.isArray(found) ? (found as Simpanan) : []
  } catch {
    return []
  }
}

function keep(nama: string, simpanan: Simpanan): void {
  try {
    if (simpanan.length) sessionStorage.setItem(storeOf(nama), JSON.stringify(simpanan))
    else sessionStorage.removeItem(storeOf(nama))
  } catch {} // a browser that keeps nothing still asks before leaving
}

export function Keeping({ sheet, nama }: { sheet: Sheet; nama: string }) {
  const [before, setBefore] = useState(() => kept(nama))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      // What an earlier visit left is kept until somebody has decided about it.
      keep(nama, [...before, ...sheet.drafts.simpanan()])
    }
    const leave = () => {
      // What is being typed this moment is written by leaving its field.
      if (document.activeElement?.closest('.lembar')) (document.activeElement as HTMLElement).blur()
      sheet.endEdit(true)
      write()
    }
    const stop = sheet.subscribe('ringkasan', () => {
      timer ??= setTimeout(write, 200)
    })
    const online = () => sheet.flush(true)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', online)
    return () => {
      stop()
      leave()
      sheet.flush()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', online)
    }
  }, [sheet, nama, before])
  const block = useBlocker({
    shouldBlockFn: async () => {
      sheet.endEdit(true)
      await sheet.flush()
      return sheet.drafts.all().length > 0
    },
    enableBeforeUnload: () => sheet.sunting() !== null || sheet.drafts.all().length > 0,
    withResolver: true,
  })
  const decide = (back: boolean) => {
    if (back) sheet.restore(before)
    keep(nama, sheet.drafts.simpanan())
    setBefore([])
  }
  return (
    <>
      {before.length > 0 && (
        <Notice jenis="peringatan" judul={t('pulih.judul', { n: before.length })}>
          <p>{t('pulih.isi')}</p>
          <p className="row">
            <Button kecil rupa="utama" onClick={() => decide(true)}>
              {t('pulih.ya')}
            </Button>
            <Button kecil onClick={() => decide(false)}>
              {t('pulih.tidak')}
            </Button>
          </p>
        </Notice>
      )}
      <Dialog
        judul={t('pergi.judul')}
        buka={block.status === 'blocked'}
        onTutup={() => block.reset?.()}
        kaki={
          <div className="row">
            <Button rupa="utama" onClick={() => block.reset?.()}>
              {t('pergi.tetap')}
            </Button>
            <Button onClick={() => block.proceed?.()}>{t('pergi.pergi')}</Button>
          </div>
        }
      >
        <p>{t('pergi.isi', { n: sheet.drafts.all().length })}</p>
      </Dialog>
    </>
  )
}
