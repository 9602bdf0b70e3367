import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCommandWhenChanged } from '../scripts/lib/command.mjs'
import { runNotly } from './processes.ts'

/** What a user waits for and what it takes: the whole of `notly index` in a process of its own, start and end included. */
export interface Cold {
  readonly milliseconds: number
  readonly megabytes: number
}

const PEAK = fileURLToPath(new URL('./peak.mjs', import.meta.url))

/** Makes the index of a folder from nothing. */
export async function indexFromNothing(folder: string): Promise<Cold> {
  await buildCommandWhenChanged()
  rmSync(join(folder, '.notly'), { recursive: true, force: true })
  const scratch = mkdtempSync(join(tmpdir(), 'notly-peak-'))
  const said = join(scratch, 'peak')
  try {
    const milliseconds = await runNotly(['index', '--vault', folder], {
      node: ['--import', PEAK],
      env: { NOTLY_PEAK: said },
    })
    return { milliseconds, megabytes: Number(readFileSync(said, 'utf8')) }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

// `node bench/cold.ts FOLDER [TIMES]`: the folder's `.notly` is made anew each time.
if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const [folder = '', times = '3'] = argv.slice(2)
  for (let at = 0; at < Number(times); at++) process.stdout.write(`${JSON.stringify(await indexFromNothing(folder))}\n`)
}
