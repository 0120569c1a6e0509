import { answerOf } from './command.ts'
import { postUntilAnswered, type Server } from './post.ts'
import type { Asked, Provider, Request } from './provider.ts'

/** A server that chats as OpenAI's does: `/chat/completions`. */
export function chatProvider(server: Server, model: string): Provider {
  return {
    name: 'chat',
    batch: 20,
    translate: async (asked, request) => {
      const body = { model, temperature: 0, messages: messagesFor(asked, request) }
      const url = `${server.url.replace(/\/$/, '')}/chat/completions`
      return answersIn(contentOf(await postUntilAnswered({ ...server, url }, body, request.signal)))
    },
  }
}

function messagesFor(asked: readonly Asked[], { languages, terms }: Request): object[] {
  const rules = [
    `Translate the words of a help centre from ${languages.source} to ${languages.target}.`,
    'Tags such as <1>…</1> and {2} stand for markup: keep each exactly once, around or at the words that it belongs to.',
    'Keep numbers, addresses, names of files and options, and quotation marks in pairs. Add nothing, leave nothing out.',
    ...(terms.length > 0
      ? [`Call things so: ${terms.map(([from, to]) => `${from} = ${to}`).join('; ')}.`]
      : []),
    'Answer with JSON alone: a list of {"id": …, "words": …}, one for each that you were given.',
  ]
  return [
    { role: 'system', content: rules.join('\n') },
    { role: 'user', content: JSON.stringify(asked) },
  ]
}

function contentOf(reply: unknown): string {
  const choices = fieldOf(reply, 'choices')
  const message = fieldOf(Array.isArray(choices) ? choices[0] : undefined, 'message')
  const content = fieldOf(message, 'content')
  return typeof content === 'string' ? content : ''
}

/** A field of something that may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** Models like to put a fence around what they say. */
function answersIn(content: string): Map<string, string> {
  const start = content.indexOf('[')
  const end = content.lastIndexOf(']')
  try {
    const list: unknown = JSON.parse(content.slice(start, end + 1))
    const answers = Array.isArray(list) ? list.flatMap((each) => answerOf(each) ?? []) : []
    return new Map(answers.map(({ id, words }) => [id, words]))
  } catch {
    return new Map()
  }
}
