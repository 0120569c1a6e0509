import type { Range } from '../../src/text/range.ts'

/** A kind of defect of the mail guides, found in their lines by a pattern that knows nothing of the rules. */
export interface DefectKind {
  readonly name: string
  /** The rule that should tell of it. */
  readonly rule: string
  /** The places of a text that have it. */
  readonly places: (text: string) => Range[]
}

/** The places of a pattern: its group `at` where it has one, else all of it. */
function matching(pattern: RegExp, isMeant: (match: RegExpExecArray, text: string) => boolean = () => true) {
  return (text: string): Range[] =>
    [...text.matchAll(new RegExp(pattern, 'dgmu'))]
      .filter((match) => isMeant(match, text))
      .map((match) => {
        const [start, end] = match.indices?.groups?.at ?? match.indices?.[0] ?? [0, 0]
        return { start, end }
      })
}

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A heading whose letters are those of a fragment, whatever signs a slug has between them. */
function isHeading([, fragment = '']: RegExpExecArray, text: string): boolean {
  return [...text.matchAll(/^#+ (.+)$/gmu)].some(([, words = '']) => letters(words) === letters(fragment))
}

/** The defects that the first rules can see, and how many of them a line pattern sees. */
export const defectKinds: readonly DefectKind[] = [
  {
    name: 'dead fragments',
    rule: 'link-fragment',
    places: matching(/\]\((?<at>#([^)]+))\)/, (match, text) => !isHeading(match, text)),
  },
  {
    name: 'tables without a delimiter row',
    rule: 'table-delimiter',
    places: matching(/^(?<!^\|.*\n)(?<at>\|.*\|)\n\|(?![-:| ]+\n).*\|/),
  },
  { name: 'pictures without alternative text', rule: 'image-alt', places: matching(/!\[\]\([^)]*\)/) },
  {
    name: 'headings without a blank line below',
    rule: 'block-spacing',
    places: matching(/^(?<at>#+ .*)\n(?!\n)./),
  },
  {
    name: 'leftovers of other markup',
    rule: 'markup-residue',
    places: matching(/\[url=.*\[\/url\]|\[?\/ ?(?:b|i|url)\]/),
  },
  {
    name: 'labels said twice before a host or port',
    rule: 'repeated-words',
    places: matching(/[^:.\n*]+? ?: +(?<at>[^:.\n*]+? ?:) +(?:\*\*)?(?:SSL0|\d)/),
  },
  {
    name: 'hosts and ports on their label’s colon',
    rule: 'word-boundary',
    places: matching(/^(?<at>[^:|\n]+:)(?:SSL0|\d)/),
  },
  { name: 'other values on their label’s colon', rule: 'word-boundary', places: matching(/^[^:|\n]+:POP3/) },
  {
    name: 'header rows with grown-together words',
    rule: 'word-boundary',
    places: matching(/^\|.*SSL\p{L}.*\|$/u),
  },
  {
    name: 'words grown onto a link',
    rule: 'word-boundary',
    places: matching(/\p{L}+\[(?=[^\]]+\]\()|(?<=\]\([^)]*)\)\p{L}+/u),
  },
  {
    name: 'label lines that flow together',
    rule: 'label-lines',
    places: matching(/^(?:\p{Lu}[^:|\n]*: ?\S.*\n){2,}/u),
  },
  {
    name: 'spellings of the control panel',
    rule: 'link-canonical',
    places: matching(/\]\((?<at>https:\/\/www\.ovh\.\w+\/manager(?:v3\/)?[^)]*)\)/),
  },
  {
    name: 'spaces at a line’s end',
    rule: 'trailing-space',
    places: matching(/^(?![> ]+(?:- )?$).*(?<at> )$/),
  },
  { name: 'spaces inside a link’s brackets', rule: 'link-text', places: matching(/\[[^\]]+ \]\(/) },
]

/**
 * The letters of the heading that an old fragment names, `…_partie_7_…`: by its number, or, where no heading of the
 * document is numbered, by the words behind it.
 */
export function namedHeading(fragment: string, text: string): string | undefined {
  const [, number, words = ''] = /_partie_(\d+)_(.+)$/.exec(fragment) ?? []
  if (number === undefined) return undefined
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, each = '']) => each)
  const numbered = headings.find((each) => each.split(/[ :]+/).slice(0, 2).includes(number))
  return letters(numbered ?? headings.find((each) => letters(each) === letters(words)) ?? '')
}

/** The letters of a fragment, to be held beside those of a heading. */
export function fragmentLetters(fragment: string): string {
  return letters(fragment)
}
