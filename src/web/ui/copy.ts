import { useEffect, useState } from 'react'

/**
 * Copies a text when asked. `copied`: false where the page may not (no https, no permission) and the person copies by hand;
 * undefined until asked, and again when the text is another.
 */
export function useCopy(text: string): { readonly copied: boolean | undefined; readonly copy: () => Promise<void> } {
  const [copied, setCopied] = useState<boolean>()
  useEffect(() => {
    if (text) setCopied(undefined)
  }, [text])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return { copied, copy }
}
