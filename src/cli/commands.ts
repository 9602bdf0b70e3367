import { backlinks } from './backlinks.ts'
import { change } from './change.ts'
import { check } from './check.ts'
import type { CommandSpec } from './command.ts'
import { concepts } from './concepts.ts'
import { create, today } from './create.ts'
import { hubs, islands, unresolved } from './graph.ts'
import { history, trash, undo } from './history.ts'
import { links } from './links.ts'
import { recent, tags } from './lists.ts'
import { mentions } from './mentions.ts'
import { open } from './open.ts'
import { merge, move, rename, renameBlock, renameHeading, renameLabel, renameTag, replace } from './refactor.ts'
import { index } from './refresh.ts'
import { related } from './related.ts'
import { restore } from './restore.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { tasks } from './tasks.ts'
import { topic } from './topic.ts'
import { trace } from './trace.ts'

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  open,
  backlinks,
  links,
  trace,
  mentions,
  related,
  concepts,
  search,
  topic,
  review,
  recent,
  tags,
  tasks,
  hubs,
  islands,
  unresolved,
  check,
  create,
  today,
  rename,
  move,
  merge,
  renameHeading,
  renameTag,
  replace,
  change,
  renameBlock,
  renameLabel,
  undo,
  history,
  restore,
  trash,
  index,
]
