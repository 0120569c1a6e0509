import { describe, expect, test } from 'vitest'
import { ChangeFeed } from '../../src/preview/change-feed.ts'

describe('what a page hears of', () => {
  test('changes that it did not take in time are one', async () => {
    const feed = new ChangeFeed()
    feed.put({ version: 2, paths: ['a.md', 'b.md'] })
    feed.put({ version: 3, paths: ['b.md', 'c.md'] })
    expect(await feed.next(1000)).toEqual({ version: 3, paths: ['a.md', 'b.md', 'c.md'] })
    expect(await feed.next(1)).toBe('idle')
  })

  test('a page that never reads costs no more than one that does', async () => {
    const feed = new ChangeFeed()
    for (let version = 2; version < 5000; version++) feed.put({ version, paths: [`${version}.md`] })
    expect(await feed.next(1000)).toEqual({ version: 4999, paths: undefined })
  })

  test('it wakes for a change, and at the end', async () => {
    const feed = new ChangeFeed()
    const waiting = feed.next(60_000)
    feed.put({ version: 2, paths: undefined })
    expect(await waiting).toEqual({ version: 2, paths: undefined })
    const last = feed.next(60_000)
    feed.close()
    expect(await last).toBeUndefined()
    expect(await feed.next(60_000)).toBeUndefined()
  })
})
