/**
 * One of many programs that write the same notes: `writer.ts FOLDER WAY NAME EDITS` adds a line with a token of its own to a note, again and
 * again, and tells of each token when it is written.
 */
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Revision } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'
import { openShared } from './shared.ts'
import { sharedNote, type Way, withToken } from './tokens.ts'

const [folder = '', way = 'notly', name = '', edits = '1'] = process.argv.slice(2)
const write = ways()[way as Way]
for (let nth = 0; nth < Number(edits); nth++) {
  const token = `${name}-${nth}`
  await write(sharedNote(Math.floor(Math.random() * 1e6)), token)
  writeSync(1, `${token}\n`)
}
process.exit()

function ways(): Record<Way, (path: string, token: string) => Promise<void>> {
  return {
    notly: viaNotly(),
    renaming: (path, token) =>
      alone(() => {
        const file = join(folder, path)
        const temporary = join(folder, `.${name}.swp`)
        writeFileSync(temporary, withToken(readFileSync(file, 'utf8'), token))
        renameSync(temporary, file)
      }),
    'in place': (path, token) =>
      alone(() => {
        const file = join(folder, path)
        writeFileSync(file, withToken(readFileSync(file, 'utf8'), token))
      }),
  }
}

/** As the app saves: against the text that it read, and anew when another was faster. */
function viaNotly(): (path: string, token: string) => Promise<void> {
  const opened = openShared(folder)
  return async (path, token) => {
    const { workspace } = await opened
    for (;;) {
      const note = notePath(path)
      const { text, revision } = await workspace.read(note)
      const answer = await workspace.save(note, withToken(text, token), revision as Revision)
      if (answer.saved) return
      await setTimeout(Math.random() * 5)
    }
  }
}

/** Programs that know nothing of revisions would overwrite each other: what is tried is whether Notly does. */
async function alone(work: () => void): Promise<void> {
  const lock = `${folder}.lock`
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      await setTimeout(1)
    }
  }
  work()
  rmdirSync(lock)
}
