/** Which notes the links in the text mean, asked of the server in batches and remembered. Never waited for. */
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { ResolveAnswer } from '../../core/answers.ts'
import type { Link } from '../../core/note.ts'
import { api } from '../api.ts'
import { contextOf } from './context.ts'
import { understanding } from './understanding.ts'

type Answers = ReadonlyMap<string, ResolveAnswer>

const answered = StateEffect.define<Answers>()
/** Notes changed: what links mean may have changed too. */
export const linksMayDiffer = StateEffect.define<null>()

/** Ends are relative to the link, so that typing before it does not ask again. */
interface Question {
  readonly id: string
  readonly keys: readonly { readonly key: string; readonly to: number }[]
}

/** Asked again with every key for each link that is seen. */
const questionsOf = new WeakMap<Link, Question>()

function questionOf(link: Link): Question {
  const known = questionsOf.get(link)
  if (known !== undefined) return known
  const keys = link.keys.map(({ key, to }) => ({ key, to: to - link.range.from }))
  const question = { id: JSON.stringify(keys), keys }
  questionsOf.set(link, question)
  return question
}

const answers = StateField.define<Answers>({
  create: () => new Map(),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(answered)) return new Map([...value, ...effect.value])
    return value
  },
})

export type Meaning =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'own' }
  | { readonly kind: 'unresolved' }
  | {
      readonly kind: 'note'
      readonly path: string
      readonly title: string | null
      readonly noteKind: string | null
      readonly ambiguous: boolean
      readonly length: number
    }

/** Asks what one link means that the server has not told of yet. @throws OfflineError, ApiError */
export async function askMeaning(path: string, link: Link): Promise<Meaning> {
  const question = questionOf(link)
  const [answer] = await api.resolve({ path, links: [{ keys: question.keys }] })
  return meaningOf(link, new Map(answer === undefined ? [] : [[question.id, answer]]))
}

/** What a link means as far as the server has said. */
export function meaningOf(link: Link, known: Answers): Meaning {
  if (link.keys.length === 0) return link.target.trim() === '' ? { kind: 'own' } : { kind: 'unresolved' }
  const answer = known.get(questionOf(link).id)
  if (answer === undefined) return { kind: 'unknown' }
  if (answer.path === null) return { kind: 'unresolved' }
  const { path, title, kind, ambiguous, to } = answer
  return { kind: 'note', path, title, noteKind: kind, ambiguous, length: to }
}

export function knownAnswers(state: { field(field: typeof answers): Answers }): Answers {
  return state.field(answers)
}

/** Whether an update may change what chips show. */
export function meaningsChanged(update: ViewUpdate): boolean {
  return update.startState.field(answers) !== update.state.field(answers)
}

const BATCH_DELAY = 20

const asker = ViewPlugin.fromClass(
  class {
    #view: EditorView
    #timer: ReturnType<typeof setTimeout> | undefined
    /** Questions that were answered since the notes last changed, or are being asked. */
    #settled = new Set<string>()
    #closed = false

    constructor(view: EditorView) {
      this.#view = view
      this.#soon(0)
    }

    update(update: ViewUpdate): void {
      const differ = update.transactions.some((transaction) =>
        transaction.effects.some((effect) => effect.is(linksMayDiffer)),
      )
      if (differ) this.#settled.clear()
      const read = update.startState.field(understanding) !== update.state.field(understanding)
      if (differ || update.viewportChanged || (read && update.state.field(understanding).fresh)) this.#soon(BATCH_DELAY)
    }

    destroy(): void {
      this.#closed = true
      clearTimeout(this.#timer)
    }

    #soon(delay: number): void {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#ask(), delay)
    }

    async #ask(): Promise<void> {
      const questions = this.#questions()
      if (questions.length === 0) return
      for (const { id } of questions) this.#settled.add(id)
      try {
        const { path } = contextOf(this.#view.state)
        const found = await api.resolve({ path, links: questions.map(({ keys }) => ({ keys })) })
        if (this.#closed) return
        const pairs = questions.flatMap(({ id }, at) => (found[at] === undefined ? [] : [[id, found[at]] as const]))
        this.#view.dispatch({ effects: answered.of(new Map(pairs)) })
      } catch {
        // Chips wait: the next change or scroll asks again, and the save state tells of a server that is gone.
        for (const { id } of questions) this.#settled.delete(id)
      }
    }

    #questions(): Question[] {
      const { state, viewport } = this.#view
      const questions = new Map<string, Question>()
      const margin = viewport.to - viewport.from
      state.field(understanding).links.between(viewport.from - margin, viewport.to + margin, (_from, _to, { link }) => {
        const question = questionOf(link)
        if (question.keys.length > 0 && !this.#settled.has(question.id)) questions.set(question.id, question)
      })
      return [...questions.values()]
    }
  },
)

export const resolveText: Extension = [answers, asker]
