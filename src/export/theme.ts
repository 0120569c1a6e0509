/** The look of pages. Change the variables at the top for another one. */
export const theme = `:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #12151c);
  --panel: light-dark(#f5f7fa, #1a1f29);
  --line: light-dark(#dbe1ea, #313948);
  --text: light-dark(#1c2430, #e4e8ef);
  --soft: light-dark(#536071, #a5b0c0);
  --accent: light-dark(#1a56c4, #8ab4ff);
  --note: light-dark(#1a56c4, #8ab4ff);
  --note-panel: light-dark(#edf3fe, #172338);
  --warning: light-dark(#9a4a00, #ffb86b);
  --warning-panel: light-dark(#fff4e5, #33230f);
  --success: light-dark(#14683c, #7ddba3);
  --success-panel: light-dark(#e9f7ef, #12291c);
  --code-panel: light-dark(#eef1f6, #222937);
  --code-word: light-dark(#8a1c6b, #f2a6dc);
  --code-string: light-dark(#0b6137, #9fe0b8);
  --code-number: light-dark(#8f3f00, #ffc48a);
  --code-comment: light-dark(#5b6778, #97a3b5);
  --serif: ui-serif, "Iowan Old Style", Charter, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace;
  --measure: 44rem;
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
main :is([id], a) { scroll-margin-top: 5rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/1.65 var(--sans); overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main { max-width: var(--measure); margin-inline: auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.4em 0 .6em; text-wrap: balance; }
h1 { font-size: clamp(1.8rem, 1.3rem + 2.2vw, 2.5rem); margin: 0 0 .4em; letter-spacing: -.015em; }
h2 { font-size: 1.5rem; padding-top: .9em; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.05rem; }
p, ul, ol, dl, table, figure, pre, blockquote, .callout { margin: 0 0 1.1em; }
li > p { margin-bottom: .4em; }
li + li { margin-top: .3em; }
ul, ol { padding-inline-start: 1.6em; }
.lead { color: var(--soft); font-size: 1.15rem; margin-bottom: 1.4em; }
.date { color: var(--soft); font-size: .9rem; margin-bottom: 2em; }
code, kbd, pre { direction: ltr; unicode-bidi: isolate; }
code, kbd { font: .9em var(--mono); background: var(--code-panel); border-radius: 4px; padding: .1em .35em; }
pre { text-align: left; background: var(--code-panel); border-radius: 8px; padding: 1em 1.2em; overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; font-size: .875rem; }
.hljs-keyword, .hljs-built_in, .hljs-selector-tag, .hljs-name, .hljs-tag { color: var(--code-word); }
.hljs-string, .hljs-attr, .hljs-addition { color: var(--code-string); }
.hljs-number, .hljs-literal, .hljs-type, .hljs-title { color: var(--code-number); }
.hljs-comment, .hljs-quote, .hljs-meta, .hljs-deletion { color: var(--code-comment); }
.label { font-weight: 600; padding: .05em .4em; border: 1px solid var(--line); border-radius: 5px; background: var(--panel); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
figure { text-align: center; }
img { max-width: 100%; height: auto; }
figure img { display: inline-block; border: 1px solid var(--line); border-radius: 10px; background: #ffffff; }
figcaption { color: var(--soft); font-size: .9rem; }
.missing-picture { display: inline-block; padding: .6em 1em; border: 1px dashed var(--warning); border-radius: 8px; color: var(--warning); }
.table { overflow-x: auto; margin: 0 0 1.4em; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; margin: 0; font-size: .97rem; }
th, td { padding: .55em .9em; text-align: start; vertical-align: top; }
thead th { background: var(--panel); }
tr + tr > *, tbody > tr > * { border-top: 1px solid var(--line); }
blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1em; color: var(--soft); }
.callout { border-inline-start: 4px solid var(--note); background: var(--note-panel); border-radius: 0 8px 8px 0; padding: .9em 1.2em; }
[dir="rtl"] .callout { border-radius: 8px 0 0 8px; }
.callout > :last-child { margin-bottom: 0; }
.callout-title { font-weight: 700; color: var(--note); margin-bottom: .3em; }
.callout-warning { border-color: var(--warning); background: var(--warning-panel); }
.callout-warning > .callout-title { color: var(--warning); }
.callout-success { border-color: var(--success); background: var(--success-panel); }
.callout-success > .callout-title { color: var(--success); }
.callout-faq { border: 0; background: none; padding: 0; }
.callout-faq > .callout-title { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
dl > dt { font-weight: 700; margin-top: 1em; }
dl > dt > p { margin: 0; }
dl > dd { margin: .2em 0 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
.contents { background: var(--panel); border-radius: 10px; padding: 1em 1.3em; margin-bottom: 2.2em; font-size: .97rem; }
.contents h2 { font-size: 1rem; margin: 0 0 .5em; padding: 0; border: 0; }
.contents ul { margin: 0; padding-inline-start: 1.1em; }
.contents li + li { margin-top: .15em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
.skip { position: absolute; inset-inline-start: -200vw; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; background: var(--page); padding: .5em 1em; z-index: 3; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  h3, h4 { break-after: avoid; }
  figure, .callout, tr, pre { break-inside: avoid; }
  .callout-faq { break-inside: auto; }
  dt { break-after: avoid; }
  figure img { max-height: 9cm; width: auto; }
  .table { overflow: visible; }
  pre { white-space: pre-wrap; }
}
`

