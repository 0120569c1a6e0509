import type { Words } from '../sync/left.ts'
import { groupBy } from '../text/group-by.ts'
import { wordDifference } from '../text/word-difference.ts'
import { terminalSafe } from './escape.ts'
import { leftOutLines, type LeftOut } from './left-out.ts'
import { paletteOf, type Palette } from './palette.ts'
import { countOf } from './sentences.ts'
import { behindWords, percentUpToDate, sumOf } from './words-behind.ts'

/** One thing that is left to translate. */
interface LeftLine {
  readonly state: 'fuzzy' | 'untranslated'
  readonly line: number
  readonly words: number
  readonly source: string
  readonly before?: string
}

/** What a sync did to one target, and what is left. */
export interface SyncedFile {
  readonly path: string
  readonly guide: string
  readonly locale: string
  readonly isNew: boolean
  /** It is the source, which only its regions of settings were made again in. */
  readonly isSource?: true
  readonly isChanged: boolean
  readonly changes: ReadonlyMap<string, number>
  readonly left: readonly LeftLine[]
  readonly words: Words
  readonly notes: readonly string[]
  readonly told: readonly { readonly line: number; readonly reason: string }[]
}

/** What is said of each kind of change, in the order in which it is said. */
const kinds: readonly (readonly [string, string])[] = [
  ['carried', 'carried over'],
  ['new', 'put in'],
  ['filled', 'of these translated'],
  ['drawn', 'made from the settings file'],
  ['removed', 'taken out'],
  ['moved', 'moved'],
  ['level', 'of another level'],
  ['words', 'with changed words'],
  ['conflict', 'in conflict'],
  ['accepted', 'taken for up to date'],
]

/** A line for each guide, what was left out, what is left to translate, and the totals of each locale; where it is to be quiet, what asks for a person alone. */
export function syncWords(
  files: readonly SyncedFile[],
  leftOut: readonly LeftOut[],
  { color, quiet = false, check = false }: { color: boolean; quiet?: boolean; check?: boolean },
): string {
  const palette = paletteOf(color)
  const guides = groupBy(files, ({ guide }) => guide)
  const paragraphs = [
    [
      ...(quiet ? [] : [...guides].map(([guide, own]) => guideLine(guide, own, palette))),
      ...files.flatMap((file) => notesOf(file, palette)),
      ...leftOutLines(leftOut, palette),
    ],
    ...leftParagraphs(files, palette),
    quiet ? [] : totals(files, palette),
    check && !quiet && files.some(({ isChanged }) => isChanged)
      ? [palette.faint('Nothing was written: `hexapla sync` does what is told above.')]
      : [],
  ]
  const said = paragraphs.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`)
  return said.length > 0 || quiet ? said.join('\n') : 'No target to bring up to date here\n'
}

function guideLine(guide: string, files: readonly SyncedFile[], { strong, faint, good }: Palette): string {
  const counts = kinds.flatMap(([kind, words]) => {
    const count = files.reduce((sum, { changes }) => sum + (changes.get(kind) ?? 0), 0)
    return count === 0 ? [] : [{ count, words }]
  })
  const said = counts.map(({ count, words }, index) =>
    // What is counted is said once.
    index === 0 ? `${countOf(count, 'passage')} ${words}` : `${count} ${words}`,
  )
  const made = files.filter(({ isNew }) => isNew).length
  if (made > 0) said.unshift(`${countOf(made, 'document')} made`)
  const changed = files.filter(({ isChanged }) => isChanged).length
  const what = said.length === 0 ? faint('nothing to carry over') : said.join(', ')
  const where = changed === 0 ? '' : good(` in ${countOf(changed, 'locale')}`)
  return `${strong(terminalSafe(guide))}  ${what}${where}`
}

function notesOf({ path, notes, told }: SyncedFile, { faint, severity }: Palette): string[] {
  return [
    ...told.map(
      ({ line, reason }) => `  ${terminalSafe(`${path}:${line}`)}  ${severity.warning(terminalSafe(reason))}`,
    ),
    ...notes.map((note) => `  ${terminalSafe(path)}  ${faint(terminalSafe(note))}`),
  ]
}

function leftParagraphs(files: readonly SyncedFile[], palette: Palette): string[][] {
  const some = files.filter(({ left }) => left.length > 0)
  if (some.length === 0) return []
  const lines = [palette.strong('Left to translate')]
  for (const { path, left } of some)
    for (const each of left) {
      const count = each.words === 0 ? '' : `, ${countOf(each.words, 'word')}`
      const head = `  ${terminalSafe(`${path}:${each.line}`)}  ${each.state}${count}`
      lines.push(head, ...shown(each, palette).map((line) => `    ${line}`))
    }
  const next =
    'Translate them in their files: a later sync sees it. What is right as it stands: `hexapla sync --accept`.'
  return [lines, [palette.faint(next)]]
}

/** The words, with what has changed in them set off: `[-gone-]{+come+}`. */
function shown({ before, source }: LeftLine, { severity, good, faint }: Palette): string[] {
  const plain = (words: string): string => terminalSafe(words.replace(/\s+/g, ' '))
  if (before === undefined) return [faint(shortened(plain(source)))]
  const difference = wordDifference(before, source)
  const runs = difference.map(([kind, words], index) =>
    kind === 'removed'
      ? severity.error(`[-${plain(words)}-]`)
      : kind === 'added'
        ? good(`{+${plain(words)}+}`)
        : clipped(plain(words), { isFirst: index === 0, isLast: index === difference.length - 1 }),
  )
  return [runs.join('')]
}

const longest = 160

function shortened(words: string): string {
  return words.length > longest ? `${words.slice(0, longest)}…` : words
}

/** So much is shown before a change, and as much behind it. */
const around = 60

/** What stays the same is shown beside the changes alone, in whole words where they have spaces. */
function clipped(words: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const most = isFirst || isLast ? around : 2 * around
  if (words.length <= most + 20) return words
  const head = words.slice(0, around).replace(/\s\S*$/, '')
  const tail = words.slice(-around).replace(/^\S*\s/, '')
  return isFirst ? `… ${tail}` : isLast ? `${head} …` : `${head} … ${tail}`
}

function totals(files: readonly SyncedFile[], { strong }: Palette): string[] {
  // A source is nobody's translation: it has no words to be up to date.
  const targets = files.filter(({ isSource }) => isSource !== true)
  return [...groupBy(targets, ({ locale }) => locale)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([locale, own]) => {
      const words = sumOf(own.map((file) => file.words))
      const behind = behindWords(words)
      return `${strong(terminalSafe(locale))}  ${percentUpToDate(words)} % up to date${behind && `: ${behind}`}`
    })
}
