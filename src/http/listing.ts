import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type * as answers from '../core/answers.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { asks, limit } from './routes.ts'
import { type Describes, noteSummary } from './schemas.ts'

/** What notes are filed by: tags and folders as trees, properties and their values, kinds and the notes of each. */

const text = z.string()
const count = z.number().int().nonnegative()
const word = text.max(500).optional()
const looks = ['text', 'number', 'checkbox', 'date', 'datetime', 'link'] as const

const tagNode = z
  .object({ tag: text, notes: count, all: count })
  .openapi('TagNode') satisfies Describes<answers.TagNode>

const folderNode = z
  .object({ path: text, notes: count, all: count })
  .openapi('FolderNode') satisfies Describes<answers.FolderNode>

const propertyAnswer = z
  .object({ key: text, type: z.enum([...looks, 'list']), notes: count })
  .openapi('Property') satisfies Describes<answers.PropertyAnswer>

const valueAnswer = z.object({ value: text, notes: count }).openapi('Value') satisfies Describes<answers.ValueAnswer>

const kindAnswer = z.object({ kind: text, notes: count }).openapi('Kind') satisfies Describes<answers.KindAnswer>

const kindNotes = z
  .object({
    notes: count,
    statuses: z.array(z.object({ status: text.nullable(), notes: count })),
    columns: z.array(propertyAnswer.omit({ notes: true })),
    rows: z.array(noteSummary.extend({ status: text.nullable(), backlinks: count, values: z.array(z.array(text)) })),
  })
  .openapi('KindNotes') satisfies Describes<answers.KindNotesAnswer>

const none = z.object({})
const tagTree = asks(
  'tag-tree',
  none,
  z.array(tagNode),
  'Every tag and every tag above one, each before those below it',
)
const folderTree = asks('folder-tree', none, z.array(folderNode), 'Every folder, each before those in it')
const properties = asks(
  'properties',
  none,
  z.array(propertyAnswer),
  'The properties that notes have, the most used first',
)
const values = asks(
  'values',
  z.object({ key: text.min(1).max(200), q: word, kind: word, limit: limit.default(20) }),
  z.array(valueAnswer),
  'The values of a property, the most used first',
)
const kinds = asks('kinds', none, z.array(kindAnswer), 'The kinds that notes have, the most used first')
const kind = asks(
  'kind',
  z.object({ kind: text.max(200), sort: word, find: word, status: word, limit: limit.default(200) }),
  kindNotes,
  'The notes of a kind as a table; the empty kind is that of notes without one',
)

export function addListings(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(tagTree, (c) => c.json(workspace.tagTree(), 200))
  hono.openapi(folderTree, (c) => c.json(workspace.folderTree(), 200))
  hono.openapi(properties, (c) => c.json(plain(workspace.properties()), 200))
  hono.openapi(values, (c) => {
    const { q, ...query } = c.req.valid('query')
    return c.json(workspace.propertyValues({ ...query, typed: q }), 200)
  })
  hono.openapi(kinds, (c) => c.json(workspace.kinds(), 200))
  hono.openapi(kind, (c) => c.json(plain(workspace.notesOfKind(c.req.valid('query'))), 200))
}
