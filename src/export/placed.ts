import type { Element, ElementContent, Root, RootContent } from 'hast'

/** Where what a page speaks of lies in the output; undefined for what is not part of it. */
export interface Places {
  readonly document: (path: string) => string | undefined
  readonly picture: (
    path: string,
  ) => { readonly src: string; readonly width?: number; readonly height?: number } | undefined
  /** What stands in a picture's place where there is none: `Missing picture`. */
  readonly missingPicture: string
}

/** A page's tree with addresses: links to documents and pictures lead to where these lie in the output. */
export function placed(root: Root, places: Places): Root {
  return { type: 'root', children: root.children.map((child) => place(child, places)) }
}

function place<Node extends RootContent | ElementContent>(node: Node, places: Places): Node {
  if (node.type !== 'element') return node
  const children = node.children.map((child) => place(child, places))
  if (node.tagName === 'img') return placePicture(node, places) as Node
  const { dataDocument, dataFragment, dataFile, ...properties } = node.properties
  if (typeof dataDocument === 'string') {
    const address = places.document(dataDocument)
    const fragment = typeof dataFragment === 'string' ? `#${encodeURIComponent(dataFragment)}` : ''
    // A link to what is not part of the export keeps its words alone.
    if (address === undefined) return { ...node, tagName: 'span', properties: {}, children }
    return { ...node, properties: { ...properties, href: address + fragment }, children }
  }
  if (typeof dataFile === 'string') return { ...node, tagName: 'span', properties: {}, children }
  return { ...node, properties, children }
}

function placePicture(node: Element, { picture, missingPicture }: Places): Element {
  const { dataFile, ...properties } = node.properties
  const found = typeof dataFile === 'string' ? picture(dataFile) : undefined
  if (found) {
    const { src, width, height } = found
    const size = width !== undefined && height !== undefined ? { width, height } : {}
    return { ...node, properties: { ...properties, src, ...size, loading: 'lazy' } }
  }
  const alt = typeof properties.alt === 'string' && properties.alt !== '' ? properties.alt : String(dataFile)
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['missing-picture'] },
    children: [{ type: 'text', value: `${missingPicture}: ${alt}` }],
  }
}
