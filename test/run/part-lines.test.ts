import { expect, test } from 'vitest'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { partLineAt, partLines, partsIn, type PartLine } from '../../src/run/part-lines.ts'
import { folderOf } from '../support/command.ts'

const config = { parser: 'remark', limits: {} } as const

test('documents are read into the same parts in threads and here', async () => {
  const paths = Array.from({ length: 40 }, (_, at) => `${at}.md`)
  const root = folderOf(Object.fromEntries(paths.map((path) => [path, `# Step ${path}\n\nTwo words.\n`])))
  const reader = await FactsReader.open(config)
  const here: PartLine[] = []
  for (const path of paths) here.push(await partLineAt(path, root, reader))
  const there: PartLine[] = []
  for await (const line of partLines(paths, { root, config }, 2)) there.push(line)
  await reader.close()
  expect([...there].sort()).toEqual([...here].sort())
  expect(partsIn(here[0]?.[1] ?? '').map(({ kind, words }) => [kind, words])).toEqual([
    ['heading', 3],
    ['paragraph', 2],
  ])
})
