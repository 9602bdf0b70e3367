import { normalise, toRaw } from '../core/lineends.ts'
import { mergeTexts } from '../core/merge.ts'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import type { Edit, Late, Source, Vault } from '../core/vault.ts'
import type { History } from '../history/history.ts'
import type { Operations } from './operations.ts'

/** Longer than a vault leaves what was just replaced. Milliseconds. */
const SOON = 31_000
const ATTEMPTS = 3

/**
 * What other programs wrote into a file that Notly had just put another in the place of, because they were held up between opening and writing
 * it: merged into the note as it is now, or, where both changed the same lines, made a note beside it.
 */
export class LateWriting {
  readonly #vault: Vault
  readonly #history: History
  readonly #operations: Pick<Operations, 'apply'>
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(vault: Vault, history: History, operations: Pick<Operations, 'apply'>) {
    this.#vault = vault
    this.#history = history
    this.#operations = operations
  }

  /** Somebody has changed the vault, perhaps another Notly. What is stopped before is looked at by the next that starts. */
  soon(): void {
    if (this.#isStopped || this.#vault.takeLate === undefined) return
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      // What fails now is still there the next time.
      this.take().then(
        (isMore) => isMore && this.soon(),
        () => this.soon(),
      )
    }, SOON).unref()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  /** @param now milliseconds since 1970 @returns whether anything is left for another time */
  async take(now = Date.now()): Promise<boolean> {
    return (await this.#vault.takeLate?.(now, (late) => this.#takeIn(late))) ?? false
  }

  async #takeIn(late: Late): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const edit = await this.#editFor(late, attempt === ATTEMPTS)
      if (edit === undefined) return
      const label = `Written to ${late.path} by another program while it was saved`
      if ((await this.#operations.apply(edit, 'outside', label)).ok) return
    }
    throw new Error(`${late.path} cannot be written, nor a note beside it`)
  }

  /** @returns undefined when the note says already what was written */
  async #editFor({ path, base, text }: Late, isLastTry: boolean): Promise<Edit | undefined> {
    const now = await this.#vault.read(path)
    if (now === undefined && !isLastTry) return { kind: 'create', path, text }
    if (now?.text === text) return undefined
    const merged = now?.readOnly === undefined && !isLastTry ? this.#merged(now, base, text) : undefined
    if (merged === undefined) return this.#beside(path, text)
    return merged === now?.text ? undefined : { kind: 'write', path, text: merged, base: (now as Source).revision }
  }

  /** @returns undefined where both changed the same lines, or nobody knows what they changed */
  #merged(now: Source | undefined, base: Late['base'], text: string): string | undefined {
    const before = this.#history.textOf(base)
    if (now === undefined || before === undefined) return undefined
    const outcome = mergeTexts(normalise(before), normalise(now.text), normalise(text))
    return outcome.kind === 'merged' ? toRaw(now.text, outcome.text) : undefined
  }

  /** In a note of its own, whose name says what it is; once. */
  async #beside(path: NotePath, text: string): Promise<Edit | undefined> {
    for (let nth = 1; ; nth++) {
      const number = nth === 1 ? '' : ` ${nth}`
      const place = notePath(path.replace(/\.md$/, ` (written by another program${number}).md`))
      const there = await this.#vault.read(place)
      if (there === undefined) return { kind: 'create', path: place, text }
      if (there.text === text) return undefined
    }
  }
}
