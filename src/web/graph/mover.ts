import type { Picture } from './picture.ts'

/** Of the time, so much is left for whoever drags or reads while notes move. */
const SHARE = 6
/** How soon it is tried again when somebody drags the picture. Milliseconds. */
const WAIT = 200

/** Moves the notes of a picture as often as the browser can do it without holding up the page; where they come to last is shown at once. */
export class Mover {
  readonly #picture: Picture
  #next: Float32Array | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** How long the last move took to be seen. Milliseconds. */
  #cost = 0

  constructor(picture: Picture) {
    this.#picture = picture
  }

  move(positions: Float32Array, isLast: boolean): void {
    this.#next = positions
    if (isLast) {
      clearTimeout(this.#timer)
      this.#apply()
    } else this.#timer ??= setTimeout(() => this.#apply(), this.#cost * SHARE)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#next = undefined
  }

  #apply(): void {
    this.#timer = undefined
    if (this.#picture.isInHand) {
      this.#timer = setTimeout(() => this.#apply(), WAIT)
      return
    }
    const positions = this.#next
    if (positions === undefined) return
    this.#next = undefined
    const start = performance.now()
    this.#picture.move(positions)
    // Drawn in the next frame; the one after begins when that is done.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#cost = performance.now() - start
      }),
    )
  }
}
