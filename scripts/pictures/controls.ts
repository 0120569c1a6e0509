import { chevron, padlock, tick } from './signs.ts'
import { at, box, color, disc, framed, round, stroke, text, words } from './svg.ts'

/** A surface that stands off the ground. */
export function card(x: number, y: number, width: number, height: number, rx = 12): string {
  return [
    box(x, y + 5, width, height, { rx, fill: color.ink, 'fill-opacity': 0.1 }),
    framed(x, y, width, height, { rx }),
  ].join('\n')
}

/** A window with its title bar; the children's corner is the window's. */
export function pane(
  x: number,
  y: number,
  width: number,
  height: number,
  ...children: readonly string[]
): string {
  const buttons = [0, 1, 2].map((n) => disc(width - 22 - n * 18, 17, 5, { fill: color.bar }))
  const bar = stroke(`M0 34H${width}`, { stroke: color.line, 'stroke-width': 1.5 })
  return at(x, y, card(0, 0, width, height), ...buttons, bar, ...children)
}

/** A field for one value: the bar above it stands for its label. */
export function field(x: number, y: number, width: number, ...value: readonly string[]): string {
  return at(x, y, words(0, 0, 64), framed(0, 16, width, 34, { fill: color.subtle }), ...value)
}

/** What stands in a field. */
export function value(content: string, size = 16): string {
  return text(14, round(33 + size * 0.36), content, { 'font-size': size, 'font-weight': 600 })
}

/** A whole mail address in a field; `tail` is how long its domain is drawn. */
export function address(tail = 92): string {
  return [
    words(14, 29, 54, color.grey),
    text(75, 38, '@', { 'font-weight': 600 }),
    words(98, 29, tail, color.grey),
  ].join('\n')
}

/** A password in a field, hidden. */
export const hidden: string = dots(20, 33, 8)

/** A padlock and a word in a field: the connection is encrypted. */
export function encrypted(length = 52): string {
  return [padlock(14, 23), words(42, 29, length, color.grey)].join('\n')
}

/** Dots in place of letters. */
export function dots(x: number, y: number, count: number): string {
  return Array.from({ length: count }, (_, n) => disc(x + n * 14, y, 4, { fill: color.ink })).join('\n')
}

export function button(x: number, y: number, width: number, kind: 'main' | 'other' = 'main'): string {
  const [fill, edge, bar] =
    kind === 'main' ? [color.accent, color.accent, color.surface] : [color.surface, color.line, color.bar]
  const inner = width - 40
  return [framed(x, y, width, 34, { rx: 17, fill, stroke: edge }), words(x + 20, y + 13, inner, bar)].join(
    '\n',
  )
}

export function checkbox(x: number, y: number, label: number): string {
  return [
    box(x, y, 20, 20, { rx: 5, fill: color.accent }),
    tick(x + 4, y + 5),
    words(x + 30, y + 6, label),
  ].join('\n')
}

export function toggle(x: number, y: number, state: 'on' | 'off'): string {
  const isOn = state === 'on'
  return [
    box(x, y, 34, 20, { rx: 10, fill: isOn ? color.good : color.bar }),
    disc(x + (isOn ? 24 : 10), y + 10, 7.5, { fill: color.surface }),
  ].join('\n')
}

export function menuItem(y: number, width: number, icon: string, label: number, chosen = false): string {
  const ground = chosen ? [box(8, 4, width - 16, 36, { fill: color.tint })] : []
  return at(0, y, ...ground, icon, words(50, 18, label, chosen ? color.accent : color.bar))
}

/** A letter's row: who, what, when. */
export function letter(icon: string, x: number, y: number, width: number): string {
  return [
    icon,
    words(x + 34, y - 1, width * 0.3),
    words(x + 34, y + 12, width * 0.55, color.ground),
    stroke(`M${x} ${y + 32}h${width}`, { stroke: color.ground }),
  ].join('\n')
}

/** A row of a list: what stands in it, from left to right; `label` is the length of its words. */
export interface Row {
  /** Drawn around the middle of a square of 24, whose corner is the origin. */
  readonly icon?: string
  readonly label?: number
  /** Drawn with its left at the origin and its middle at height 0, behind the label. */
  readonly value?: string
  readonly chosen?: boolean
  readonly end?: 'chevron' | 'on' | 'off' | 'tick'
}

export const rowHeight = 36

/** Rows on one surface, one below the other. */
export function list(x: number, y: number, width: number, rows: readonly Row[]): string {
  const lines = rows.slice(1).map((_, n) => {
    const height = (n + 1) * rowHeight
    return stroke(`M10 ${height}H${width - 10}`, { stroke: color.ground, 'stroke-width': 1.5 })
  })
  const drawn = rows.map((row, n) => at(0, n * rowHeight, ...partsOf(row, width)))
  return at(x, y, framed(0, 0, width, rows.length * rowHeight, { rx: 10 }), ...lines, ...drawn)
}

function partsOf({ icon, label = 60, value: shown, chosen = false, end }: Row, width: number): string[] {
  const left = icon === undefined ? 14 : 44
  const middle = rowHeight / 2
  const valueLeft = label === 0 ? left : left + label + 12
  const ends = {
    chevron: () => chevron(width - 18, middle),
    on: () => toggle(width - 44, middle - 10, 'on'),
    off: () => toggle(width - 44, middle - 10, 'off'),
    tick: () => tick(width - 26, middle - 5, color.accent),
  } as const
  return [
    ...(chosen ? [box(4, 4, width - 8, rowHeight - 8, { fill: color.tint })] : []),
    ...(icon === undefined ? [] : [at(12, middle - 12, icon)]),
    ...(label === 0 ? [] : [words(left, middle - 4, label, chosen ? color.accent : color.bar)]),
    ...(shown === undefined ? [] : [at(valueLeft, middle, shown)]),
    ...(end === undefined ? [] : [ends[end]()]),
  ]
}

/** A sign on a small tinted square, for a row. */
export function tinted(sign: string): string {
  return [box(1, 1, 22, 22, { rx: 6, fill: color.tint }), sign].join('\n')
}

/** Rows that are not meant, by the lengths of their words. */
export function others(labels: readonly number[]): Row[] {
  const icon = box(1, 1, 22, 22, { rx: 6, fill: color.bar })
  return labels.map((label) => ({ icon, label, end: 'chevron' }))
}

/** Letters and numbers in a row. */
export function rowText(content: string, size = 13): string {
  return text(0, 4.5, content, { 'font-size': size, 'font-weight': 600 })
}

/** What else a row may show: a hidden password, words, a mail address. */
export const rowValue: Readonly<Record<'hidden' | 'words' | 'address', string>> = {
  hidden: dots(4, 0, 5),
  words: words(0, -4, 48, color.grey),
  address: [words(0, -4, 20, color.grey), at(23, 0, rowText('@')), words(39, -4, 32, color.grey)].join('\n'),
}
