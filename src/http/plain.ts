/** A type without its `readonly`s, for libraries whose types want to be able to change what nobody changes. */
export type Plain<T> = T extends readonly (infer Item)[]
  ? T extends readonly [infer A, infer B]
    ? [Plain<A>, Plain<B>]
    : Plain<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

export function plain<T>(answer: T): Plain<T> {
  return answer as Plain<T>
}
