/** The other program of `race.ts`: `racer.ts FILE MILLISECONDS` adds a token to the file again and again, each time by a new file in its place; says how many. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const [file = '', milliseconds] = process.argv.slice(2)
const end = performance.now() + Number(milliseconds)
let written = 0
for (; performance.now() < end; written++) {
  writeFileSync(`${file}.new`, `${readFileSync(file, 'utf8')}token-${written} `)
  renameSync(`${file}.new`, file)
  await setTimeout(2 + Math.random() * 6)
}
console.log(written)
