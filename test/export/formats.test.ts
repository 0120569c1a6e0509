import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatNames, loadExporter } from '../../src/export/formats.ts'
import type { OutputFile } from '../../src/export/output.ts'
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

describe.each(formatNames)('%s', (format) => {
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
