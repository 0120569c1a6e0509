import { Corpus } from '../../src/corpus/corpus.ts'
import type { OpenDocument } from '../../src/corpus/document.ts'
import { readDocument } from '../../src/io/read.ts'
import type { Message } from '../../src/lint/message.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint, type RunInput } from '../../src/lint/run.ts'
import type { FactsReader } from '../../src/io/facts-reader.ts'
import { overlaps } from '../../src/text/range.ts'
import { randomOf, type Random } from '../bench/random.ts'
import { withFolder } from './linted.ts'
import { sowers, type Sower, type Soil, type Sown } from './sowers.ts'

const timesEach = 50

const locales = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']
const sites = locales.map(
  (each) => `${each}-${each === 'en' ? 'gb' : each}: https://www.ovhcloud.com/${each}/`,
)
const config = `source: fr-fr
layouts: ['guides/{guide}/{type}.{locale}.md']
extends: strict
slugs: github
exclude: ['/*', '!/guides/']
links:
  control panel: { url: https://www.ovh.com/manager/, spellings: ['https://www.ovh.com/auth*', 'https://www.ovh.com/managerv3*'] }
urls:
  site: { ${sites.join(', ')} }
`

/** A document without a defect, in words that mean nothing: where the guides have no MDX. */
function madeDocument(random: Random, number: number): { path: string; text: string } {
  const words = ['alpha', 'beta', 'gamma', 'delta', 'omega', 'sigma']
  const sentence = (): string =>
    `Lambda ${Array.from({ length: 6 }, () => random.pick(words))
      .join(' ')
      .replace(/\b(\w+) \1\b/g, '$1')} end.`
  const section = (name: string): string =>
    `## ${name}\n\n${sentence()}\n\n${sentence()}\n\n<Note>${sentence()}</Note>\n`
  const text = `---\ntitle: Made ${number}\n---\n\n${sentence()}\n\n${words.slice(0, 3).map(section).join('\n')}`
  return { path: `guides/made-${number}/guide.en-gb.mdx`, text }
}

interface Result {
  readonly rule: string
  sown: number
  found: number
  /** Sowings that brought findings of other rules. */
  beyond: number
}

/** Sows each rule's defect 50 times into clean guides: true where each is found in its place at least 49 times. */
export async function run(args: readonly string[]): Promise<boolean> {
  const only = new Set(args)
  return withFolder('.', { yaml: config }, async (read, reader) => {
    const input = { ...read, known: rules.map(({ id }) => id) }
    const results: Result[] = []
    for (const { id } of rules) {
      const kinds = sowers[id]
      if (!kinds || (only.size > 0 && !only.has(id))) continue
      results.push(await sowRule(id, kinds, input, reader))
    }
    console.log(table(results))
    const left = rules.map(({ id }) => id).filter((id) => !sowers[id])
    if (left.length > 0) console.log(`\nnot sown: ${left.join(', ')}`)
    return results.every(({ sown, found }) => sown === timesEach && found >= timesEach * 0.98)
  })
}

async function sowRule(
  id: string,
  kinds: readonly Sower[],
  input: RunInput,
  reader: FactsReader,
): Promise<Result> {
  const random = randomOf(seedOf(id))
  const result: Result = { rule: id, sown: 0, found: 0, beyond: 0 }
  const documents = [...input.corpus.documents.values()].map((each): OpenDocument => ({
    ...each,
    text: input.textOf(each.path),
  }))
  for (let tries = 0; result.sown < timesEach && tries < timesEach * 40; tries++) {
    const sower = kinds[result.sown % kinds.length]
    const field = id === 'mdx-syntax' ? await madeField(random, tries, input, reader) : { input, documents }
    const soil = soilIn(field.documents, random)
    const sown = sower?.(soil)
    if (!sown) continue
    result.sown++
    const { missed, beyond } = await harvest(id, sown, field.input, reader)
    if (!missed) result.found++
    else
      console.log(
        `missed: ${id} in ${sown.path}: ${JSON.stringify(sown.text?.slice(Math.max(sown.place.start - 30, 0), sown.place.end + 30) ?? '')}`,
      )
    if (beyond.length > 0) result.beyond++
    for (const { path, place, ruleId, reason } of beyond)
      console.log(`beyond: ${id} brought ${ruleId} at ${path}:${place.start.line}: ${reason}`)
  }
  return result
}

function soilIn(documents: readonly OpenDocument[], random: Random): Soil {
  const document = random.pick(documents)
  const others = documents.filter(
    (each) => each.locale === document.locale && each.type === document.type && each.guide !== document.guide,
  )
  return { document, random, others }
}

async function madeField(
  random: Random,
  number: number,
  input: RunInput,
  reader: FactsReader,
): Promise<{ input: RunInput; documents: OpenDocument[] }> {
  const { path, text } = madeDocument(random, number)
  const document = await readDocument(path, text, input.corpus, reader)
  const corpus = new Corpus(
    input.corpus.config,
    [...input.corpus.documents.values(), document],
    input.corpus.files,
  )
  const textOf = (each: string): string => (each === path ? text : input.textOf(each))
  return { input: { ...input, corpus, textOf }, documents: [document] }
}

/** What the rules say of a guide with a defect that they did not say before. */
async function harvest(
  id: string,
  { path, text, place }: Sown,
  input: RunInput,
  reader: FactsReader,
): Promise<{ missed: boolean; beyond: Message[] }> {
  const { corpus } = input
  const changed = text === undefined ? [] : [await readDocument(path, text, corpus, reader)]
  const after = new Corpus(
    corpus.config,
    [...corpus.with(changed).documents.values()],
    [...corpus.files, path],
  )
  const folder = path.split('/').slice(0, 2).join('/')
  const paths = new Set([...corpus.documents.keys()].filter((each) => each.startsWith(`${folder}/`)))
  const before = new Map<string, number>()
  for (const message of lint({ ...input, paths }))
    before.set(nameOf(message), (before.get(nameOf(message)) ?? 0) + 1)
  const textOf = (each: string): string => (each === path ? (text ?? '') : input.textOf(each))
  const messages = lint({ ...input, corpus: after, textOf, paths }).filter((message) => {
    const left = before.get(nameOf(message)) ?? 0
    before.set(nameOf(message), left - 1)
    return left <= 0
  })
  const isThere = (message: Message): boolean => {
    const { start, end } = message.range
    return (
      message.path === path &&
      message.ruleId === id &&
      overlaps({ start, end: Math.max(end, start + 1) }, place)
    )
  }
  return { missed: !messages.some(isThere), beyond: messages.filter(({ ruleId }) => ruleId !== id) }
}

function nameOf({ path, ruleId, reason }: Message): string {
  return `${path}\n${ruleId}\n${reason}`
}

/** A seed of its own for each rule, so that a new one changes no other's. */
function seedOf(id: string): number {
  return Array.from(id).reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) >>> 0, 7)
}

function table(results: readonly Result[]): string {
  const rows = results.map(({ rule, sown, found, beyond }) => [
    rule,
    String(sown),
    String(found),
    String(beyond),
  ])
  return [['rule', 'sown', 'found', 'with other findings'], ...rows]
    .map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(8))).join(''))
    .join('\n')
}
