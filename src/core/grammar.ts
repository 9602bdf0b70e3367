/**
 * The one grammar of the link language: CommonMark and GFM from `@lezer/markdown`, plus what notes are made of.
 * The index, the editor and every other face read notes with it.
 *
 * Nodes added: `Frontmatter`; `Wikilink`, `Embed`, `Mention` (each with `WikiMark`, `WikiTarget`, `WikiFragment`, `WikiText`);
 * `BareMention` (the `@` alone: where the name ends depends on the vault); `Tag`; `BlockId`; `InlineMath`, `BlockMath`;
 * `HiddenComment`, `HiddenCommentBlock` (`%%…%%`); `Task` with any one character in its box.
 */
import {
  Autolink,
  parser as commonMark,
  type MarkdownExtension,
  type MarkdownParser,
  Strikethrough,
  Table,
} from '@lezer/markdown'
import { fencedBlocks } from './grammar/blocks.ts'
import { bounded } from './grammar/bounded.ts'
import { footnotes } from './grammar/footnotes.ts'
import { frontmatter } from './grammar/frontmatter.ts'
import { hiddenText } from './grammar/hidden.ts'
import { blockIds, tags } from './grammar/marks.ts'
import { matching } from './grammar/matching.ts'
import { plainRuns } from './grammar/plain-run.ts'
import { tasks } from './grammar/tasks.ts'
import { wikilinks } from './grammar/wikilinks.ts'

/** Raised with every change of what `parseNote` says of the same text: an index made by another version is rebuilt. */
export const GRAMMAR_VERSION = 6

/** What the grammar adds to CommonMark, for an editor that brings its own Markdown parser. */
export const notlyExtensions: MarkdownExtension = [
  Table,
  Strikethrough,
  Autolink,
  tasks,
  frontmatter,
  footnotes,
  fencedBlocks,
  hiddenText,
  wikilinks,
  tags,
  blockIds,
  matching,
  bounded,
  plainRuns,
]

export const notlyMarkdown: MarkdownParser = commonMark.configure(notlyExtensions)
