import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const DEMO = join(import.meta.dirname, '../../demo')

/** A copy of the demo notes in a temporary folder, as any other program sees it: plain files. */
export class VaultCopy {
  readonly folder: string

  /** @param place an empty folder that the copy is made in, else one of its own */
  constructor(source = DEMO, place = mkdtempSync(join(tmpdir(), 'notly-browser-'))) {
    this.folder = join(place, 'demo')
    // Whoever tries the demo in place leaves an index there, which is not part of the notes.
    cpSync(source, this.folder, { recursive: true, filter: (path) => !path.includes('.notly') })
    dateNotes(this.folder)
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.folder, path))
  }

  /** Every note, relative to the vault. */
  notes(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .sort()
  }

  has(path: string): boolean {
    return statSync(join(this.folder, path), { throwIfNoEntry: false }) !== undefined
  }

  write(path: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, path), content)
  }

  /** Replaces one passage, as an edit in another program would; the passage must be there. */
  edit(path: string, passage: string, replacement: string): void {
    const before = this.read(path)
    if (!before.includes(passage)) throw new Error(`${path} does not have “${passage}”.`)
    this.write(
      path,
      before.replace(passage, () => replacement),
    )
  }

  move(path: string, to: string): void {
    renameSync(join(this.folder, path), join(this.folder, to))
  }

  delete(path: string): void {
    rmSync(join(this.folder, path))
  }

  remove(): void {
    rmSync(dirname(this.folder), { recursive: true, force: true })
  }
}

/** A copy would have every note changed just now; each is given the day that it says it was written. */
function dateNotes(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )) {
    const path = join(folder, name)
    const written = /^date: (\d{4}-\d{2}-\d{2})$/m.exec(readFileSync(path, 'utf8'))?.[1]
    if (written) utimesSync(path, new Date(`${written}T12:00`), new Date(`${written}T12:00`))
  }
}
