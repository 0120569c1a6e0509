/** The height of a row, in pixels. */
export const rowHeight = 40

/** Which cell the keyboard is at: the first column is the guide's name. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** How many rows and columns there are, and how many rows a page has. */
export interface Bounds {
  readonly rows: number
  readonly columns: number
  readonly page: number
}

/** Where a key leads; undefined for keys that lead nowhere. */
export function spotAfter(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Spot,
  { rows, columns, page }: Bounds,
): Spot | undefined {
  const to = (nextRow: number, nextColumn: number): Spot => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      return to(row - page, column)
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0)
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1)
    default:
      return undefined
  }
}

/** Scrolls until a row is seen below the head. */
export function reveal(box: HTMLElement | null, row: number): void {
  if (!box) return
  const head = box.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0
  const top = row * rowHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + rowHeight + head > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight + head - box.clientHeight
}
