import type { Element, Root } from 'hast'
import { common, createLowlight } from 'lowlight'
import { codeLanguageOf, eachElement, elementsIn, wordsOf } from './elements.ts'

let lowlight: ReturnType<typeof createLowlight> | undefined

/** Locales share their code: what was coloured once is not coloured again. */
const coloured = new Map<string, Element['children']>()
const mostColoured = 2000

/** Colours the code blocks of a tree by their language; unknown languages stay plain. */
export function highlightCode(root: Root): void {
  eachElement(root, (element) => {
    if (element.tagName !== 'pre') return
    const code = elementsIn(element).find(({ tagName }) => tagName === 'code')
    const language = code && codeLanguageOf(code)
    if (!code || language === undefined) return
    lowlight ??= createLowlight(common)
    if (!lowlight.registered(language)) return
    code.children = colour(lowlight, language, wordsOf(code))
  })
}

function colour(
  { highlight }: ReturnType<typeof createLowlight>,
  language: string,
  words: string,
): Element['children'] {
  const key = `${language}\n${words}`
  const known = coloured.get(key)
  if (known) return known
  const made = highlight(language, words).children as Element['children']
  if (coloured.size >= mostColoured) coloured.clear()
  coloured.set(key, made)
  return made
}
