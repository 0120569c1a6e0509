import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'
import { runSettings, type SettingsOptions } from '../../src/cli/settings.ts'
import { UsageError } from '../../src/cli/usage.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-settings-'))
  put('hexapla.config.yaml', 'source: en-gb\n')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Every file below the root with its text. */
function everything(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) => `${join(parentPath, name)} ${readFileSync(join(parentPath, name), 'utf8')}`,
    )
    .sort()
}

const run = (action: string, words: readonly string[] = [], options: Partial<SettingsOptions> = {}) =>
  runSettings(action, words, { cwd: root, color: false, ...options })

const endpoints = `    endpoints:
      imap: { host: in.example.net, ports: { tls: 993, starttls: 143 } }
      submission: { host: out.example.net, ports: { tls: 465, starttls: 587 } }
`
const canon = `services:\n  mx-plan:\n${endpoints}`
const guide = '---\ntitle: Mail\n---\n\n## IMAP\n\nIncoming server: in.example.net, port 993 (SSL/TLS)\n'

describe('what guides state', () => {
  beforeEach(() => {
    put('guides/settings.yaml', canon)
    put('guides/mail/guide.en-gb.md', guide)
    put('guides/mail/guide.pl-pl.md', '---\ntitle: Poczta\n---\n\n## IMAP\n\nPort 993 albo 7.\n')
    put('guides/web/guide.en-gb.md', '---\ntitle: Web\n---\n\n## Web\n\nNothing of the kind.\n')
  })

  test('is shown by place, role and encryption, with the number bound', async () => {
    const { stdout, exitCode } = await run('show', ['guides'])
    expect(exitCode).toBe(0)
    expect(stdout.replaceAll(/ {2,}/g, '  ')).toBe(`guides/mail/guide.en-gb.md  mail · en-gb · mx-plan
  7:18  host in.example.net  incoming imap  tls  line
  7:39  port 993  incoming imap  tls  line
  1 of 1 port bound

guides/mail/guide.pl-pl.md  mail · pl-pl · mx-plan
  7:6  port 993  incoming imap  sentence
  1 of 1 port bound

2 of 2 ports bound in 2 documents; 1 document states none
`)
  })

  test('is shown of some locales alone, and as JSON', async () => {
    const { stdout } = await run('show', ['guides'], { locale: ['pl-pl'], json: true })
    expect(JSON.parse(stdout)).toMatchObject([
      { path: 'guides/mail/guide.pl-pl.md', value: '993', bound: true },
    ])
    await expect(run('show', ['guides'], { locale: ['pl-pt'] })).rejects.toThrow(
      'Unexpected locale `pl-pt`, expected `pl-pl`',
    )
  })

  test('is checked by the rules of settings alone', async () => {
    put('guides/mail/guide.en-gb.md', `${guide.replace('993', '465')}\n[](x.md)\n`)
    const { stdout, exitCode } = await run('check', ['guides'], { json: true })
    const { messages } = JSON.parse(stdout) as { messages: { ruleId: string }[] }
    expect([exitCode, ...messages.map(({ ruleId }) => ruleId)]).toEqual([1, 'settings-value'])
  })
})

describe('files of other programs', () => {
  test('an import prints a settings file, and tells what it leaves out', async () => {
    put(
      'a.xml',
      '<clientConfig version="1.1">\n<emailProvider id="a.b">\n<incomingServer type="imap">\n<hostname>a.b</hostname><port>993</port><socketType>SSL</socketType>\n</incomingServer>\n<webMail/></emailProvider></clientConfig>',
    )
    const before = everything()
    expect(await run('import', ['a.xml'])).toEqual({
      stdout:
        'services:\n  a.b:\n    endpoints:\n      imap:\n        host: a.b\n        ports:\n          tls: 993\n',
      stderr: 'a.xml:6  `<webMail>` was left out: a settings file has no place for it\n',
      exitCode: 0,
    })
    expect(everything()).toEqual(before)
  })

  test.each(['autoconfig', 'srv'])('what %s has of an export, an import takes back', async (to) => {
    put('guides/settings.yaml', canon.replace('mx-plan:', 'mx-plan:\n    domains: example.net'))
    const { stdout } = await run('export', [], { to })
    put('exported', stdout)
    const { stdout: text } = await run('import', ['exported'])
    expect(text).toContain('starttls: 587')
    put('guides/settings.yaml', text)
    expect((await run('export', [], { to })).stdout).toBe(stdout)
  })

  test('a profile tells that it cannot tell STARTTLS', async () => {
    put('guides/settings.yaml', canon.replace('tls: 993, starttls: 143', 'starttls: 143'))
    const { stderr } = await run('export', ['mx-plan'], { to: 'mobileconfig' })
    expect(stderr).toContain('`UseSSL` cannot tell it from SSL/TLS')
  })
})

