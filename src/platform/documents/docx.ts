// The DOCX printer: the same words for Word and LibreOffice, in Arial, whose letters Arimo has the width of.
import {
  AlignmentType,
  Document as Docx,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Paragraph as P,
  Packer,
  PageNumber,
  PageOrientation,
  SimpleField,
  type Table as T,
  TabStopType,
  TextRun,
} from 'docx'
import { ChartRun } from 'docx/charts'
import { type Block, type Chart, captions, type Document, footLines, type Section } from './blocks.ts'
import { factsTable, printTable, signatureTable } from './docx-table.ts'
import { ALIGN, runsOf } from './docx-text.ts'
import { packAgain } from './office-file.ts'
import { printable } from './printable.ts'
import { treeTable } from './tree-table.ts'

/** A twentieth of a point. A4, margins as in pdf.typ. */
const PAGE = { width: 11906, height: 16838 }
const MARGIN = { portrait: { side: 1417, top: 1417, bottom: 1417 }, landscape: { side: 1134, top: 1247, bottom: 1134 } }
const textWidth = (o: Section['orientation']) => (o === 'portrait' ? PAGE.width : PAGE.height) - 2 * MARGIN[o].side
const CHART_COLOURS = { bar: ['0B4F8A', '5B8DB8'], line: ['B93A0A', '17693E'] } as const

export async function toDocx(document: Document): Promise<Uint8Array> {
  const file = new Docx({
    title: printable(document.title),
    creator: printable(document.author),
    lastModifiedBy: printable(document.author),
    styles: { default: STYLES, paragraphStyles: [CAPTION] },
    sections: document.sections.map((s) => sectionOf(document, s)),
  })
  return packAgain(await Packer.toBuffer(file), document.timestamp)
}

const heading = (size: number, before: number, after: number) => ({
  run: { bold: true, size, color: '14213D', font: 'Arial' },
  paragraph: { spacing: { before, after }, keepNext: true },
})
const STYLES = {
  document: {
    run: { font: 'Arial', size: 22, color: '14213D', language: { value: 'id-ID' } },
    paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
  },
  heading1: heading(26, 120, 280),
  heading2: heading(24, 360, 160),
  heading3: heading(22, 320, 160),
}

const CAPTION = {
  id: 'Caption',
  name: 'caption',
  basedOn: 'Normal',
  run: { bold: true, size: 18 },
  paragraph: { spacing: { before: 160, after: 80 } },
}

function sectionOf(document: Document, s: Section): ISectionOptions {
  const { side, top, bottom } = MARGIN[s.orientation]
  const width = textWidth(s.orientation)
  const named = captions(document)
  const small = (text: string, color: string, bold = false) => new TextRun({ text: printable(text), size: 16, color, bold })
  return {
    properties: {
      page: {
        size: { ...PAGE, orientation: s.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top, bottom, left: side, right: side },
      },
    },
    headers: {
      default: new Header({
        children: [new P({ alignment: AlignmentType.RIGHT, children: [small(document.header ?? '', 'B93A0A', true)] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new P({
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            children: [
              small(footLines(document).join(' '), '4B5873'),
              new TextRun({
                size: 16,
                color: '4B5873',
                children: ['\tHalaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
    children: s.blocks.flatMap((b, at) => print(b, s.orientation, named.get(b), s.blocks[at + 1]?.kind === 'signatures')),
  }
}

type Named = { kind: 'Tabel' | 'Grafik'; number: number; name: string } | undefined

/** `Tabel 3. …` as a field that Word counts anew and lists in a table of tables. */
function caption({ kind, number, name }: NonNullable<Named>, keepNext: boolean): P {
  const run = (text: string) => new TextRun(printable(text))
  return new P({
    style: CAPTION.id,
    keepNext,
    children: [run(`${kind} `), new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)), run(`. ${name}`)],
  })
}

/** `signed`: signatures come next, and must not stand on a page without any of what is signed. */
function print(b: Block, orientation: Section['orientation'], named: Named, signed: boolean): (P | T)[] {
  const width = textWidth(orientation)
  switch (b.kind) {
    case 'title':
      return [
        ...(b.letterhead ?? []).map(
          (l) => new P({ alignment: 'center', spacing: { after: 240 }, children: runsOf(l, { bold: true, size: 24 }) }),
        ),
        new P({ heading: HeadingLevel.HEADING_1, alignment: 'center', children: runsOf(b.lines.join('\n')) }),
      ]
    case 'heading':
      return [new P({ heading: b.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, children: runsOf(b.text) })]
    case 'paragraph':
      return [
        new P({
          alignment: ALIGN[b.align ?? 'left'],
          keepNext: b.keepWithNext,
          children: runsOf(b.text, b.small ? { size: 18, color: '4B5873' } : {}),
        }),
      ]
    case 'facts':
      return [factsTable(b, width), gap()]
    case 'table':
      return [...(named ? [caption(named, true)] : []), printTable(b, orientation, width, signed), gap(signed)]
    case 'chart':
      return [
        chart(b, width, named?.number ?? 0),
        ...(named ? [caption(named, true)] : []),
        new P({ children: runsOf(b.alt, { size: 18 }) }),
      ]
    case 'tree':
      return [printTable(treeTable(b), orientation, width, signed), gap(signed)]
    case 'signatures':
      return [gap(true), signatureTable(b, width)]
    case 'pageBreak':
      return [new P({ pageBreakBefore: true, children: [] })]
  }
}

/** Word joins two tables that touch. */
const gap = (keepNext = false) =>
  new P({ keepNext, spacing: { before: 0, after: 60, line: 200, lineRule: LineRuleType.EXACT }, children: [] })

/** A chart of Word's own, with its data behind it. Floats are for drawing; the exact figures stand in table and text. */
function chart(b: Chart, width: number, number: number): P {
  const count = { bar: 0, line: 0 }
  const series = b.series.map((s) => {
    const color = CHART_COLOURS[s.draw][count[s.draw]++ % 2]!
    return {
      name: printable(s.name),
      values: s.points.map((p) => (p.nilai === null ? null : Number(p.nilai))),
      type: s.draw === 'bar' ? ('column' as const) : ('line' as const),
      color,
      ...(s.draw === 'line'
        ? { line: { color, width: 1.5, dash: 'dash' as const }, markers: { shape: 'square' as const, size: 6 } }
        : { dataLabels: { value: true }, pointLabels: s.points.map((p) => ({ text: printable(p.tampil) })) }),
    }
  })
  const run = new ChartRun({
    type: 'column',
    // A category that has no value in any series says why in its name: a gap alone would not.
    categories: b.categories.map((c, at) =>
      printable(b.series.every((s) => s.points[at]?.nilai == null) ? `${c}\n${b.series[0]?.points[at]?.tampil ?? ''}` : c),
    ),
    series,
    gapWidth: 120,
    font: { name: 'Arial' },
    valueAxis: { title: printable(b.unit), minimum: 0 },
    transformation: { width: Math.round(width / 15), height: Math.round(width / 15 / 3.2) },
    altText: { id: String(number), name: printable(b.name), description: printable(b.alt) },
  })
  return new P({ keepNext: true, alignment: 'center', children: [run] })
}
