import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Shell } from './shell.ts'
import { type Entry, parseTranscript, renderOutcome, renderTranscript } from './transcript.ts'

/** A session of forty commands on a machine that has much else to do. Milliseconds. */
const PATIENCE = 300_000

/** Set it to write down what the commands do now; then read the difference before it is committed. */
const UPDATE = Boolean(process.env.UPDATE_TRANSCRIPTS)

for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.txt'))) {
  test.concurrent(
    name,
    async () => {
      const file = join(import.meta.dirname, name)
      const written = readFileSync(file, 'utf8')
      const happened = renderTranscript(await replay(parseTranscript(written)))
      if (UPDATE) writeFileSync(file, happened)
      else expect(happened).toBe(written)
    },
    PATIENCE,
  )
}

/** The same session with the outputs that the commands have now. */
async function replay(entries: readonly Entry[]): Promise<readonly Entry[]> {
  using shell = new Shell()
  const masks: Extract<Entry, { kind: 'mask' }>[] = []
  const happened: Entry[] = []
  for (const entry of entries) {
    happened.push(await perform(entry))
  }
  return happened

  async function perform(entry: Entry): Promise<Entry> {
    if (entry.kind === 'vault') shell.copyVault(entry.folder)
    if (entry.kind === 'file') shell.writeFile(entry.path, entry.text)
    if (entry.kind === 'mask') masks.push(entry)
    if (entry.kind !== 'command') return entry
    const output = renderOutcome(await shell.run(entry.command))
    return { ...entry, output: masks.reduce((text, { pattern, stand }) => text.replace(pattern, stand), output) }
  }
}
