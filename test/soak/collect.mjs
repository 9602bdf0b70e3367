// Loaded into the Notly that is soaked: at each SIGUSR2 it collects its garbage, gives back what it can, as it does by itself when it is
// idle, and writes what memory it still holds to $NOTLY_GAUGE.
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env.NOTLY_GAUGE
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()))
  renameSync(`${file}.new`, file)
})
