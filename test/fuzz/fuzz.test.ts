import { expect, test } from 'vitest'
import { TOKENS } from '../../src/core/testing/tokens.ts'
import { VECTORS } from '../security/vectors.ts'
import { FOUND } from './found.ts'
import { instrument } from './instrument.ts'
import { Fuzzer } from './loop.ts'
import { Mutator, seeded } from './mutate.ts'
import { PART, run, TARGETS, type Target } from './targets.ts'

const SEEDS = [...TOKENS, ...VECTORS.map(({ text }) => text)]
/** `npm run fuzz` tries far more, and learns from each. */
const RUNS = 300

test.each(Object.entries(TARGETS))(
  '%s holds of what once failed, of all tokens and of mixtures of them',
  async (name, target) => {
    const mutator = new Mutator(seeded(8), [...TOKENS, PART], 600)
    for (const text of [...(FOUND[name] ?? []), ...SEEDS]) await run(target, text)
    for (let at = 0; at < RUNS; at++) {
      const [one = '', other = ''] = [SEEDS[(at * 7) % SEEDS.length], SEEDS[(at * 13) % SEEDS.length]]
      const text = mutator.mutate(mutator.mutate(`${one}${PART}${other}`, other), one)
      await expect(run(target, text), JSON.stringify(text)).resolves.toBeUndefined()
    }
  },
)

/** Fails at a text that nobody meets by chance: one letter after the other leads there. */
const HIDDEN = `
  export function hidden(text) {
    let at = 0
    for (const char of text) {
      if (char === 'n' && at === 0) at = 1
      else if (char === 'o' && at === 1) at = 2
      else if (char === 't' && at === 2) at = 3
      else if (char === 'l' && at === 3) at = 4
      else if (char === 'y' && at === 4) throw new Error('Found')
    }
    return at > 1 ? text && 'more' : text ?? 'less'
  }
  export const slow = (text) => { for (let at = 0; at < text.length * 20_000_000; at++); switch (text) { case 'a': return 1; default: return 0 } }
`

async function fuzz(name: 'hidden' | 'slow', seconds = 60) {
  const { code, counters: places, words } = instrument(HIDDEN)
  const counters = new Uint32Array(places)
  Object.assign(globalThis, { __counters: counters })
  const made = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Record<
    string,
    Target
  >
  const attempt = async (text: string) => made[name]?.(text)
  const limits = { seconds, patience: 15, mostFailures: 1 }
  return new Fuzzer({ counters, words, seeds: [''], seed: 1, ...limits, tell: () => {}, attempt }).run()
}

test('the fuzzer finds its way to a failure, and says the shortest text that fails', async () => {
  const { failures, reached } = await fuzz('hidden')
  expect(failures.map(({ text }) => text)).toEqual(['notly'])
  expect(reached).toBeGreaterThan(5)
})

test('a text that takes too long is a failure', async () => {
  const { failures } = await fuzz('slow')
  expect(failures[0]?.message).toMatch(/^It took \d+ ms/)
})
