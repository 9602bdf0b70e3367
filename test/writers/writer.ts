/**
 * One of many programs that write the same notes: `writer.ts FOLDER WAY NAME EDITS ADDRESS` adds a token of its own to a note, again and
 * again, and tells of each token when it is written.
 */
import { writeSync } from 'node:fs'
import type { Way } from './tokens.ts'
import { WAYS } from './ways.ts'

const [folder = '', way = 'notly', name = '', edits = '1', address = ''] = process.argv.slice(2)
const write = WAYS[way as Way]({ folder, name, address })
for (let nth = 0; nth < Number(edits); nth++) {
  const token = `${name}-${nth}`
  await write(Math.floor(Math.random() * 1e6), token)
  writeSync(1, `${token}\n`)
}
process.exit()
