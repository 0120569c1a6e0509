import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize'
import type { Nodes, Root } from 'hast'

const attributes = defaultSchema.attributes ?? {}

/**
 * What may stand in a page: GitHub's list and the shapes of the dialect. No scripts, styles, frames, handlers or
 * addresses of other schemes; pictures are taken from the corpus alone, later.
 */
const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    'aside',
    'figure',
    'figcaption',
    'abbr',
    'mark',
    'u',
  ],
  attributes: {
    ...attributes,
    a: [...(attributes.a ?? []).filter((each) => !isClass(each)), 'className', 'name'],
    code: ['className'],
    dl: ['className'],
    p: ['className'],
    b: ['className'],
    img: [...(attributes.img ?? []), 'className'],
    aside: ['className'],
    div: ['className'],
    span: ['className'],
    '*': [
      ...(attributes['*'] ?? []).filter((each) => each !== 'style' && each !== 'name'),
      // Where in the text an element comes from, for whoever asked for it.
      ['dataStart', /^\d+$/],
      ['dataEnd', /^\d+$/],
    ],
  },
}

function isClass(attribute: unknown): boolean {
  return Array.isArray(attribute) && attribute[0] === 'className'
}

/** A tree with nothing in it that could run, fetch or disguise. */
export function sanitized(tree: Nodes): Root {
  const clean = sanitize(tree, schema)
  return clean.type === 'root' ? clean : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] }
}
