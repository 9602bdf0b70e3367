import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notePath } from '../../core/path.ts'
import { TOKENS } from '../../core/testing/tokens.ts'
import { type ParseTask, readNotes } from '../reading.ts'
import { buffersOf, readFar, takeFar } from './far.ts'

const HEADS = [
  '',
  '---\ntitle: Prague — draft\nkind: task\nstatus: done\ndate: 1968-08-21\naliases: [Praha, "C#"]\ntags: [trip]\ndue: 2026-12-01\n---\n',
  '---\nsupersedes: "[[Old#Part|so it was]]"\ndate: soon\n---\n',
  '---\nx: [\n---\n',
]
const PIECES = [
  ...TOKENS,
  '\n\n',
  '# Über [[Ärger]] \ud83d\ude00\n',
  '- [ ] call @Anna about #trip/prague 📅 2026-12-03 ⏫\n',
  '- [x] paid ✅ 2026-11-30\n',
  'Because:: [[Other note|that one]] — it was cheaper\n',
  '[text](folder/File%20a.md#part) ![[picture.png]] ^block-1\n',
  '\ud800 alone, and \0\n',
]
const note = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }))
  .map(([head, pieces]) => head + pieces.join(''))

test('what another thread has read is what would have been read here', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 6 }), (texts) => {
      const tasks = texts.map((text, at): ParseTask => ({ path: notePath(`in/${at}.md`), text, doc: at + 7 }))
      const far = readFar(tasks)
      const { notes, runs } = takeFar(tasks, structuredClone(far, { transfer: buffersOf(far) }))
      const here = readNotes(tasks)
      expect(notes.map(({ path, rows, doc, words }) => ({ path, rows, doc, words }))).toEqual(here.notes)
      expect(runs).toEqual(here.runs)
    }),
    { numRuns: 200 },
  )
})
