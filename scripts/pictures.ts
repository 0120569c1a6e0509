// Draws the pictures of the guides: `npm run pictures`.
// They hold no words, so that one picture serves every locale, and the same script always writes the same bytes.
// A new picture is a new entry in the table at the end.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const color = {
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

const canvas = { width: 720, height: 400 } as const
const fontFamily = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

type Attributes = Readonly<Record<string, string | number>>
type Point = readonly [x: number, y: number]

// ---- elements

function tag(name: string, attributes: Attributes): string {
  return [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')
}

function shape(name: string, attributes: Attributes): string {
  return `<${tag(name, attributes)}/>`
}

function group(attributes: Attributes, ...children: readonly string[]): string {
  const lines = children.flatMap((child) => child.split('\n')).map((line) => `  ${line}`)
  return [`<${tag('g', attributes)}>`, ...lines, '</g>'].join('\n')
}

function at(x: number, y: number, ...children: readonly string[]): string {
  return group({ transform: `translate(${x} ${y})` }, ...children)
}

function box(x: number, y: number, width: number, height: number, attributes: Attributes = {}): string {
  return shape('rect', { x, y, width, height, rx: 6, fill: color.surface, ...attributes })
}

function framed(x: number, y: number, width: number, height: number, attributes: Attributes = {}): string {
  return box(x, y, width, height, { stroke: color.line, 'stroke-width': 1.5, ...attributes })
}

function disc(x: number, y: number, r: number, attributes: Attributes = {}): string {
  return shape('circle', { cx: x, cy: y, r, ...attributes })
}

function stroke(d: string, attributes: Attributes = {}): string {
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

/** Numbers, host names and the product's initials only. */
function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return `<${tag('text', { x, y, 'font-size': 16, fill: color.ink, ...attributes })}>${content}</text>`
}

/** A grey bar that stands for a line of words. */
function words(x: number, y: number, width: number, fill: string = color.bar): string {
  return box(x, y, width, 8, { rx: 4, fill })
}

// ---- signs

function badge(x: number, y: number, number: number): string {
  return [
    disc(x, y, 15, { fill: color.mark, stroke: color.surface, 'stroke-width': 3 }),
    text(x, y + 5.5, String(number), { fill: color.surface, 'font-weight': 700, 'text-anchor': 'middle' }),
  ].join('\n')
}

/** An arrow that bends: `bend` is how far its middle stands off the straight line, to the right of its way. */
function arrow(from: Point, to: Point, bend = 0, attributes: Attributes = {}): string {
  const [x1, y1] = from
  const [x2, y2] = to
  const length = Math.hypot(x2 - x1, y2 - y1)
  const control: Point = [
    round((x1 + x2) / 2 - ((y2 - y1) / length) * bend * 2),
    round((y1 + y2) / 2 + ((x2 - x1) / length) * bend * 2),
  ]
  const curve = `M${x1} ${y1}Q${control[0]} ${control[1]} ${x2} ${y2}`
  const line = { stroke: color.mark, 'stroke-width': 3, ...attributes }
  return stroke(curve + arrowHead(control, to), line)
}

/** An arrow with a head at both ends. */
function exchange(from: Point, to: Point, bend = 0): string {
  const blue = { stroke: color.accent }
  return [arrow(from, to, bend, blue), arrow(to, from, -bend, blue)].join('\n')
}

/** The two barbs at the end of a line that comes from `origin`. */
function arrowHead(origin: Point, [x, y]: Point): string {
  const heading = Math.atan2(y - origin[1], x - origin[0])
  const barb = (turn: number): string =>
    `${round(x - 11 * Math.cos(heading + turn))} ${round(y - 11 * Math.sin(heading + turn))}`
  return `M${barb(0.5)}L${x} ${y}L${barb(-0.5)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function envelope(x: number, y: number, width = 24, tint: string = color.accent): string {
  const height = round(width * 0.7)
  const [left, right, top] = [x + 1, x + width - 1, y + 2]
  return [
    framed(x, y, width, height, { rx: 3, stroke: tint, 'stroke-width': 2 }),
    stroke(`M${left} ${top}L${x + width / 2} ${round(y + height * 0.6)}L${right} ${top}`, { stroke: tint }),
  ].join('\n')
}

function padlock(x: number, y: number): string {
  return [
    stroke(`M${x + 3} ${y + 9}v-4a5 5 0 0 1 10 0v4`, { stroke: color.good, 'stroke-width': 2.5 }),
    box(x, y + 8, 16, 12, { rx: 3, fill: color.good }),
  ].join('\n')
}

function key(x: number, y: number): string {
  const line = { stroke: color.accent, 'stroke-width': 3.5 }
  return [
    disc(x + 9, y + 9, 7.5, { fill: 'none', ...line }),
    stroke(`M${x + 17} ${y + 9}h25v9M${x + 33} ${y + 9}v7`, line),
  ].join('\n')
}

function person(x: number, y: number): string {
  return [
    disc(x + 16, y + 9, 8, { fill: color.accent }),
    shape('path', { d: `M${x} ${y + 34}a16 13 0 0 1 32 0z`, fill: color.accent }),
  ].join('\n')
}

function tick(x: number, y: number, tint: string = color.surface): string {
  return stroke(`M${x} ${y + 5}l4 4l8 -9`, { stroke: tint, 'stroke-width': 2.5 })
}

function plus(x: number, y: number): string {
  return stroke(`M${x - 6} ${y}h12M${x} ${y - 6}v12`, { stroke: color.accent, 'stroke-width': 2.5 })
}

function chevron(x: number, y: number): string {
  return stroke(`M${x} ${y - 4}l4 4l-4 4`)
}

function pointer(x: number, y: number): string {
  return shape('path', {
    d: `M${x} ${y}l0 19l4.6 -4.2l3.2 7.2l3.6 -1.6l-3.2 -7l6.2 -0.6z`,
    fill: color.ink,
    stroke: color.surface,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  })
}

/** A tray with an arrow: into it for mail that comes in, out of it for mail that goes out. */
function tray(x: number, y: number, way: 'in' | 'out'): string {
  const shaft = way === 'in' ? 'v16m-6 -6l6 6l6 -6' : 'v16m-6 -10l6 -6l6 6'
  const line = { stroke: color.accent, 'stroke-width': 3 }
  return stroke(`M${x + 14} ${y}${shaft}M${x} ${y + 15}v9h28v-9`, line)
}

// ---- parts of a screen

/** A surface that stands off the ground. */
function card(x: number, y: number, width: number, height: number, rx = 12): string {
  return [
    box(x, y + 5, width, height, { rx, fill: color.ink, 'fill-opacity': 0.1 }),
    framed(x, y, width, height, { rx }),
  ].join('\n')
}

/** A window with its title bar; the children's corner is the window's. */
function pane(x: number, y: number, width: number, height: number, ...children: readonly string[]): string {
  const buttons = [0, 1, 2].map((n) => disc(width - 22 - n * 18, 17, 5, { fill: color.bar }))
  const bar = stroke(`M0 34H${width}`, { stroke: color.line, 'stroke-width': 1.5 })
  return at(x, y, card(0, 0, width, height), ...buttons, bar, ...children)
}

/** A field for one value: the bar above it stands for its label. */
function field(x: number, y: number, width: number, ...value: readonly string[]): string {
  return at(x, y, words(0, 0, 64), framed(0, 16, width, 34, { fill: color.subtle }), ...value)
}

/** What stands in a field. */
function value(content: string): string {
  return text(14, 39, content, { 'font-weight': 600 })
}

/** A whole mail address in a field. */
const address = [
  words(14, 29, 54, color.grey),
  text(75, 38, '@', { 'font-weight': 600 }),
  words(98, 29, 92, color.grey),
].join('\n')

function button(x: number, y: number, width: number, kind: 'main' | 'other'): string {
  const [fill, edge, bar] =
    kind === 'main' ? [color.accent, color.accent, color.surface] : [color.surface, color.line, color.bar]
  const inner = width - 40
  return [framed(x, y, width, 34, { rx: 17, fill, stroke: edge }), words(x + 20, y + 13, inner, bar)].join(
    '\n',
  )
}

function checkbox(x: number, y: number, label: number): string {
  return [
    box(x, y, 20, 20, { rx: 5, fill: color.accent }),
    tick(x + 4, y + 5),
    words(x + 30, y + 6, label),
  ].join('\n')
}

function menuItem(y: number, width: number, icon: string, label: number, chosen = false): string {
  const ground = chosen ? [box(8, 4, width - 16, 36, { fill: color.tint })] : []
  return at(0, y, ...ground, icon, words(50, 18, label, chosen ? color.accent : color.bar))
}

/** A letter's row: who, what, when. */
function letter(x: number, y: number, width: number): string {
  return [
    envelope(x, y, 22, color.grey),
    words(x + 34, y - 1, width * 0.3),
    words(x + 34, y + 12, width * 0.55, color.ground),
    stroke(`M${x} ${y + 32}h${width}`, { stroke: color.ground }),
  ].join('\n')
}

// ---- devices

function phone(x: number, y: number, ...children: readonly string[]): string {
  const [width, height] = [92, 176]
  return at(
    x,
    y,
    box(0, 5, width, height, { rx: 16, fill: color.ink, 'fill-opacity': 0.1 }),
    box(0, 0, width, height, { rx: 16, fill: color.ink }),
    box(6, 6, width - 12, height - 12, { rx: 11 }),
    box(34, 11, 24, 5, { rx: 2.5, fill: color.ink }),
    box(32, height - 13, 28, 3, { rx: 1.5, fill: color.bar }),
    ...children,
  )
}

function laptop(x: number, y: number, ...children: readonly string[]): string {
  return at(
    x,
    y,
    box(14, 0, 192, 130, { rx: 10, fill: color.ink }),
    box(21, 7, 178, 116, { rx: 5 }),
    shape('path', { d: 'M0 130h220l-6 11a6 6 0 0 1 -5 3h-198a6 6 0 0 1 -5 -3z', fill: color.grey }),
    box(90, 130, 40, 5, { rx: 2.5, fill: color.line }),
    ...children,
  )
}

function server(x: number, y: number, width: number): string {
  const unit = (n: number): string =>
    at(
      0,
      n * 40,
      framed(0, 0, width, 34, { fill: color.subtle }),
      disc(18, 17, 5, { fill: color.good }),
      envelope(36, 8, 24),
      stroke(`M${width - 40} 12v10m10 -10v10m10 -10v10`, { stroke: color.bar, 'stroke-width': 3 }),
    )
  return at(x, y, card(-10, -10, width + 20, 134), unit(0), unit(1), unit(2))
}

// ---- pictures

function severalDevices(): string {
  const letters = (x: number, y: number, gap: number, width: number): string =>
    [0, 1, 2]
      .map((n) => [envelope(x, y + n * gap, 22), words(x + 32, y + 4 + n * gap, width)].join('\n'))
      .join('\n')
  return [
    server(278, 54, 164),
    laptop(84, 206, letters(46, 24, 32, 90)),
    phone(520, 176, letters(16, 36, 38, 28)),
    exchange([258, 124], [192, 194], 14),
    exchange([462, 110], [566, 164], -16),
  ].join('\n')
}

function newAccount(): string {
  const folders = [0, 1, 2, 3, 4].map((n) =>
    [
      box(20, 84 + n * 36, 16, 13, { rx: 3, fill: n === 0 ? color.accent : color.bar }),
      words(46, 86 + n * 36, 70),
    ].join('\n'),
  )
  const letters = [0, 1, 2, 3, 4, 5].map((n) => letter(166, 90 + n * 42, 454))
  return [
    pane(
      40,
      26,
      640,
      350,
      shape('path', { d: 'M0.75 72H146V349H12a11 11 0 0 1 -11.25 -11z', fill: color.subtle }),
      stroke('M0 72H640M146 72V350', { stroke: color.line, 'stroke-width': 1.5 }),
      framed(200, 42, 220, 22, { rx: 11, fill: color.subtle }),
      ...folders,
      ...letters,
      box(590, 38, 32, 30, { fill: color.tint }),
      stroke('M598 46h16m-16 7h16m-16 7h16', { stroke: color.accent, 'stroke-width': 2.5 }),
    ),
    at(
      484,
      106,
      card(0, 0, 188, 184, 10),
      menuItem(4, 188, plus(28, 22), 84, true),
      chevron(166, 26),
      ...[48, 92, 136].map((y, n) =>
        menuItem(y, 188, disc(28, 22, 6, { fill: color.bar }), [70, 96, 60][n] ?? 0),
      ),
    ),
    at(
      282,
      130,
      card(0, 0, 188, 140, 10),
      menuItem(4, 188, envelope(16, 14, 24), 92, true),
      menuItem(48, 188, framed(18, 13, 19, 18, { rx: 3, stroke: color.bar, 'stroke-width': 2.5 }), 70),
      menuItem(92, 188, disc(28, 22, 9, { fill: 'none', stroke: color.bar, 'stroke-width': 2.5 }), 84),
    ),
    pointer(398, 158),
    badge(618, 79, 1),
    badge(672, 130, 2),
    badge(470, 154, 3),
  ].join('\n')
}

function nameAndAddress(): string {
  return [
    pane(
      160,
      30,
      400,
      336,
      disc(200, 82, 32, { fill: color.tint }),
      person(184, 64),
      field(44, 130, 312, words(14, 29, 120, color.grey)),
      field(44, 198, 312, address),
      button(250, 282, 106, 'main'),
      button(132, 282, 104, 'other'),
    ),
    pointer(480, 332),
    badge(516, 193, 1),
    badge(516, 261, 2),
    badge(516, 312, 3),
  ].join('\n')
}

function servers(): string {
  const side = (x: number, way: 'in' | 'out', port: number): string =>
    pane(
      x,
      40,
      278,
      316,
      disc(139, 78, 28, { fill: color.tint }),
      tray(125, 66, way),
      field(30, 120, 218, value('ssl0.ovh.net')),
      field(30, 184, 90, value(String(port))),
      field(134, 184, 114, padlock(14, 23), words(42, 29, 52, color.grey)),
      field(30, 248, 218, address),
    )
  return [
    side(48, 'in', 993),
    side(394, 'out', 465),
    arrow([336, 200], [386, 200]),
    badge(48, 57, 1),
    badge(394, 57, 2),
  ].join('\n')
}

function password(): string {
  const dots = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => disc(20 + n * 16, 33, 4.5, { fill: color.ink }))
  return [
    pane(
      160,
      44,
      400,
      308,
      disc(200, 86, 32, { fill: color.tint }),
      key(179, 77),
      field(44, 138, 312, ...dots),
      checkbox(44, 210, 150),
      button(250, 254, 106, 'main'),
      button(132, 254, 104, 'other'),
    ),
    pointer(480, 318),
    badge(516, 215, 1),
    badge(184, 264, 2),
    badge(516, 298, 3),
  ].join('\n')
}

/** Where each picture lies below `guides/`, and what draws it. */
const pictures: Readonly<Record<string, () => string>> = {
  'thunderbird/images/01-several-devices.svg': severalDevices,
  'thunderbird/images/02-new-account.svg': newAccount,
  'thunderbird/images/03-name-and-address.svg': nameAndAddress,
  'thunderbird/images/04-servers.svg': servers,
  'thunderbird/images/05-password.svg': password,
}

function picture(content: string): string {
  const { width, height } = canvas
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  const root = tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': fontFamily })
  const body = [box(0, 0, width, height, { rx: 16, fill: color.ground }), content].join('\n')
  const lines = body.split('\n').map((line) => `  ${line}`)
  return [`<${root}>`, ...lines, '</svg>', ''].join('\n')
}

const guides = join(dirname(dirname(fileURLToPath(import.meta.url))), 'guides')
for (const [path, draw] of Object.entries(pictures)) {
  const file = join(guides, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, picture(draw()))
  console.log(path)
}
