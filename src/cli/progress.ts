import { SingleBar } from 'cli-progress'
import type { ProgressEvent } from '../core/answers.ts'

/** Shorter waits need no bar. Milliseconds. */
const PATIENCE = 500

/** A bar on stderr, on a terminal only, for work that takes longer than the reader's patience. */
export function showProgress(title: string): { update(event: ProgressEvent): void; end(): void } {
  const started = performance.now()
  let bar: SingleBar | undefined
  return {
    update: (event) => {
      const elapsed = performance.now() - started
      if (!process.stderr.isTTY || elapsed < PATIENCE) return
      bar ??= startBar(title, event.total)
      bar.setTotal(event.total)
      bar.update(event.done, { said: describeProgress(event, elapsed) })
    },
    end: () => bar?.stop(),
  }
}

/** `43,210 of 100,000, 5,400 a second`. @param elapsed milliseconds */
export function describeProgress({ done, total }: ProgressEvent, elapsed: number): string {
  const rate = Math.round((done / elapsed) * 1000)
  const show = (value: number): string => value.toLocaleString('en')
  return `${show(done)} of ${show(total)}, ${show(rate)} a second`
}

function startBar(title: string, total: number): SingleBar {
  const bar = new SingleBar({
    format: `${title} {bar} {said}`,
    barCompleteChar: '━',
    barIncompleteChar: ' ',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
    // Ctrl-C is the command's own matter.
    gracefulExit: false,
    stream: process.stderr,
  })
  bar.start(total, 0, { said: '' })
  return bar
}
