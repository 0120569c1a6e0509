import type { ComponentChildren, VNode } from 'preact'
import type { DocumentHead as Head } from '../document-view.ts'
import { Glyph, signNames } from './glyph.tsx'
import { documentViews, hashOf, type DocumentView } from './route.ts'
import { Trouble } from './trouble.tsx'
import { languageName } from './words.tsx'

const viewNames: Readonly<Record<DocumentView, string>> = {
  page: 'Page',
  source: 'Source',
  beside: 'Side by side',
  translate: 'Translate',
}

interface DocumentHeadProps {
  readonly view: DocumentView
  readonly head: Head
}

interface DocumentFrameProps extends DocumentHeadProps {
  readonly trouble: string | undefined
  readonly children: ComponentChildren
}

/** What every view of a document stands in. */
export function DocumentFrame({ view, head, trouble, children }: DocumentFrameProps): VNode {
  return (
    <main id="main" class="document" tabIndex={-1}>
      <DocumentHead view={view} head={head} />
      <Trouble words={trouble} />
      {children}
    </main>
  )
}

/** Which document it is, its siblings, and the other views of it. */
function DocumentHead({ view, head }: DocumentHeadProps): VNode {
  const { path, guide, title, siblings, language, direction } = head
  return (
    <div class="document-head">
      <p class="crumbs">
        <a href="#/">Guides</a> <span aria-hidden="true">/</span> <bdi>{guide}</bdi>
      </p>
      <h1 lang={language} dir={direction}>
        {title}
      </h1>
      <div class="switches">
        <nav class="tabs" aria-label="Views of the document">
          {documentViews.map((each) => (
            <a
              key={each}
              href={hashOf({ view: each, path })}
              aria-current={each === view ? 'page' : undefined}
            >
              {viewNames[each]}
            </a>
          ))}
        </nav>
        <nav class="locales" aria-label="Locales of the guide">
          {siblings.map((each) => (
            <a
              key={each.path}
              href={hashOf({ view, path: each.path })}
              aria-current={each.path === path ? 'true' : undefined}
              title={`${languageName(each.locale ?? 'und')}: ${signNames[each.state]}`}
            >
              <Glyph sign={each.state} />
              {each.locale ?? each.path}
              <span class="unseen"> ({signNames[each.state]})</span>
            </a>
          ))}
        </nav>
      </div>
    </div>
  )
}
