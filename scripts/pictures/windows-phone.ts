import {
  address,
  button,
  checkbox,
  field,
  hidden,
  list,
  others,
  rowHeight,
  tinted,
  value,
} from './controls.ts'
import { pair, phoneAt, steps, title, trio } from './devices.ts'
import { badge, envelope, gear, plus } from './signs.ts'
import { at, box, color, narrowPicture, picture } from './svg.ts'

const { screen } = trio
const inner = screen - 24

/** The start screen: tiles of two sizes, one of which opens the settings. */
function tiles(): string[] {
  const tile = (x: number, y: number, width: number, fill: string = color.bar): string =>
    box(x, y, width, 50, { rx: 0, fill })
  return [
    tile(12, 28, 106),
    tile(124, 28, 48),
    tile(12, 84, 48),
    tile(66, 84, 48),
    tile(124, 84, 48),
    tile(12, 140, 48, color.accent),
    at(36, 165, gear(0, 0, color.surface)),
    tile(66, 140, 106),
    tile(12, 196, 106),
    tile(124, 196, 48),
    tile(12, 252, 48),
    tile(66, 252, 48),
    tile(124, 252, 48),
  ]
}

function accounts(): string {
  const [first, second, third] = trio.left
  return picture(
    phoneAt(first, ...tiles()),
    phoneAt(
      second,
      title(screen),
      list(12, 48, inner, [
        ...others([58, 70]),
        { icon: tinted(envelope(3, 5, 18)), label: 84, chosen: true },
        ...others([50, 64, 46]),
      ]),
    ),
    phoneAt(
      third,
      title(screen, 90),
      list(12, 48, inner, [{ icon: tinted(plus(12, 12)), label: 86, chosen: true }]),
      list(12, 104, inner, others([66])),
    ),
    ...steps(),
    badge(first + 66, 166, 1),
    badge(446, 162, 2),
    badge(688, 90, 3),
  )
}

function advancedSetup(): string {
  const [left, right] = pair.left
  return picture(
    phoneAt(
      left,
      title(screen, 90),
      list(12, 48, inner, [
        ...others([60, 48, 74, 56]),
        { icon: tinted(gear(12, 12)), label: 86, chosen: true },
      ]),
    ),
    phoneAt(
      right,
      title(screen, 90),
      field(14, 56, 156, address(44)),
      field(14, 122, 156, hidden),
      button(88, 300, 84),
    ),
    pair.step,
    badge(left + 184, 72 + 4.5 * rowHeight - 6, 1),
    badge(right + 184, 148, 2),
    badge(right + 184, 322, 3),
  )
}

function servers(): string {
  return narrowPicture(
    phoneAt(
      262,
      title(screen, 96),
      field(14, 46, 156, value('IMAP4')),
      field(14, 104, 156, value('ssl0.ovh.net:993', 14)),
      field(14, 162, 156, value('ssl0.ovh.net:465', 14)),
      ...[88, 110, 72, 80].map((length, n) => checkbox(14, 226 + n * 26, length)),
    ),
    badge(456, 103, 1),
    badge(456, 161, 2),
    badge(456, 219, 3),
    badge(456, 298, 4),
  )
}

export const windowsPhone: Readonly<Record<string, () => string>> = {
  '01-accounts': accounts,
  '02-advanced-setup': advancedSetup,
  '03-servers': servers,
}
