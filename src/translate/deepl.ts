import { fieldOf } from './chat.ts'
import { postUntilAnswered, type Server } from './post.ts'
import type { Provider } from './provider.ts'

/**
 * DeepL: tags go as elements of XML, which it keeps.
 * @see https://developers.deepl.com/docs/api-reference/translate
 */
export function deeplProvider(server: Server): Provider {
  return {
    name: 'deepl',
    batch: 50,
    translate: async (asked, { languages, signal }) => {
      const body = {
        text: asked.map(({ words }) => toXml(words)),
        source_lang: languages.source.split('-', 1)[0]?.toUpperCase(),
        target_lang: targetOf(languages.target),
        tag_handling: 'xml',
        preserve_formatting: true,
      }
      const list = fieldOf(await postUntilAnswered(server, body, signal), 'translations')
      const texts = Array.isArray(list) ? list.map((each) => fieldOf(each, 'text')) : []
      return new Map(
        asked.flatMap(({ id }, index): [string, string][] => {
          const text = texts[index]
          return typeof text === 'string' ? [[id, fromXml(text)]] : []
        }),
      )
    },
  }
}

/** Only English, Portuguese and Chinese are told apart by region or script. */
function targetOf(tag: string): string {
  const [language = '', rest] = tag.split('-')
  return rest !== undefined && ['en', 'pt', 'zh'].includes(language)
    ? `${language}-${rest}`.toUpperCase()
    : language.toUpperCase()
}

function toXml(words: string): string {
  return words.replace(
    /<(\/?)(\d+)>|\{(\d+)\}|[&<>]/g,
    (found, slash?: string, pair?: string, lone?: string) => {
      if (pair !== undefined) return `<${slash ?? ''}g${pair}>`
      return lone === undefined ? `&#${found.charCodeAt(0)};` : `<x${lone}/>`
    },
  )
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function fromXml(text: string): string {
  return text
    .replace(/<(\/?)g(\d+)>/g, '<$1$2>')
    .replace(/<x(\d+)\s?\/>|<x(\d+)><\/x\2>/g, (_, a?: string, b?: string) => `{${a ?? b ?? ''}}`)
    .replace(/&(?:#(\d+)|(\w+));/g, (found, code?: string, name?: string) =>
      code === undefined
        ? (named[name ?? ''] ?? found)
        : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
}
