import { xmlSafe } from './escape.ts'

/** An element of XML as text. */
export type Xml = string

/** `<error line="1"/>` or the element around its content; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly Xml[] = [],
): Xml {
  const words = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlSafe(String(value))}"`],
  )
  const open = `<${name}${words.join('')}`
  return children.length === 0 ? `${open}/>` : `${open}>\n${children.map(indented).join('\n')}\n</${name}>`
}

/** Lines as the content of an element. */
export function textLines(lines: readonly string[]): Xml {
  return lines.map(xmlSafe).join('\n')
}

/** The file around its root. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function indented(xml: Xml): string {
  return xml.replace(/^/gm, '  ')
}
