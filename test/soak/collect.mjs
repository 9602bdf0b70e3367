// Loaded into the Notly that is soaked: at each SIGUSR2 it collects its garbage, gives back what it can, as it does by itself when it is
// idle, and writes what memory it still holds to $NOTLY_GAUGE.
import { renameSync, writeFileSync } from 'node:fs'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What V8 makes of the program's functions, the more often they are used. */
const CODE = new Set(['code_space', 'code_large_object_space', 'trusted_space', 'trusted_large_object_space'])
const file = process.env.NOTLY_GAUGE
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const spaces = getHeapSpaceStatistics().filter(({ space_name }) => CODE.has(space_name))
  const code = spaces.reduce((sum, { space_used_size }) => sum + space_used_size, 0)
  writeFileSync(`${file}.new`, JSON.stringify({ ...process.memoryUsage(), code }))
  renameSync(`${file}.new`, file)
})
