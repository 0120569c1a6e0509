import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { escapedHtml } from '../text/escaped-html.ts'
import type { Page } from './page.ts'
import { labelled } from './words.ts'

/** What stands in a page's head besides its title and description. */
interface Shell {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly description: string
  readonly head: string
  readonly body: string
}

/** The frame of a page; a publisher may hand in another one, with the same places in it. */
const pageTemplate = `<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
{{head}}</head>
<body>
{{body}}
</body>
</html>
`

/** The places of a template that no page can do without. */
export const templatePlaces = ['language', 'direction', 'title', 'head', 'body'] as const

/** A whole document of HTML. */
export function htmlDocument(shell: Shell, template: string = pageTemplate): string {
  const { language, direction, title, description, head, body } = shell
  const meta = description === '' ? '' : `<meta name="description" content="${escapedHtml(description)}">\n`
  const values: Readonly<Record<(typeof templatePlaces)[number], string>> = {
    language: escapedHtml(language),
    direction,
    title: escapedHtml(title),
    head: `${meta}<meta name="color-scheme" content="light dark">\n${head}`,
    body,
  }
  return template.replace(
    /\{\{(language|direction|title|head|body)\}\}/g,
    (_, place) => values[place as keyof typeof values],
  )
}

/** When a page was last updated, in its own language: `Dernière mise à jour : 24 novembre 2026`; empty where it does not say. */
export function updatedLine(page: Page): string {
  const date = writtenDate(page)
  return date === '' ? '' : labelled(page.words.updated, date, page.language)
}

function writtenDate({ updated, language }: Pick<Page, 'updated' | 'language'>): string {
  if (updated === '') return ''
  const date = new Date(`${updated}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return updated
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** What readers read of a page: title, date, table of contents and text. `root` has its addresses already. */
export function articleHtml(page: Page, root: Root): string {
  const { title, excerpt, outline, words } = page
  const hasTitle = outline[0]?.depth === 1
  const date = updatedLine(page)
  const parts = [
    hasTitle ? '' : `<h1>${escapedHtml(title)}</h1>`,
    excerpt === '' ? '' : `<p class="lead">${escapedHtml(excerpt)}</p>`,
    date === '' ? '' : `<p class="date"><time datetime="${page.updated}">${escapedHtml(date)}</time></p>`,
    page.deprecated
      ? `<div class="callout callout-warning" role="note"><p class="callout-title">${words.deprecated}</p></div>`
      : '',
    contentsHtml(page),
    toHtml(accessible(root)),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function contentsHtml({ outline, words }: Page): string {
  const top = outline.filter(({ depth }) => depth === 2)
  if (top.length < 3) return ''
  const items = top.map(
    ({ id, text }) => `<li><a href="#${encodeURIComponent(id)}">${escapedHtml(text)}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="hexapla-contents">\n<h2 id="hexapla-contents">${words.contents}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>`
}

/** Wide tables scroll by themselves and can be reached by keyboard, header cells say what they head, callouts are notes. */
function accessible(root: Root): Root {
  const frame = <Node extends Root['children'][number] | Element['children'][number]>(node: Node): Node => {
    if (node.type !== 'element') return node
    const children = node.children.map(frame)
    if (node.tagName === 'th') return { ...node, properties: { ...node.properties, scope: 'col' }, children }
    if (node.tagName === 'aside') {
      // Many asides would be as many landmarks, which readers of landmarks must step through.
      return { ...node, tagName: 'div', properties: { ...node.properties, role: 'note' }, children }
    }
    if (node.tagName !== 'table') return { ...node, children }
    const table = { ...node, children }
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0 },
      children: [table],
    } as unknown as Node
  }
  return { type: 'root', children: root.children.map(frame) }
}
