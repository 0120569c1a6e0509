import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { alignAnew, alignBlocks } from '../../src/l10n/align.ts'
import { alignCells } from '../../src/l10n/cells.ts'
import { readFacts } from '../support/corpus.ts'

const french = `## Les ports

Le serveur sortant écoute sur le port 465.

Ouvrez le [panneau](https://example.com/panel) de votre compte.

![](images/01.png)

## Le mot de passe

Choisissez un mot de passe long, puis notez-le dans un endroit sûr.

- Tapez \`ls\`
- Tapez \`cd\`

\`\`\`sh
npm run start
\`\`\`
`

/** The beads of two texts, by the first words of their blocks: `Les ports = Porty`; a moved one with `~`. */
function aligned(source: string, target: string): string[] {
  const [a, b] = [source, target].map((text) => ({ text, blocks: readFacts(text).blocks }))
  const words = (side: typeof a, indexes: readonly number[]): string =>
    indexes
      .map((index) => {
        const { start = 0, end = 0 } = side?.blocks[index]?.range ?? {}
        return (side?.text.slice(start, end) ?? '').split(/\s+/).slice(0, 2).join(' ')
      })
      .join(' + ') || '-'
  return alignBlocks(a?.blocks ?? [], b?.blocks ?? []).map(
    (bead) => `${words(a, bead.source)} ${bead.isMoved ? '~' : '='} ${words(b, bead.target)}`,
  )
}

