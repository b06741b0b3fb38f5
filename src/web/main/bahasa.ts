// The language that this browser was last told to speak; the first import of the client, so that no text is spoken before.
import { type Bahasa, pakaiBahasa } from '../ui/teks.ts'

const STORE = 'selaras.bahasa'
export const BAHASA: Readonly<Record<Bahasa, string>> = { id: 'Bahasa Indonesia', en: 'English' }

function remembered(): Bahasa {
  try {
    return localStorage.getItem(STORE) === 'en' ? 'en' : 'id'
  } catch {
    return 'id' // a browser that keeps nothing speaks Indonesian
  }
}

/** Remembered; the page begins anew, because tables and menus hold words that have been spoken. */
export function gantiBahasa(pilihan: Bahasa): void {
  try {
    localStorage.setItem(STORE, pilihan)
  } catch {}
  window.location.reload()
}

const bahasa = remembered()
pakaiBahasa(bahasa)
document.documentElement.lang = bahasa
