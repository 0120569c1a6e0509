import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchCorpus } from './copied-corpus.ts'
import { phrases, type Phrases } from './phrases.ts'
import { randomOf, type Random } from './random.ts'

const seed = 20261124

const programs = [
  'Thunderbird',
  'Outlook',
  'Apple Mail',
  'Windows Phone',
  'Android',
  'Evolution',
  'The Bat!',
  'KMail',
]
const kinds = ['prose', 'image', 'list', 'table', 'callout', 'code', 'link'] as const

/** One section as it is in every locale: the same sentences in other words. */
interface Section {
  readonly kind: (typeof kinds)[number]
  readonly heading: number
  readonly sentences: readonly number[]
  readonly port: number
  /** Without the blank line below its heading: now and then there is something to find. */
  readonly flawed: boolean
}

interface Plan {
  readonly program: string
  readonly number: number
  readonly sections: readonly Section[]
}

/** How many sections a guide has: so many at least, and below so many more. */
export interface Length {
  readonly least: number
  readonly below: number
}

const longGuides: Length = { least: 8, below: 9 }

/** Guides of 3.3 KB, as a large help centre has them. */
export const shortGuides: Length = { least: 3, below: 6 }

/** Makes mail guides in several locales, the same ones every time. */
export function makeCorpus(
  folder: string,
  guides: number,
  length: Length = longGuides,
  byLocale: Readonly<Record<string, Phrases>> = phrases,
): BenchCorpus {
  const random = randomOf(seed)
  const locales = Object.entries(byLocale)
  let bytes = 0
  for (let number = 1; number <= guides; number++) {
    const plan = planOf(number, random, length)
    const name = join(folder, `mail-${String(number).padStart(4, '0')}`)
    mkdirSync(join(name, 'images'), { recursive: true })
    for (const [index, { kind }] of plan.sections.entries()) {
      if (kind === 'image') writeFileSync(join(name, imageOf(index)), '')
    }
    for (const [locale, words] of locales) {
      const text = guideOf(plan, words)
      writeFileSync(join(name, `guide.${locale}.md`), text)
      bytes += Buffer.byteLength(text)
    }
  }
  return { folder, byLocale: false, documents: guides * locales.length, bytes }
}

function planOf(number: number, { below, pick, chance }: Random, length: Length): Plan {
  const sections = Array.from({ length: length.least + below(length.below) }, (_, index): Section => ({
    kind: pick(kinds),
    heading: index,
    sentences: Array.from({ length: 3 + below(5) }, () => below(1000)),
    port: pick([110, 143, 465, 587, 993, 995]),
    flawed: chance(0.02),
  }))
  return { program: pick(programs), number, sections }
}

function guideOf({ program, number, sections }: Plan, words: Phrases): string {
  const fill = (text: string): string => text.replaceAll('{program}', program)
  const head = [
    '---',
    `title: "${fill(words.title)}"`,
    `legacy_guide_number: ${1000 + number}`,
    `slug: mail-${number}`,
    `excerpt: ${fill(words.excerpt)}`,
    '---',
    '',
    `> [!warning]\n>\n> ${words.warning}\n`,
  ]
  const body = sections.map((section, index) => fill(sectionOf(section, index, words)))
  return [...head, ...body].join('\n')
}

function sectionOf(section: Section, index: number, words: Phrases): string {
  const { heading, sentences, flawed } = section
  const title = `${index % 3 === 0 ? '##' : '###'} ${headingOf(heading, words)}`
  const prose = sentences.map((sentence) => words.sentences[sentence % words.sentences.length]).join(' ')
  return `${title}\n${flawed ? '' : '\n'}${prose}\n\n${blockOf(section, index, words)}`
}

/** The headings of a guide are numbered from the second time on, so that each has its own anchor. */
function headingOf(index: number, { headings }: Phrases): string {
  const round = Math.floor(index / headings.length)
  return `${headings[index % headings.length] ?? ''}${round > 0 ? ` ${round + 1}` : ''}`
}

function blockOf({ kind, port, sentences }: Section, index: number, words: Phrases): string {
  const [incoming, outgoing] = words.servers
  switch (kind) {
    case 'prose':
      return ''
    case 'image':
      return `![${words.picture} ${index + 1}](${imageOf(index)}){.thumbnail}\n`
    case 'list':
      return sentences
        .map(
          (sentence, place) => `${place + 1}. ${words.sentences[sentence % words.sentences.length] ?? ''}\n`,
        )
        .join('')
        .concat('\n')
    case 'table':
      return [
        `| ${words.columns.join(' | ')} |`,
        '| --- | --- | --- |',
        `| ${incoming} | \`imap.example.com\` | ${port} |`,
        `| ${outgoing} | \`smtp.example.com\` | 465 |\n\n`,
      ].join('\n')
    case 'callout':
      return `> [!primary]\n>\n> ${words.sentences[port % words.sentences.length] ?? ''}\n\n`
    case 'code':
      return `\`\`\`ini\nserver = imap.example.com\nport = ${port}\nsecurity = ssl\n\`\`\`\n\n`
    case 'link':
      return `- [${words.more}](https://www.example.com/mail/${port}){.external}\n- <https://community.example.com>\n\n`
  }
}

function imageOf(index: number): string {
  return `images/${String(index + 1).padStart(2, '0')}.png`
}
