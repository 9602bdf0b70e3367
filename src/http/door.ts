import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

/** How long a browser is remembered after it last opened a page. */
export const REMEMBERED_SECONDS = 90 * 24 * 3600
const DAY_SECONDS = 24 * 3600
/** A wrong password costs its sender this long, and everybody else who guesses meanwhile. Milliseconds. */
const PENANCE = 1000
const MOST_GUESSES_AT_ONCE = 5

export interface DoorOptions {
  /** What proves that a browser was let in, here or by an earlier start: 32 bytes that nobody else knows. */
  readonly key?: Uint8Array
  /** Lets in from elsewhere too. */
  readonly password?: string | undefined
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly penance?: number
}

/** Who may come in: whoever has this start's token or its password; after that the browser, by its cookie. */
export class Door {
  /** Made anew at each start. */
  readonly token = randomBytes(32).toString('base64url')
  readonly hasPassword: boolean
  readonly #key: Uint8Array
  readonly #password: string
  readonly #now: () => number
  readonly #penance: number
  readonly #invitations = new Set<string>()
  #guesses: Promise<unknown> = Promise.resolve()
  #guessing = 0

  constructor({ key = randomBytes(32), password, now = Date.now, penance = PENANCE }: DoorOptions = {}) {
    // Whoever changes the password shuts out the browsers that came in by the old one.
    this.#key = createHmac('sha256', key)
      .update(`notly ${password ?? ''}`)
      .digest()
    this.#password = password ?? ''
    this.hasPassword = password !== undefined
    this.#now = now
    this.#penance = penance
  }

  /** A token that works once: it may be handed to another program where others can see it, as in a list of processes. */
  invite(): string {
    const token = randomBytes(32).toString('base64url')
    this.#invitations.add(token)
    return token
  }

  takesToken(token: string): boolean {
    return isSame(token, this.token) || this.#invitations.delete(token)
  }

  /** One guess at a time. @returns undefined when too many guess at once */
  takesPassword(password: string): Promise<boolean | undefined> {
    if (!this.hasPassword) return Promise.resolve(false)
    if (this.#guessing >= MOST_GUESSES_AT_ONCE) return Promise.resolve(undefined)
    this.#guessing++
    const answer = this.#guesses.then(async () => {
      const isRight = isSame(password, this.#password)
      if (!isRight) await setTimeout(this.#penance)
      this.#guessing--
      return isRight
    })
    this.#guesses = answer
    return answer
  }

  /** The value of a cookie: until when it holds, in seconds since 1970, and the proof that it was made here. */
  pass(): string {
    return this.#passUntil(Math.floor(this.#now() / 1000) + REMEMBERED_SECONDS)
  }

  /** How long a cookie still holds, in seconds; 0 for one that was not made here or is over. */
  secondsLeft(pass: string): number {
    const until = Number(/^\d{1,12}(?=\.)/.exec(pass)?.[0] ?? 0)
    return isSame(pass, this.#passUntil(until)) ? Math.max(0, until - Math.floor(this.#now() / 1000)) : 0
  }

  /** Whether a cookie should be given anew, so that who comes daily is never asked again. */
  isAging(pass: string): boolean {
    return this.secondsLeft(pass) < REMEMBERED_SECONDS - DAY_SECONDS
  }

  #passUntil(seconds: number): string {
    return `${seconds}.${createHmac('sha256', this.#key).update(String(seconds)).digest('base64url')}`
  }
}

/** In a time that does not tell how much of it is right. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
