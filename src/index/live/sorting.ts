import { bestOf } from '../../core/best.ts'
import type { Order } from '../../core/live/query.ts'
import { compareKeys } from './values.ts'

/** The key of a row in one of the orders asked for; undefined where it has none, which comes last in either direction. */
export type KeyOf<T> = (row: T, at: number) => string | undefined

/** The first rows. @param last decides between those that are alike in all orders */
export function firstBy<T>(
  rows: Iterable<T>,
  limit: number,
  orders: readonly Order[],
  keyOf: KeyOf<T>,
  last: (a: T, b: T) => number,
): T[] {
  return bestOf(rows, limit, (a, b) => {
    for (const [at, { isDown }] of orders.entries()) {
      const order = compareSome(keyOf(a, at), keyOf(b, at), isDown)
      if (order !== 0) return order
    }
    return last(a, b)
  })
}

function compareSome(a: string | undefined, b: string | undefined, isDown: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return isDown ? compareKeys(b, a) : compareKeys(a, b)
}
