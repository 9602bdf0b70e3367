/** Markdown for the editor: `core`'s grammar and the keys of lists and quotes, without the languages that may stand inside HTML. */
import {
  commonmarkLanguage,
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  pasteURLAsLink,
} from '@codemirror/lang-markdown'
import { Language } from '@codemirror/language'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { MarkdownParser } from '@lezer/markdown'
import { notlyExtensions } from '../../core/grammar.ts'

const parser = (commonmarkLanguage.parser as MarkdownParser).configure(notlyExtensions)
/** The same data as its base has, by which the commands know that they are in Markdown. */
const language = new Language(commonmarkLanguage.data, parser, [], 'markdown')

export const noteLanguage: Extension = [
  language,
  pasteURLAsLink,
  Prec.high(
    keymap.of([
      { key: 'Enter', run: insertNewlineContinueMarkup },
      { key: 'Backspace', run: deleteMarkupBackward },
    ]),
  ),
]