/** What a site adds: the bar with search and languages, and the list of guides. */
export const siteTheme = `.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; padding: .7rem 1.25rem; background: var(--page); border-bottom: 1px solid var(--line); }
.bar > .home { font-weight: 700; text-decoration: none; color: var(--text); }
.bar form { flex: 1 1 12rem; max-width: 24rem; position: relative; }
.bar input { width: 100%; font: inherit; padding: .4em .8em; border: 1px solid var(--soft); border-radius: 8px; background: var(--page); color: var(--text); }
.hits { position: absolute; inset-inline: 0; top: calc(100% + .3rem); margin: 0; padding: .4rem; list-style: none; background: var(--page); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 8px 30px rgb(0 0 0 / .18); max-height: 70vh; overflow: auto; }
.hits:empty { display: none; }
.hits a, .hits span { display: block; padding: .45em .7em; border-radius: 6px; text-decoration: none; color: var(--text); }
.hits a:hover, .hits a:focus { background: var(--panel); }
.hits small { display: block; color: var(--soft); }
.bar details { margin-inline-start: auto; position: relative; }
.bar summary { cursor: pointer; padding: .3em .6em; border: 1px solid var(--line); border-radius: 8px; }
.bar details ul { position: absolute; inset-inline-end: 0; margin: .3rem 0 0; padding: .5rem; list-style: none; background: var(--page); border: 1px solid var(--line); border-radius: 10px; min-width: 11rem; box-shadow: 0 8px 30px rgb(0 0 0 / .18); }
.bar details a { display: block; padding: .35em .7em; }
.frame { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 82rem; margin-inline: auto; }
.frame > main { width: 100%; min-width: 0; }
.guides { padding: 1.5rem 1.25rem; font-size: .95rem; }
.guides ul { list-style: none; padding: 0; }
.guides h2 { font-size: .85rem; color: var(--soft); border: 0; padding: 0; margin: 1.2em 0 .3em; }
.guides a { display: block; padding: .25em .6em; border-radius: 6px; text-decoration: none; color: var(--text); }
.guides a:hover { background: var(--panel); }
.guides a[aria-current] { background: var(--note-panel); color: var(--note); font-weight: 600; }
.cards { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.cards li { margin: 0; }
.cards a { display: block; height: 100%; padding: 1em 1.2em; border: 1px solid var(--line); border-radius: 10px; text-decoration: none; color: var(--text); }
.cards a:hover { border-color: var(--accent); }
.cards strong { color: var(--accent); display: block; }
.cards span { color: var(--soft); font-size: .95rem; }
@media (min-width: 62rem) {
  .frame.with-guides { grid-template-columns: 18rem minmax(0, 1fr); }
  .guides { border-inline-end: 1px solid var(--line); position: sticky; top: 3.8rem; height: calc(100vh - 3.8rem); overflow: auto; }
}
@media (max-width: 61.99rem) { .frame > .guides { order: 2; border-top: 1px solid var(--line); } }
@media print { .bar, .guides { display: none; } }
`
