import type Sigma from 'sigma'
import { movement, viewOf } from './view.ts'

/** So long after the last movement the picture is drawn as it is seen then. Milliseconds. */
const REST = 120

/**
 * Moves the picture as it was drawn last with the view, and has it drawn again when the view rests: drawing ten thousand notes at each
 * movement is more than sixty times a second can be done without a graphics card.
 */
export class Carrier {
  readonly #sigma: Sigma
  readonly #layers: readonly HTMLElement[]
  /** The view for which the picture was drawn. */
  #drawn: DOMMatrix
  #rest: ReturnType<typeof setTimeout> | undefined
  readonly #onCarry: () => void

  /**
   * To be made before anybody else listens to the camera.
   * @param layers what moves with the view
   * @param onCarry runs at each movement
   */
  constructor(sigma: Sigma, layers: readonly HTMLElement[], onCarry: () => void) {
    this.#sigma = sigma
    this.#layers = layers
    this.#onCarry = onCarry
    this.#drawn = viewOf(sigma)
    const camera = sigma.getCamera()
    // Sigma's own listener, which draws at each movement.
    camera.removeAllListeners('updated')
    camera.on('updated', () => this.#carry())
    sigma.on('afterRender', () => this.#putDown())
  }

  /** What is seen is not where Sigma has it. */
  get isCarrying(): boolean {
    return this.#rest !== undefined
  }

  close(): void {
    clearTimeout(this.#rest)
  }

  #carry(): void {
    this.#place(movement(this.#drawn, viewOf(this.#sigma)).toString())
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#sigma.scheduleRender(), REST)
    this.#onCarry()
  }

  #putDown(): void {
    clearTimeout(this.#rest)
    this.#rest = undefined
    this.#drawn = viewOf(this.#sigma)
    this.#place('')
  }

  #place(transform: string): void {
    for (const layer of this.#layers) layer.style.transform = transform
  }
}
