// npm start [-- FOLDER] [--port N] [--host H] [--no-open]: installs and builds what is missing, then opens the folder, or a copy of the demo.
// Plain JavaScript for any Node from 20 on, since it runs before anything is installed.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { ENVIRONMENT, FLAGS } from './lib/another-node.mjs'
import { buildCommandWhenChanged } from './lib/command.mjs'
import { installWhatIsMissing } from './lib/install.mjs'
import { currentNode, root, run, say } from './lib/run.mjs'
import { buildWebWhenChanged } from './lib/web.mjs'

const WITH_VALUE = new Set(['--port', '--host', '--vault'])

process.exitCode = await start(process.argv.slice(2))

async function start(args) {
  if (!(await installWhatIsMissing())) return 1
  const [isThere] = await Promise.all([buildWebWhenChanged(), buildCommandWhenChanged()])
  if (!isThere) return 1
  const { folder, flags } = splitArguments(args)
  const vault = folder ?? copyDemoOnce()
  return run(currentNode(), [...FLAGS, `${root}/bin/notly.mjs`, 'open', vault, ...flags], { env: ENVIRONMENT })
}

function splitArguments(args) {
  const at = args.findIndex((arg, i) => !arg.startsWith('-') && !WITH_VALUE.has(args[i - 1]))
  if (at < 0) return { folder: undefined, flags: args }
  return { folder: fullPath(args[at]), flags: args.toSpliced(at, 1) }
}

/** npm runs us in the clone; the folder was meant from where the user stood. */
function fullPath(folder) {
  const path = folder.replace(/^~(?=$|[\\/])/, homedir())
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

/** The copy is the user's to write in, so it is made once and then kept. */
function copyDemoOnce() {
  const copy = `${root}/.demo`
  if (existsSync(copy)) return copy
  say('Copying the demo notes to .demo…')
  const half = `${root}/.demo.half`
  rmSync(half, { recursive: true, force: true })
  cpSync(`${root}/demo`, half, { recursive: true })
  dateNotes(half)
  renameSync(half, copy)
  return copy
}

/** A fresh copy would have every note changed just now; each is given the day that it says it was written. */
function dateNotes(folder) {
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'))) {
    const date = /^date: (\d{4}-\d{2}-\d{2})$/m.exec(readFileSync(`${folder}/${name}`, 'utf8'))?.[1]
    if (date) utimesSync(`${folder}/${name}`, new Date(`${date}T12:00`), new Date(`${date}T12:00`))
  }
}
