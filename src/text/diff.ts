import { formatPatch, OMIT_HEADERS, structuredPatch, type StructuredPatch } from 'diff'

/** Texts that differ in more lines than this are shown as one replaced by the other: finding less takes too long. */
const mostChanges = 4000

const contextLines = 3

/**
 * What turns one text into the other, as a patch that `git apply` takes and that gives the exact bytes: line ends,
 * byte order mark and a missing final line end included. Empty where the two are equal.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const [from, to] = [quoted(`a/${path}`), quoted(`b/${path}`)]
  // The first line keeps git from reading a text that is or becomes empty as a file made or deleted.
  const header = `diff --git ${from} ${to}\n--- ${from}${nameEnd(from)}\n+++ ${to}${nameEnd(to)}\n`
  const options = { context: contextLines, maxEditLength: mostChanges }
  const patch =
    structuredPatch('', '', before, after, undefined, undefined, options) ?? replacing(before, after)
  return header + formatPatch(patch, OMIT_HEADERS)
}

/** As git does: a tab behind a name with a space in it, so that no one takes its end for a date. */
function nameEnd(name: string): string {
  return !name.startsWith('"') && name.includes(' ') ? '\t' : ''
}

const special = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"\\]/gu
const escapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** A name as git writes it: between quotes, with octal bytes, where it holds what cannot stand in a line. */
function quoted(name: string): string {
  const safe = name.replace(special, (character) => escapes[character] ?? octal(character))
  return safe === name ? name : `"${safe}"`
}

function octal(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('')
}

function replacing(before: string, after: string): StructuredPatch {
  const [removed, added] = [hunkLines(before, '-'), hunkLines(after, '+')]
  const hunk = {
    oldStart: 1,
    oldLines: removed.count,
    newStart: 1,
    newLines: added.count,
    lines: [...removed.lines, ...added.lines],
  }
  return { oldFileName: '', newFileName: '', oldHeader: undefined, newHeader: undefined, hunks: [hunk] }
}

function hunkLines(text: string, sign: '-' | '+'): { count: number; lines: string[] } {
  if (text === '') return { count: 0, lines: [] }
  const lines = text.split('\n').map((line) => sign + line)
  const count = text.endsWith('\n') ? lines.length - 1 : lines.length
  return {
    count,
    lines: text.endsWith('\n') ? lines.slice(0, -1) : [...lines, '\\ No newline at end of file'],
  }
}
