import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand, type Result } from '../support/command.ts'

const source = '---\ntitle: Mail\n---\n\n## Ports\n\nUse port 993.\n'
const folder = folderOf({
  'hexapla.config.yaml':
    'source: en-gb\nlocales: [en-gb, pl-pl]\nlayouts: ["guides/{guide}/{type}.{locale}.md"]\n',
  'guides/mail/guide.en-gb.md': source,
  'cut.xlf': '<?xml version="1.0"?>\n<xliff version="2.1" srcLang="en-GB" trgLang="pl-PL">\n<file',
  'notes.txt': 'hello',
  'unknown.tmx': '<?xml version="1.0" encoding="x-none"?>\n<tmx version="1.4"></tmx>\n',
  'latin.xlf':
    '<?xml version="1.0" encoding="ISO-8859-1"?><xliff version="2.1" srcLang="en-GB" trgLang="pl-PL"><file id="f" original="guides/mail/guide.en-gb.md"><unit id="u1"><segment><source>a</source><target>ą</target></segment></unit></file></xliff>',
  'latin.po':
    'msgid ""\nmsgstr ""\n"X-Hexapla: 1\\n"\n"Content-Type: text/plain; charset=ISO-8859-2\\n"\n\nmsgid "a"\nmsgstr "ą"\n',
  'bytes.po': Buffer.from(
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "é"\n',
    'latin1',
  ),
  'bad.xlf': Buffer.concat([
    Buffer.from('<xliff version="2.1" srcLang="en" trgLang="pl">'),
    Buffer.from([0xc3, 0x28]),
  ]),
})
const kit = join(folder, 'kits/pl-pl/mail.xlf')
const target = join(folder, 'guides/mail/guide.pl-pl.md')

beforeAll(buildCommand, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: string[]): Promise<Result> => runCommand(args, folder)
const exporting = (to: string, output: string, ...args: string[]): string[] => [
  ...['export', 'guides', '--to', to, '--locale', 'pl-pl', '--output', output],
  ...args,
]
const exportTo = (output: string, ...args: string[]): Promise<Result> =>
  run(...exporting('xliff', output, ...args))
const translate = (from: string, to: string): void => {
  const text = readFileSync(kit, 'utf8')
  const filled = text.replace(
    `<source>${from}</source>\n`,
    `<source>${from}</source>\n<target>${to}</target>\n`,
  )
  if (filled === text) throw new Error(`no ${from} in the kit`)
  writeFileSync(kit, filled)
}

test('a kit goes out', async () => {
  const { stdout, code } = await exportTo('kits')
  expect(stdout).toBe('1 kit with 3 units in 1 locale in `kits`\n')
  expect(code).toBe(0)
  expect(readFileSync(kit, 'utf8')).toContain('srcLang="en-GB" trgLang="pl-PL"')
})

test('what it would change is shown, and nothing is written', async () => {
  translate('Mail', 'Poczta')
  translate('Use port 993.', 'Użyj portu 995.')
  const { stdout, code } = await run('import', 'kits/pl-pl/mail.xlf', '--diff')
  expect(stdout).toContain('+title: Poczta')
  expect(code).toBe(1)
  expect(() => readFileSync(target)).toThrow()
})

test('a folder in the place of a kit is named', async () => {
  mkdirSync(join(folder, 'blocked/pl-pl/mail.xlf'), { recursive: true })
  const { stdout, stderr, code } = await exportTo('blocked')
  expect(stderr).toBe('`pl-pl/mail.xlf` is there and no plain file, expected one to replace, or nothing\n')
  expect([stdout, code]).toEqual(['0 kits with 3 units in 1 locale in `blocked`\n', 2])
})

test('a folder in the place of a file, and a language that no layout has a place for, are named', async () => {
  const given = await run('import', 'kits/')
  expect([given.stderr, given.code]).toEqual([
    'Unexpected folder `kits/`, expected the files in it: `kits/*`\n',
    2,
  ])
  writeFileSync(join(folder, 'odd.xlf'), readFileSync(kit, 'utf8').replace('"pl-PL"', '"xx-YY"'))
  expect((await run('import', 'odd.xlf')).stderr).toBe(
    'odd.xlf: Unexpected target language `xx-yy`, expected one of en-gb, pl-pl, or another that the layouts have a place for; 3 units refused\n',
  )
})

