/** True where a text is as a pattern says, in which `*` stands for anything, letter case aside: `CP-NAV-START*`. */
export function isLike(text: string, pattern: string): boolean {
  const words = text.toLowerCase()
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const last = rest.pop()
  if (last === undefined) return words === first
  if (!words.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = words.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return words.length - last.length >= at && words.endsWith(last)
}
