/** One step of an alignment: how many source and target blocks it takes, and how well they go together. */
export interface Step {
  readonly source: number
  readonly target: number
  readonly sources: 0 | 1 | 2
  readonly targets: 0 | 1 | 2
  /** Above 0 where the blocks speak for each other. */
  readonly score: number
  /** True of blocks that stand out of order. */
  readonly isMoved?: true
}

/** Whether a step takes one block of each text. */
export function isPair({ sources, targets }: Pick<Step, 'sources' | 'targets'>): boolean {
  return sources === 1 && targets === 1
}
