import { escapedHtml } from '../text/escaped-html.ts'

/** What the server tells its page. */
export interface Shell {
  /** For what writes. */
  readonly token: string
  /** What readers of the tab see: the folder's name. */
  readonly name: string
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
export function shellHtml({ token, name }: Shell): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="hexapla" content="preview" data-token="${escapedHtml(token)}" data-name="${escapedHtml(name)}">
<title>${escapedHtml(name)} · Hexapla</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ui.css">
</head>
<body>
<div id="app"><noscript>The preview needs scripts.</noscript></div>
<script src="/ui.js"></script>
</body>
</html>
`
}
