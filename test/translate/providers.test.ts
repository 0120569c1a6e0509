import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postJsonWithin } from '../../src/io/post.ts'
import { runProgram } from '../../src/io/program.ts'
import { codeFaults, type Code } from '../../src/l10n/phrase.ts'
import { ask, type Judge } from '../../src/translate/ask.ts'
import { chatProvider } from '../../src/translate/chat.ts'
import { commandProvider } from '../../src/translate/command.ts'
import { deeplProvider } from '../../src/translate/deepl.ts'
import type { Asked, Provider, Request } from '../../src/translate/provider.ts'
import { pseudo } from '../../src/translate/pseudo.ts'

const request: Request = { languages: { source: 'en-GB', target: 'pt-PT' }, terms: [['mailbox', 'caixa']] }
const codes: Code[] = [
  { kind: 'pair', open: '**', close: '**' },
  { kind: 'lone', text: '`a`' },
]
const asked: Asked[] = Array.from({ length: 100 }, (_, index) => ({
  id: `u${index}`,
  words: `Open <1>the mailbox</1> & {2} < number ${index}.`,
  context: ['Ports'],
}))
const judge: Judge = (_, words) => codeFaults(words, codes)

/** What the server was asked, and how it is to fail next. */
const seen: { headers: IncomingMessage['headers']; body: Record<string, unknown> }[] = []
let failures: ((response: ServerResponse) => void)[] = []
const waits: number[] = []

const server: Server = createServer((incoming, response) => {
  let text = ''
  incoming.setEncoding('utf8').on('data', (part: string) => (text += part))
  incoming.on('end', () => {
    const body = JSON.parse(text) as Record<string, unknown>
    seen.push({ headers: incoming.headers, body })
    const fail = failures.shift()
    if (fail) fail(response)
    else response.end(JSON.stringify(incoming.url === '/v2/translate' ? deepl(body) : chat(body)))
  })
})

/** As DeepL documents it. */
function deepl({ text }: Record<string, unknown>): unknown {
  return {
    translations: (text as string[]).map((words) => ({
      detected_source_language: 'EN',
      text: words.replace('Open', 'Abra'),
    })),
  }
}

/** As OpenAI documents it; one answer in ten has lost a tag, whenever it is asked for. */
function chat({ messages }: Record<string, unknown>): unknown {
  const list = JSON.parse((messages as { content: string }[])[1]?.content ?? '[]') as Asked[]
  const answers = list.map(({ id, words }) => ({
    id,
    words: id.endsWith('3') ? words.replace('{2}', '') : words.replace('Open', 'Abra'),
  }))
  return {
    choices: [{ message: { role: 'assistant', content: '```json\n' + JSON.stringify(answers) + '\n```' } }],
  }
}

let url = ''
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const behind = (path: string) => ({
  url: url + path,
  headers: { authorization: 'Bearer secret-key' },
  post: postJsonWithin(),
  wait: (milliseconds: number) => Promise.resolve(void waits.push(milliseconds)),
})

describe('a server', () => {
  test('that chats: each broken answer is refused and named, after it was asked for again', async () => {
    const { answers, refused, silent } = await ask(asked, chatProvider(behind('/v1'), 'm'), request, judge)
    expect(answers.size).toBe(90)
    expect(answers.get('u0')).toBe('Abra <1>the mailbox</1> & {2} < number 0.')
    expect(refused.map(({ id }) => id)).toEqual(asked.map(({ id }) => id).filter((id) => id.endsWith('3')))
    expect(refused[0]?.reasons).toEqual(['Expected `{2}` once, found it not'])
    expect(silent).toEqual([])
    expect(seen.at(-1)?.headers.authorization).toBe('Bearer secret-key')
    expect(JSON.stringify(seen[0]?.body)).toContain('mailbox = caixa')
  })

  test('of DeepL: tags go and come as elements', async () => {
    const { answers, refused } = await ask(asked, deeplProvider(behind('/v2/translate')), request, judge)
    expect(refused).toEqual([])
    expect(answers.get('u7')).toBe('Abra <1>the mailbox</1> & {2} < number 7.')
    expect(seen.at(-1)?.body).toMatchObject({ source_lang: 'EN', target_lang: 'PT-PT', tag_handling: 'xml' })
  })

  test('that is busy, fails, hangs up or talks nonsense is asked again, and waited for as it wishes', async () => {
    waits.length = 0
    failures = [
      (response) => response.writeHead(429, { 'retry-after': '7' }).end(),
      (response) => response.writeHead(503).end('oops'),
      (response) => response.destroy(),
      (response) => response.end('<html>'),
    ]
    const { answers } = await ask(asked.slice(0, 2), deeplProvider(behind('/v2/translate')), request, judge)
    expect(answers.size).toBe(2)
    expect(waits).toEqual([7000, 1000, 2000, 4000])
  })

  const slow: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ['says nothing', () => undefined],
    [
      'sends its head alone',
      (response) => {
        response.writeHead(200).flushHeaders()
      },
    ],
    [
      'lets its answer drip',
      (response) => {
        const drip = setInterval(() => response.write(' '), 20)
        response.on('close', () => {
          clearInterval(drip)
        })
      },
    ],
  ]

  test.each(slow)(
    'that %s is left in time, asked again, and what it answered before is kept',
    async (_, fail) => {
      const kept = new Map<string, string>()
      const keeper = {
        get: (words: string) => kept.get(words),
        put: (pairs: readonly (readonly [string, string])[]) => {
          for (const [words, answer] of pairs) kept.set(words, answer)
          return Promise.resolve()
        },
      }
      const provider = deeplProvider({ ...behind('/v2/translate'), post: postJsonWithin(150) })
      const answering = (response: ServerResponse): void =>
        void response.end(JSON.stringify(deepl(seen.at(-1)?.body ?? {})))
      failures = [answering, ...Array.from({ length: 5 }, () => fail)]
      const error: unknown = await ask(asked, provider, request, judge, keeper).catch(
        (reason: unknown) => reason,
      )
      expect(failures).toEqual([])
      expect(String(error)).toContain('Unexpected lack of a whole answer within 0.15 s at `127.0.0.1')
      expect(kept.size).toBe(50)
      const before = seen.length
      failures = [fail]
      expect((await ask(asked, provider, request, judge, keeper)).answers.size).toBe(100)
      expect(seen.length - before).toBe(2)
    },
  )

  test.each([
    [401, 1],
    [500, 5],
  ])('that answers %i is asked %i times, and the key is not in the words', async (status, times) => {
    const before = seen.length
    failures = Array.from(
      { length: 9 },
      () => (response: ServerResponse) => void response.writeHead(status).end(),
    )
    const failing = ask(asked, deeplProvider(behind('/v2/translate')), request, judge)
    const error: unknown = await failing.catch((reason: unknown) => reason)
    failures = []
    expect(String(error)).toContain(`Unexpected status ${status} at \`127.0.0.1`)
    expect(String(error)).not.toContain('secret')
    expect(seen.length - before).toBe(times)
  })
})

