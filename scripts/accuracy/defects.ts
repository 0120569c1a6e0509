import { overlaps, sliceOf, type Range } from '../../src/text/range.ts'
import { placesIn } from '../../src/text/source.ts'
import type { Message } from '../../src/lint/message.ts'
import { defectKinds, fragmentLetters, namedHeading, type DefectKind } from './known-defects.ts'
import { mailGuidesConfig } from './mail-guides-config.ts'
import { lintFolder, type Linted } from './linted.ts'

interface Place {
  readonly path: string
  readonly range: Range
}

/**
 * Looks for the defects that line patterns see in the mail guides among what the rules say. True where the rules see
 * each of them, and lead each fragment to the heading that it names. A second argument, `pl-pl`, shows the lines of
 * that locale's guides, too.
 */
export async function run([folder, locale]: readonly string[]): Promise<boolean> {
  if (folder === undefined)
    throw new Error('Unexpected call without a folder, expected that of the mail guides')
  const linted = await lintFolder(folder, { yaml: mailGuidesConfig })
  const results = defectKinds.map((kind) => ({ kind, ...compare(kind, linted) }))
  const [title = '', ...rows] = [
    ['defect', 'rule', 'expected', 'found', 'guides'],
    ...results.map(({ kind, expected, missed }) => [
      kind.name,
      kind.rule,
      String(expected.length),
      String(expected.length - missed.length),
      String(new Set(expected.map(({ path }) => path)).size),
    ]),
  ].map((cells) => cells.map((cell, column) => cell.padEnd([42, 16, 9, 6, 0][column] ?? 0)).join(' '))
  console.log([`${linted.texts.size} documents`, '', title, ...rows].join('\n'))

  const missed = results.flatMap(({ kind, missed }) => missed.map((place) => ({ kind, place })))
  for (const { kind, place } of missed) console.log(`missed: ${kind.name} at ${placeOf(place, linted)}`)
  for (const message of beyond(results, linted)) console.log(`beyond: ${told(message)}`)
  if (locale !== undefined) showLines(results, linted, locale)
  const repairs = repairsOf(linted)
  const right = repairs.filter(({ isRight }) => isRight)
  console.log(`\n${right.length} of ${repairs.length} fragments that name a heading are led to it`)
  for (const { message } of locale === undefined
    ? []
    : right.filter(({ message }) => message.locale === locale))
    console.log(`  ${told(message)}: ${message.fix?.title ?? ''} (${message.fix?.applicability ?? ''})`)
  for (const { message } of repairs.filter(({ isRight }) => !isRight)) console.log(`  not: ${told(message)}`)
  return (
    results.every(({ expected }) => expected.length > 0) &&
    missed.length === 0 &&
    right.length === repairs.length
  )
}

function compare(
  { rule, places }: DefectKind,
  { messages, texts }: Linted,
): { expected: Place[]; missed: Place[] } {
  const expected = [...texts].flatMap(([path, text]) => places(text).map((range) => ({ path, range })))
  const own = messages.filter(({ ruleId }) => ruleId === rule)
  const missed = expected.filter((place) => !own.some((message) => isAt(message, place)))
  return { expected, missed }
}

function isAt(message: Message, { path, range }: Place): boolean {
  return message.path === path && overlaps(message.range, range)
}

/** What the rules of these kinds say of other places, which is to be read by a person. */
function beyond(
  results: readonly { kind: DefectKind; expected: readonly Place[] }[],
  { messages }: Linted,
): Message[] {
  return messages.filter((message) => {
    const own = results.filter(({ kind }) => kind.rule === message.ruleId)
    return own.length > 0 && !own.some(({ expected }) => expected.some((place) => isAt(message, place)))
  })
}

function showLines(
  results: readonly { kind: DefectKind; expected: readonly Place[] }[],
  { texts, messages }: Linted,
  locale: string,
): void {
  const paths = new Set(messages.filter((message) => message.locale === locale).map(({ path }) => path))
  for (const path of paths) {
    const inText = placesIn(texts.get(path) ?? '')
    console.log(`\n${path}`)
    for (const { kind, expected } of results) {
      const lines = expected
        .filter((each) => each.path === path)
        .map(({ range }) => inText.pointAt(range.start).line)
      if (lines.length > 0) console.log(`  ${kind.name}: ${lines.join(', ')}`)
    }
  }
}

/** The fragments that name a heading of their document, and whether the fix leads there. */
function repairsOf({ messages, texts }: Linted): { message: Message; isRight: boolean }[] {
  return messages.flatMap((message) => {
    if (message.ruleId !== 'link-fragment') return []
    const text = texts.get(message.path) ?? ''
    const wanted = namedHeading(sliceOf(text, message.range), text)
    if (wanted === undefined) return []
    const [edit] = message.fix?.edits ?? []
    return [{ message, isRight: edit !== undefined && fragmentLetters(edit.text) === wanted }]
  })
}

function placeOf({ path, range }: Place, { texts }: Linted): string {
  return `${path}:${placesIn(texts.get(path) ?? '').pointAt(range.start).line}`
}

function told({ path, place, ruleId, reason }: Message): string {
  return `${path}:${place.start.line}:${place.start.column} ${ruleId}: ${reason}`
}
