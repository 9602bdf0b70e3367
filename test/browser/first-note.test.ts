import { openFirstNote } from './first-note.ts'
import { expect, story } from './story.ts'

/** As it is compressed, in bytes: see `docs/benchmarks.md`. */
const MOST = 350_000

story('the first note waits for the code that shows it, and for no other', async ({ app }) => {
  const { sent } = await openFirstNote(app.page, '/note/Welcome.md')
  const code = sent.filter(({ name }) => /\.(?:js|css)$/.test(name))
  expect(code.length).toBeGreaterThan(0)
  expect(code.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST)
  expect(code.filter(({ name }) => /\/(?:graph|over)-/.test(name))).toEqual([])
})
