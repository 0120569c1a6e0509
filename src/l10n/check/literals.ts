import type { Phrase } from '../phrase.ts'
import { missingFrom, type Check } from './check.ts'

/** What every language writes alike, each with a sign without which it need not be looked for. */
const kinds: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  // Addresses of mail.
  { sign: /@/, pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  // Hosts.
  {
    sign: /[a-z\d-]\.[a-z]/,
    pattern: /(?<![\p{sc=Latin}\p{N}.@/_-])(?:[a-z\d-]{2,63}\.){1,8}[a-z]{2,24}(?![\p{sc=Latin}\p{N}(@])/gu,
  },
  // Options.
  { sign: /(?:^|\s)-/, pattern: /(?<=^|\s)--?[a-z][\w-]{1,60}/g },
  // Places for values.
  {
    sign: /[%$]|\{\{/,
    pattern: /%(?:\d\$)?[sdif]\b|%\(\w{1,60}\)[sdif]|\$\{\w{1,60}\}|\{\{\s?\w{1,60}\s?\}\}/g,
  },
]

/** Paths of files; a name of the reader's own may be translated: `~/my-pictures`. */
const path = /(?<=^|[\s("'«“„])(?:(?:~|\.{1,2})?(?:\/[\w.-]{1,60}){2,12}|[A-Z]:(?:\\[\w.-]{1,60}){1,12})/gu

/** A file by its ending: `my-letter.pdf`. */
const file =
  /\.(?:astro|bat|cfg|conf|css|csv|docx?|exe|gif|html?|ini|jpe?g|jsx?|json|log|mdx?|mjs|pdf|php|png|py|rs|sh|svg|toml|tsx?|txt|vue|webp|xlsx?|xml|ya?ml|zip)$/

/** A word goes on behind markup: `<1>RIAPI</1>-compliant` has no option. */
function textOf({ text }: Phrase): string {
  return text.replace(/<\d+>/g, ' ').replace(/<\/\d+>|\{\d+\}/g, '\uFFFC')
}

/** An e-mail address, host, option, file name, path or place for a value that the source has and that is gone. */
export const literals: Check = {
  id: 'literals',
  severity: 'error',
  *find({ source, target }) {
    const asked = kinds.filter(({ sign }) => sign.test(source.text))
    const hasPath = /(?<!<)[/\\][\w.-]/.test(source.text)
    if (asked.length === 0 && !hasPath) return
    const [from, to] = [textOf(source), textOf(target)]
    const isGone = (pattern: RegExp): string[] =>
      missingFrom(from.match(pattern) ?? [], to.match(pattern) ?? [])
    for (const each of asked.flatMap(({ pattern }) => isGone(pattern))) {
      const reason = `Unexpected text without \`${each}\`, expected it as in the source`
      yield file.test(each) ? { lesser: reason } : reason
    }
    for (const each of hasPath ? isGone(path) : [])
      yield { lesser: `Unexpected text without \`${each}\`, expected it as in the source` }
  },
}
