import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Settings } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'

const MEGABYTE = 1024 ** 2

/** What holds where nothing else was chosen. */
export const DEFAULTS: Settings = { history: { maxBytes: 1024 * MEGABYTE, maxDays: 730 } }

/** What may be chosen: less would be no history, more no bound. */
export const LIMITS = {
  maxBytes: { least: 10 * MEGABYTE, most: 1024 * 1024 * MEGABYTE },
  maxDays: { least: 30, most: 36_500 },
} as const

/** What the user chose for a vault: `settings.json` in its `.notly`, a JSON object that may be edited by hand. */
export class SettingsFile {
  readonly #file: string | undefined
  #settings: Settings = DEFAULTS
  #notice: string | undefined

  /** @param file undefined for settings that last as long as the program */
  constructor(file?: string) {
    this.#file = file
    try {
      this.#settings = settingsIn(readObject(file))
    } catch {
      this.#notice = `${file} cannot be read, so the settings are as they were at first; mend it or delete it.`
    }
  }

  get settings(): Settings {
    return this.#settings
  }

  /** A sentence for the user where the file could not be read. */
  get notice(): string | undefined {
    return this.#notice
  }

  /** What else stands in the file stays. @throws {UserError} when the file cannot be read or written */
  change(settings: Settings): void {
    const file = this.#file
    if (file !== undefined) {
      try {
        const others = readObject(file)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, `${JSON.stringify({ ...others, ...settings }, undefined, 2)}\n`)
        renameSync(`${file}.new`, file)
      } catch {
        throw new UserError('refused', `${file} cannot be changed; look whether it can be read and written.`)
      }
    }
    this.#settings = settings
  }
}

/** @throws when it is there and is no JSON object */
function readObject(file: string | undefined): Record<string, unknown> {
  if (file === undefined) return {}
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Error(`${file} holds no object`)
}

/** What is out of bounds, or no number, is as it was at first. */
function settingsIn({ history }: Record<string, unknown>): Settings {
  const given = (typeof history === 'object' && history !== null ? history : {}) as Record<string, unknown>
  const numberOf = (name: keyof typeof LIMITS): number => {
    const value = given[name]
    const { least, most } = LIMITS[name]
    return typeof value === 'number' && value >= least && value <= most ? Math.round(value) : DEFAULTS.history[name]
  }
  return { history: { maxBytes: numberOf('maxBytes'), maxDays: numberOf('maxDays') } }
}
