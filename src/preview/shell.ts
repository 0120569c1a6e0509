import { escapedHtml } from '../text/escaped-html.ts'

/** Where a page of the preview gets what it needs. */
export interface Shell {
  /** `live` asks a server, `static` reads files beside it. */
  readonly mode: 'live' | 'static'
  /** For what writes; empty where nothing can be written. */
  readonly token: string
  /** What readers of the tab see: the folder's name. */
  readonly name: string
  /** Where script and style lie, as the page names them. */
  readonly base: string
}

/** Nothing runs, is shown or is asked for but what the preview itself brings. */
export const policy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The one page that the preview is; views are made in the browser. */
export function shellHtml({ mode, token, name, base }: Shell): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="hexapla" content="${mode}" data-token="${escapedHtml(token)}" data-name="${escapedHtml(name)}">
<title>${escapedHtml(name)} · Hexapla</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}ui.css">
</head>
<body>
<div id="app"><noscript>The preview needs scripts.</noscript></div>
<script src="${base}ui.js"></script>
</body>
</html>
`
}
