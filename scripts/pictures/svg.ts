/** The colours of every picture: light, and so that each stands off its ground by enough to be seen. */
export const color = {
  ground: '#edf1f8',
  surface: '#ffffff',
  subtle: '#f6f8fc',
  line: '#cbd5e4',
  bar: '#d5ddea',
  grey: '#8493ab',
  ink: '#26344f',
  accent: '#2f6bea',
  tint: '#e2ebff',
  mark: '#d9480f',
  good: '#2b9a5e',
} as const

const [width, height] = [720, 400]
const fontFamily = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

export type Attributes = Readonly<Record<string, string | number>>
export type Point = readonly [x: number, y: number]

function tag(name: string, attributes: Attributes): string {
  return [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')
}

export function shape(name: string, attributes: Attributes): string {
  return `<${tag(name, attributes)}/>`
}

function indented(parts: readonly string[]): string[] {
  return parts.flatMap((part) => part.split('\n')).map((line) => `  ${line}`)
}

/** Parts moved so that their corner is at a point. */
export function at(x: number, y: number, ...parts: readonly string[]): string {
  return [`<${tag('g', { transform: `translate(${x} ${y})` })}>`, ...indented(parts), '</g>'].join('\n')
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: Attributes = {},
): string {
  return shape('rect', { x, y, width, height, rx: 6, fill: color.surface, ...attributes })
}

export function framed(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: Attributes = {},
): string {
  return box(x, y, width, height, { stroke: color.line, 'stroke-width': 1.5, ...attributes })
}

export function disc(x: number, y: number, r: number, attributes: Attributes = {}): string {
  return shape('circle', { cx: x, cy: y, r, ...attributes })
}

export function stroke(d: string, attributes: Attributes = {}): string {
  return shape('path', {
    d,
    fill: 'none',
    stroke: color.grey,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...attributes,
  })
}

/** What reads alike in every language: numbers, hosts, names of protocols. */
export function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return `<${tag('text', { x, y, 'font-size': 16, fill: color.ink, ...attributes })}>${content}</text>`
}

/** A grey bar that stands for a line of words. */
export function words(x: number, y: number, width: number, fill: string = color.bar): string {
  return box(x, y, width, 8, { rx: 4, fill })
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A whole picture, 720 wide: its parts on a ground of its own, which makes it readable on dark pages too. */
export function picture(...parts: readonly string[]): string {
  return cut(0, parts)
}

/** A picture of one telephone, without the empty sides. */
export function narrowPicture(...parts: readonly string[]): string {
  return cut(150, parts)
}

function cut(sides: number, parts: readonly string[]): string {
  const shown = width - 2 * sides
  const size = { width: shown, height, viewBox: `${sides} 0 ${shown} ${height}` }
  const root = tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': fontFamily })
  const ground = box(sides, 0, shown, height, { rx: 16, fill: color.ground })
  return [`<${root}>`, ...indented([ground, ...parts]), '</svg>', ''].join('\n')
}
