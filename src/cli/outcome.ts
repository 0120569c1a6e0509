/** What a command leaves to `main`: what to print, and how to exit. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  /** The same for other programs, where it is more than the lines. */
  readonly data?: Readonly<Record<string, unknown>>
  /** It was printed while the command still ran. */
  readonly isTold?: true
  readonly exitCode: 0 | 1 | 2
}
