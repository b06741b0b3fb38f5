// The head of a page: its one heading, which takes the focus when somebody has come here by a link, and the title of the window.
import { type ReactNode, useEffect, useRef } from 'react'

let pagesSeen = 0

export function PageHead({ judul, pengantar, aksi }: { judul: string; pengantar?: ReactNode; aksi?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (pagesSeen++ > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${judul} · Selaras`
  }, [judul])
  return (
    <header className="kepala-halaman">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {judul}
        </h1>
        {pengantar && <div className="muted">{pengantar}</div>}
      </div>
      {aksi && <div className="kepala-aksi">{aksi}</div>}
    </header>
  )
}
