const numbers = new Intl.NumberFormat('en')

/** `1 note`, `1,200 notes`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

export function grouped(count: number): string {
  return numbers.format(count)
}
