import { aliasesOf } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import { languageOf } from '../../corpus/locale.ts'
import { countWords } from '../../l10n/part.ts'
import { fewestWords, isSame, untranslatedTest, wordsOf } from '../../l10n/untranslated.ts'
import { countIn, type Block } from '../../markdown/block.ts'
import { linePrefixAt } from '../../markdown/lines.ts'
import { isModuleCode } from '../../markdown/module-code.ts'
import { overlaps, sliceOf, type Range } from '../../text/range.ts'
import type { Group } from '../../l10n/alignment.ts'
import { besideSource, factsWithin, sure, type Beside } from '../beside-source.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type GuideView, type Rule } from '../rule.ts'

const prose: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item', 'table'])

type Test = ReturnType<typeof untranslatedTest>

/** A block of the target with the one of the source that it stands for. */
interface Pair {
  readonly target: Block
  readonly source: Block | undefined
}

function pairsIn(groups: readonly Group[]): Pair[] {
  const pairs = groups.flatMap(({ source, target }) =>
    target.map((block, at): Pair => ({ target: block, source: source[at] ?? source[0] })),
  )
  return pairs.sort((a, b) => a.target.range.start - b.target.range.start)
}

/** The blocks that a heading opens, each section by itself. */
function sectionsOf(pairs: readonly Pair[]): Pair[][] {
  const sections: Pair[][] = []
  for (const pair of pairs) {
    const last = sections.at(-1)
    if (pair.target.kind === 'heading' || !last) sections.push([pair])
    else last.push(pair)
  }
  return sections
}

/** The blocks still in the source's language: long ones by their words, short ones where all of their section is. */
function* untranslatedIn(
  section: readonly Pair[],
  test: Test,
  isCode: (block: Block) => boolean,
): Iterable<Block> {
  const words = section.filter(
    ({ target }) => prose.has(target.kind) && countIn(target) > 0 && !isCode(target),
  )
  const isLong = ({ target }: Pair): boolean => countIn(target) >= fewestWords
  const long = words.filter(isLong)
  const found = new Set(long.filter(({ source, target }) => test(source, target) !== undefined))
  const isWhole = found.size > 0 && found.size === long.length
  for (const pair of words) {
    const isShort = isWhole && !isLong(pair) && pair.source !== undefined && isSame(pair.source, pair.target)
    if (found.has(pair) || isShort) yield pair.target
  }
}

/** True of a block that all other locales leave in the source's words, at least one: it is said so in every language, as a message of a program is. */
function isLeftByAll(origin: Block, target: Document, view: GuideView<object>): boolean {
  const partners = [...view.guide.documents.values()].flatMap((sibling) => {
    const beside = sibling === target ? undefined : besideSource(sibling, view)
    const bead = beside?.alignment.groups.find(({ source }) => source.includes(origin))
    return bead && bead.confidence >= sure ? bead.target : []
  })
  return partners.length > 0 && partners.every((partner) => isSame(origin, partner))
}

/** A heading that alone of its section is told: the words below it are translated. */
function loneHeadingOf(section: readonly Pair[], told: readonly Block[]): Block | undefined {
  const [block, ...more] = told
  const isLone = more.length === 0 && section.some(({ target }) => target !== block && prose.has(target.kind))
  return block?.kind === 'heading' && isLone ? block : undefined
}

/** True of words in a quote that is no callout: they are somebody's own, such as a message of a program. */
function isQuoted({ range }: Block, { target, targetText }: Beside): boolean {
  return (
    linePrefixAt(targetText(), range.start).includes('>') &&
    !target.facts.callouts.some((callout) => overlaps(callout.range, range))
  )
}

