import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Outcome } from './transcript.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const BINARY = join(HERE, '../../bin/notly.mjs')
/** Files of a fixture changed in the order of their names, a minute apart. */
const FIRST_CHANGE = Date.UTC(2026, 2, 29, 9, 0)
/** Longer than any command takes on a busy machine. Milliseconds. */
const PATIENCE = 30_000

/** A place to run a session in: a vault of its own, an empty home, and `notly` on the path. */
export class Shell implements Disposable {
  readonly #scratch = realpathSync(mkdtempSync(join(tmpdir(), 'notly-transcript-')))
  readonly #vault = join(this.#scratch, 'vault')
  readonly #env: NodeJS.ProcessEnv

  constructor() {
    for (const folder of ['vault', 'home', 'bin']) mkdirSync(join(this.#scratch, folder))
    const command = join(this.#scratch, 'bin/notly')
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`)
    chmodSync(command, 0o755)
    const path = `${join(this.#scratch, 'bin')}:${process.env.PATH}`
    this.#env = {
      PATH: path,
      HOME: join(this.#scratch, 'home'),
      TMPDIR: this.#scratch,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      CI: '1',
    }
  }

  copyVault(folder: string): void {
    cpSync(join(HERE, folder), this.#vault, { recursive: true })
    const files = readdirSync(this.#vault, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
    paths.forEach((path, at) => {
      const time = new Date(FIRST_CHANGE + at * 60_000)
      utimesSync(path, time, time)
    })
  }

  writeFile(path: string, text: string): void {
    const full = join(this.#vault, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text)
    utimesSync(full, new Date(FIRST_CHANGE), new Date(FIRST_CHANGE))
  }

  /** Runs one line in the vault's folder; the vault is `/vault` in what it prints. */
  run(line: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn('sh', ['-c', line], { cwd: this.#vault, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] })
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new Error(`"${line}" ran for more than ${PATIENCE} ms`))
      }, PATIENCE)
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        stdout += piece
      })
      child.stderr.setEncoding('utf8').on('data', (piece: string) => {
        stderr += piece
      })
      child.on('error', reject)
      child.on('close', (code) => {
        clearTimeout(late)
        resolve({ stdout: this.#hidePlace(stdout), stderr: this.#hidePlace(stderr), code: code ?? -1 })
      })
    })
  }

  [Symbol.dispose](): void {
    rmSync(this.#scratch, { recursive: true, force: true })
  }

  #hidePlace(text: string): string {
    return text.replaceAll(this.#scratch, '')
  }
}