describe('bad input is named with its place, and nothing is written', () => {
  const xml = (port: string, host = 'a.b'): string =>
    `<clientConfig version="1.1">\n<emailProvider id="a.b">\n<incomingServer type="imap">\n<hostname>${host}</hostname>\n<port>${port}</port>\n<socketType>SSL</socketType>\n</incomingServer>\n</emailProvider>\n</clientConfig>\n`

  test.each<[name: string, file: string, text: string, says: string]>([
    [
      'a port',
      'a.xml',
      xml('70000'),
      'a.xml:5:7  Unexpected port `70000`, expected a number from 1 to 65535',
    ],
    ['a host', 'a.xml', xml('993', 'a b'), 'a.xml:4:11  Unexpected host `a b`, expected a host name'],
    ['an entity', 'a.xml', xml('993', '&a;'), 'a.xml:4:14  Unexpected entity, expected one of `&amp;`'],
    [
      'a document type',
      'a.xml',
      `<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">\n${xml('993')}`,
      'a.xml:2:41  Unexpected document type, expected XML without one',
    ],
    [
      'entities that grow',
      'a.xml',
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n${xml('993', '&b;')}`,
      'a.xml:1:60  Unexpected document type, expected XML without one',
    ],
    [
      '50 MB of XML',
      'a.xml',
      `<clientConfig>${' '.repeat(50 * 1024 * 1024)}</clientConfig>`,
      'a.xml:1:1  Unexpected XML of 52428829 characters, expected at most 1048576',
    ],
    [
      'a line of a zone cut short',
      'a.zone',
      '; mail\n_imaps._tcp.a.b. SRV 0 1 99\n',
      'a.zone:2:28  Unexpected end of the line, expected `_imaps._tcp.example.net. SRV PRIORITY WEIGHT PORT HOST`',
    ],
    ['neither', 'a.txt', 'words\n', 'a.txt:1:1  Unexpected zone without a record of mail'],
  ])('import: %s', async (_name, file, text, says) => {
    put(file, text)
    await expect(run('import', [file])).rejects.toThrow(says)
    await expect(run('import', [file])).rejects.toBeInstanceOf(UsageError)
    expect(everything()).toHaveLength(2)
  })

  test.each<[name: string, settings: string, says: string]>([
    ['a port', canon.replace('465', '70000'), 'guides/settings.yaml:5:58  Unexpected'],
    ['a host', canon.replace('in.example', 'in example'), 'guides/settings.yaml:4:21  Unexpected'],
    [
      'two services that claim one guide',
      `services:\n  a:\n    guides: mail\n${endpoints}  b:\n    guides: ma*\n${endpoints}`,
      'guides/settings.yaml:8:5  Unexpected second service `b` for the guide `mail`, expected `a` alone',
    ],
  ])('the canon: %s', async (_name, settings, says) => {
    put('guides/settings.yaml', settings)
    put('guides/mail/guide.en-gb.md', guide.replace('993', '995'))
    const before = everything()
    const options = { cwd: root, color: false, reporter: 'stylish', cache: false, fix: true } as const
    await expect(runLint(['guides'], options)).rejects.toThrow(says)
    await expect(run('show', ['guides'])).rejects.toThrow(says)
    await expect(run('check', ['guides'])).rejects.toThrow(says)
    expect(everything().filter((file) => !file.includes('.hexapla'))).toEqual(before)
  })

  test('an open region is a finding on its line, and what stands in the text is kept', async () => {
    put('guides/settings.yaml', canon)
    const text = guide.replace('Incoming', '<!-- hexapla:settings mx-plan imap -->\n\nIncoming')
    put('guides/mail/guide.en-gb.md', text)
    const options = { cwd: root, color: false, reporter: 'compact', cache: false, fix: true } as const
    const { stdout, exitCode } = await runLint(['guides'], options)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'guides/mail/guide.en-gb.md:7:1: error: Unexpected open region of settings, expected `<!-- /hexapla:settings -->` after it',
    )
    expect(readFileSync(join(root, 'guides/mail/guide.en-gb.md'), 'utf8')).toBe(text)
  })

  test.each<[action: string, words: readonly string[], options: Partial<SettingsOptions>, says: string]>([
    ['shwo', [], {}, 'Unexpected action `shwo`, expected `show`'],
    ['import', [], {}, 'Unexpected `import` without a file, expected one'],
    ['import', ['none.xml'], {}, 'Unexpected file `none.xml`, expected one that can be read'],
    ['export', [], {}, 'Unexpected export without a format, expected `--to` with one of autoconfig'],
    ['export', [], { to: 'srvs' }, 'Unexpected format `srvs`, expected `srv`'],
    ['export', ['mxplan'], { to: 'srv' }, 'Unexpected service `mxplan`, expected `mx-plan`'],
    ['export', ['mx-plan', 'more'], { to: 'srv' }, 'Unexpected `more`, expected one word behind `export`'],
  ])('%s %j %j', async (action, words, options, says) => {
    put('guides/settings.yaml', canon)
    await expect(run(action, words, options)).rejects.toThrow(says)
  })
})
