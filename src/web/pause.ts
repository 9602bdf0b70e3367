/** Milliseconds without a key after which the writer looks up, and how long something waits for that at most. */
const PAUSE = 250
const PATIENCE = 2000

let lastKey = Number.NEGATIVE_INFINITY

function follow({ timeStamp }: KeyboardEvent): void {
  lastKey = timeStamp
}

export function followKeys(): void {
  addEventListener('keydown', follow, { capture: true, passive: true })
}

/** Runs when nobody types: at once, or in the next pause. @param asked since when it waits, as `performance.now()` */
export function afterPause(run: () => void, asked = performance.now()): void {
  const attempt = () => {
    const now = performance.now()
    const left = Math.min(lastKey + PAUSE, asked + PATIENCE) - now
    if (left <= 0) run()
    else setTimeout(attempt, left)
  }
  attempt()
}
