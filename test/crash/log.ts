/** A system call that succeeded, at the time of its end. */
export interface Call {
  readonly thread: string
  readonly name: string
  /** As strace writes them: `21</vault/a.md>`, `"/vault/a.md"`. */
  readonly arguments: string
}

/** Reads what `strace -f -y` has written. A call during which another thread made one stands on two lines. */
export function readLog(text: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(rest)?.[1]
    if (unfinished !== undefined) {
      begun.set(thread, unfinished)
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1]
    const whole = resumed === undefined ? rest : `${begun.get(thread) ?? ''}${resumed}`
    const [, name, args, result] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? []
    if (name !== undefined && args !== undefined && !result?.startsWith('-'))
      calls.push({ thread, name, arguments: args })
  }
  return calls
}

/** A place in a run at which to kill: the n-th of one thread's calls of that name. */
export interface Moment {
  readonly call: string
  readonly n: number
}

/** Every place in a run, by calls. A call counts for each thread by itself, as strace counts them. */
export function momentsOf(text: string): Moment[] {
  const counts = new Map<string, Map<string, number>>()
  for (const line of text.split('\n')) {
    const [, thread, call] = /^(\d+) +(\w+)\(/.exec(line) ?? []
    if (thread === undefined || call === undefined) continue
    const threads = counts.get(call) ?? new Map<string, number>()
    counts.set(call, threads.set(thread, (threads.get(thread) ?? 0) + 1))
  }
  return [...counts].flatMap(([call, threads]) =>
    Array.from({ length: Math.max(...threads.values()) }, (_, at) => ({ call, n: at + 1 })),
  )
}

/** At most so many, spread evenly. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / most)] as T)
}
