import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notePath } from '../../core/path.ts'
import { conceptsOf } from '../../core/suggest/concepts.ts'
import type { Corpus } from '../../core/suggest/corpus.ts'
import { outgoingMentions } from '../../core/suggest/mentions.ts'
import { passagesOf } from '../../core/suggest/prose.ts'
import { relatedNotes } from '../../core/suggest/related.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { sync } from '../sync.ts'
import { type Step, step } from '../testing/random-vault.ts'
import { Corpora } from './corpus.ts'

/** More with NOTLY_RUNS=5000. */
const RUNS = Number(process.env.NOTLY_RUNS ?? 60)

const TEXT =
  'Acme, acme fees, the firm and STRASSE; C# or fees, clients and shown words. 第三季度市場 nobody at all, more words.'

/** What a corpus says of one text, by paths. */
function said(corpus: Corpus): unknown {
  const asking = { corpus, path: undefined }
  const passages = passagesOf(TEXT)
  const pathOf = (doc: number) => corpus.facts(doc)?.path
  return {
    mentions: outgoingMentions(TEXT, passages, asking)
      .map(({ doc, said, score, match }) => `${said} ${pathOf(doc)} ${match} ${score.toFixed(6)}`)
      .sort(),
    concepts: conceptsOf(TEXT, passages, asking)
      .map(({ phrase, docs, score }) => `${phrase} ${docs.map(pathOf).sort()} ${score.toFixed(6)}`)
      .sort(),
    related: relatedNotes(TEXT, passages, asking)
      .map(({ doc }) => `${pathOf(doc)}`)
      .sort(),
  }
}

async function take(vault: MemoryVault, happening: Step): Promise<void> {
  if (happening.kind === 'write') vault.writeOutside(happening.path, happening.text)
  else if (happening.kind === 'remove') vault.removeOutside(happening.path)
  else if (happening.kind === 'rename') {
    const source = await vault.read(notePath(happening.from))
    if (source === undefined) return
    vault.removeOutside(happening.from)
    vault.writeOutside(happening.to, source.text)
  }
}

test('what is kept up to date says the same as what is read anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const vault = new MemoryVault()
      const index = await Index.open(':memory:')
      const corpora = new Corpora(() => index.db)
      for (const happening of steps) {
        await take(vault, happening)
        if (happening.kind !== 'sync') continue
        const { added, changed, removed } = await sync(vault, index)
        corpora.refresh([...added, ...changed, ...removed])
        expect(said(corpora.now())).toEqual(said(new Corpora(() => index.db).now()))
      }
      index.close()
    }),
    { numRuns: RUNS },
  )
})
