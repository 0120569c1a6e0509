/** How many of the items, which are sorted by a number, lie at or below a limit: by binary search. */
export function countUpTo<Item>(
  items: readonly Item[],
  limit: number,
  numberOf: (item: Item) => number,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && numberOf(item) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
