import pc from 'picocolors'
import type { Output } from './command.ts'

const CHUNK = 1 << 16

/** Writes answers to stdout in large pieces, and asides to stderr. */
export function createOutput(json: boolean): Output {
  let pending = ''
  const flush = () => {
    if (pending !== '') process.stdout.write(pending)
    pending = ''
  }
  const line = (text: string) => {
    pending += `${text}\n`
    if (pending.length > CHUNK) flush()
  }
  return {
    json,
    colors: pc.createColors(wantsColor(process.stdout, process.env)),
    line,
    flush,
    value: (value) => line(JSON.stringify(value)),
    aside: (text) => {
      flush()
      process.stderr.write(`${text}\n`)
    },
  }
}

/** Colour is for people at a terminal who did not turn it off (https://no-color.org). */
export function wantsColor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

/** `notly links | head` ends when `head` has seen enough; that is no error. */
export function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}
