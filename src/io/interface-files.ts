import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The files of the interface that a browser loads, as the build leaves them. */
export interface InterfaceFiles {
  readonly script: string
  readonly style: string
}

/** Beside the program in a build; where the sources run, in the last build. */
const places = ['../preview/', '../../dist/preview/']

/**
 * Reads the interface.
 * @throws Error where nothing has been built yet.
 */
export function interfaceFiles(): InterfaceFiles {
  const folder = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((each) => existsSync(`${each}ui.js`))
  if (folder === undefined) throw new Error('Unexpected absence of the interface, expected `npm run build`')
  return {
    script: readFileSync(`${folder}ui.js`, 'utf8'),
    style: readFileSync(`${folder}ui.css`, 'utf8'),
  }
}
