import { fileNameOf, folderOf, stemOf } from '../../core/path.ts'
import type { AdoptRequest, PlanAnswer } from '../../http/types.ts'
import { grouped, plural } from '../ui/plural.ts'
import type { ChangeTask, Task } from './task.ts'

export interface Saying {
  readonly heading: string
  /** What is asked for. */
  readonly field: string
  readonly button: string
  readonly busy: string
}

/** The words of the dialog for a task. @param plan what it would do, once that is known */
export function sayingOf(of: Task, plan?: PlanAnswer): Saying {
  switch (of.kind) {
    case 'rename':
      return { heading: `Rename “${of.title}”`, field: 'New title', button: 'Rename', busy: 'Renaming…' }
    case 'move':
      return { heading: `Move “${stemOf(of.path)}”`, field: 'Folder', button: 'Move', busy: 'Moving…' }
    case 'merge':
      return { heading: `Merge “${stemOf(of.path)}”`, field: 'Into which note', button: 'Merge', busy: 'Merging…' }
    case 'rename-heading':
      return { heading: 'Rename heading', field: 'New words', button: 'Rename', busy: 'Renaming…' }
    case 'rename-tag':
      return {
        heading: `Rename #${of.tag}`,
        field: 'New tag',
        ...(plan?.merged === undefined
          ? { button: 'Rename', busy: 'Renaming…' }
          : { button: 'Merge', busy: 'Merging…' }),
      }
    case 'replace':
      return { heading: `Replace “${of.from}”`, field: 'New words, or none', button: 'Replace', busy: 'Replacing…' }
    case 'extract':
      return { heading: 'Make a note of the selection', field: 'Title', button: 'Make note', busy: 'Making the note…' }
    case 'name':
      return {
        heading: `Make a note of “${of.phrase}”`,
        field: 'Title',
        button: 'Make note',
        busy: 'Making the note…',
      }
    case 'rename-folder':
      return {
        heading: `Rename folder “${fileNameOf(of.path)}”`,
        field: 'New name',
        button: 'Rename',
        busy: 'Renaming…',
      }
    case 'move-folder':
      return {
        heading: `Move folder “${fileNameOf(of.path)}”`,
        field: 'Into which folder',
        button: 'Move',
        busy: 'Moving…',
      }
    case 'link':
      return { heading: `Link “${of.title}” where it is named`, field: '', button: 'Link all', busy: 'Linking…' }
    case 'adopt':
      return { heading: 'Renamed elsewhere', field: '', button: 'Update links', busy: 'Updating…' }
    case 'change':
      return sayingOfChange(of)
    case 'delete':
      return { heading: `Delete “${of.title}”?`, field: '', button: 'Delete', busy: 'Deleting…' }
  }
}

function sayingOfChange({ what, removes, paths }: ChangeTask): Saying {
  const notes = plural(paths.length, 'note')
  const change = { button: removes ? 'Remove' : 'Set', busy: removes ? 'Removing…' : 'Setting…' }
  switch (what) {
    case 'tag':
      return removes
        ? { heading: `Remove a tag from ${notes}`, field: 'Tag', ...change }
        : { heading: `Tag ${notes}`, field: 'Tag', button: 'Add', busy: 'Adding…' }
    case 'kind':
      return { heading: `Set the kind of ${notes}`, field: 'Kind', ...change }
    case 'status':
      return { heading: `Set the status of ${notes}`, field: 'Status', ...change }
    case 'property':
      return { heading: `${change.button} a property of ${notes}`, field: 'Property', ...change }
    case 'move':
      return { heading: `Move ${notes}`, field: 'Folder', button: 'Move', busy: 'Moving…' }
    case 'delete':
      return { heading: `Delete ${notes}?`, field: '', button: 'Delete', busy: 'Deleting…' }
  }
}

function sayChange({ what, paths }: ChangeTask, { links, notes, changes }: PlanAnswer): string {
  const where = `${plural(links, 'link')} in ${plural(notes, 'note')}`
  if (what === 'delete')
    return links === 0
      ? 'They go to the trash.'
      : `They go to the trash. ${where} will lead nowhere until they come back.`
  if (changes.length === 0) return 'All of them are so already.'
  if (what === 'move')
    return `${plural(movedIn(changes), 'note')} will move. ${links === 0 ? 'Every link still leads there as it is written.' : `${where} will change.`}`
  const same = paths.length - changes.length
  return `${plural(changes.length, 'note')} will change${same === 0 ? '' : `, ${grouped(same)} will stay as ${same === 1 ? 'it is' : 'they are'}`}.`
}

/** `12 links in 9 notes will change` */
export function sayPlan(of: Task, plan: PlanAnswer): string {
  const { links, notes, changes, merged } = plan
  const what = of.kind === 'rename-tag' || of.kind === 'replace' ? 'place' : 'link'
  const where = `${plural(links, what)} in ${plural(notes, 'note')}`
  switch (of.kind) {
    case 'change':
      return sayChange(of, plan)
    case 'rename-tag':
      return merged === undefined
        ? `${where} will change.`
        : `Merges into a tag that ${plural(merged, 'note')} ${merged === 1 ? 'has' : 'have'} already. ${where} will change.`
    case 'extract':
      return 'A link takes its place.'
    case 'link':
      return `${plural(links, 'place')} in ${plural(notes, 'note')} will become ${links === 1 ? 'a link' : 'links'}.`
    case 'name':
      return links === 0 ? 'No other words become links.' : `The words become ${where}.`
    case 'merge':
      return `${links === 0 ? 'No link changes' : `${where} will change`}. Its text goes below the other note’s, and its names lead there.`
    case 'rename-folder':
    case 'move-folder':
      return `${plural(movedIn(changes), 'file')} will move. ${links === 0 ? 'Every link still leads there as it is written.' : `${where} will change.`}`
    case 'move':
      return links === 0 ? 'Every link still leads here as it is written.' : `${where} will change.`
    default:
      if (changes.length === 0) return 'Nothing will change.'
      return links === 0 ? 'No other note links here, so nothing else changes.' : `${where} will change.`
  }
}

function movedIn(changes: PlanAnswer['changes']): number {
  return changes.filter(({ path, to }) => path !== to).length
}

/** What another program did, as a sentence. */
export function sayRenamed({ from, to }: AdoptRequest): string {
  if (fileNameOf(from) === fileNameOf(to))
    return `${fileNameOf(from)} was moved to ${folderOf(to) || 'the top folder'} elsewhere.`
  return `${fileNameOf(from)} became ${fileNameOf(to)} elsewhere.`
}

/** What becomes of a file besides its text. */
export function sayPlace(path: string, to: string | null): string | undefined {
  if (to === path) return undefined
  if (to === null) return 'goes to the trash'
  if (folderOf(to) === folderOf(path)) return `becomes ${fileNameOf(to)}`
  return `goes to ${folderOf(to) === '' ? 'the top folder' : folderOf(to)}${fileNameOf(to) === fileNameOf(path) ? '' : ` as ${fileNameOf(to)}`}`
}
