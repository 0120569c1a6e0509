/** The items whose like is not among others, each as often as it is there: the second `a` of `a a b` beside `a b`. */
export function unmatched<Item extends Base, Base>(
  items: readonly Item[],
  others: readonly Base[],
  keyOf: (item: Base) => string,
): Item[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  return items.filter((item) => {
    const key = keyOf(item)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}
