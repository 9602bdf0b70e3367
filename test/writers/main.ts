/** `npm run crash:writers [EDITS]`: eight programs write four notes at once, five of them as Notly does; says what became of each edit. */
import { isDeepStrictEqual } from 'node:util'
import { writeAtOnce } from './writing.ts'

const started = performance.now()
const { acknowledged, lost, inHistory, kept, anew } = await writeAtOnce(
  Math.ceil(Number(process.argv[2] ?? 10_000) / 7),
)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  `${acknowledged} edits acknowledged, ${inHistory} of them in an earlier text, ${lost.length} lost, in ${seconds} s`,
)
console.log(isDeepStrictEqual(kept, anew) ? 'The index is right.' : 'The index is wrong.')
if (lost.length > 0) console.log(`Lost: ${lost.slice(0, 20).join(', ')}`)
process.exitCode = lost.length > 0 || !isDeepStrictEqual(kept, anew) ? 1 : 0
