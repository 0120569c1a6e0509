import {
  address,
  button,
  card,
  checkbox,
  encrypted,
  field,
  hidden,
  letter,
  list,
  others,
  pane,
  rowText,
  tinted,
  toggle,
  value,
} from './controls.ts'
import { arrow, badge, envelope, gear, key, person, plus, pointer, tray } from './signs.ts'
import { at, box, color, disc, framed, picture, shape, stroke, words } from './svg.ts'

/** A window with folders on the left and letters on the right, below `bar`. */
function mailWindow(x: number, width: number, bar: readonly string[]): string {
  const folders = [0, 1, 2, 3].map((n) => words(18, 100 + n * 30, [62, 48, 70, 54][n] ?? 0))
  const letters = [0, 1, 2, 3].map((n) =>
    letter(envelope(118, 98 + n * 44, 22, color.grey), 118, 98 + n * 44, width - 136),
  )
  return pane(
    x,
    64,
    width,
    280,
    stroke(`M0 78H${width}M100 78V280`, { stroke: color.line, 'stroke-width': 1.5 }),
    ...bar,
    ...folders,
    ...letters,
  )
}

function whichOutlook(): string {
  const tabs = [0, 1, 2].map((n) => words(92 + n * 58, 53, 38))
  return picture(
    mailWindow(32, 312, [words(18, 53, 44), words(78, 53, 38), words(132, 53, 46), toggle(262, 46, 'on')]),
    mailWindow(376, 312, [
      box(12, 43, 64, 28, { fill: color.accent }),
      words(26, 53, 36, color.surface),
      ...tabs,
    ]),
    badge(314, 144, 1),
    badge(420, 144, 2),
  )
}

function settings(): string {
  return picture(
    pane(
      30,
      22,
      660,
      356,
      stroke('M0 74H660', { stroke: color.line, 'stroke-width': 1.5 }),
      ...[0, 1, 2, 3].map((n) => words(20 + n * 66, 51, 46)),
      box(612, 38, 32, 32, { fill: color.tint }),
      gear(628, 54),
      box(1, 75, 658, 280, { rx: 11, fill: color.ink, 'fill-opacity': 0.08 }),
    ),
    at(
      120,
      112,
      card(0, 0, 500, 248, 10),
      shape('path', { d: 'M1 12a11 11 0 0 1 11 -11H169V247H12a11 11 0 0 1 -11 -11z', fill: color.subtle }),
      stroke('M170 1V247', { stroke: color.line, 'stroke-width': 1.5 }),
      list(10, 40, 150, [
        { icon: tinted(person(4, 4, 0.5)), label: 64, chosen: true },
        ...others([56, 72, 48]).map((row) => ({ icon: row.icon ?? '', label: row.label ?? 0 })),
      ]),
      words(196, 34, 96, color.grey),
      list(192, 60, 284, [{ icon: tinted(envelope(3, 5, 18)), label: 130, end: 'chevron' }]),
      framed(192, 120, 150, 38, { rx: 19, fill: color.accent, stroke: color.accent }),
      plus(216, 139, color.surface),
      words(236, 135, 80, color.surface),
    ),
    pointer(420, 258),
    badge(658, 104, 1),
    badge(120, 170, 2),
    badge(462, 232, 3),
  )
}

function addressStep(): string {
  return picture(
    pane(
      36,
      54,
      370,
      290,
      disc(185, 86, 30, { fill: color.tint }),
      envelope(167, 74, 36),
      field(36, 142, 298, address()),
      button(218, 224, 116),
    ),
    pane(
      456,
      54,
      230,
      290,
      words(26, 58, 110, color.grey),
      list(20, 84, 190, [
        ...others([70, 54]).map((row) => ({ ...row })),
        {
          icon: tinted(envelope(3, 5, 18)),
          label: 0,
          value: rowText('IMAP', 15),
          chosen: true,
          end: 'tick',
        },
        ...others([62, 80]),
      ]),
    ),
    arrow([412, 200], [450, 200]),
    badge(370, 229, 1),
    badge(370, 295, 2),
    badge(686, 228, 3),
  )
}

function newServers(): string {
  const half = (x: number, way: 'in' | 'out', port: number): string =>
    at(
      x,
      124,
      framed(0, 0, 254, 188, { rx: 10, fill: color.subtle }),
      tray(20, 16, way),
      words(62, 26, 96, color.grey),
      field(20, 56, 214, value('ssl0.ovh.net')),
      field(20, 120, 84, value(String(port))),
      field(114, 120, 120, encrypted()),
    )
  return picture(
    pane(
      60,
      16,
      600,
      366,
      field(28, 50, 254, hidden),
      words(318, 79, 150),
      toggle(506, 73, 'on'),
      half(28, 'in', 993),
      half(318, 'out', 465),
      button(456, 322, 116),
    ),
    pointer(600, 354),
    badge(342, 99, 1),
    badge(630, 99, 2),
    badge(342, 140, 3),
    badge(632, 140, 4),
  )
}

function classicAccount(): string {
  return picture(
    pane(
      26,
      40,
      310,
      322,
      shape('path', { d: 'M1 35H100V321H12a11 11 0 0 1 -11 -11z', fill: color.accent }),
      ...[0, 1, 2, 3, 4].map((n) =>
        words(18, 66 + n * 40, [50, 62, 44, 58, 52][n] ?? 0, n === 0 ? color.surface : '#8fb0f5'),
      ),
      words(124, 66, 110, color.grey),
      list(122, 92, 166, [{ icon: tinted(envelope(3, 5, 18)), label: 84 }]),
      framed(122, 146, 130, 38, { rx: 8, fill: color.tint, stroke: color.accent }),
      plus(144, 165),
      words(162, 161, 70, color.accent),
    ),
    pane(
      390,
      40,
      304,
      322,
      disc(152, 76, 26, { fill: color.tint }),
      envelope(136, 65, 32),
      field(28, 118, 248, address()),
      words(28, 194, 90, color.grey),
      stroke('M126 195l5 5l5 -5'),
      checkbox(28, 222, 170),
      button(94, 266, 116),
    ),
    arrow([342, 200], [384, 200]),
    badge(286, 205, 1),
    badge(668, 191, 2),
    badge(650, 272, 3),
    badge(606, 323, 4),
  )
}

function classicServers(): string {
  const block = (y: number, way: 'in' | 'out', port: number): string =>
    at(
      0,
      y,
      tray(34, 24, way),
      field(92, 0, 224, value('ssl0.ovh.net')),
      field(330, 0, 84, value(String(port))),
      field(428, 0, 138, encrypted()),
    )
  return picture(
    pane(
      60,
      24,
      600,
      350,
      disc(52, 70, 24, { fill: color.tint }),
      key(31, 61),
      words(92, 58, 150, color.grey),
      words(92, 74, 210),
      block(122, 'in', 993),
      box(92, 188, 20, 20, { rx: 5, stroke: color.line, 'stroke-width': 1.5 }),
      words(122, 194, 190),
      block(226, 'out', 465),
      button(450, 304, 116),
    ),
    pointer(586, 352),
    badge(642, 178, 1),
    badge(642, 282, 2),
    badge(642, 344, 3),
  )
}

export const outlook: Readonly<Record<string, () => string>> = {
  '01-which-outlook': whichOutlook,
  '02-settings': settings,
  '03-address': addressStep,
  '04-new-servers': newServers,
  '05-classic-account': classicAccount,
  '06-classic-servers': classicServers,
}
