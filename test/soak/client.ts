import { setTimeout } from 'node:timers/promises'
import type { NoteAnswer, SaveAnswer, VaultAnswer } from '../../src/core/answers.ts'

/** So many may be kept open, and no longer be good, at once. */
const CONNECTIONS = 16

/** Asks a server as the app does, and keeps how long each answer took. */
export class Client {
  /** Milliseconds of each answer since the last `takeTimes`. */
  #times: number[] = []
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  /** @param address what the server printed, with its token */
  constructor(address: string) {
    const { origin, searchParams } = new URL(address)
    this.#url = origin
    this.#headers = { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' }
  }

  get<T = unknown>(where: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.#ask(`${where}?${new URLSearchParams(query)}`)
  }

  send<T = unknown>(method: 'PUT' | 'POST' | 'DELETE', where: string, body: unknown): Promise<T> {
    return this.#ask(where, { method, body: JSON.stringify(body) })
  }

  /** @throws when it was not written */
  async save(path: string, change: (text: string) => string): Promise<void> {
    const { text, revision } = await this.get<NoteAnswer>('note', { path })
    const answer = await this.send<SaveAnswer>('PUT', 'note', { path, text: change(text), base: revision })
    if (!answer.saved) throw new Error(`${path} was not saved: ${answer.reason}`)
  }

  /** Hears of changes as a tab does, until it is stopped. */
  listen(signal: AbortSignal): void {
    const read = async (): Promise<void> => {
      const { body } = await fetch(`${this.#url}/api/events`, { headers: this.#headers, signal })
      for await (const _ of body ?? []);
    }
    read().catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }

  /** Waits until so many notes are read. */
  async untilRead(notes: number): Promise<void> {
    while ((await this.get<VaultAnswer>('vault')).notes < notes) await setTimeout(200)
  }

  takeTimes(): number[] {
    const times = this.#times
    this.#times = []
    return times
  }

  async #ask<T>(where: string, init?: RequestInit): Promise<T> {
    const start = performance.now()
    const response = await this.#fetch(where, init)
    const answer = await response.text()
    this.#times.push(performance.now() - start)
    // 409 says what was not done, and why.
    if (!response.ok && response.status !== 409) throw new Error(`${where} answered ${response.status}: ${answer}`)
    return JSON.parse(answer) as T
  }

  /** A connection that was kept open may be closed at the very moment at which it is used again: browsers take another one then. */
  async #fetch(where: string, init: RequestInit | undefined): Promise<Response> {
    const ask = () => fetch(`${this.#url}/api/${where}`, { headers: this.#headers, ...init })
    const first = await ask().catch((error: Error) => {
      if (!String(error.cause).includes('ECONNRESET') && !String(error.cause).includes('other side closed')) throw error
      return undefined
    })
    let response = first ?? (await ask())
    // 408: opened, and not used for so long by a program that had no time that the server gave up. It may have several of these.
    for (let tried = 1; response.status === 408 && tried < CONNECTIONS; tried++) response = await ask()
    return response
  }
}
