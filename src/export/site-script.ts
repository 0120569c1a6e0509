/**
 * What a page of the site does in the browser, behind the search library: search as you type, the language list that
 * keeps the place. Without scripts the site works all the same.
 */
export const siteScript = `(() => {
  const input = document.querySelector('.bar input')
  const hits = document.querySelector('.hits')
  const script = document.currentScript
  const base = script.dataset.base
  const fold = (term) => term.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
  const tokenize = (text) =>
    text.split(/[^\\p{L}\\p{N}\\p{M}]+/u).flatMap((word) =>
      /[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]/u.test(word) && word.length > 2
        ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
        : [word])
  let search
  const ready = () => new Promise((resolve) => {
    if (search) return resolve(search)
    const data = document.createElement('script')
    data.src = base + 'search-data.js'
    data.onload = () => {
      search = new MiniSearch({
        fields: ['title', 'headings', 'text'],
        storeFields: ['title', 'excerpt', 'path'],
        idField: 'path',
        tokenize,
        processTerm: (term) => (term === '' ? null : fold(term)),
        searchOptions: { boost: { title: 4, headings: 2 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), combineWith: 'AND' },
      })
      search.addAll(window.hexaplaPages)
      resolve(search)
    }
    document.head.append(data)
  })
  const show = async () => {
    const query = input.value.trim()
    if (query === '') return hits.replaceChildren()
    const found = (await ready()).search(query).slice(0, 8)
    if (input.value.trim() !== query) return
    hits.replaceChildren(...(found.length > 0 ? found : [undefined]).map((hit) => {
      const item = document.createElement('li')
      const line = document.createElement(hit ? 'a' : 'span')
      line.textContent = hit ? hit.title : input.dataset.nothing
      if (hit) {
        line.href = base + hit.path.split('/').map(encodeURIComponent).join('/')
        const small = document.createElement('small')
        small.textContent = hit.excerpt
        line.append(small)
      }
      item.append(line)
      return item
    }))
  }
  if (input) {
    input.addEventListener('input', show)
    input.form.addEventListener('submit', (event) => {
      event.preventDefault()
      hits.querySelector('a')?.click()
    })
    addEventListener('keydown', (event) => {
      if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
        event.preventDefault()
        input.focus()
      } else if (event.key === 'Escape') {
        input.value = ''
        hits.replaceChildren()
      }
    })
  }
  const anchorsOf = (link) => (link?.dataset.anchors ?? '').split(' ')
  const headings = anchorsOf(document.querySelector('.bar details a[aria-current]'))
    .map((anchor) => document.getElementById(decodeURIComponent(anchor)))
  for (const link of document.querySelectorAll('.bar details a[data-anchors]')) {
    link.addEventListener('click', () => {
      const anchors = anchorsOf(link)
      const place = headings.filter((heading) => heading?.getBoundingClientRect().top < 120).length - 1
      if (place >= 0 && anchors.length === headings.length) link.hash = anchors[place]
    })
  }
})()
`
