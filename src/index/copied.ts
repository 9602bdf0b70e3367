/** A larger array with what a smaller one has. */
export function copied<A extends Uint16Array | Int32Array | Uint32Array | Float64Array>(from: A, to: A): A {
  to.set(from)
  return to
}
