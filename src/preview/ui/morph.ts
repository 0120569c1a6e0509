/**
 * Puts new HTML into an element and keeps the blocks at both ends that are as they were, so that pictures, the focus
 * and the place that is read stay. `data-start` and `data-end` alone are no difference.
 */
export function morph(root: Element, html: string): void {
  const next = document.createElement('template')
  next.innerHTML = html
  const were = [...root.childNodes]
  const are = [...next.content.childNodes]
  let head = 0
  while (head < were.length && head < are.length && isAlike(were[head], are[head])) head++
  let tail = 0
  while (
    tail < were.length - head &&
    tail < are.length - head &&
    isAlike(were[were.length - 1 - tail], are[are.length - 1 - tail])
  )
    tail++
  for (let at = 0; at < head; at++) renumber(were[at], are[at])
  for (let at = 1; at <= tail; at++) renumber(were[were.length - at], are[are.length - at])
  for (const node of were.slice(head, were.length - tail)) node.remove()
  const behind = were[were.length - tail] ?? null
  for (const node of are.slice(head, are.length - tail)) root.insertBefore(node, behind)
}

const places = / data-(?:start|end)="\d+"/g

function isAlike(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return false
  return a instanceof Element && b instanceof Element
    ? signatureOf(a) === signatureOf(b)
    : a.nodeType === b.nodeType && a.textContent === b.textContent
}

function signatureOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const each of [copy, ...copy.querySelectorAll('[data-finding]')]) each.removeAttribute('data-finding')
  return copy.outerHTML.replace(places, '')
}

function renumber(was: Node | undefined, is: Node | undefined): void {
  if (!(was instanceof Element) || !(is instanceof Element)) return
  const [olds, news] = [was, is].map((each) => [each, ...each.querySelectorAll('*')])
  for (const [index, old] of (olds ?? []).entries()) {
    for (const name of ['data-start', 'data-end']) {
      const value = news?.[index]?.getAttribute(name)
      if (value !== null && value !== undefined) old.setAttribute(name, value)
    }
  }
}
