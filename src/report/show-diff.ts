import { terminalSafe, visibleSpace } from './escape.ts'
import { paletteOf, type Paint, type Palette } from './palette.ts'

/**
 * A unified diff for a reader at a terminal: coloured, the characters that change set off from their line, spaces at
 * a line's end made visible, and with nothing in it that the terminal would obey. It is no patch any more: what goes
 * to a file or a pipe is the diff itself.
 */
export function showDiff(diff: string, color: boolean): string {
  const palette = paletteOf(color)
  const lines = diff.split('\n')
  const shown: string[] = []
  for (let at = 0; at < lines.length;) {
    const removed = runOf(lines, at, '-')
    const added = runOf(lines, at + removed, '+')
    if (removed + added === 0 || isName(lines[at] ?? '')) {
      shown.push(plainLine(lines[at] ?? '', palette))
      at++
      continue
    }
    shown.push(
      ...changedLines(
        lines.slice(at, at + removed),
        lines.slice(at + removed, at + removed + added),
        palette,
      ),
    )
    at += removed + added
  }
  return shown.join('\n')
}

function runOf(lines: readonly string[], start: number, sign: string): number {
  let end = start
  while (lines[end]?.startsWith(sign) && !isName(lines[end] ?? '')) end++
  return end - start
}

/** `--- a/mail/guide.md`; a removed line that begins with two hyphens and a space looks the same, and is shown so. */
function isName(line: string): boolean {
  return /^(?:---|\+\+\+) /.test(line)
}

function plainLine(line: string, { plain, faint, strong }: Palette): string {
  const paint: Paint = line.startsWith('diff --git ')
    ? strong
    : /^(?:[-+]{3} |@@ |\\ )/.test(line)
      ? faint
      : plain
  return paint(safe(line))
}

/** Lines that take the place of as many others are held side by side; else each is new or gone as a whole. */
function changedLines(removed: readonly string[], added: readonly string[], palette: Palette): string[] {
  const { good, severity, changed } = palette
  const isPaired = removed.length === added.length
  const paint = (line: string, other: string | undefined, own: Paint): string => {
    if (!isPaired || other === undefined) return own(safe(withVisibleEnd(line)))
    const { start, end } = difference(line, other)
    const middle = line.slice(start, line.length - end)
    const parts = [
      own(safe(line.slice(0, start))),
      middle === '' ? '' : own(changed(safe(withVisibleEnd(middle)))),
      end === 0 ? '' : own(safe(withVisibleEnd(line.slice(line.length - end)))),
    ]
    return parts.join('')
  }
  return [
    ...removed.map((line, index) => paint(line, added[index], severity.error)),
    ...added.map((line, index) => paint(line, removed[index], good)),
  ]
}

/** How many characters two lines share at their starts, their signs aside, and at their ends; no pair of surrogates is cut. */
function difference(line: string, other: string): { readonly start: number; readonly end: number } {
  const most = Math.min(line.length, other.length)
  let start = 1
  while (start < most && line[start] === other[start]) start++
  if (isLow(line, start) || isLow(other, start)) start--
  let end = 0
  while (end < most - start && line.at(-1 - end) === other.at(-1 - end)) end++
  if (isLow(line, line.length - end)) end--
  return { start, end }
}

function isLow(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]$/.test(text.charAt(at))
}

function withVisibleEnd(line: string): string {
  return line.replace(/[ \t\u00a0\u202f]+$/, visibleSpace)
}

function safe(line: string): string {
  return line.split('\t').map(terminalSafe).join('\t')
}
