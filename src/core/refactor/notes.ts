/** The same change of the properties of many notes. */
import type { NotesChange } from '../answers.ts'
import type { TextChange } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { Note } from '../note.ts'
import { editField, fieldsIn } from '../properties/fields.ts'
import { typeOfValue } from '../properties/types.ts'
import { addTag, KEYS, type Key, removeTag, setProperty } from '../properties.ts'
import type { Source } from '../vault.ts'
import type { FileChange, Plan } from './plan.ts'
import { withProperties } from './properties.ts'

export type TextsChange = Exclude<NotesChange, { readonly kind: 'move' | 'delete' }>

export interface NotesPlan extends Plan {
  /** Notes that stay as they are, and a sentence why. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[]
}

const UNREADABLE = 'Its properties are not valid YAML; mend them in its text first.'
const LEANT_ON = 'The property cannot be changed by itself there; change it in its text.'

export function planNotes(sources: readonly Source[], change: TextsChange): NotesPlan {
  const changes: FileChange[] = []
  const leftAlone: { path: string; why: string }[] = []
  for (const { path, text, revision, readOnly } of sources) {
    let why = readOnly
    const after = withProperties(text, path, (plain, note) => {
      if (note.problems.length > 0) why ??= UNREADABLE
      return changesOf(plain, note, change)
    })
    if (after === undefined) why ??= LEANT_ON
    if (why !== undefined) leftAlone.push({ path, why })
    else if (after !== undefined && after !== text)
      changes.push({ path, base: revision, to: path, before: text, after })
  }
  return { changes, links: 0, notes: changes.length, leftAlone }
}

function changesOf(text: string, note: Note, change: TextsChange): readonly TextChange[] | undefined {
  const { frontmatter } = note
  const inHead = (at: number): boolean => at < (frontmatter?.to ?? 0)
  const same = note.tags.filter(({ name }) => 'tag' in change && foldName(name) === foldName(change.tag))
  switch (change.kind) {
    case 'add-tag':
      return same.length > 0 ? [] : addTag(text, frontmatter, change.tag)
    case 'remove-tag':
      return [
        ...(same.some(({ from }) => inHead(from)) ? removeTag(text, frontmatter, change.tag) : []),
        // In a text the word stays, and is no tag any more.
        ...same.filter(({ from }) => !inHead(from)).map(({ from }) => ({ from, to: from + 1, insert: '' })),
      ]
    case 'set':
      return setValue(text, note, change.key, change.value)
    case 'remove': {
      const named = keyNamed(change.key)
      return named === undefined
        ? editField(text, frontmatter, { kind: 'remove', key: change.key })
        : setProperty(text, frontmatter, named, undefined)
    }
  }
}

function setValue(text: string, { frontmatter }: Note, key: string, value: string): readonly TextChange[] | undefined {
  const fields = fieldsIn(text, frontmatter)
  const field = fields?.find((each) => foldName(each.key) === foldName(key))
  if (field?.shape === 'list') {
    const items = value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    return editField(text, frontmatter, { kind: 'set-list', key, items })
  }
  const named = keyNamed(key)
  if (named !== undefined) return setProperty(text, frontmatter, named, value)
  if (field?.shape === 'one' && field.value === value) return []
  const isText = field?.shape === 'one' && field.type === 'text' && field.value !== ''
  return editField(text, frontmatter, { kind: 'set', key, value, type: isText ? 'text' : typeOfValue(value) })
}

/** Properties that are called in several ways keep the one in which a note calls them. */
function keyNamed(key: string): Key | undefined {
  return (['kind', 'status', 'date', 'due'] as const).find((each) => KEYS[each].includes(foldName(key)))
}
