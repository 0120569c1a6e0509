import { Recent } from '../../corpus/recent.ts'
import { isWording, isWords, namesIn, skeletonLines } from '../../l10n/code-skeleton.ts'
import type { Block } from '../../markdown/block.ts'
import { printOf } from '../../markdown/block.ts'
import type { Code } from '../../markdown/facts.ts'
import type { Edit } from '../../text/edit.ts'
import { sliceOf, type Range } from '../../text/range.ts'
import { linesOf } from '../../text/source.ts'
import { besideSource, factsWithin, sure, type Beside } from '../beside-source.ts'
import type { Finding, Fix } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

/** A line of code as it stands, and without what translators may put into their own language. */
interface CodeLine {
  readonly range: Range
  readonly text: string
  readonly skeleton: string
}

/** The lines of code, without those that say nothing to a machine. */
function linesIn(text: string, { range, form }: Code, language: string | undefined): CodeLine[] {
  const lines = linesOf(text, range)
  const content = (form === 'fenced' ? lines.slice(1, -1) : lines).map((line) => {
    const words = sliceOf(text, line).replace(/^[>\s]*/, '')
    return { range: { start: line.end - words.length, end: line.end }, text: words }
  })
  const skeletons = skeletonLines(
    content.map((line) => line.text),
    language,
  )
  return content.map(({ range: words, text: own }, at) => ({
    range: words,
    text: own,
    skeleton: skeletons[at] ?? '',
  }))
}

/** The names in the text of a source, by its hash: it stands beside many targets. */
const sourceNames = new Recent<string, ReadonlySet<string>>(2)

function codeAt(code: readonly Code[], { range }: Block): Code | undefined {
  return factsWithin(code, range).find((each) => each.range.start === range.start && each.form !== 'inline')
}

/** The first line of the target's code that differs from the source's, with the one that stood in its place. */
interface Difference {
  readonly source: CodeLine | undefined
  readonly target: CodeLine | undefined
  readonly edits: readonly Edit[]
}

function differenceOf(
  source: readonly CodeLine[],
  target: readonly CodeLine[],
  known: () => ReadonlySet<string>,
): Difference | undefined {
  const [own, others] = [source, target].map((lines) => lines.filter(({ skeleton }) => skeleton !== ''))
  if (!own || !others) return undefined
  const isOther = (line: CodeLine | undefined, twin: CodeLine | undefined): boolean =>
    line?.skeleton !== twin?.skeleton && !(line && twin && isWording(twin.skeleton, line.skeleton, known()))
  const length = Math.max(own.length, others.length)
  const first = Array.from({ length }, (_, at) => at).find((at) => isOther(others[at], own[at]))
  if (first === undefined) return undefined
  const edits =
    own.length === others.length
      ? others.flatMap((line, at): Edit[] => {
          const twin = own[at]
          return twin && isOther(line, twin) ? [{ range: line.range, text: twin.text }] : []
        })
      : []
  return { source: own[first], target: others[first], edits }
}

function findingFor({ source }: Beside, from: Block, to: Block, difference: Difference): Finding {
  const locale = source.locale ?? ''
  const { source: expected, target: actual, edits } = difference
  const related = [
    { path: source.path, range: expected?.range ?? from.range, reason: 'The source’s code has this here' },
  ]
  const fix: Fix | undefined =
    edits.length === 0
      ? undefined
      : { title: 'Take the source’s lines', applicability: 'unsafe', edits, changes: ['code'] }
  const reason = !expected
    ? `Unexpected code \`${brief(actual?.text)}\`, expected none here, as in \`${locale}\``
    : !actual
      ? `Unexpected end of code, expected \`${brief(expected.text)}\` as in \`${locale}\``
      : `Unexpected code \`${brief(actual.text)}\`, expected \`${brief(expected.text)}\` as in \`${locale}\``
  return {
    range: actual?.range ?? to.range,
    reason,
    ...(actual && { actual: actual.text }),
    ...(expected && { expected: expected.text }),
    related,
    ...(fix && { fix }),
  }
}

function brief(line = ''): string {
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

const french = '---\ntitle: Accès\n---\n\n```sh\n# Ouvrez une session\nssh -p 22 user@posta.example\n```\n'
const polish = '---\ntitle: Dostęp\n---\n\n```sh\n# Otwórz sesję\n'

export const rule: Rule = siblingRule<object>({
  id: 'code-parity',
  summary: 'code that differs from the source’s, comments and strings set aside',
  why: 'Code is no language of people: where a translation has other code, its readers type what was mended in the source long ago.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'localeOnly'],
  examples: [
    {
      name: 'A command that stayed behind',
      config: 'source: fr-fr',
      files: {
        'ssh/guide.fr-fr.md': french,
        'ssh/guide.pl-pl.md': `${polish}⟦ssh user@posta.example⟧\n\`\`\`\n`,
      },
      reasons: [
        'Unexpected code `ssh user@posta.example`, expected `ssh -p 22 user@posta.example` as in `fr-fr`',
      ],
      fixed: `${polish}ssh -p 22 user@posta.example\n\`\`\`\n`,
    },
    {
      name: 'Comments and words in strings are translated',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n```js\nsend("Good morning") // greets\n```\n',
        'mail/guide.de-de.md': '---\ntitle: Mail\n---\n\n```js\nsend("Guten Morgen") // grüßt\n```\n',
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const known = (): ReadonlySet<string> =>
      sourceNames.getOr(beside.source.hash, () => namesIn(beside.sourceText()))
    for (const { source, target, confidence } of beside.alignment.groups) {
      const [from, to] = [source[0], target[0]]
      if (from?.kind !== 'code' || to?.kind !== 'code' || confidence < sure) continue
      if (from.print === to.print || printOf(from).marks === printOf(to).marks) continue
      const [own, others] = [codeAt(beside.source.facts.code, from), codeAt(beside.target.facts.code, to)]
      if (!own || !others) continue
      const { language } = own
      if (isWords(language) || isWords(others.language)) continue
      const lines = linesIn(beside.sourceText(), own, language)
      const otherLines = linesIn(beside.targetText(), others, language)
      const difference = differenceOf(lines, otherLines, known)
      if (difference) yield findingFor(beside, from, to, difference)
    }
  },
})
