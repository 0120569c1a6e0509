/**
 * How many of the items, which are sorted by a number, lie at or below a limit: by binary search. The first ones, up to
 * `from`, are known to.
 */
export function countUpTo<Item>(
  items: readonly Item[],
  limit: number,
  numberOf: (item: Item) => number,
  from = 0,
): number {
  let low = from
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && numberOf(item) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