/** True of a block that is a link to another site and nothing else: the link says what the page there is called. */
function isTitleOfOthers({ range }: Block, { facts }: Document): boolean {
  const links = factsWithin(facts.links, range).filter(({ url }) => /^(?:https?:)?\/\//i.test(url))
  const prose = factsWithin(facts.prose, range)
  return links.length > 0 && prose.every((stretch) => links.some((link) => overlaps(link.range, stretch)))
}

const quotation = /[«“„"‹][^«»“”„"‹›\n]+[»”“"›]/g

/** Whether the words are another language without those that name something: what is quoted, what is bold, a file. */
function isProse(block: Block, test: Test, { target, targetText, source }: Beside): boolean {
  const { start, end } = block.range
  const words = targetText().slice(start, end)
  if (!/\s/.test(words) || isModuleCode(words)) return false
  if (isTitleOfOthers(block, target)) return false
  if (source.facts.blocks.some(({ print }) => print === block.print)) return true
  const strong = factsWithin(target.facts.emphases, block.range).filter(({ form }) => form === 'strong')
  const stretches = factsWithin(target.facts.prose, block.range)
    .filter((stretch) => !strong.some(({ range }) => overlaps(range, stretch)))
    .map((stretch) => sliceOf(targetText(), stretch))
  return test(undefined, wordsOf(stretches.join('\n').replace(quotation, ' '))) !== undefined
}

/** Words of the front matter still in the source's language. */
function* untranslatedFields({ source, target }: Beside, test: Test): Iterable<Finding['range']> {
  for (const { key, type, value, valueRange } of target.facts.frontMatter?.fields ?? []) {
    const own = source.facts.frontMatter?.fields.find((field) => field.key === key)
    if (type === 'string' && own && test(wordsOf(own.value), wordsOf(value)) !== undefined) yield valueRange
  }
}

const english =
  '---\ntitle: Mail\n---\n\nOpen the settings of the telephone.\n\nThe server of incoming mail listens on port 993.\n'
const german = '---\ntitle: E-Mail\n---\n\nÖffnen Sie die Einstellungen des Telefons.\n\n'

export const rule: Rule = siblingRule<object>({
  id: 'translation-untranslated',
  summary: 'words that are still in the source’s language',
  why: 'The page was begun and never finished, or its source grew: readers meet a language that they may not know.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'aliases', 'localeOnly'],
  examples: [
    {
      name: 'A paragraph that was left in English',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': english,
        'mail/guide.de-de.md': `${german}⟦The server of incoming mail listens on port 993.⟧\n`,
      },
      reasons: ['Unexpected words in `en`, expected them in `de`'],
    },
    {
      name: 'A quote is in the words of who said it',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': `${english}\n> The server did not answer in time.\n`,
        'mail/guide.de-de.md': `${german}Der Server der eingehenden Post nutzt den Port 993.\n\n> The server did not answer in time.\n`,
      },
    },
    {
      name: 'A message of a program heads a section in every language',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': `${english}\n## The server did not answer in time\n\nTry again after a minute.\n`,
        'mail/guide.de-de.md': `${german}Der Server der eingehenden Post nutzt den Port 993.\n\n## The server did not answer in time\n\nVersuchen Sie es nach einer Minute noch einmal.\n`,
        'mail/guide.fr-fr.md':
          '---\ntitle: Courriel\n---\n\nOuvrez les réglages du téléphone.\n\nLe serveur de réception écoute sur le port 993.\n\n## The server did not answer in time\n\nRéessayez après une minute.\n',
      },
    },
    {
      name: 'A heading that another locale has translated',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': `${english}\n## What you need in this case\n\nTry again after a minute.\n`,
        'mail/guide.de-de.md': `${german}Der Server der eingehenden Post nutzt den Port 993.\n\n## ⟦What you need in this case⟧\n\nVersuchen Sie es nach einer Minute noch einmal.\n`,
        'mail/guide.fr-fr.md':
          '---\ntitle: Courriel\n---\n\nOuvrez les réglages du téléphone.\n\nLe serveur de réception écoute sur le port 993.\n\n## Ce dont vous avez besoin\n\nRéessayez après une minute.\n',
      },
      reasons: ['Unexpected words in `en`, expected them in `de`'],
    },
    {
      name: 'Imports are code, though Markdown takes them for words',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': `${english}\nimport { Steps, Card } from '@site/components';\nimport Since from '@site/is/the/Since';\n`,
        'mail/guide.de-de.md': `${german}Der Server der eingehenden Post nutzt den Port 993.\n\nimport { Steps, Card } from '@site/components';\nimport Since from '@site/is/the/Since';\n`,
      },
    },
    {
      name: 'Names and labels are the same in every language',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nMicrosoft Outlook, Apple Mail, Mozilla Thunderbird\n',
        'mail/guide.de-de.md':
          '---\ntitle: E-Mail\n---\n\nMicrosoft Outlook, Apple Mail, Mozilla Thunderbird\n',
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const aliases = aliasesOf(view.config)
    const [from, to] = [beside.source, beside.target].map(({ locale }) =>
      languageOf(locale ?? 'und', aliases),
    )
    if (from === undefined || to === undefined || from === to) return
    const test = untranslatedTest(from, to)
    const reason = `Unexpected words in \`${from}\`, expected them in \`${to}\``
    const { target, targetText } = beside
    const wordsIn = (range: Range): number =>
      countWords(
        factsWithin(target.facts.prose, range)
          .map((stretch) => sliceOf(targetText(), stretch))
          .join(' '),
      )
    for (const range of untranslatedFields(beside, test))
      yield { range, reason, words: countWords(sliceOf(targetText(), range)) }
    const same = new Map(beside.source.facts.blocks.map((block) => [block.print, block]))
    const pairs = pairsIn(beside.alignment.groups).map(({ target, source }) => ({
      target,
      source: same.get(target.print) ?? source,
    }))
    // Asked of what is the same in both alone, so that few texts are read.
    const isCode = (block: Block): boolean =>
      block.kind === 'paragraph' && same.has(block.print) && isModuleCode(sliceOf(targetText(), block.range))
    const sourceOf = new Map(pairs.map(({ target, source }) => [target, source]))
    const found = new Set(
      sectionsOf(pairs).flatMap((section) => {
        const told = [...untranslatedIn(section, test, isCode)].filter(
          (block) => !isQuoted(block, beside) && isProse(block, test, beside),
        )
        const heading = loneHeadingOf(section, told)
        const origin = heading && sourceOf.get(heading)
        return origin && isLeftByAll(origin, document, view) ? [] : told
      }),
    )
    for (const run of runsOf(found, pairs)) {
      const [first] = run
      const last = run.at(-1)
      if (!first || !last) continue
      const origin = sourceOf.get(first)
      const more = run.length - 1
      const finding: Finding = {
        range: { start: first.range.start, end: last.range.end },
        reason,
        words: run.reduce((sum, { range }) => sum + wordsIn(range), 0),
        ...(more > 0 && {
          note: `So ${more === 1 ? 'is the next block' : `are the next ${String(more)} blocks`}`,
        }),
        ...(origin && {
          related: [{ path: beside.source.path, range: origin.range, reason: 'The source has them here' }],
        }),
      }
      yield finding
    }
  },
})

/** Blocks that follow each other with nothing but code, pictures and the like between them. */
function runsOf(found: ReadonlySet<Block>, pairs: readonly Pair[]): Block[][] {
  const runs: Block[][] = []
  let open: Block[] | undefined
  for (const { target } of pairs) {
    if (found.has(target)) {
      if (open) open.push(target)
      else runs.push((open = [target]))
    } else if (prose.has(target.kind)) open = undefined
  }
  return runs
}
