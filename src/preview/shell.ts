import { escapedHtml } from '../text/escaped-html.ts'

/** What the server tells its page. */
export interface Shell {
  /** For what writes. */
  readonly token: string
  /** What readers of the tab see: the folder's name. */
  readonly name: string
  /** Nobody serves it: views are files beside it, and nothing can be written. */
  readonly isCopy?: boolean
}

/** Nothing runs, is shown or is asked for but what the preview itself brings. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

/** The same as a header, which can also say who may show it in a frame. */
export const policy: string = [...pagePolicy, "frame-ancestors 'none'"].join('; ')

/** The one page that the preview is; views are made in the browser. */
export function shellHtml({ token, name, isCopy = false }: Shell): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${isCopy ? `\n<meta http-equiv="Content-Security-Policy" content="${pagePolicy.join('; ')}">` : ''}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="hexapla" content="preview" data-token="${escapedHtml(token)}" data-name="${escapedHtml(name)}"${isCopy ? ' data-copy' : ''}>
<title>${escapedHtml(name)} · Hexapla</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="ui.css">
</head>
<body>
<div id="app"><noscript>The preview needs scripts.</noscript></div>
<script src="ui.js"></script>
</body>
</html>
`
}
