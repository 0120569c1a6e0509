import { Memory, type MemoryEntry } from '../../src/l10n/memory.ts'

const vocabulary = Array.from({ length: 20_000 }, (_, index) => `w${index.toString(36)}x`)

/** Milliseconds of the processor: others may be at work on the machine. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Looks up 10,000 sentences with a word changed in a memory of so many units, 100,000 where no number is given. True where it took less than ten seconds. */
export function run([given = '100000']: readonly string[]): Promise<boolean> {
  const size = Number(given)
  let seed = 7
  const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most
  // Words of a language are not equally frequent.
  const word = (): string => vocabulary[Math.floor(vocabulary.length * (next(10_000) / 10_000) ** 3)] ?? ''
  const sentence = (): string => Array.from({ length: 5 + next(15) }, word).join(' ')
  const entries = Array.from({ length: size }, (_, index): MemoryEntry => ({
    source: sentence(),
    target: `t${index}`,
  }))
  const before = process.memoryUsage().rss
  const started = cpu()
  const memory = new Memory(entries)
  const built = cpu()
  const count = 10_000
  let hits = 0
  for (let index = 0; index < count; index++) {
    const { source = '' } = entries[next(size)] ?? {}
    hits += memory.matches(source.replace(/\w+$/, 'other')).length > 0 ? 1 : 0
  }
  const looked = cpu()
  const exact = cpu()
  for (let index = 0; index < count; index++)
    memory.matches(entries[next(size)]?.source ?? '', { least: 100 })
  const done = cpu()
  const mebibytes = Math.round((process.memoryUsage().rss - before) / 1024 / 1024)
  console.log(
    `${size} units: built in ${Math.round(built - started)} ms, ${mebibytes} MiB beside the texts; ${count} fuzzy look-ups ${Math.round(looked - built)} ms, ${hits} found; exact ${Math.round(done - exact)} ms`,
  )
  return Promise.resolve(looked - built < 10_000)
}