describe('alignment', () => {
  test('pairs block by block', () => {
    const polish = `## Porty

Serwer poczty wychodzącej nasłuchuje na porcie 465.

Otwórz [panel](https://example.pl/panel) swojego konta.

![](images/img_01.jpg)

## Hasło

Wybierz długie hasło, a następnie zapisz je w bezpiecznym miejscu.

- Wpisz \`ls\`
- Wpisz \`cd\`

\`\`\`sh
npm run start
\`\`\`
`
    expect(aligned(french, polish)).toEqual([
      'Les ports = Porty',
      'Le serveur = Serwer poczty',
      'Ouvrez le = Otwórz [panel](https://example.pl/panel)',
      '![](images/01.png) = ![](images/img_01.jpg)',
      'Le mot = Hasło',
      'Choisissez un = Wybierz długie',
      'Tapez `ls` = Wpisz `ls`',
      'Tapez `cd` = Wpisz `cd`',
      '```sh npm = ```sh npm',
    ])
  })

  test('survives joined, missing, added and re-levelled blocks', () => {
    const polish = `# Porty

Serwer poczty wychodzącej nasłuchuje na porcie 465. Otwórz [panel](https://example.pl/panel) swojego konta.

![](images/img_01.jpg)

Wybierz długie hasło, a następnie zapisz je w bezpiecznym miejscu.

Czy potrzebujesz pomocy? Zadzwoń (0 800 123) lub napisz: chętnie pomożemy!

- Wpisz \`cd\`

\`\`\`sh
npm run start
\`\`\`
`
    expect(aligned(french, polish)).toEqual([
      'Les ports = Porty',
      'Le serveur + Ouvrez le = Serwer poczty',
      '![](images/01.png) = ![](images/img_01.jpg)',
      'Le mot = -',
      'Choisissez un = Wybierz długie',
      '- = Czy potrzebujesz',
      'Tapez `ls` = -',
      'Tapez `cd` = Wpisz `cd`',
      '```sh npm = ```sh npm',
    ])
  })

  const first = 'Le serveur écoute sur le port 465. Son nom est `ssl0.ovh.net`, le chiffrement est `TLS`.'
  const second = 'Le port 587 reste ouvert sous `STARTTLS`. Le mot de passe compte au moins 12 signes.'
  test.each([
    [
      'the end of the first before the second',
      'Serwer nasłuchuje na porcie 465.',
      'Jego nazwa to `ssl0.ovh.net`, a szyfrowanie to `TLS`. Port 587 pozostaje otwarty przez `STARTTLS`. Hasło ma co najmniej 12 znaków.',
      ['Le serveur + Le port = Serwer nasłuchuje + Jego nazwa'],
    ],
    [
      'the beginning of the second behind the first',
      'Serwer nasłuchuje na porcie 465. Jego nazwa to `ssl0.ovh.net`, a szyfrowanie to `TLS`. Port 587 pozostaje otwarty przez `STARTTLS`.',
      'Hasło ma co najmniej 12 znaków.',
      ['Le serveur + Le port = Serwer nasłuchuje + Hasło ma'],
    ],
    [
      'no words',
      'Serwer nasłuchuje na porcie 465. Jego nazwa to `ssl0.ovh.net`, a szyfrowanie to `TLS`.',
      'Port 587 pozostaje otwarty przez `STARTTLS`. Hasło ma co najmniej 12 znaków.',
      ['Le serveur = Serwer nasłuchuje', 'Le port = Port 587'],
    ],
  ])('of two paragraphs for two others, %s', (_, one, other, expected) => {
    const [source, target] = [
      [first, second],
      [one, other],
    ].map((words) => ['## Port 25', ...words, '![](1.png)'].join('\n\n'))
    const beads = aligned(source ?? '', target ?? '')
    expect(beads.slice(1, -1)).toEqual(expected)
  })

  test('finds a block in another place', () => {
    const moved = french
      .replace('```sh\nnpm run start\n```\n', '')
      .replace('## Les ports', '```sh\nnpm run start\n```\n\n## Les ports')
    expect(aligned(french, moved)).toContain('```sh npm ~ ```sh npm')
  })

  test('finds it in long texts of which much is left over', () => {
    const own = '```sh\nnpm run start\n```\n'
    const other = '```js\nlisten(993)\n```\n'
    const many = (text: string): string => Array.from({ length: 600 }, () => text).join('\n')
    const source = `${own}\n${other}\n${many('| Host | Port |\n| --- | --- |\n| a | 25 |\n')}`
    const target = `${many('> [!note]\n> Lisez.\n')}\n${other}\n${own}`
    expect(aligned(source, target).filter((bead) => bead.includes('~'))).toHaveLength(1)
  })

  test('an empty text has no partner', () => {
    expect(aligned('# A\n\nb', '')).toEqual(['# = -', 'b = -'].map((bead) => bead.replace('# ', 'A ')))
    expect(aligned('', '')).toEqual([])
  })

  test('each block is in one bead, whatever the texts', () => {
    const block = fc.constantFrom(
      '# A b',
      'Some words here',
      'Other words, 12',
      '- item',
      '![](a.png)',
      '    code',
    )
    const text = fc.array(block, { maxLength: 12 }).map((blocks) => blocks.join('\n\n'))
    fc.assert(
      fc.property(text, text, (source, target) => {
        const [a, b] = [readFacts(source).blocks, readFacts(target).blocks]
        const beads = alignBlocks(a, b)
        const places = (side: 'source' | 'target'): number[] =>
          beads.flatMap((bead) => bead[side]).sort((one, other) => one - other)
        expect(places('source')).toEqual(a.map((_, index) => index))
        expect(places('target')).toEqual(b.map((_, index) => index))
        for (const { confidence } of beads) expect(confidence >= 0 && confidence <= 1).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('cells', () => {
  test.each([
    [
      'rows in order',
      '|a|b|\n|-|-|\n|Entrant|995|\n|Sortant|465|',
      '|x|y|\n|-|-|\n|Wchodzący|993|\n|Wychodzący|465|',
      ['a=x', 'b=y', 'Entrant=Wchodzący', '995=993', 'Sortant=Wychodzący', '465=465'],
    ],
    [
      'a row that is missing',
      '|Port|Nom|\n|-|-|\n|995|Entrant chiffré|\n|110|Entrant en clair|\n|465|Sortant|',
      '|Port|Nazwa|\n|-|-|\n|995|Wchodzący szyfrowany|\n|465|Wychodzący|',
      [
        'Port=Port',
        'Nom=Nazwa',
        '995=995',
        'Entrant chiffré=Wchodzący szyfrowany',
        '465=465',
        'Sortant=Wychodzący',
      ],
    ],
  ])('%s', (_, source, target, expected) => {
    const [a] = readFacts(source).tables
    const [b] = readFacts(target).tables
    if (!a || !b) throw new Error('no table')
    expect(alignCells(a, b).map((pair) => `${pair.source.text}=${pair.target.text}`)).toEqual(expected)
  })
})

test('two texts in hand are aligned once, whoever asks', () => {
  const [a, b, c] = [french, french.replace('465', '587'), french].map((text) => readFacts(text).blocks)
  if (!a || !b || !c) throw new Error('no blocks')
  const beads = alignBlocks(a, b)
  expect(alignBlocks(a, c)).not.toBe(beads)
  expect(alignBlocks(a, b)).toBe(beads)
  expect(alignAnew(a, b)).toEqual(beads)
})
