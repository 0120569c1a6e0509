import type { Exporter } from './output.ts'

/** The exporters by their formats, loaded when they are asked for. */
const loaders: Readonly<Record<string, () => Promise<{ readonly exporter: Exporter }>>> = {
  html: () => import('./html.ts'),
  site: () => import('./site.ts'),
  pdf: () => import('./pdf.ts'),
  docx: () => import('./docx.ts'),
  epub: () => import('./epub.ts'),
  txt: () => import('./text.ts'),
  markdown: () => import('./markdown.ts'),
  json: () => import('./json.ts'),
  autoconfig: async () => ({ exporter: (await import('./profiles.ts')).autoconfig }),
  mobileconfig: async () => ({ exporter: (await import('./profiles.ts')).mobileconfig }),
}

/** The formats of settings rather than of pages. */
export const profileFormats: readonly string[] = ['autoconfig', 'mobileconfig']

/** The names of all formats. */
export const formatNames: readonly string[] = Object.keys(loaders)

/** The folder that a format has for itself: a site and lone pages would lie at the same paths. */
export function folderFor(format: string, formats: readonly string[]): string {
  return format === 'site' && formats.includes('html') ? 'site/' : ''
}

/** The exporter of a format; undefined for a format that is not known. */
export async function loadExporter(format: string): Promise<Exporter | undefined> {
  const load = Object.hasOwn(loaders, format) ? loaders[format] : undefined
  return load && (await load()).exporter
}
