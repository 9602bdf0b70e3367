import { foldName } from '../../core/fold.ts'
import type { Field } from '../../core/properties/fields.ts'
import type { PropertyType, ValueType } from '../../core/properties/types.ts'
import type { PropertyAnswer } from '../../http/types.ts'
import type { ShownType } from './type-icon.tsx'

/** What other notes have in a property; undefined when none has it. */
export function knownType(properties: readonly PropertyAnswer[] | undefined, key: string): PropertyType | undefined {
  const wanted = foldName(key).replaceAll('-', ' ')
  return properties?.find((each) => foldName(each.key).replaceAll('-', ' ') === wanted)?.type
}

/** The control that a property of a note needs: that of the other notes, unless what stands here does not fit into it. */
export function shownType(field: Field, known: PropertyType | undefined): ShownType {
  if (field.shape !== 'one') return field.shape
  if (field.value === '') return known ?? 'text'
  if (known === 'list' || known === 'text') return known
  if (field.type === known) return known
  // A day is a moment whose time is not known.
  return known === 'datetime' && field.type === 'date' ? 'date' : field.type
}

/** What a value that was typed anew is to be written as. */
export function writtenType(shown: ShownType, typed: ValueType, isNew: boolean): ValueType {
  if (shown === 'number' || shown === 'checkbox') return shown
  // A property that no note has yet becomes what is typed first.
  return isNew ? typed : 'text'
}
