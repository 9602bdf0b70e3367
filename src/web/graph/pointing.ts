import type Sigma from 'sigma'

/** What of Sigma is private, and the only place before the question is asked: there is no setting and no event. */
interface Asking {
  getNodeAtPosition(position: { readonly x: number; readonly y: number }): string | null
}

/** So near to a note one points at it, in pixels. */
const NEAR = 4

/**
 * Sigma draws a second picture, in which each note has a colour of its own, and reads it from the graphics card at each move of the
 * pointer, which waits until everything is drawn. Here distances are compared, which takes ten thousand notes a millisecond.
 * @param held the note that is held to be under the pointer while the picture moves; undefined when it does not
 */
export function pointByDistance(sigma: Sigma, held: () => string | null | undefined): void {
  const asking = sigma as unknown as Asking
  asking.getNodeAtPosition = (position) => {
    const kept = held()
    return kept === undefined ? nearestTo(sigma, position) : kept
  }
}

function nearestTo(sigma: Sigma, position: { readonly x: number; readonly y: number }): string | null {
  let nearest: string | null = null
  let best = Number.POSITIVE_INFINITY
  const { x, y } = sigma.viewportToFramedGraph(position)
  const beside = sigma.viewportToFramedGraph({ x: position.x + 1, y: position.y })
  const pixel = Math.hypot(beside.x - x, beside.y - y)
  for (const note of sigma.getGraph().nodes()) {
    const data = sigma.getNodeDisplayData(note)
    if (data === undefined || data.hidden) continue
    const away = Math.hypot(data.x - x, data.y - y) / pixel - sigma.scaleSize(data.size)
    if (away < NEAR && away < best) {
      best = away
      nearest = note
    }
  }
  return nearest
}
