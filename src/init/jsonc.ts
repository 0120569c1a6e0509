/** JSON without the comments and the commas at the end of lists that editors allow in it. */
export function withoutComments(text: string): string {
  let result = ''
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 2)
    if (text.charAt(at) === '"') {
      const end = stringEnd(text, at)
      result += text.slice(at, end)
      at = end
    } else if (rest === '//') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (rest === '/*') {
      const end = text.indexOf('*/', at + 2)
      at = end < 0 ? text.length : end + 2
    } else if (text.charAt(at) === ',' && /[\]}]/.test(afterComments(text, at + 1))) at++
    else result += text.charAt(at++)
  }
  return result
}

function stringEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

/** What stands behind white space and comments, as far as it tells whether a list ends. */
function afterComments(text: string, start: number): string {
  let at = start
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    if (text.startsWith('//', at)) at = text.indexOf('\n', at)
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 2
    else return text.charAt(at)
    if (at < 2) return ''
  }
}
