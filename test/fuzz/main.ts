/**
 * `npm run fuzz [-- SECONDS [TARGET [SEED]]]`: tries every pure function of the core that is given text from outside with texts made to reach every
 * branch of it, SECONDS for all of them together (60 unless said), and prints what failed, with the shortest text that makes it fail.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { TOKENS } from '../../src/core/testing/tokens.ts'
import { VECTORS } from '../security/vectors.ts'
import { FOUND } from './found.ts'
import { type Instrumented, instrument } from './instrument.ts'
import { LONGEST, type Outcome } from './loop.ts'
import { PART, TARGETS } from './targets.ts'
import type { Task } from './worker.ts'

const root = join(import.meta.dirname, '../..')
/** A text that is tried for so long hangs. Looks, of a second each: a machine that is busy elsewhere looks less often too. */
const MOST_LOOKS = 60

const seconds = Number(process.argv[2] ?? 60)
const only = process.argv[3]
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000)
const names = Object.keys(TARGETS).filter((name) => only === undefined || name === only)
// Below the packages, which some of the code asks for when it needs them.
const cache = join(root, 'node_modules/.cache')
mkdirSync(cache, { recursive: true })
const scratch = mkdtempSync(join(cache, 'fuzz-'))
try {
  const { code, counters, words } = await bundle()
  const file = join(scratch, 'targets.mjs')
  writeFileSync(file, code)
  console.log(`${names.length} targets, ${counters} places counted, seed ${seed}`)
  const seeds = seedTexts()
  for (const target of names)
    report(
      target,
      await fuzz({
        bundle: file,
        target,
        counters,
        words: [...TOKENS, ...words],
        seeds,
        seconds: seconds / names.length,
        seed,
      }),
    )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The targets with all they use as one file, counted. */
async function bundle(): Promise<Instrumented> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'test/fuzz/targets.ts', write: false, minify: false, target: 'node24' },
  })
  const [chunk] = (Array.isArray(built) ? built : 'output' in built ? [built] : []).flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built')
  return instrument(chunk.code)
}

function seedTexts(): string[] {
  const demo = join(root, 'demo')
  const notes = readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(demo, path), 'utf8'))
  const queries = [
    'kind:decision (tag:a OR -is:task) due:<2026-03-29 "two words" in:"a b" links:[[Note]]',
    'view: table\nsort: due',
  ]
  const parts = [
    `a\nb\nc${PART}a\nB\nc${PART}a\nb\nC`,
    `{{title}} {{date:D MMMM YYYY}} {{cursor}}${PART}A: title${PART}dddd`,
  ]
  return [...notes, ...queries, ...parts, ...TOKENS, ...VECTORS.map(({ text }) => text), ...Object.values(FOUND).flat()]
}

function fuzz(task: Omit<Task, 'now'>): Promise<Outcome | { readonly hangs: string }> {
  const now = new SharedArrayBuffer(4 + 2 * LONGEST)
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { ...task, now } satisfies Task })
  return new Promise((resolve, reject) => {
    let [before, looks] = ['', 0]
    const look = setInterval(() => {
      const text = textIn(now)
      if (text !== before) [before, looks] = [text, 0]
      else if (++looks > MOST_LOOKS) void finish(() => resolve({ hangs: text }))
    }, 1000)
    const finish = async (then: () => void) => {
      clearInterval(look)
      await worker.terminate()
      then()
    }
    worker.once('message', (outcome: Outcome) => void finish(() => resolve(outcome)))
    worker.once('error', (error) => void finish(() => reject(error)))
  })
}

function textIn(now: SharedArrayBuffer): string {
  const [length = 0] = new Int32Array(now, 0, 1)
  return String.fromCharCode(...new Uint16Array(now, 4, length))
}

function report(target: string, outcome: Outcome | { readonly hangs: string }): void {
  if ('hangs' in outcome) {
    process.exitCode = 1
    console.log(`${target}: hangs at ${JSON.stringify(outcome.hangs)}`)
    return
  }
  const { tries, kept, reached, failures, hardest, slowest } = outcome
  console.log(
    `${target}: ${tries} texts, ${kept} kept, ${reached} places reached, at most ${slowest.milliseconds.toFixed(0)} ms, ${(hardest.steps / (hardest.text.length + 100)).toFixed(0)} steps a character; ${failures.length} failures`,
  )
  if (process.env.NOTLY_HARDEST === '1')
    console.log(`  hardest ${JSON.stringify(hardest.text)}\n  slowest ${JSON.stringify(slowest.text)}`)
  for (const { text, message } of failures) {
    process.exitCode = 1
    console.log(`  ${JSON.stringify(text)}\n    ${message.split('\n').slice(0, 5).join('\n    ')}`)
  }
}
