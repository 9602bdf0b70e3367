import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Stands in every file that must not be read. */
export const SECRET = 'a secret of the user'
export const OUTSIDE = `---\nkind: idea\n---\n# Outside\n\n${SECRET}\n`

/** A vault among other files of the user, and with links that lead out of it; copies of it are given out. */
export class GuardedVault {
  readonly #base = realpathSync(mkdtempSync(join(tmpdir(), 'notly-guarded-')))
  readonly #model = join(this.#base, 'model')

  constructor(notes: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(notes)) this.#put(`vault/${path}`, text)
    for (const path of ['outside.md', 'secret/outside.md', 'secret/logo.png']) this.#put(path, OUTSIDE)
    for (const path of ['.git/config', '.obsidian/app.json', 'clients/.hidden/x.md'])
      this.#put(`vault/${path}`, OUTSIDE)
    this.#put('vault/.notly/lock', '')
    this.#link('link.md', '../outside.md')
    this.#link('absolute-link.md', join(this.#model, 'outside.md'))
    this.#link('linked', '../secret')
    this.#link('up', '..')
    this.#link('round', '.')
    this.#link('dangling.md', '../secret/new.md')
    this.#link('clients/logo-link.png', '../../secret/logo.png')
  }

  /** @returns the folder that has the vault in its folder `vault`, and the rest beside it */
  copy(): string {
    const place = mkdtempSync(join(this.#base, 'copy-'))
    cpSync(this.#model, place, { recursive: true, verbatimSymlinks: true })
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(place, 'vault/pipe.md')])
    return place
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true })
  }

  #put(path: string, text: string): void {
    mkdirSync(dirname(join(this.#model, path)), { recursive: true })
    writeFileSync(join(this.#model, path), text)
  }

  #link(path: string, to: string): void {
    symlinkSync(to, join(this.#model, 'vault', path))
  }
}

/** Where Notly itself keeps notes for half a minute that it has replaced. */
const REPLACED = 'vault/.notly/replaced/'

/** Every file outside the vault or hidden in it, with its text. */
export function guarded(place: string): Record<string, string> {
  const paths = [...filesUnder(place, '')].filter(
    (path) => /^(?!vault\/)|\/\./.test(path) && !path.startsWith(REPLACED),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(place, path), 'utf8')]))
}

/** No link is followed. */
function* filesUnder(place: string, folder: string): Iterable<string> {
  for (const entry of readdirSync(join(place, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(place, path)
    else if (entry.isFile()) yield path
  }
}

/** Whether something says what stands in a file that must not be read. */
export function tells(said: string): boolean {
  return said.includes(SECRET) || said.includes('root:')
}
