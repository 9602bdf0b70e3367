import { foldName } from '../../core/fold.ts'
import { wordsIn } from '../../core/words.ts'

/** Whether a property's folded value is what was asked for: it has all the words, or stands as asked to a number or a date. */
export function propertyTest(asked: string): (value: string) => boolean {
  const [, sign, bound = ''] = /^(<=|>=|<|>|=)(.*)$/s.exec(asked.trim()) ?? []
  if (sign !== undefined) return (value) => compares(sign, order(value, foldName(bound)))
  const terms = wordsIn(asked).map(({ term }) => term)
  const exact = foldName(asked)
  return (value) => {
    if (value === exact) return true
    const own = new Set(wordsIn(value).map(({ term }) => term))
    return terms.length > 0 && terms.every((term) => own.has(term))
  }
}

function compares(sign: string, order: number): boolean {
  if (Number.isNaN(order)) return false
  if (order === 0) return sign.includes('=')
  return sign.startsWith(order < 0 ? '<' : '>')
}

/** Numbers as numbers, anything else, such as ISO dates, as text; `NaN` where the two have nothing in common. */
function order(value: string, bound: string): number {
  const [a, b] = [asNumber(value), asNumber(bound)]
  if (a !== undefined && b !== undefined) return a - b
  if (a !== undefined || b !== undefined) return Number.NaN
  return value < bound ? -1 : value > bound ? 1 : 0
}

function asNumber(text: string): number | undefined {
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
