import { type Disk, syncPath } from './disk.ts'
import { JOURNALS } from './journal.ts'
import { isAbsence } from './sentences.ts'

/** The file of a journal; its name says in which direction the change goes. */
export class JournalFile {
  readonly #disk: Disk
  readonly #folder: string
  readonly #id: string
  isBack: boolean

  constructor(disk: Disk, root: string, id: string, isBack: boolean) {
    this.#disk = disk
    this.#folder = `${root}/${JOURNALS}`
    this.#id = id
    this.isBack = isBack
  }

  /** @param draft where the journal lies, written and synced */
  async begin(draft: string): Promise<void> {
    this.#disk.rename(draft, this.#path('json'))
    await syncPath(this.#disk, this.#folder)
  }

  /** From now on, also after a crash, the change is taken back. */
  async turnBack(): Promise<void> {
    this.#disk.rename(this.#path('json'), this.#path('back'))
    this.isBack = true
    await syncPath(this.#disk, this.#folder)
  }

  async remove(): Promise<void> {
    this.#unlink(this.#path(this.isBack ? 'back' : 'json'))
    await syncPath(this.#disk, this.#folder)
  }

  #unlink(path: string): void {
    try {
      this.#disk.unlink(path)
    } catch (error) {
      if (!isAbsence(error)) throw error
    }
  }

  #path(extension: string): string {
    return `${this.#folder}/${this.#id}.${extension}`
  }
}
