/**
 * `npm run security [-- VECTORS]`: shows every vector in every place of the app in a real browser, with the page's policy and without it, and
 * prints what came of it. With a number, only so many vectors, taken evenly.
 */
import { buildWebWhenChanged } from '../../scripts/lib/web.mjs'
import { launchChromium } from '../browser/chromium.ts'
import { PLACES } from './hostile-notes.ts'
import { type Trial, tryNaively, tryVectors } from './rendering.ts'
import { VECTORS } from './vectors.ts'

const most = Number(process.argv[2] ?? VECTORS.length)
const step = VECTORS.length / most
const vectors = VECTORS.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
await buildWebWhenChanged()
const browser = await launchChromium()
try {
  console.log(`${vectors.length} vectors in ${PLACES.length} places, Chromium ${browser.version()}`)
  const ran = await tryNaively(browser, vectors)
  console.log(`put into a page as markup: ${ran.size} of them run or ask another host`)
  for (const withoutPolicy of [false, true])
    report(withoutPolicy, await tryVectors(browser, { withoutPolicy, vectors }))
} finally {
  await browser.close()
}

function report(withoutPolicy: boolean, { notes, pages, ...found }: Trial): void {
  const counts = Object.entries(found).map(([what, list]) => `${list.length} ${what}`)
  console.log(`${withoutPolicy ? 'without' : 'with'} the policy: ${notes} notes, ${pages} pages: ${counts.join(', ')}`)
  for (const [what, list] of Object.entries(found)) for (const each of list) console.log(`  ${what}: ${each}`)
  if (Object.values(found).some(({ length }) => length > 0)) process.exitCode = 1
}
