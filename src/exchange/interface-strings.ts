import { aliasesOf, type Config, type InterfaceStrings } from '../corpus/config.ts'
import { languageOf, languageTagOf, type Locale } from '../corpus/locale.ts'
import { KitFault } from './kit.ts'
import { readStrings, sourceStrings } from './strings.ts'

type TextAt = (path: string) => string | undefined

/** What the files say that a config names as the product's own: a locale has what it has files of; or what is wrong with one. */
export function interfaceStrings(
  config: Config,
  textAt: TextAt,
): { readonly strings: InterfaceStrings } | { readonly problem: string } {
  const { source, locales, labels } = config
  const found = new Map<Locale, Map<string, string>>()
  for (const [place, pattern] of labels.entries()) {
    const texts = new Map<Locale, ReadonlyMap<string, string>>()
    for (const locale of new Set([...(source === undefined ? [] : [source]), ...locales])) {
      const strings = stringsOf(pattern, namesOf(locale, config), textAt)
      if (strings && 'problem' in strings) return strings
      if (strings) texts.set(locale, strings)
    }
    if (texts.size === 0) {
      const example = pattern.replaceAll('{locale}', source ?? locales[0] ?? 'en')
      return {
        problem: `Unexpected \`labels: ${pattern}\` in the config, expected a file of one of its locales, such as \`${example}\``,
      }
    }
    const own = sourceStrings(
      pattern,
      [...texts.values()].flatMap((strings) => [...strings.keys()]),
    )
    if (source !== undefined && own && !texts.has(source)) texts.set(source, own)
    for (const [locale, strings] of texts) {
      const all = found.get(locale) ?? new Map<string, string>()
      found.set(locale, all)
      // Two files may have the same keys.
      for (const [key, text] of strings) all.set(`${place}\n${key}`, text)
    }
  }
  const strings = Array.from(found, ([locale, all]) => [locale, Object.fromEntries(all)] as const)
  return { strings: Object.fromEntries(strings) }
}

/** How files may name a locale: `pl-pl`, `pl-PL`, `pl_PL`, `pl`. */
function namesOf(locale: Locale, config: Config): string[] {
  const aliases = aliasesOf(config)
  const names = [locale, languageTagOf(locale, aliases), languageOf(locale, aliases)]
  return [...new Set(names.flatMap((name) => [name, name.replaceAll('-', '_')]))]
}

function stringsOf(
  pattern: string,
  names: readonly string[],
  textAt: TextAt,
): ReadonlyMap<string, string> | { readonly problem: string } | undefined {
  for (const name of names) {
    const path = pattern.replaceAll('{locale}', name)
    const text = textAt(path)
    if (text === undefined) continue
    try {
      return readStrings(text, path)
    } catch (error) {
      if (error instanceof KitFault) return { problem: `${path}:${error.line}  ${error.reason}` }
      throw error
    }
  }
  return undefined
}
