/** Where a copy of the preview holds a view: `views/page/mail/guide.pl-pl.md.json`. */
export function viewPath(name: string, path?: string): string {
  return path === undefined ? `views/${name}.json` : `views/${name}/${plain(path)}.json`
}

/** Where a copy holds a picture of the corpus. */
export function picturePath(path: string): string {
  return `files/${plain(path)}`
}

/** A path in letters that every disk and every host of pages takes as they are; no two paths become one. */
function plain(path: string): string {
  return encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replace(/[_!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '_')
}
