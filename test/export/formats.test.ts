import { Ajv2020 } from 'ajv/dist/2020.js'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatNames, loadExporter, profileFormats } from '../../src/export/formats.ts'
import type { OutputFile } from '../../src/export/output.ts'
import { pageJsonSchema } from '../../src/export/page-schema.ts'
import { parseCanon } from '../../src/settings/parse-canon.ts'
import { drawing, publicationFrom } from './pages.ts'

const english = `---
title: Mail
excerpt: In short
updated: 2026-11-24
section: Start
---

## First steps

1. Open \`**Mail**\`{.action}.
2. See [the ports](#ports) and [Outlook](../outlook/guide.en-gb.md#last).

> [!warning]
>
> Save first.

![A lock](images/1.svg){.thumbnail}

## Ports

| Service | Port |
| --- | --- |
| IMAP | 993 |

\`\`\`js
const port = 993
\`\`\`
`

const files = {
  'mail/guide.en-gb.md': english,
  'mail/guide.fr-fr.md':
    '---\ntitle: Courrier\nupdated: 2026-11-24\n---\n\n## Premiers pas\n\nTexte.\n\n## Ports\n\nTexte.\n',
  'mail/images/1.svg': drawing,
  'outlook/guide.en-gb.md': '---\ntitle: Outlook\n---\n\n## Last\n\nWords.\n',
}

async function made(format: string): Promise<Map<string, OutputFile['data']>> {
  const exporter = await loadExporter(format)
  const result = new Map<string, OutputFile['data']>()
  for await (const { path, data } of exporter?.files(publicationFrom(files)) ?? []) result.set(path, data)
  return result
}

function textOf(data: OutputFile['data'] | undefined): string {
  return typeof data === 'string' ? data : Buffer.from(data ?? '').toString()
}

/** The words of a file, whatever its format. */
function wordsOf(path: string, data: OutputFile['data'] | undefined): string {
  if (!/\.(?:docx|epub)$/.test(path) || typeof data !== 'object') return textOf(data)
  const inner = Object.entries(unzipSync(data)).filter(([name]) => /\.(?:xml|xhtml|opf)$/.test(name))
  return inner.map(([, bytes]) => strFromU8(bytes)).join('\n')
}

describe.each(formatNames.filter((name) => !profileFormats.includes(name)))('%s', (format) => {
  test('loses no word, number, link or picture', async () => {
    const result = await made(format)
    const all = [...result].map(([path, data]) => wordsOf(path, data)).join('\n')
    for (const word of [
      'Mail',
      'First steps',
      'Save first.',
      'IMAP',
      '993',
      'A lock',
      'Courrier',
      'Premiers pas',
    ]) {
      expect(all).toContain(word)
    }
    expect(all.replace(/<[^>]+>/g, '')).toContain('const port = 993')
    expect(all).not.toContain('{.')
    expect(all).not.toContain('[!warning]')
  })

  test('is the same bytes each time', async () => {
    const [first, second] = [await made(format), await made(format)]
    for (const [path, data] of first) expect(textOf(second.get(path))).toBe(textOf(data))
  })
})

test('every link of the site leads somewhere', async () => {
  const site = await made('site')
  const dead: string[] = []
  for (const [path, data] of site) {
    if (!path.endsWith('.html')) continue
    for (const [, href = ''] of textOf(data).matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue
      const { pathname, hash } = new URL(href, `http://site/${path}`)
      const target = site.get(decodeURIComponent(pathname.slice(1)))
      const id = decodeURIComponent(hash.slice(1))
      if (target === undefined || (id !== '' && !textOf(target).includes(`id="${id}"`)))
        dead.push(`${path}: ${href}`)
    }
  }
  expect(dead).toEqual([])
})

test('the language list keeps the place', async () => {
  const page = textOf((await made('site')).get('en-gb/mail.html'))
  expect(page).toContain('href="../fr-fr/mail.html" hreflang="fr-FR"')
  expect(page).toContain('data-anchors="premiers-pas ports"')
})

test('a book begins with its type, as it is', async () => {
  const book = (await made('epub')).get('en-gb/en-gb.epub')
  expect(textOf(book).slice(30, 58)).toBe('mimetypeapplication/epub+zip')
})

test('the page as data is what its schema says', async () => {
  const ajv = new Ajv2020({ allowUnionTypes: true })
  const isPage = ajv.compile(JSON.parse(pageJsonSchema()) as object)
  for (const [path, data] of await made('json')) {
    expect(isPage(JSON.parse(textOf(data))), `${path}: ${ajv.errorsText(isPage.errors)}`).toBe(true)
  }
  expect(isPage({ version: 1, title: 'Mail' })).toBe(false)
})

describe('profiles', () => {
  const settings = `services:
  plain:
    name: Plain Mail
    guides: [mail]
    domains: [example.org]
    endpoints:
      imap: { host: in.example.org, ports: { tls: 993 } }
      submission: { host: out.example.org, ports: { tls: 465 } }
  half:
    name: Half Mail
    guides: [half]
    domains: [example.net]
    endpoints:
      imap: { host: in.example.net, ports: { tls: 993 } }
`
  const parsed = parseCanon(settings, 'guides/settings.yaml')
  const canon = 'canon' in parsed ? parsed.canon : undefined
  const guides = {
    'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nWords.\n',
    'mail/guide.fr-fr.md': '---\ntitle: Courrier\n---\n\nMots.\n',
    'other/guide.en-gb.md': '---\ntitle: Other\n---\n\nWords.\n',
    'named/guide.en-gb.md': '---\ntitle: Named\nservice: plain\n---\n\nWords.\n',
    'half/guide.en-gb.md': '---\ntitle: Half\n---\n\nWords.\n',
    'half/guide.fr-fr.md': '---\ntitle: Demi\n---\n\nMots.\n',
  }

  async function profiles(
    format: string,
    files: Readonly<Record<string, string>>,
  ): Promise<{ made: Map<string, string>; told: string[] }> {
    const told: string[] = []
    const publication = publicationFrom(files)
    const tools = {
      ...publication.tools,
      tell: (path: string, reason: string) => told.push(`${path}: ${reason}`),
    }
    const exporter = await loadExporter(format)
    const result = new Map<string, string>()
    for await (const { path, data } of exporter?.files({ ...publication, tools, ...(canon && { canon }) }) ??
      [])
      result.set(path, textOf(data))
    return { made: result, told }
  }

  test('hold the settings of the service that a guide names or that claims it', async () => {
    const { made: files, told } = await profiles('mobileconfig', guides)
    expect([...files.keys()].sort()).toEqual([
      'en-gb/mail.mobileconfig',
      'en-gb/named.mobileconfig',
      'fr-fr/mail.mobileconfig',
    ])
    expect(files.get('fr-fr/mail.mobileconfig')).toContain('<string>in.example.org</string>')
    expect(told).toEqual([
      'guides/settings.yaml: Unexpected service `half` without an endpoint for SMTP, expected one: a profile holds a whole account',
    ])
    const { made: others, told: none } = await profiles('autoconfig', guides)
    expect(others.get('en-gb/half.autoconfig.xml')).toContain('<hostname>in.example.net</hostname>')
    expect(others.size).toBe(5)
    expect(none).toEqual([])
  })

  test('say so where no guide has a service', async () => {
    const { made: files, told } = await profiles('autoconfig', {
      'other/guide.en-gb.md': '---\ntitle: Other\n---\n\nWords.\n',
    })
    expect(files.size).toBe(0)
    expect(told).toEqual([
      'guides/settings.yaml: Unexpected guides that no service claims, expected one in `guides` of a service',
    ])
  })
})
