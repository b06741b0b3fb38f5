// The HTML printer, for a look before printing: semantic, every text escaped, nothing that runs, no address to fetch.
import {
  type Block,
  type Cell,
  captions,
  captionText,
  type Document,
  footLines,
  runs,
  type Signature,
  type Table,
  type Text,
} from './blocks.ts'
import { chartSvg } from './chart-svg.ts'
import { printable } from './printable.ts'
import { placesOf } from './table-grid.ts'
import { treeSvg } from './tree-svg.ts'
import { treeTable } from './tree-table.ts'

export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"'`=]/g, (c) => `&#${c.charCodeAt(0)};`)
}

/** Classes only: the page's style sheet, or the one below for a file of its own, says what they look like. */
export function toHtmlBody(document: Document): string {
  const named = captions(document)
  const section = (s: Document['sections'][number]) =>
    `<section class="lembar lembar-${s.orientation}" aria-label="${escapeHtml(s.name)}">${s.blocks.map((b) => block(b, named)).join('\n')}</section>`
  return [
    ...(document.header ? [`<p class="konsep">${escapeHtml(document.header)}</p>`] : []),
    ...document.sections.map(section),
    `<footer><p>${lines(footLines(document))}</p></footer>`,
  ].join('\n')
}

export function toHtml(document: Document): string {
  return `<!doctype html>
<html lang="${document.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(document.title)}</title><style>${STYLE}</style></head>
<body>
${toHtmlBody(document)}
</body>
</html>
`
}

const rich = (text: Text): string =>
  runs(text)
    .map((r) => {
      const shown = escapeHtml(r.text).replaceAll('\n', '<br>')
      const strong = r.bold ? `<strong>${shown}</strong>` : shown
      const hand = r.italic ? `<em>${strong}</em>` : strong
      return r.deleted ? `<del>${hand}</del>` : r.inserted ? `<ins>${hand}</ins>` : hand
    })
    .join('')
const lines = (all: readonly string[]) => all.map(escapeHtml).join('<br>')

function block(b: Block, named: ReturnType<typeof captions>): string {
  const found = named.get(b)
  const caption = found ? escapeHtml(captionText(found)) : ''
  switch (b.kind) {
    case 'title':
      return `<header class="judul">${b.letterhead?.length ? `<p>${lines(b.letterhead)}</p>` : ''}<h1>${lines(b.lines)}</h1></header>`
    case 'heading':
      return `<h${b.level}>${escapeHtml(b.text)}</h${b.level}>`
    case 'paragraph':
      return `<p${b.small ? ' class="kecil"' : b.align ? ` class="${b.align}"` : ''}>${rich(b.text)}</p>`
    case 'facts':
      return `<dl>${b.items.map((i) => `<div><dt>${escapeHtml(i.label)}</dt><dd>${rich(i.value)}</dd></div>`).join('')}</dl>`
    case 'table':
      return table(b, caption)
    case 'chart':
      return `<figure><div role="img" aria-label="${escapeHtml(b.alt)}">${chartSvg(b, printable, `kosong-${found?.number ?? 0}`)}</div><figcaption><strong>${caption}</strong></figcaption></figure>`
    case 'tree':
      return `<figure class="gulir" tabindex="0"><div role="img" aria-label="${escapeHtml(b.alt)}">${treeSvg(b, printable)}</div></figure>${table(treeTable(b), '')}`
    case 'signatures':
      return `<div class="tanda-tangan"><div>${signature(b.left)}</div><div><p>${escapeHtml(b.place)}</p>${signature(b.right)}</div></div>`
    case 'pageBreak':
      return '<hr class="halaman">'
  }
}

function table(t: Table, caption: string): string {
  const cell = (c: Cell, tag: 'td' | 'th', scope: string, x: number) => {
    const classes = [c.align ?? (tag === 'td' ? t.columns[x]?.align : undefined), c.kosong ? 'kosong' : '']
      .filter(Boolean)
      .join(' ')
    const spans = `${c.colSpan ? ` colspan="${c.colSpan}"` : ''}${c.rowSpan ? ` rowspan="${c.rowSpan}"` : ''}`
    return `<${tag}${scope}${spans}${classes ? ` class="${classes}"` : ''}>${rich(c.text)}</${tag}>`
  }
  const head = t.header.map(
    (r) => `<tr>${r.map((c) => cell(c, 'th', ` scope="${c.colSpan ? 'colgroup' : 'col'}"`, 0)).join('')}</tr>`,
  )
  const groups = t.groups.map((g) => {
    const name =
      g.name === undefined ? '' : `<tr><th scope="rowgroup" colspan="${t.columns.length}">${escapeHtml(g.name)}</th></tr>`
    const places = placesOf(g.rows, t.columns.length)
    const rows = g.rows.map((r, y) => `<tr>${r.map((c, k) => cell(c, 'td', '', places[y]![k]!)).join('')}</tr>`)
    return `<tbody>${name}${rows.join('\n')}</tbody>`
  })
  const name = caption ? `<caption>${caption}</caption>` : `<caption class="tersembunyi">${escapeHtml(t.name)}</caption>`
  // A wide table scrolls by itself, and by keyboard too.
  return `<div class="gulir" tabindex="0" role="region" aria-label="${escapeHtml(t.name)}"><table>${name}<thead>${head.join('')}</thead>${groups.join('\n')}</table></div>`
}

function signature(s: Signature): string {
  const party = s.party ? `<p>${escapeHtml(s.party)}</p>` : ''
  const nip = s.nip ? `<br>NIP ${escapeHtml(s.nip)}` : ''
  return `${party}<p>${rich(s.office)}</p><p class="nama"><strong>${escapeHtml(s.name)}</strong>${nip}</p>`
}

const STYLE = `
body{font:15px/1.5 Arimo,Arial,sans-serif;color:#14213D;max-width:1100px;margin:2rem auto;padding:0 1rem}
.judul,.tanda-tangan{text-align:center}.judul p,.konsep,caption,th,dt{font-weight:bold}
.konsep{color:#B93A0A;text-align:right}.kecil,footer,figcaption{font-size:13px;color:#4B5873}
.justify{text-align:justify}.center{text-align:center}.right{text-align:right;font-variant-numeric:tabular-nums}
dl div{display:grid;grid-template-columns:6rem 1fr}dd{margin:0}dd::before{content:": "}
table{border-collapse:collapse;width:100%;font-size:13px}th,td{border:1px solid #7A8499;padding:.3rem .4rem;vertical-align:top;text-align:left}
thead th{background:#DFE7F1;text-align:center;vertical-align:middle}tbody th{background:#F1F4F9}caption{text-align:left;padding:.3rem 0}
td.center{text-align:center}td.right{text-align:right}.kosong{color:#4B5873;font-style:italic}
.gulir{overflow-x:auto;margin:1rem 0}.tanda-tangan{display:grid;grid-template-columns:1fr 1fr;gap:2rem;align-items:end;margin:2rem 0}
.nama{margin-top:4.5rem}.tersembunyi{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
figure{margin:1rem 0}figure svg{width:100%;height:auto}
`
