/** A process to be killed: records operations as fast as it can, and tells the number of each when `record` has returned. */
import { writeSync } from 'node:fs'
import { History } from '../history.ts'
import { side } from './model.ts'

const [file = ''] = process.argv.slice(2)
const history = History.open(file)
const STDOUT = 1

for (let n = 0; ; n++) {
  const changes = Array.from({ length: 20 }, (_, note) => ({
    before: side(`${note}.md`, `${n} in ${note}`),
    after: side(`${note}.md`, `${n + 1} in ${note}`),
  }))
  const id = history.record({ kind: 'replace', label: `${n}`, changes })
  writeSync(STDOUT, `${id}\n`)
}
