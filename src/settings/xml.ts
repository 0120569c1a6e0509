import { SaxesParser } from 'saxes'
import type { ImportProblem } from './import.ts'

/** One element of an XML text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
  readonly line: number
  readonly column: number
}

/** Larger or deeper ones are no settings of a mail provider. */
const most = { characters: 1024 * 1024, depth: 32 }

/** Reads XML without entities of its own and without a document type: both can ask a reader for anything. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly problem: ImportProblem } {
  if (text.length > most.characters) {
    const reason = `Unexpected XML of ${text.length} characters, expected at most ${most.characters}`
    return { problem: { line: 1, column: 1, reason } }
  }
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: Draft[] = []
  let root: Draft | undefined
  let problem: ImportProblem | undefined
  const stop = (reason: string): never => {
    problem ??= { line: parser.line, column: parser.column + 1, reason }
    throw new Stop()
  }
  parser.on('error', (error) => stop(reasonOf(error.message)))
  parser.on('doctype', () => stop('Unexpected document type, expected XML without one'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= most.depth)
      stop(`Unexpected elements within each other, expected at most ${most.depth}`)
    const element: Draft = {
      name,
      attributes,
      children: [],
      text: '',
      line: parser.line,
      column: parser.column + 1,
    }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (words: string): void => {
    const parent = open.at(-1)
    if (parent) parent.text += words
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  if (problem) return { problem }
  return root ? { root } : { problem: { line: 1, column: 1, reason: 'Unexpected end of file, expected XML' } }
}

interface Draft extends XmlElement {
  readonly children: Draft[]
  text: string
}

/** Ends the reading: the parser goes on after its errors, and would find more that follow from the first. */
class Stop extends Error {}

function reasonOf(message: string): string {
  const words = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (words === 'document must contain a root element') return 'Unexpected end of file, expected XML'
  if (words.includes('entity'))
    return 'Unexpected entity, expected one of `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`'
  return `Unexpected XML, expected valid one: ${words}`
}

/** A text as it stands in XML. */
export function xmlEscaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
