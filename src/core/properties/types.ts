/** What kind of value a property has, as its writers' values show; nothing is declared anywhere. */

/** What one value looks like. */
export type ValueType = 'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'link'

/** What a property has in most notes. */
export type PropertyType = ValueType | 'list'

const LOOKS: readonly (readonly [ValueType, RegExp])[] = [
  ['number', /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i],
  ['checkbox', /^(?:true|false)$/i],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['datetime', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?$/i],
  ['link', /^@?\[\[[^[\]\n]+\]\]$/],
]

export function typeOfValue(value: string): ValueType {
  return LOOKS.find(([, look]) => look.test(value))?.[0] ?? 'text'
}

/** How many values must look alike: one slip among ten does not make a date a text. */
const MOST = 0.9

/**
 * What a property is, given how many of its values look like what.
 * @param counts of values, for each look
 */
export function typeOfAll(counts: ReadonlyMap<ValueType, number>): ValueType {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const dates = (counts.get('date') ?? 0) + (counts.get('datetime') ?? 0)
  if (all > 0 && dates >= MOST * all)
    return (counts.get('datetime') ?? 0) > (counts.get('date') ?? 0) ? 'datetime' : 'date'
  return [...counts].find(([, count]) => count >= MOST * all)?.[0] ?? 'text'
}