const program = (script: string): Provider =>
  commandProvider([process.execPath, '-e', script], (command, input, signal) =>
    runProgram('.', command, input, signal),
  )
const reading =
  "const [head, ...lines] = require('fs').readFileSync(0, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));"

describe('a program', () => {
  test('reads and writes lines of JSON', async () => {
    const script = `${reading} for (const { id, words } of lines.reverse()) console.log(JSON.stringify({ id, words: words.replace('Open', head.target) }))`
    const { answers } = await ask(asked, program(script), request, judge)
    expect(answers.get('u5')).toBe('pt-PT <1>the mailbox</1> & {2} < number 5.')
    expect(answers.size).toBe(100)
  })

  test.each([
    ["console.log('hello')", 'Unexpected line 1'],
    ['process.exit(3)', 'Unexpected exit code 3 of'],
  ])('%s is told', async (script, words) => {
    await expect(ask(asked, program(script), request, judge)).rejects.toThrow(words)
  })
})

test('a program that is not there is told at once, and nothing waits for it', async () => {
  const gone = commandProvider(['no-such-program'], (command, input) => runProgram('.', command, input))
  await expect(ask(asked, gone, request, judge)).rejects.toThrow(
    'Unexpected absence of `no-such-program`, expected a program that can be run',
  )
  expect(process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length).toBeLessThan(3)
})

test('a server that is not there is told as that', async () => {
  const closed = createServer()
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(closed.address() as AddressInfo).port}`
  await new Promise((done) => closed.close(done))
  await expect(
    ask(asked, deeplProvider({ ...behind(''), url: `http://${host}` }), request, judge),
  ).rejects.toThrow(`Unexpected failure to connect (ECONNREFUSED) at \`${host}\``)
})

test('what was answered is kept, and not asked for again', async () => {
  const kept = new Map<string, string>()
  let count = 0
  const provider: Provider = {
    name: 'test',
    batch: 10,
    translate: (list) => {
      count += list.length
      if (count > 30) throw new Error('cut short')
      return Promise.resolve(new Map(list.map(({ id, words }) => [id, words])))
    },
  }
  const keeper = {
    get: (words: string) => kept.get(words),
    put: (answers: readonly (readonly [string, string])[]) => {
      for (const [words, answer] of answers) kept.set(words, answer)
      return Promise.resolve()
    },
  }
  await expect(ask(asked, provider, request, judge, keeper)).rejects.toThrow('cut short')
  expect(kept.size).toBe(30)
  count = -1000
  await ask(asked, provider, request, judge, keeper)
  expect(count).toBe(-930)
})

test.each([
  [
    'Open <1>the</1> {2} &copy; at example.com with --fix',
    'Öþééñ <1>ţĥéé</1> {2} &copy; ááţ example.com ŵííţĥ --fix',
  ],
  ['{{name}} %s $x 打开', '{{name}} %s $x 打开ː'],
])('pseudo: %s', (words, expected) => {
  expect(pseudo(words)).toBe(expected)
})

test('pseudo from right to left', () => {
  expect(pseudo('Open <1>it</1>', 'rtl')).toBe('סעהנ <1>טר</1>')
})
