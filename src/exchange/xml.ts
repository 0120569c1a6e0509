import { SaxesParser } from 'saxes'
import { KitFault } from './kit.ts'

/** An element that opens. */
export interface Opening {
  /** Without its prefix: `unit` of `xlf:unit`. */
  readonly name: string
  /** `xlf` of `xlf:unit`, `''` of `unit`. */
  readonly prefix: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

/** Who hears what stands in an XML text, in its order. */
export interface XmlListener {
  open(element: Opening): void
  text(words: string): void
  close(name: string): void
}

/** Deeper ones are no kit. */
const deepest = 64

/**
 * Reads XML piece by piece, without a document type and without entities of its own: both can ask a reader for anything.
 * @throws KitFault for what is not well-formed, or cut off.
 */
export async function listenToXml(
  chunks: AsyncIterable<string> | Iterable<string>,
  listener: XmlListener,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  parser.on('error', (error) => {
    throw new KitFault(parser.line, reasonOf(error.message))
  })
  parser.on('doctype', () => {
    throw new KitFault(parser.line, 'Unexpected document type, expected XML without one')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest)
      throw new KitFault(parser.line, `Unexpected elements within each other, expected at most ${deepest}`)
    const local = localName(name)
    const prefix = name.slice(0, Math.max(0, name.length - local.length - 1))
    listener.open({ name: local, prefix, attributes, line: parser.line })
  })
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close(localName(name))
  })
  parser.on('text', (words) => {
    listener.text(words)
  })
  parser.on('cdata', (words) => {
    listener.text(words)
  })
  let isFirst = true
  for await (const chunk of chunks) {
    parser.write(isFirst ? chunk.replace(/^\uFEFF/, '') : chunk)
    isFirst = false
  }
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function reasonOf(message: string): string {
  const words = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (words.includes('entity'))
    return 'Unexpected entity, expected one of `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`'
  if (/unclosed tag|document must contain a root/.test(words))
    return 'Unexpected end of the file, expected the rest of it'
  return `Unexpected XML, expected valid one: ${words}`
}

/** Characters that XML cannot hold, whatever their spelling. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as it stands between tags; `impossibleBy` writes what XML cannot hold. */
export function xmlText(text: string, impossibleBy: (code: number) => string = () => '\uFFFD'): string {
  return text
    .replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(impossible, (character) => impossibleBy(character.charCodeAt(0)))
}

/** A text as it stands in an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
