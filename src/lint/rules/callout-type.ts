import { calloutKinds } from '../../markdown/callout.ts'
import type { Facts } from '../../markdown/facts.ts'
import { nearestOf } from '../../text/nearest.ts'
import { lineStartAt } from '../../text/source.ts'
import type { Finding } from '../finding.ts'
import { documentRule, type Rule } from '../rule.ts'
import { matchesInProse } from '../words.ts'

/** A kind with signs before it that ends its line: `[warning]`, `\[!warning]`, `!warning`, `[!warning`. */
const mark = /[[(!\\][[(!\\ \t]{0,4}(\p{L}[\p{L}_-]{2,20})[ \t]*\\?[\])]?(?=[ \t]*(?:\r?\n|$))/gu
const wellFormed = /^\[![\p{L}_-]+\]$/u

function* unknownKinds({ callouts }: Facts, known: ReadonlySet<string>): Iterable<Finding> {
  for (const { kind, kindRange } of callouts) {
    if (known.has(kind.toLowerCase())) continue
    const near = nearestOf(kind.toLowerCase(), known)
    yield {
      range: kindRange,
      reason: `Unexpected kind \`${kind}\`, expected ${near === undefined ? 'one that the site knows' : `\`${near}\``}`,
      note: 'Kinds of your own are named by `callouts` in the config',
      actual: kind,
      ...(near !== undefined && { expected: near }),
    }
  }
}

/** Marks that readers see as words, for they open no callout. */
function* brokenMarks(text: string, { prose }: Facts, known: ReadonlySet<string>): Iterable<Finding> {
  for (const { range, match } of matchesInProse(text, prose, mark)) {
    const [actual, kind = ''] = match
    const before = text.slice(lineStartAt(text, range.start), range.start)
    if (!known.has(kind.toLowerCase()) || !/^[ \t>]*$/.test(before)) continue
    const isQuoted = before.includes('>')
    const isWhole = wellFormed.test(actual)
    if (!isQuoted && !isWhole) continue
    const expected = `[!${kind}]`
    const [where, wanted] = !isWhole
      ? ['', `\`${expected}\``]
      : isQuoted
        ? [' in the middle of a quote', 'it in the first line']
        : [' outside a quote', `\`> ${expected}\``]
    yield { range, reason: `Unexpected \`${actual}\`${where}, expected ${wanted}`, actual, expected }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'callout-type',
  summary: 'a callout such as `> [!warning]` of an unknown kind, or one that is malformed',
  why: 'The site knows some kinds and one way to write them. All else is shown as a plain quote with brackets in it, and a warning that looks like a quotation warns nobody.',
  severity: 'warning',
  defaults: {},
  inputs: ['callouts'],
  examples: [
    {
      name: 'A kind that was translated',
      files: {
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\n> [!⟦uwaga⟧]\n>\n> Nie podawaj nikomu hasła.\n\n> [!⟦warnig⟧]\n>\n> Nie zamykaj okna.\n',
      },
      reasons: [
        'Unexpected kind `uwaga`, expected one that the site knows',
        'Unexpected kind `warnig`, expected `warning`',
      ],
    },
    {
      name: 'Signs that are missing, too many or in the wrong place',
      files:
        '---\ntitle: Mail\n---\n\n> ⟦[warning]⟧\n>\n> Keep your password to yourself.\n\n> ⟦\\[!warning]⟧\n>\n> Do not close the window.\n\n⟦[!primary]⟧\n\nYou need a telephone.\n',
      reasons: [
        'Unexpected `[warning]`, expected `[!warning]`',
        'Unexpected `\\[!warning]`, expected `[!warning]`',
        'Unexpected `[!primary]` outside a quote, expected `> [!primary]`',
      ],
    },
    {
      name: 'Below the words that it should stand above',
      files: '---\ntitle: Mail\n---\n\n> Keep your password to yourself.\n> ⟦[!warning]⟧\n',
      reasons: ['Unexpected `[!warning]` in the middle of a quote, expected it in the first line'],
    },
    {
      name: 'A kind of the site’s own',
      config: 'callouts: recipe\n',
      files:
        '---\ntitle: Mail\n---\n\n> [!recipe]\n>\n> Three steps.\n\n> [!WARNING]\n> Keep your password to yourself.\n',
    },
  ],
  *check({ facts, text }, { config }) {
    const known = new Set([...calloutKinds, ...config.callouts.map((kind) => kind.toLowerCase())])
    yield* unknownKinds(facts, known)
    yield* brokenMarks(text, facts, known)
  },
})
