import { z } from '@hono/zod-openapi'
import type * as answers from '../core/answers.ts'
import { LIMITS } from '../workspace/settings.ts'
import type { Describes } from './schemas.ts'
import type * as requests from './types.ts'

/** Operations on many notes, and the history that takes them back, as they go over the wire. */

const text = z.string()
/** Longer than any title, heading or tag that somebody means. */
const short = text.max(2000)
const path = text.min(1).max(4096)
const count = z.number().int().nonnegative()
const orNull = text.nullable()

const notesChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-tag'), tag: short }),
  z.object({ kind: z.literal('remove-tag'), tag: short }),
  z.object({ kind: z.literal('set'), key: text.max(200), value: text.max(10_000) }),
  z.object({ kind: z.literal('remove'), key: text.max(200) }),
  z.object({ kind: z.literal('move'), to: short }),
  z.object({ kind: z.literal('delete') }),
])

export const refactorRequest = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rename'),
      path,
      title: short,
      keepAlias: z.boolean().optional(),
      retitle: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('move'), path, to: short }),
    z.object({ kind: z.literal('move-folder'), path, to: short }),
    z.object({ kind: z.literal('merge'), path, into: path }),
    z.object({ kind: z.literal('rename-heading'), path, heading: short, words: short }),
    z.object({ kind: z.literal('rename-tag'), from: short, to: short }),
    z.object({
      kind: z.literal('replace'),
      from: text.min(1).max(2000),
      to: text.max(10_000),
      within: text.max(1000).optional(),
      matchCase: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('rename-block'), path, block: short, name: short }),
    z.object({ kind: z.literal('rename-label'), path, label: short, name: short }),
    z.object({ kind: z.literal('extract'), path, from: count, to: count, title: short }),
    z.object({
      kind: z.literal('link'),
      places: z
        .array(z.object({ path, from: count, to: count, said: short, target: path }))
        .min(1)
        .max(10_000),
    }),
    z.object({ kind: z.literal('change'), paths: z.array(path).min(1).max(10_000), change: notesChange }),
    z.object({
      kind: z.literal('name'),
      phrase: text.min(1).max(200),
      title: short.optional(),
      folder: short.optional(),
    }),
  ])
  .openapi('RefactorRequest')

export const adoptRequest = z
  .object({ from: path, to: path })
  .openapi('AdoptRequest') satisfies Describes<requests.AdoptRequest>

export const renamedEvent = z
  .object({ from: text, to: text, links: count })
  .openapi('Renamed') satisfies Describes<answers.RenamedEvent>

export const planAnswer = z
  .object({
    label: text,
    links: count,
    notes: count,
    changes: z.array(z.object({ path: text, to: orNull, patch: text })),
    merged: count.exactOptional(),
    leftAlone: z.array(z.object({ path: text, why: text })).exactOptional(),
  })
  .openapi('Plan') satisfies Describes<answers.PlanAnswer>

export const refactorAnswer = z
  .union([
    z.object({ done: z.literal(true), path: text, links: count, notes: count, operation: count }),
    z.object({ done: z.literal(false), message: text, paths: z.array(text) }),
  ])
  .openapi('Refactored') satisfies Describes<answers.RefactorAnswer>

export const undoRequest = z.object({ id: z.number().int().positive().optional() }).openapi('UndoRequest')

export const undoAnswer = z
  .object({
    label: text,
    kind: text,
    notes: count,
    leftAlone: z.array(z.object({ path: text, why: text })),
    path: orNull,
    moves: z.array(z.object({ from: text, to: text })),
  })
  .openapi('Undone') satisfies Describes<answers.UndoAnswer>

export const operationAnswer = z
  .object({ id: count, at: text, kind: text, label: text, notes: count, undone: z.boolean(), paths: z.array(text) })
  .openapi('Operation') satisfies Describes<answers.OperationAnswer>

export const versionAnswer = z
  .object({ revision: text, at: text, kind: text, label: text, bytes: count, path: text })
  .openapi('Version') satisfies Describes<answers.VersionAnswer>

export const historyAnswer = z
  .object({ path: text, revision: text, text })
  .openapi('EarlierText') satisfies Describes<answers.HistoryAnswer>

export const restoreRequest = z
  .object({ path, revision: text.min(1).max(100), to: path.optional() })
  .openapi('RestoreRequest')

export const readingRequest = z
  .object({ stop: z.boolean() })
  .openapi('ReadingRequest') satisfies Describes<requests.ReadingRequest>

export const readingAnswer = z
  .object({ stopped: z.boolean() })
  .openapi('Reading') satisfies Describes<requests.ReadingAnswer>

const history = z.object({
  maxBytes: count.min(LIMITS.maxBytes.least).max(LIMITS.maxBytes.most),
  maxDays: count.min(LIMITS.maxDays.least).max(LIMITS.maxDays.most),
})

export const settings = z.object({ history }).openapi('Settings') satisfies Describes<answers.Settings>

export const settingsAnswer = z
  .object({ history, kept: z.object({ bytes: count, operations: count, texts: count, oldest: orNull }) })
  .openapi('SettingsNow') satisfies Describes<answers.SettingsAnswer>

export const trashAnswer = z
  .object({ path: text, title: text, deleted: text, bytes: count, revision: text })
  .openapi('Trash') satisfies Describes<answers.TrashAnswer>
