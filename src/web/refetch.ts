import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { afterPause } from './pause.ts'

/**
 * Asks again what is on the screen, one question after the other, each in a task of its own: all at once they are one long task, and so
 * are their answers, in which a key waits. Who begins to write again is not disturbed: the rest comes in the next pause.
 * @returns what asks all questions again whose key `concerned` accepts
 */
export function refetchInTurn(client: QueryClient): (concerned: (key: QueryKey) => boolean) => void {
  const waiting = new Map<string, QueryKey>()
  let running = false
  const run = async () => {
    running = true
    const start = performance.now()
    for (const [hash, queryKey] of waiting) {
      await nextTurn(start)
      // Before it is asked: what changes from now on asks once more.
      waiting.delete(hash)
      void client.refetchQueries({ queryKey, exact: true, type: 'active' })
    }
    running = false
  }
  return (concerned) => {
    const predicate = ({ queryKey }: { queryKey: QueryKey }) => concerned(queryKey)
    void client.invalidateQueries({ predicate, refetchType: 'none' })
    for (const { queryHash, queryKey } of client.getQueryCache().findAll({ type: 'active', predicate }))
      waiting.set(queryHash, queryKey)
    if (!running) void run()
  }
}

/** @param asked since when there is something to do: it does not wait for ever. As `performance.now()`. */
function nextTurn(asked: number): Promise<void> {
  // Nobody writes in a page that is not seen, and there a turn would take a second.
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => setTimeout(() => afterPause(resolve, asked)))
}
