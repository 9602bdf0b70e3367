import type Sigma from 'sigma'

/** What of Sigma is private, and the only place before the question is asked: there is no setting and no event. */
interface Asking {
  getNodeAtPosition(position: { readonly x: number; readonly y: number }): string | null
}

/**
 * Sigma asks the graphics card at each move of the mouse which note is under it, and waits for the card; a note that passes under the
 * pointer is then dressed, and all others with it. While the picture is dragged nobody points at anything: what was under the pointer
 * when the drag began is held to stay there.
 * @param pointedAt the note under the pointer before, if any
 */
export function askNothingWhileDragged(sigma: Sigma, pointedAt: () => string | undefined): void {
  const captor = sigma.getMouseCaptor()
  const asking = sigma as unknown as Asking
  const ask = asking.getNodeAtPosition.bind(sigma)
  asking.getNodeAtPosition = (position) =>
    captor.isMouseDown && captor.draggedEvents > 0 ? (pointedAt() ?? null) : ask(position)
}
