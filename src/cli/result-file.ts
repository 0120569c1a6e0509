import { resolve } from 'node:path'
import { tryFile, writeText } from '../io/output-file.ts'
import { UsageError } from './usage.ts'

/** Writes what was printed into the file that the user named. */
export async function writeResult(file: string, cwd: string, printed: string): Promise<void> {
  await orUsageError(file, writeText(resolve(cwd, file), printed))
}

/** Asks before a run begins whether its result will find a place: later, guides may have been written. */
export async function checkResultFile(file: string, cwd: string): Promise<void> {
  await orUsageError(file, tryFile(resolve(cwd, file)))
}

/** Does what writes a file that the user named, and says so where that cannot be done. */
export async function orUsageError(file: string, writing: Promise<void>): Promise<void> {
  try {
    await writing
  } catch (error) {
    // Node says the code before, and behind it which call on which file, which may be one of our own beside it.
    const said = error instanceof Error ? error.message : String(error)
    const why = said.replace(/^E[A-Z]+: |, \w+ '.*$/g, '')
    throw new UsageError(`Unexpected file \`${file}\`, expected one that can be written: ${why}`)
  }
}
