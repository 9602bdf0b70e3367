import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every note of a folder: path, title and text. Titles of generated vaults are their file names. */
export function readNotes(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, title: path.replace(/^.*\/|\.md$/g, ''), text: readFileSync(join(folder, path), 'utf8') }))
}

/** Prints how long the first answer took from the start, how long the same question took again, and the most memory. */
export async function report(ask) {
  const started = performance.now() - process.uptime() * 1000
  const backlinks = await ask()
  const cold = performance.now() - started
  const times = []
  for (let at = 0; at < 5; at++) {
    const begun = performance.now()
    await ask()
    times.push(performance.now() - begun)
  }
  const again = times.sort((a, b) => a - b)[2]
  process.stdout.write(JSON.stringify({ backlinks, cold, again, megabytes: process.resourceUsage().maxRSS / 1024 }))
}
