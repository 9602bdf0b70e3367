/**
 * `node --expose-gc bench/suggest/latency.ts FOLDER [INDEX]`: how long suggestions take on a vault, and how much memory they hold. The index is
 * brought up to date first; it is the vault's own, or the file that is given. Prints rows of a table in Markdown.
 */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NotePath } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'
import { conceptsOf } from '../../src/core/suggest/concepts.ts'
import { namersOf } from '../../src/core/suggest/incoming.ts'
import { outgoingMentions } from '../../src/core/suggest/mentions.ts'
import { type Passage, passagesOf } from '../../src/core/suggest/prose.ts'
import { relatedNotes } from '../../src/core/suggest/related.ts'
import { graphOf } from '../../src/index/graph/graph.ts'
import { Index } from '../../src/index/index.ts'
import { Corpora } from '../../src/index/suggest/corpus.ts'
import { sync } from '../../src/index/sync.ts'
import { FullText } from '../../src/index/words/full-text.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { englishTagger } from '../../src/workspace/english.ts'
import { measure, showTimes } from '../measure.ts'
import { Random } from '../random.ts'

const ASKED = 200
/** Other questions that come before, as a server that runs has had. */
const BEFORE = 200

interface Question {
  readonly path: NotePath
  readonly title: string
  readonly text: string
  readonly passages: readonly Passage[]
  readonly paragraph: readonly Passage[]
}

const folder = process.argv[2] ?? ''
const index = await Index.open(process.argv[3] ?? join(folder, '.notly', 'index.db'))
const vault = await FolderVault.open(folder)
await sync(vault, index)
graphOf(index.db)
FullText.of(index.db)
const questions = await ask()
const of = (at: number): Question => questions[at % questions.length] as Question
const before = heap()
const start = performance.now()
const corpora = new Corpora(() => index.db)
corpora.now()
console.log(`| reading the names | ${Math.round(performance.now() - start)} ms, ${Math.round(heap() - before)} MB |`)

// With WAIT=1 it waits for a line, so that the machine can be made quiet for the questions alone.
if (process.env.WAIT) await new Promise((go) => process.stdin.once('data', go))
await row('names in a paragraph', (at) => outgoingMentions(of(at).text, of(at).paragraph, asking(at)))
const tagger = await englishTagger()
await row('concepts of a paragraph, with their notes', (at) =>
  conceptsOf(of(at).text, of(at).paragraph, asking(at), 5, tagger),
)
await row('related notes', (at) => relatedNotes(of(at).text, of(at).passages, asking(at)))
await row('notes that say a title', (at) => namersOf([of(at).title], asking(at).corpus, undefined))
corpora.forgetAnswers()
// What was let go of in one turn is collected in the next.
await setImmediate()
console.log(`| memory held | ${Math.round(heap() - before)} MB |`)
index.close()
process.stdin.unref?.()

/** A state of the index is asked anew each time, as it is after each save: what one answer found out does not help the next. */
function asking(at: number) {
  corpora.forgetAnswers()
  return { corpus: corpora.now(), path: of(at).path }
}

async function row(name: string, work: (at: number) => unknown): Promise<void> {
  for (let at = ASKED; at < ASKED + BEFORE; at++) await work(at)
  console.log(`| ${name} | ${showTimes(await measure(ASKED, work))} |`)
}

async function ask(): Promise<Question[]> {
  const random = new Random(3)
  const rows = index.db.all<[string, string]>('SELECT path, title FROM file WHERE is_note = 1 ORDER BY path')
  const found: Question[] = []
  while (found.length < ASKED + BEFORE) {
    const [path, title] = random.pick(rows)
    const text = (await vault.read(notePath(path)))?.text ?? ''
    const passages = passagesOf(text)
    const long = passages.filter(({ from, to }) => to - from > 150)
    if (long.length > 0) found.push({ path: notePath(path), title, text, passages, paragraph: [random.pick(long)] })
  }
  return found
}

function heap(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1_000_000
}
