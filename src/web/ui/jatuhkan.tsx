// A place where files are dropped or chosen, several at once.
import { type DragEvent, useRef, useState } from 'react'
import { Button } from './button.tsx'
import './jatuhkan.css'

/** What a reader of papers understands. */
const ACCEPT = '.pdf,.docx,.xlsx,.html,.htm,.txt,.md'

export function Jatuhkan(props: {
  readonly judul: string
  /** The words of the button, also of the field that it opens. */
  readonly pilih: string
  readonly keterangan: string
  /** Present while files are on their way; what the button says meanwhile. */
  readonly sibuk?: string | undefined
  readonly bisa?: boolean
  readonly onBerkas: (files: readonly File[]) => void
}) {
  const { judul, pilih, keterangan, sibuk, bisa = true, onBerkas } = props
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]) => bisa && sibuk === undefined && files.length && onBerkas(files)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for who drops nothing
    <div
      className={`jatuhkan ${over ? 'jatuhkan-di-atas' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="strong">{judul}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label={pilih}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          take(files)
        }}
      />
      <Button rupa="utama" ikon="berkas" sibuk={sibuk !== undefined} disabled={!bisa} onClick={() => input.current?.click()}>
        {sibuk ?? pilih}
      </Button>
      <p className="small muted">{keterangan}</p>
    </div>
  )
}
