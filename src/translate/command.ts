import { ProviderFault, type Provider } from './provider.ts'

/** Runs a program of the user's: what it is given on its standard input, and what it says on its standard output. */
export type RunProgram = (command: readonly string[], input: string, signal?: AbortSignal) => Promise<string>

/**
 * A program that translates: a line of JSON `{"id", "words", "context"}` for each on its standard input, behind a first
 * line `{"source", "target", "terms"}`; it answers with lines `{"id", "words"}`, in any order.
 */
export function commandProvider(command: readonly string[], run: RunProgram): Provider {
  return {
    name: 'command',
    batch: 200,
    translate: async (asked, { languages, terms, signal }) => {
      const lines = [{ ...languages, terms }, ...asked].map((line) => JSON.stringify(line))
      const output = await run(command, `${lines.join('\n')}\n`, signal)
      const answers = new Map<string, string>()
      for (const [index, line] of output.split('\n').entries()) {
        if (line.trim() === '') continue
        const answer = readAnswer(line)
        if (!answer)
          throw new ProviderFault(
            `Unexpected line ${index + 1} of \`${command[0] ?? ''}\`, expected {"id": …, "words": …}`,
          )
        answers.set(answer.id, answer.words)
      }
      return answers
    },
  }
}

function readAnswer(line: string): { readonly id: string; readonly words: string } | undefined {
  try {
    return answerOf(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** An answer in JSON, where it is one. */
export function answerOf(value: unknown): { readonly id: string; readonly words: string } | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('words' in value)) return undefined
  const { id, words } = value
  return typeof id === 'string' && typeof words === 'string' ? { id, words } : undefined
}
