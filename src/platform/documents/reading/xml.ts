// XML and HTML as trees. The parser knows no entities but the standard's and fetches nothing.
import { DomUtils, parseDocument } from 'htmlparser2'

export type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { attribs: unknown }>

export const parseXml = (text: string): readonly Node[] => parseDocument(text, { xmlMode: true }).children
export const parseHtml = (text: string): readonly Node[] =>
  parseDocument(text, { withStartIndices: true, lowerCaseTags: true, lowerCaseAttributeNames: true }).children

export const isElement = (node: Node): node is Element => 'attribs' in node
export const elementsOf = (node: { children: readonly Node[] }): Element[] => node.children.filter(isElement)
export const child = (node: Element | undefined, name: string): Element | undefined =>
  node?.children.find((c): c is Element => isElement(c) && c.name === name)
/** The first element of this name anywhere below, without a walk of its own for each question. */
export const find = (nodes: readonly Node[], name: string): Element | undefined =>
  DomUtils.findOne((e) => e.name === name, nodes as Node[]) as Element | undefined
export const attribute = (node: Element | undefined, name: string): string | undefined => node?.attribs[name]
