import type { ProgressEvent } from '../core/answers.ts'
import { showProgress } from './progress.ts'

/** The reader pressed Ctrl-C while notes were being read. */
export class Stopped extends Error {
  override name = 'Stopped'

  constructor({ done, total }: ProgressEvent) {
    const show = (value: number): string => value.toLocaleString('en')
    super(
      `Stopped. ${show(done)} of ${show(total)} notes are read; the next command reads the other ${show(total - done)}.`,
    )
  }
}

/**
 * Shows how far the reading of notes has come, and stops it at Ctrl-C; a second Ctrl-C ends the program at once.
 * @throws {Stopped}
 */
export async function reading<T>(
  read: (update: (progress: ProgressEvent) => void, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const progress = showProgress('Reading notes')
  const stopping = new AbortController()
  let latest: ProgressEvent = { done: 0, total: 0 }
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const update = (event: ProgressEvent) => {
    latest = event
    progress.update(event)
  }
  try {
    return await read(update, stopping.signal)
  } catch (error) {
    if (error === stopping.signal.reason) throw new Stopped(latest)
    throw error
  } finally {
    process.off('SIGINT', stop)
    progress.end()
  }
}
