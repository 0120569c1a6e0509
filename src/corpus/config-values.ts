import * as z from 'zod'
import type { RuleSetting } from './config.ts'

/** What the reference and the editors say of a key: one sentence, and a value as it could stand in the file. */
export function says(description: string, example: unknown): { description: string; example: unknown } {
  return { description, example }
}

/** A key that may be left out. */
export const key = <Value extends z.ZodType>(
  value: Value,
  description: string,
  example: unknown,
): z.ZodExactOptional<Value> => value.meta(says(description, example)).exactOptional()

/** Some words. */
export const text: z.ZodString = z.string().min(1)
/** What findings are worth. */
export const severity: z.ZodType<NonNullable<RuleSetting['severity']>> = z.enum([
  'off',
  'error',
  'warning',
  'info',
])

/** A list, which may be written as its only item. */
export const listOf = <Item extends z.ZodType>(item: Item): z.ZodType<z.output<Item>[]> =>
  z
    .union([item, z.array(item)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[])

const units: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
}
const sizePattern = new RegExp(`^([1-9]\\d{0,8}) ?(${Object.keys(units).join('|')})$`)

/** A number of things. */
export const count: z.ZodInt = z.int().positive()
/** Bytes: `2 MiB`. */
export const size: z.ZodType<number> = z.union([
  count,
  z
    .string()
    .regex(sizePattern, { error: 'a size such as `2 MiB`' })
    .transform((value) => {
      const [, number = '', unit = ''] = sizePattern.exec(value) ?? []
      return Number(number) * (units[unit] ?? 1)
    }),
])
