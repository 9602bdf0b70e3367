type Crypto = typeof import('node:crypto')

let loaded: Crypto | undefined

/** Loaded when it is first asked for: it takes a twentieth of the time in which a command answers, and most need none of it. */
export function crypto(): Crypto {
  loaded ??= process.getBuiltinModule('node:crypto')
  return loaded
}
