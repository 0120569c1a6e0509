import type { Element, Root } from 'hast'
import { common, createLowlight } from 'lowlight'
import { eachElement, wordsOf } from './elements.ts'

let lowlight: ReturnType<typeof createLowlight> | undefined

/** Colours the code blocks of a tree by their language; unknown languages stay plain. */
export function highlightCode(root: Root): void {
  eachElement(root, (element) => {
    if (element.tagName !== 'pre') return
    const code = element.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'code',
    )
    const language = code && languageOf(code)
    if (!code || language === undefined) return
    lowlight ??= createLowlight(common)
    if (!lowlight.registered(language)) return
    code.children = lowlight.highlight(language, wordsOf(code)).children as Element['children']
  })
}

function languageOf({ properties }: Element): string | undefined {
  const { className } = properties
  const found = Array.isArray(className)
    ? className.find((each) => String(each).startsWith('language-'))
    : undefined
  return found === undefined ? undefined : String(found).slice('language-'.length).toLowerCase()
}