test('it comes back: what is right is written, what is wrong is named', async () => {
  const { stderr, code } = await run('import', 'kits/pl-pl/mail.xlf')
  expect(stderr).toMatch(/^kits\/pl-pl\/mail\.xlf:\d+ {2}error {2}Unexpected text without `993`/)
  expect(stderr).toContain(
    'guides/mail/guide.pl-pl.md (new): 1 unit written, 1 without a translation, 1 refused, of 3\n',
  )
  expect(code).toBe(1)
  expect(readFileSync(target, 'utf8')).toBe(source.replace('Mail', 'Poczta'))
})

test('it comes back again, into what is there now', async () => {
  writeFileSync(kit, readFileSync(kit, 'utf8').replace('995', '993'))
  const { stderr, code } = await run('import', 'kits/pl-pl/mail.xlf')
  expect(stderr).toContain('guide.pl-pl.md: 1 unit written, 1 as they were, 1 without a translation, of 3\n')
  expect(code).toBe(0)
  expect(readFileSync(target, 'utf8')).toBe(
    source.replace('Mail', 'Poczta').replace('Use port 993.', 'Użyj portu 993.'),
  )
})

test.each([
  [
    ['import', 'cut.xlf'],
    'cut.xlf:3  Unexpected end of the file, expected the rest of it; nothing of it was taken',
  ],
  [['import', 'bad.xlf'], 'bad.xlf  Unexpected bytes or encoding, expected UTF-8; nothing of it was taken'],
  [
    ['import', 'latin.xlf'],
    'latin.xlf  Unexpected bytes of UTF-8 in a file that declares `ISO-8859-1`, expected one of the two throughout; nothing of it was taken',
  ],
  [
    ['import', 'latin.po'],
    'latin.po  Unexpected bytes of UTF-8 in a file that declares `ISO-8859-2`, expected one of the two throughout; nothing of it was taken',
  ],
  [['import', 'bytes.po'], 'bytes.po  Unexpected bytes or encoding, expected UTF-8; nothing of it was taken'],
  [['import', 'notes.txt'], 'Unexpected content of `notes.txt`, expected a kit: '],
  [['import', 'none.xlf'], 'none.xlf'],
  [
    ['export', 'guides', '--to', 'xliff'],
    'Unexpected kits for no locale, expected `--locale` with one: pl-pl',
  ],
  [['export', 'guides', '--to', 'xliff', '--locale', 'en-gb'], 'expected another than the source'],
  [['export', 'guides', '--to', 'html,xliff', '--locale', 'pl-pl'], 'Unexpected format `html` beside kits'],
  [
    ['export', 'guides', '--to', 'xliff', '--locale', 'pl-pl', '--memory', 'none.tmx'],
    'Unexpected path `none.tmx`, expected a file that exists',
  ],
  [
    ['export', 'guides', '--to', 'xliff', '--locale', 'pl-pl', '--memory', 'cut.xlf'],
    'cut.xlf:2  Unexpected `<xliff>`, expected TMX',
  ],
  [
    ['export', 'guides', '--to', 'xliff', '--locale', 'pl-pl', '--memory', 'unknown.tmx'],
    'unknown.tmx  Unexpected bytes or encoding, expected UTF-8',
  ],
  [['export', 'guides', '--to', 'xliff', '--locale', 'pl-pl', '--only', 'stael'], 'expected `stale`'],
])('%j is answered in words', async (args, words) => {
  const { stderr, code } = await run(...args)
  expect(stderr).toContain(words)
  expect(code).toBe(2)
})

test('a kit without units is told', async () => {
  writeFileSync(join(folder, 'hollow.xlf'), '<xliff version="2.1" srcLang="en-GB" trgLang="pl-PL"></xliff>')
  const { stderr, code } = await run('import', 'hollow.xlf')
  expect([stderr, code]).toEqual(['hollow.xlf: Unexpected kit without units, expected some\n', 1])
})

test('a kit of another repository, or for another locale, is refused whole', async () => {
  writeFileSync(join(folder, 'other.xlf'), readFileSync(kit, 'utf8').replace('guides/mail/', 'guides/none/'))
  expect((await run('import', 'other.xlf')).stderr).toContain(
    'expected one of a document that is here; 3 units refused',
  )
  expect((await run('import', 'kits/pl-pl/mail.xlf', '--locale', 'de-de')).stderr).toContain(
    'expected one for `de-de`',
  )
})

