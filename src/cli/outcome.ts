/** What a command leaves to `main`: what to print, and how to exit. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}
