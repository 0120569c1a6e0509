/** How the page moves to a place: at once for those who asked for calm. */
export function scrolling(): ScrollIntoViewOptions {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return { block: 'center', behavior: isCalm ? 'instant' : 'smooth' }
}