test('a translator’s round: what the source changed is stale, comes back, and is in step', async () => {
  const ledger = join(folder, '.hexapla/ledger/pl-pl/mail.jsonl')
  expect(readFileSync(ledger, 'utf8')).toContain('synced')
  const changed = source.replace('## Ports', '## All ports').replace('Use port 993.', 'Use port 993 alone.')
  writeFileSync(join(folder, 'guides/mail/guide.en-gb.md'), changed)
  const out = await exportTo('kits', '--only', 'stale')
  expect(out.stdout).toBe('1 kit with 2 units in 1 locale in `kits`\n')
  expect(readFileSync(kit, 'utf8')).toContain('<target>Użyj portu 993.</target>')
  const untouched = await run('import', 'kits/pl-pl/mail.xlf')
  expect(untouched.stderr).toContain('0 units written, 2 fuzzy (`--fuzzy` takes them), of 2\n')
  writeFileSync(kit, readFileSync(kit, 'utf8').replace('Użyj portu 993.', 'Użyj tylko portu 993.'))
  expect((await run('import', 'kits/pl-pl/mail.xlf')).code).toBe(0)
  expect(readFileSync(target, 'utf8')).toContain('Użyj tylko portu 993.')
  const left = await exportTo('kits2', '--only', 'stale')
  expect(left.stdout).toBe('1 kit with 1 unit in 1 locale in `kits2`\n')
})

test('a document that kits make has the addresses of its own locale', async () => {
  const other = folderOf({
    'hexapla.config.yaml': `${readFileSync(join(folder, 'hexapla.config.yaml'), 'utf8')}urls: {shop: {en-gb: https://example.com/en, pl-pl: https://example.com/pl}}\n`,
    'guides/mail/guide.en-gb.md':
      '---\ntitle: Mail\n---\n\n[Ports](#ports) [here](../phone/guide.en-gb.md), [there](../none/guide.en-gb.md), [shop](https://example.com/en/a)\n\n## Ports\n\nText.\n',
    'guides/phone/guide.en-gb.md': '---\ntitle: Phone\n---\n\n[Ports](../mail/guide.en-gb.md#ports)\n',
    'guides/none/guide.en-gb.md': '---\ntitle: None\n---\n\nText.\n',
  })
  try {
    await runCommand(exporting('po', 'kits', '--provider', 'pseudo', '--per', 'locale'), other)
    const kit = readFileSync(join(other, 'kits/pl-pl.po'), 'utf8')
    const [head = '', ...entries] = kit.split('\n\n')
    const kept = entries.filter((each) => !each.includes('msgctxt "guides/none/'))
    const named = [head, ...kept]
      .join('\n\n')
      .replace(/msgid "Ports"\nmsgstr ".*"/, 'msgid "Ports"\nmsgstr "Porty"')
    writeFileSync(join(other, 'back.po'), named)
    expect((await runCommand(['import', 'back.po', '--fuzzy'], other)).code).toBe(0)
    const made = (guide: string): string[] =>
      readFileSync(join(other, `guides/${guide}/guide.pl-pl.md`), 'utf8').match(/\]\([^)]*\)/g) ?? []
    expect(made('mail')).toEqual([
      '](#porty)',
      '](../phone/guide.pl-pl.md)',
      '](../none/guide.en-gb.md)',
      '](https://example.com/pl/a)',
    ])
    expect(made('phone')).toEqual(['](../mail/guide.pl-pl.md#ports)'])
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})

