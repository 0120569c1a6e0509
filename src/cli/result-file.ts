import { resolve } from 'node:path'
import { writeText } from '../io/output-file.ts'
import { UsageError } from './usage.ts'

/** Writes what was printed into the file that the user named. */
export async function writeResult(file: string, cwd: string, printed: string): Promise<void> {
  await orUsageError(file, writeText(resolve(cwd, file), printed))
}

/** Does what writes a file that the user named, and says so where that cannot be done. */
export async function orUsageError(file: string, writing: Promise<void>): Promise<void> {
  try {
    await writing
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Unexpected file \`${file}\`, expected one that can be written: ${why}`)
  }
}
