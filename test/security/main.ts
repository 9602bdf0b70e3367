/**
 * `npm run security [-- VECTORS [AT_ONCE]]`: shows every vector in every place of the app in a real browser, with the page's policy and without it,
 * and prints what came of it. With a number, only so many vectors, taken evenly; with another, so many vaults of them at once.
 */
import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { buildWebWhenChanged } from '../../scripts/lib/web.mjs'
import { launchChromium } from '../browser/chromium.ts'
import { PLACES } from './hostile-notes.ts'
import { type Trial, tryNaively, tryVectors } from './rendering.ts'
import { VECTORS, type Vector } from './vectors.ts'

/** In one vault: few enough that the lists of the app show all of them, and that one vault that fails leaves the others to be tried. */
const PER_VAULT = 52
/** One page waits much of its time for the server, and the other way round. */
const AT_ONCE = 3

type Round = Trial & { readonly withoutPolicy: boolean }

const most = Number(process.argv[2] ?? VECTORS.length)
const atOnce = Number(process.argv[3] ?? AT_ONCE)
const step = VECTORS.length / most
const vectors = VECTORS.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
await buildWebWhenChanged()
const browser = await launchChromium()
try {
  console.log(`${vectors.length} vectors in ${PLACES.length} places, Chromium ${browser.version()}`)
  const ran = await tryNaively(browser, vectors)
  console.log(`put into a page as markup: ${ran.size} of them run or ask another host`)
  const rounds = await tryAll(browser)
  for (const withoutPolicy of [false, true])
    report(
      withoutPolicy,
      rounds.filter((round) => round.withoutPolicy === withoutPolicy),
    )
} finally {
  await browser.close()
}

/** Some vaults at once, since each is slow by itself. A vault that cannot be tried is told of, and the others are. */
async function tryAll(browser: Browser): Promise<readonly Round[]> {
  const vaults = Math.max(1, Math.round(vectors.length / PER_VAULT))
  const all = Array.from({ length: vaults }, (_, nth) => vectors.filter((_, at) => at % vaults === nth)).flatMap(
    (some) => [false, true].map((withoutPolicy) => ({ some, withoutPolicy })),
  )
  const rounds: Round[] = []
  const waiting = all.entries()
  const work = async (): Promise<void> => {
    for (const [nth, { some, withoutPolicy }] of waiting) {
      // So that two servers do not find the same port free.
      await setTimeout((nth % atOnce) * 500)
      const round = await tryOne(browser, some, withoutPolicy)
      if (round !== undefined) rounds.push(round)
      const seconds = Math.round(performance.now() / 1000)
      console.log(`  ${rounds.length} of ${all.length} vaults after ${seconds} s`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return rounds
}

async function tryOne(browser: Browser, some: readonly Vector[], withoutPolicy: boolean): Promise<Round | undefined> {
  try {
    return { withoutPolicy, ...(await tryVectors(browser, { withoutPolicy, vectors: some })) }
  } catch (error) {
    console.log(`  not tried to the end, ${some.length} vectors from ${some[0]?.name}: ${error}`)
    process.exitCode = 1
    return undefined
  }
}

function report(withoutPolicy: boolean, rounds: readonly Round[]): void {
  const sum = (of: 'notes' | 'pages') => rounds.reduce((total, round) => total + round[of], 0)
  const found = (['executions', 'violations', 'strange', 'asked'] as const).map(
    (what) => [what, rounds.flatMap((round) => round[what])] as const,
  )
  const counts = found.map(([what, list]) => `${list.length} ${what}`).join(', ')
  console.log(
    `${withoutPolicy ? 'without' : 'with'} the policy: ${sum('notes')} notes, ${sum('pages')} pages: ${counts}`,
  )
  for (const [what, list] of found) for (const each of list) console.log(`  ${what}: ${each}`)
  if (found.some(([, list]) => list.length > 0)) process.exitCode = 1
}