test('a translator’s round: what the source changed twice comes back fuzzy, and nothing is lost', async () => {
  const page = (...words: readonly string[]): string =>
    ['---\ntitle: Mail\n---', ...words].map((each) => `${each}\n`).join('\n')
  const other = folderOf({
    'hexapla.config.yaml': readFileSync(join(folder, 'hexapla.config.yaml')),
    'guides/mail/guide.en-gb.md': page('Use port 993.', 'Open the [panel](a.md).', 'Save it.'),
  })
  const made = (path: string): string => readFileSync(join(other, path), 'utf8')
  const put = (path: string, words: string): void => {
    writeFileSync(join(other, path), words)
  }
  const give = (...args: string[]): Promise<Result> =>
    runCommand(exporting('xliff,po', 'kits', ...args), other)
  const translateAll = (words: Readonly<Record<string, string>>): void => {
    let text = made('kits/pl-pl/mail.xlf').replace(/ *<target>.*\n/g, '')
    for (const [from, to] of Object.entries(words))
      text = text.replace(`<source>${from}</source>\n`, `<source>${from}</source>\n<target>${to}</target>\n`)
    put('kits/pl-pl/mail.xlf', text)
  }
  const link = (words: string, text: string): string =>
    text.replace(
      words,
      `<pc id="1" canCopy="no" canDelete="no" dataRefStart="d1" dataRefEnd="d2">${words}</pc>`,
    )
  try {
    await give()
    translateAll({
      Mail: 'Poczta',
      'Use port 993.': 'Użyj portu 993.',
      [link('panel', 'Open the panel.')]: link('panel', 'Otwórz panel.'),
      'Save it.': 'Zapisz.',
    })
    expect((await runCommand(['import', 'kits/pl-pl/mail.xlf'], other)).code).toBe(0)
    put(
      'guides/mail/guide.en-gb.md',
      page('Use port 993 alone.', 'Open the new [panel](a.md).', 'Save it now.'),
    )
    expect((await give('--only', 'stale')).stdout).toBe('2 kits with 3 units in 1 locale in `kits`\n')
    expect(made('kits/pl-pl/mail.po')).toContain('#| msgid "Save it."\nmsgctxt')
    expect(made('kits/pl-pl/mail.xlf')).toContain(
      '<note category="help">changed: Use port 993{+ alone+}.</note>',
    )
    translateAll({
      'Use port 993 alone.': 'Użyj tylko portu 993.',
      [link('panel', 'Open the new panel.')]: link('panel', 'Otwórz nowy panel.'),
      'Save it now.': 'Zapisz teraz.',
    })
    put(
      'guides/mail/guide.en-gb.md',
      page('Use port 993 alone.', '**Open** the new [panel](a.md) first.', 'Save it now.'),
    )
    const back = await runCommand(['import', 'kits/pl-pl/mail.xlf'], other)
    expect(back.stderr).toContain('guide.pl-pl.md: 3 units written, 1 of them fuzzy again, of 3\n')
    expect(back.code).toBe(0)
    expect(made('guides/mail/guide.pl-pl.md')).toBe(
      page('Użyj tylko portu 993.', 'Otwórz nowy [panel](a.md).', 'Zapisz teraz.').replace('Mail', 'Poczta'),
    )
    expect((await give('--only', 'stale')).stdout).toBe('2 kits with 1 unit in 1 locale in `kits`\n')
    expect(made('kits/pl-pl/mail.po')).toContain('#| msgid "Open the new <1>panel</1>."\nmsgctxt')
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})

test('words that nobody has looked at are recorded as a machine’s, until someone says that they are right', async () => {
  const other = folderOf({
    'hexapla.config.yaml': readFileSync(join(folder, 'hexapla.config.yaml')),
    'guides/mail/guide.en-gb.md': source,
  })
  const originsAfter = async (words: string): Promise<readonly unknown[]> => {
    writeFileSync(join(other, 'back.xlf'), words)
    expect((await runCommand(['import', 'back.xlf', '--fuzzy'], other)).code).toBe(0)
    return readFileSync(join(other, '.hexapla/ledger/pl-pl/mail.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly synced?: string; readonly origin?: string })
      .flatMap(({ synced, origin = 'human' }) => (synced === undefined ? [origin] : []))
  }
  try {
    await runCommand(exporting('xliff', 'kits', '--provider', 'pseudo'), other)
    const unread = readFileSync(join(other, 'kits/pl-pl/mail.xlf'), 'utf8')
    expect(await originsAfter(unread)).toEqual(['machine', 'machine', 'machine'])
    expect(await originsAfter(unread)).toEqual(['machine', 'machine', 'machine'])
    const done = unread.replaceAll('state="initial" subState="hexapla:fuzzy"', 'state="final"')
    expect(await originsAfter(done)).toEqual(['human', 'human', 'human'])
    expect(await originsAfter(unread)).toEqual(['human', 'human', 'human'])
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})

const words = '# Our words.\nkeep: [IMAP]\nterms:\n  mailbox:\n    words:\n      en-gb: mailbox # not inbox\n'
const inFolder = (name: string): string => join(folder, name)

test('the glossary goes out as a table and comes back, its comments where they were', async () => {
  writeFileSync(inFolder('guides/glossary.yaml'), words)
  const out = await run('export', '--to', 'glossary-csv', '--output', 'words', '--locale', 'en-gb', 'pl-pl')
  expect([out.stdout, out.code]).toEqual(['1 term and 1 kept name in `words/glossary.csv`\n', 0])
  const table = readFileSync(inFolder('words/glossary.csv'), 'utf8')
  const same = await run('import', 'words/glossary.csv')
  expect(same.stderr).toBe('guides/glossary.yaml: 0 added, 0 changed, of 2 terms\n')
  expect(readFileSync(inFolder('guides/glossary.yaml'), 'utf8')).toBe(words)
  const row = 'mailbox,,,mailbox,,,,,'
  expect(table).toContain(`${row}\r\n`)
  writeFileSync(inFolder('words/glossary.csv'), table.replace(row, 'mailbox,,,mailbox,,,skrzynka,skrzynk*,'))
  const shown = await run('import', 'words/glossary.csv', '--diff')
  expect(shown.stdout).toContain('+      pl-pl: [skrzynka, skrzynk*]\n')
  expect(readFileSync(inFolder('guides/glossary.yaml'), 'utf8')).toBe(words)
  expect((await run('import', 'words/glossary.csv')).code).toBe(0)
  expect(readFileSync(inFolder('guides/glossary.yaml'), 'utf8')).toBe(
    `${words}      pl-pl: [skrzynka, skrzynk*]\n`,
  )
})

test('a table that is wrong is refused whole, line by line', async () => {
  writeFileSync(inFolder('wrong.csv'), 'term;fr-fr;pl-pl froms\nport;port;x\nport;port;y\n')
  const before = readFileSync(inFolder('guides/glossary.yaml'), 'utf8')
  const { stderr, code } = await run('import', 'wrong.csv')
  expect(stderr).toBe(
    'The table cannot be taken; nothing of it was.\n' +
      'wrong.csv:1  Unexpected column `pl-pl froms`, expected `pl-pl forms`\n' +
      'wrong.csv:3  Unexpected second `port`, expected one: the first is on line 2\n',
  )
  expect(code).toBe(2)
  expect(readFileSync(inFolder('guides/glossary.yaml'), 'utf8')).toBe(before)
})

test('words that the kits translate otherwise elsewhere, and labels that are not the product’s, are told', async () => {
  const guides = ['desktop', 'laptop', 'phone', 'tablet']
  const other = folderOf({
    'hexapla.config.yaml': 'source: en-gb\nlocales: [pl-pl]\nlabels: app/{locale}.json\n',
    'app/en-gb.json': '{"save": "Save"}',
    'app/pl-pl.json': '{"save": "Zapisz"}',
    ...Object.fromEntries(
      guides.map((guide) => [
        `guides/${guide}/guide.en-gb.md`,
        `---\ntitle: A ${guide}\n---\n\n## Before you begin\n\nChoose \`**Save**\`{.action}.\n`,
      ]),
    ),
  })
  try {
    await runCommand(exporting('po', 'kits', '--per', 'locale'), other)
    const names = ['Wstęp', 'Wstęp', 'Wprowadzenie', 'Wstęp']
    const named = readFileSync(join(other, 'kits/pl-pl.po'), 'utf8')
      .replace(
        /msgid "Before you begin"\nmsgstr ""/g,
        () => `msgid "Before you begin"\nmsgstr "${names.shift()}"`,
      )
      .replace(/(msgid "Choose (.*)\."\nmsgstr )""/, '$1"Wybierz $2."')
    writeFileSync(join(other, 'back.po'), named)
    const { stderr } = await runCommand(['import', 'back.po'], other)
    expect(stderr.match(/(?<=warning {2}).*(?= {2}u)/g)).toEqual([
      'Unexpected label `Save`, expected `Zapisz`, as the product says',
      'Unexpected `Wprowadzenie` for `Before you begin`, expected `Wstęp`, as in 3 others',
    ])
  } finally {
    rmSync(other, { recursive: true })
  }
})
