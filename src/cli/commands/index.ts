import type { Join } from '../command.ts'
import { align } from './align.ts'
import { explain } from './explain.ts'
import { exportGuides } from './export.ts'
import { importKits } from './import.ts'
import { init } from './init.ts'
import { lint } from './lint.ts'
import { mergeReports } from './merge-reports.ts'
import { preview } from './preview.ts'
import { settings } from './settings.ts'
import { status } from './status.ts'
import { sync } from './sync.ts'

/** Every command, in the order of the help. */
export const commands: readonly Join[] = [
  lint,
  mergeReports,
  explain,
  init,
  exportGuides,
  importKits,
  settings,
  sync,
  status,
  preview,
  align,
]
