import { KitFault, type ReturnedKit, type ReturnedUnit } from './kit.ts'

/** One entry of a PO file. */
interface Draft {
  readonly line: number
  readonly isFuzzy: boolean
  msgctxt?: string
  msgid?: string
  msgstr?: string
}

type Key = 'msgctxt' | 'msgid' | 'msgstr'

/**
 * Reads PO, whatever program wrote it. Translations that are fuzzy are nobody's yet.
 * @see https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 * @throws KitFault for what is no PO, or cut off.
 */
export async function readPo(chunks: AsyncIterable<string> | Iterable<string>): Promise<ReturnedKit[]> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  const entries = entriesIn(text.replace(/^\uFEFF/, ''))
  const [head, ...rest] = entries
  if (head?.msgid !== '' || head.msgctxt !== undefined)
    throw new KitFault(head?.line ?? 1, 'Unexpected beginning, expected the header of a PO file')
  const languages = { source: field(head, 'X-Source-Language'), target: field(head, 'Language') }
  const kits = new Map<string, ReturnedUnit[]>()
  for (const { msgctxt = '', msgid = '', msgstr = '', isFuzzy, line } of rest) {
    const at = msgctxt.lastIndexOf('#')
    if (at < 0)
      throw new KitFault(
        line,
        'Unexpected entry without the context that `hexapla export` gave it, expected `msgctxt`',
      )
    const path = msgctxt.slice(0, at)
    const units = kits.get(path) ?? []
    units.push({ id: msgctxt.slice(at + 1), source: msgid, target: msgstr, isDone: !isFuzzy, line })
    kits.set(path, units)
  }
  return [...kits].map(([path, units]) => ({ path, languages, units }))
}

function field({ msgstr = '', line }: Draft, name: string): string {
  const value = new RegExp(`^${name}: *(.+?) *$`, 'im').exec(msgstr)?.[1]
  if (value === undefined) throw new KitFault(line, `Unexpected header without \`${name}\`, expected one`)
  return value.replaceAll('_', '-').replace('@', '-')
}

/** The entries of a PO file, its header first. @throws KitFault for what is no PO, or cut off. */
export function entriesIn(text: string): Draft[] {
  const entries: Draft[] = []
  let draft: Draft | undefined
  let key: Key | undefined
  let isFuzzy = false
  let line = 0
  const end = (): void => {
    if (!draft) return
    if (draft.msgid === undefined || draft.msgstr === undefined)
      throw new KitFault(
        draft.line,
        `Unexpected end of the entry, expected \`${draft.msgid === undefined ? 'msgid' : 'msgstr'}\``,
      )
    entries.push(draft)
    draft = undefined
  }
  for (const content of text.split(/\r?\n/)) {
    line++
    const words = content.trim()
    if (words === '') continue
    if (words.startsWith('#')) {
      if (draft?.msgstr !== undefined) end()
      // Flags may stand in several lines; those of an entry that is out of use are none of the next one's.
      if (words.startsWith('#~')) isFuzzy = false
      else if (words.startsWith('#,')) isFuzzy ||= /\bfuzzy\b/.test(words)
      continue
    }
    const match = /^(msgctxt|msgid|msgstr)?\s*(".*)$/s.exec(words)
    if (!match) throw new KitFault(line, `Unexpected \`${words.slice(0, 40)}\`, expected a line of PO`)
    const [, name, string = ''] = match
    if (name !== undefined) {
      if (draft && (draft.msgstr !== undefined || name === 'msgctxt')) end()
      if (!draft) {
        draft = { line, isFuzzy }
        isFuzzy = false
      }
      key = name as Key
      if (draft[key] !== undefined) throw new KitFault(line, `Unexpected second \`${key}\`, expected one`)
    }
    if (!draft || !key) throw new KitFault(line, 'Unexpected text before the first entry, expected `msgid`')
    draft[key] = (draft[key] ?? '') + unquoted(string, line)
  }
  end()
  return entries
}

const meanings: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  f: '\f',
  a: '\u0007',
  b: '\b',
}

function unquoted(string: string, line: number): string {
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(string))
    throw new KitFault(line, 'Unexpected end of the text, expected `"`')
  return string
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)/gs, (_, code: string) =>
      /^[0-7]/.test(code)
        ? String.fromCharCode(Number.parseInt(code, 8))
        : code.length > 1
          ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
          : (meanings[code] ?? code),
    )
}
