import { box, color, disc, framed, round, shape, stroke, text, type Attributes, type Point } from './svg.ts'

/** The number that the guide's words refer to. */
export function badge(x: number, y: number, number: number): string {
  return [
    disc(x, y, 15, { fill: color.mark, stroke: color.surface, 'stroke-width': 3 }),
    text(x, y + 5.5, String(number), { fill: color.surface, 'font-weight': 700, 'text-anchor': 'middle' }),
  ].join('\n')
}

/** An arrow that bends: `bend` is how far its middle stands off the straight line, to the right of its way. */
export function arrow(from: Point, to: Point, bend = 0, attributes: Attributes = {}): string {
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
export function exchange(from: Point, to: Point, bend = 0): string {
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

export function envelope(x: number, y: number, width = 24, tint: string = color.accent): string {
  const height = round(width * 0.7)
  const [left, right, top] = [x + 1, x + width - 1, y + 2]
  return [
    framed(x, y, width, height, { rx: 3, stroke: tint, 'stroke-width': 2 }),
    stroke(`M${left} ${top}L${x + width / 2} ${round(y + height * 0.6)}L${right} ${top}`, { stroke: tint }),
  ].join('\n')
}

export function padlock(x: number, y: number): string {
  return [
    stroke(`M${x + 3} ${y + 9}v-4a5 5 0 0 1 10 0v4`, { stroke: color.good, 'stroke-width': 2.5 }),
    box(x, y + 8, 16, 12, { rx: 3, fill: color.good }),
  ].join('\n')
}

export function key(x: number, y: number): string {
  const line = { stroke: color.accent, 'stroke-width': 3.5 }
  return [
    disc(x + 9, y + 9, 7.5, { fill: 'none', ...line }),
    stroke(`M${x + 17} ${y + 9}h25v9M${x + 33} ${y + 9}v7`, line),
  ].join('\n')
}

/** Head and shoulders, 32 wide and 34 high before they are scaled. */
export function person(x: number, y: number, scale = 1, tint: string = color.accent): string {
  const [half, wide] = [16 * scale, 13 * scale]
  return [
    disc(x + half, y + 9 * scale, 8 * scale, { fill: tint }),
    shape('path', { d: `M${x} ${y + 34 * scale}a${half} ${wide} 0 0 1 ${2 * half} 0z`, fill: tint }),
  ].join('\n')
}

export function tick(x: number, y: number, tint: string = color.surface): string {
  return stroke(`M${x} ${y + 5}l4 4l8 -9`, { stroke: tint, 'stroke-width': 2.5 })
}

export function plus(x: number, y: number, tint: string = color.accent): string {
  return stroke(`M${x - 6} ${y}h12M${x} ${y - 6}v12`, { stroke: tint, 'stroke-width': 2.5 })
}

export function chevron(x: number, y: number): string {
  return stroke(`M${x} ${y - 4}l4 4l-4 4`)
}

/** A toothed wheel, which opens settings, around its middle. */
export function gear(x: number, y: number, tint: string = color.accent): string {
  const teeth = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => {
    const turn = (n * Math.PI) / 4
    const point = (r: number): string => `${round(x + r * Math.cos(turn))} ${round(y + r * Math.sin(turn))}`
    return `M${point(7)}L${point(9.5)}`
  })
  return [
    disc(x, y, 6, { fill: 'none', stroke: tint, 'stroke-width': 3 }),
    stroke(teeth.join(''), { stroke: tint, 'stroke-width': 3.5 }),
  ].join('\n')
}

/** Three bars that open a menu. */
export function menu(x: number, y: number, tint: string = color.accent): string {
  return stroke(`M${x} ${y}h16m-16 7h16m-16 7h16`, { stroke: tint, 'stroke-width': 2.5 })
}

export function pointer(x: number, y: number): string {
  return shape('path', {
    d: `M${x} ${y}l0 19l4.6 -4.2l3.2 7.2l3.6 -1.6l-3.2 -7l6.2 -0.6z`,
    fill: color.ink,
    stroke: color.surface,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  })
}

/** A tray with an arrow: into it for mail that comes in, out of it for mail that goes out. */
export function tray(x: number, y: number, way: 'in' | 'out'): string {
  const shaft = way === 'in' ? 'v16m-6 -6l6 6l6 -6' : 'v16m-6 -10l6 -6l6 6'
  const line = { stroke: color.accent, 'stroke-width': 3 }
  return stroke(`M${x + 14} ${y}${shaft}M${x} ${y + 15}v9h28v-9`, line)
}
