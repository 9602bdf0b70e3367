import { foldName } from '../../core/fold.ts'
import type { NameAnswer, TemplateAnswer } from '../../http/types.ts'
import { type Command, commandsFor } from './commands.ts'

export type SwitcherMode = 'open' | 'create' | 'commands'

export type Row =
  /** `instead`: who is about to make a note may rather write in this one, which has those words or nearly that name. */
  | { readonly kind: 'name'; readonly id: string; readonly name: NameAnswer; readonly instead: boolean }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  /** `from`: the kind or template that it is made of; undefined for a note with nothing but its title. */
  | { readonly kind: 'create'; readonly id: string; readonly title: string; readonly from?: TemplateAnswer }

const COMMANDS_SHOWN = 4
const KINDS_SHOWN = 10
/** Notes that have the words already, before what else can be made. */
const LIKE_SHOWN = 2
/** Letters from which on a note that has them is told to be there already. */
const TELLING = 3

/** The rows for what is typed: notes, then commands, then the note that could be made; what is only like it comes after that; only commands after `>`. */
export function rowsFor(
  typed: string,
  mode: SwitcherMode,
  names: readonly NameAnswer[],
  templates: readonly TemplateAnswer[] = [],
): Row[] {
  const query = typed.trim()
  if (mode === 'commands' || query.startsWith('>'))
    return commandRows(query.replace(/^>\s*/, ''), Number.POSITIVE_INFINITY)
  // Enter must make a note, or nothing; it must not open whichever was opened last.
  if (mode === 'create' && query === '') return []
  const isLike = ({ plain, alike }: NameAnswer) => alike || (mode === 'create' && plain && query.length >= TELLING)
  const notes = names.map(
    (name): Row => ({ kind: 'name', id: `name-${name.path}-${name.name}`, name, instead: isLike(name) }),
  )
  const create = creatable(query, names)
  if (mode === 'create') {
    const [like, others] = [notes.filter(isInstead), notes.filter((row) => !isInstead(row))]
    return [
      ...create,
      ...like.slice(0, LIKE_SHOWN),
      ...ofKinds(create, templates),
      ...like.slice(LIKE_SHOWN),
      ...others,
    ]
  }
  const commands = query.length >= 2 ? commandRows(query, COMMANDS_SHOWN) : []
  // Enter must not go to a note that merely has the letters.
  if (names[0]?.plain === false) return [...commands, ...create, ...notes]
  return [...notes, ...commands, ...create]
}

function commandRows(query: string, limit: number): Row[] {
  return commandsFor(query)
    .slice(0, limit)
    .map((command) => ({ kind: 'command', id: `command-${command.title}`, command }))
}

function isInstead(row: Row): boolean {
  return row.kind === 'name' && row.instead
}

/** The same note of each kind. */
function ofKinds(create: readonly Row[], templates: readonly TemplateAnswer[]): Row[] {
  const [row] = create
  if (row?.kind !== 'create') return []
  return templates.slice(0, KINDS_SHOWN).map((from) => ({ ...row, id: `create-${from.path ?? from.kind}`, from }))
}

/** A note that answers to the name exactly is opened, not made again. */
function creatable(title: string, names: readonly NameAnswer[]): Row[] {
  const wanted = foldName(title)
  if (wanted === '' || names.some(({ name }) => foldName(name) === wanted)) return []
  return [{ kind: 'create', id: 'create', title }]
}
