import { createStore } from './store.ts'
import { SLIM } from './ui/media.ts'

export interface Preview {
  readonly anchor: DOMRect
  readonly path: string
  readonly fragment: string | undefined
}

/** How long a pointer rests on a link before its target is shown, and how long it may be away before the card closes. */
const REST_MS = 350
const AWAY_MS = 180

export const preview = createStore<Preview | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Shows a card with the note, or the section or block that the fragment names, next to `anchor`, once the pointer has rested there.
 * @param options.now shows it at once, as for a key.
 */
export function showPreview(
  anchor: DOMRect,
  path: string,
  fragment?: string | null,
  options: { now?: boolean } = {},
): void {
  clearTimeout(timer)
  whenMoved = undefined
  // Where there is no room beside, the card would hide what it was asked from.
  if (matchMedia(SLIM).matches) return
  const next = { anchor, path, fragment: fragment ?? undefined }
  const rest = () => {
    timer = setTimeout(() => preview.set(next), options.now ? 0 : REST_MS)
  }
  if (pointerMoved || options.now) rest()
  else whenMoved = rest
}

/** Closes the card in a moment, unless the pointer moves into it. */
export function hidePreview(options: { now?: boolean } = {}): void {
  clearTimeout(timer)
  whenMoved = undefined
  if (options.now) waitForPointer()
  timer = setTimeout(() => preview.set(undefined), options.now ? 0 : AWAY_MS)
}

/** The pointer is in the card: it stays. */
export function keepPreview(): void {
  clearTimeout(timer)
}

/** After a click, what comes to lie under the pointer was not pointed at. */
let pointerMoved = true
/** What is shown if the pointer moves where it lies. */
let whenMoved: (() => void) | undefined

function waitForPointer(): void {
  if (!pointerMoved) return
  pointerMoved = false
  const moved = () => {
    pointerMoved = true
    whenMoved?.()
    whenMoved = undefined
  }
  addEventListener('pointermove', moved, { once: true, capture: true })
}
