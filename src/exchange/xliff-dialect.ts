import type { UnitState } from '../l10n/unit.ts'
import type { Opening } from './xml.ts'

/** What a version of XLIFF calls its parts. */
export interface Dialect {
  readonly unit: string
  readonly name: string
  /** Of the languages. */
  readonly attributes: readonly [source: string, target: string]
  /** Elements that hold a source and a target, where a unit has several. */
  readonly segments: ReadonlySet<string>
  /** The element that carries a state. */
  readonly stated: string
  /** What its words for states say; others are a fuzzy one's. */
  readonly states: Readonly<Record<string, UnitState>>
  /** What says nothing of the translation itself; what other vocabularies put in never does. */
  readonly skipped: ReadonlySet<string>
  /** What inline elements are in numbered tags. */
  readonly inlines: Readonly<Record<string, Inline>>
}

/** An inline element in numbered tags: before what it holds, and behind it. */
interface Tags {
  readonly before: string
  readonly behind: string
  /** Whether what it holds is markup, none of the words. */
  readonly isOpaque?: true
}

type Inline = (attributes: Opening['attributes']) => Tags

function character(hex: string): string {
  return String.fromCodePoint(Math.min(Number.parseInt(hex, 16) || 0xfffd, 0x10ffff))
}

const none: Inline = () => ({ before: '', behind: '' })
const pair: Inline = ({ id = '' }) => ({ before: `<${id}>`, behind: `</${id}>` })
const opening: Inline = ({ id = '' }) => ({ before: `<${id}>`, behind: '' })
const lone: Inline = ({ id = '' }) => ({
  before: id.startsWith('cp-') ? character(id.slice(3)) : `{${id}}`,
  behind: '',
})
const closing: Inline = ({ startRef, rid, id = '' }) => ({
  before: `</${startRef ?? rid ?? id}>`,
  behind: '',
})
/** Of older programs: the markup itself stands between the element's own tags. */
const opaque = (inline: Inline): Inline => {
  return (attributes) => ({ ...inline(attributes), isOpaque: true })
}
const half: Inline = (attributes) => (attributes.pos === 'close' ? closing : opening)(attributes)

const dialects: readonly (readonly [RegExp, Dialect])[] = [
  [
    /^2\.\d$/,
    {
      unit: 'unit',
      name: 'name',
      attributes: ['srcLang', 'trgLang'],
      segments: new Set(['segment', 'ignorable']),
      stated: 'segment',
      states: {
        initial: 'untranslated',
        translated: 'translated',
        reviewed: 'translated',
        final: 'translated',
      },
      skipped: new Set(['notes', 'originalData', 'skeleton']),
      inlines: {
        pc: pair,
        sc: opening,
        ec: closing,
        ph: lone,
        cp: ({ hex = '' }) => ({ before: character(hex), behind: '' }),
        mrk: none,
        sm: none,
        em: none,
      },
    },
  ],
  [
    /^1\.2$/,
    {
      unit: 'trans-unit',
      name: 'resname',
      attributes: ['source-language', 'target-language'],
      segments: new Set(),
      stated: 'target',
      states: { translated: 'translated', final: 'translated', 'signed-off': 'translated' },
      skipped: new Set('alt-trans note header seg-source context-group count-group prop-group'.split(' ')),
      inlines: {
        g: pair,
        x: lone,
        bx: opening,
        ex: closing,
        bpt: opaque(opening),
        ept: opaque(closing),
        ph: opaque(lone),
        it: opaque(half),
        mrk: none,
      },
    },
  ],
]

/** The dialect of a file by its first element; undefined for what is no XLIFF that is known. */
export function dialectOf({ name, attributes: { version = '' } }: Opening): Dialect | undefined {
  return dialects.find(([pattern]) => name === 'xliff' && pattern.test(version))?.[1]
}
