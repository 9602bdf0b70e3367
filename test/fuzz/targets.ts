import { applyChanges } from '../../src/core/changes.ts'
import { UserError } from '../../src/core/errors.ts'
import { fileNameFor } from '../../src/core/filename.ts'
import { foldHeading, foldName } from '../../src/core/fold.ts'
import { linkTo, plainWords } from '../../src/core/gathered.ts'
import { applyToRaw, lineEdits, normalise, toNormalOffset, toRaw, toRawOffset } from '../../src/core/lineends.ts'
import { parseLive, withField, withSearch } from '../../src/core/live/parse.ts'
import { mergeTexts } from '../../src/core/merge.ts'
import type { NotePath, Range } from '../../src/core/note.ts'
import { parseNote } from '../../src/core/parse.ts'
import { isSafePath, notePath, resolveRelative } from '../../src/core/path.ts'
import { readableBody } from '../../src/core/plain.ts'
import { Positions } from '../../src/core/positions.ts'
import { editField, fieldsIn } from '../../src/core/properties/fields.ts'
import { addTag, addToList, removeTag, setProperty } from '../../src/core/properties.ts'
import { chipsIn, withFilter, withoutChip } from '../../src/core/query/chips.ts'
import { periodOf } from '../../src/core/query/dates.ts'
import { parseQuery } from '../../src/core/query/parse.ts'
import { printQuery } from '../../src/core/query/print.ts'
import { readQuery } from '../../src/core/query/read.ts'
import { planExtract } from '../../src/core/refactor/extract.ts'
import { planRenameHeading } from '../../src/core/refactor/heading.ts'
import { labelsOf, planRenameLabel } from '../../src/core/refactor/label.ts'
import { planMerge } from '../../src/core/refactor/merge.ts'
import { planMove, planRename } from '../../src/core/refactor/rename.ts'
import { replacements } from '../../src/core/refactor/replace.ts'
import { tagChanges } from '../../src/core/refactor/tag.ts'
import { isWritable, keysOfTarget } from '../../src/core/resolve.ts'
import { linesAround, snippetOf } from '../../src/core/snippets.ts'
import { conceptsOf } from '../../src/core/suggest/concepts.ts'
import { MemoryCorpus } from '../../src/core/suggest/memory.ts'
import { outgoingMentions } from '../../src/core/suggest/mentions.ts'
import { passagesOf, sentencesOf } from '../../src/core/suggest/prose.ts'
import { relatedNotes } from '../../src/core/suggest/related.ts'
import { checkBox } from '../../src/core/tasks/check.ts'
import { fillFields, takeCursor } from '../../src/core/templates/fields.ts'
import { formatMoment } from '../../src/core/templates/moments.ts'
import { sourceOf, worldOf } from '../../src/core/testing/world.ts'
import { captureAtEnd } from '../../src/core/today/capture.ts'
import type { Source } from '../../src/core/vault.ts'
import '../../src/index/words/stemmers.ts'
import { LANGUAGES } from '../../src/core/language.ts'
import { wantedWords } from '../../src/core/wanted-words.ts'
import { wordsIn } from '../../src/core/words.ts'

/** Parts the texts of a target that takes more than one. */
export const PART = '\u001f'

const PATH = 'a/b.md' as NotePath
const NOW = new Date('2026-03-29T12:00:00Z')
const TODAY = '2026-03-29'

/** What a function promises of whatever text: fails by throwing. */
export type Target = (text: string) => void | Promise<void>

/** Every pure function of the core that is given text from outside. */
export const TARGETS: Readonly<Record<string, Target>> = {
  note(text) {
    const note = parseNote(PATH, text)
    for (const link of note.links) {
      for (const range of [link.range, link.targetRange, link.sentence, link.block]) within(range, text)
      holds(link.range.from < link.range.to, 'a link of nothing')
      holds(link.sentence.from <= link.range.from, 'a sentence that begins in its link')
    }
    for (const range of [...note.tags, ...note.tasks, ...note.headings, ...note.blockIds]) within(range, text)
    inOrder(note.links.map(({ range }) => range.from))
    readableBody(text)
    const positions = new Positions(text)
    for (const { range } of note.links) positions.at(range.from)
  },
  lines(text) {
    const [raw = '', after = ''] = parts(text, 2)
    const normal = normalise(raw)
    const wanted = normalise(after)
    same(applyChanges(normal, lineEdits(normal, wanted)), wanted)
    same(normalise(toRaw(raw, wanted)), wanted)
    same(applyToRaw(raw, []), raw)
    for (let at = 0; at <= normal.length; at += 7) same(toNormalOffset(raw, toRawOffset(raw, at)), at)
  },
  merge(text) {
    const [base = '', mine = '', theirs = ''] = parts(text, 3)
    mergeTexts(base, mine, theirs)
    same(mergeTexts(base, mine, base), { kind: 'merged', text: mine })
    same(mergeTexts(base, base, theirs), { kind: 'merged', text: theirs })
    same(mergeTexts(base, mine, theirs).kind, mergeTexts(base, theirs, mine).kind)
  },
  query(text) {
    const parsed = parseQuery(text)
    if (!('query' in parsed)) {
      if (parsed.problem.proposal !== undefined) readQuery(parsed.problem.proposal)
      return
    }
    const printed = printQuery(parsed.query.root)
    same(printQuery(readQuery(printed).root), printed)
    for (const chip of chipsIn(text)) {
      within(chip, text)
      withoutChip(text, chip)
      withFilter('other words', chip.filter)
    }
    periodOf(text, 'due', TODAY)
  },
  live(text) {
    const [source = '', name = ''] = parts(text, 2)
    parseLive(source)
    withSearch(source, name)
    withField(source, 'date', name)
  },
  template(text) {
    const [template = '', title = '', format = ''] = parts(text, 3)
    const { cursor, text: filled } = takeCursor(fillFields(template, { title, kind: 'idea', now: NOW }))
    holds(cursor === undefined || (cursor >= 0 && cursor <= filled.length), 'a cursor outside')
    formatMoment(NOW, format)
  },
  properties(text) {
    const [note = '', value = ''] = parts(text, 2).map(normalise)
    const { frontmatter } = parseNote(PATH, note)
    fieldsIn(note, frontmatter)
    for (const changes of [
      setProperty(note, frontmatter, 'status', value),
      setProperty(note, frontmatter, 'title', undefined),
      addTag(note, frontmatter, value),
      addToList(note, frontmatter, 'aliases', value),
      removeTag(note, frontmatter, value),
      editField(note, frontmatter, { kind: 'set', key: 'status', value, type: 'text' }),
      editField(note, frontmatter, { kind: 'rename', key: 'status', to: 'state' }),
      editField(note, frontmatter, { kind: 'add-item', key: 'tags', item: value }),
      editField(note, frontmatter, { kind: 'remove-item', key: 'tags', at: 0 }),
      editField(note, frontmatter, { kind: 'remove', key: 'tags' }),
    ])
      keepsBody(note, frontmatter, changes ?? [])
  },
  paths(text) {
    const [folder = '', path = ''] = parts(text, 2)
    const name = fileNameFor(text)
    holds(
      isSafePath(`${name}.md`) && !/[/\\\0]/.test(name) && name.length <= 200,
      `a file named ${JSON.stringify(name)}`,
    )
    same(fileNameFor(name), name)
    if (isSafePath(folder)) {
      const led = resolveRelative(folder, path)
      holds(led === undefined || !led.split('/').includes('..'), 'a way out')
    }
    same(notePath(notePath(text)), notePath(text))
    for (const form of ['wikilink', 'markdown', 'mention', 'bare', 'embed'] as const)
      keysOfTarget(form, PATH, folder, path)
    same(foldName(foldName(text)), foldName(text))
    foldHeading(text)
  },
  task(text) {
    const note = parseNote(PATH, text)
    for (const task of note.tasks)
      for (const done of [true, false]) {
        const after = applyChanges(text, checkBox(text, note, task, done, TODAY))
        const again = parseNote(PATH, after).tasks.find(({ from }) => from === task.from)
        holds(again?.status === (done ? 'x' : ' '), 'a box that was not ticked')
      }
    applyChanges(text, [captureAtEnd(text, 'a thought')])
  },
  words(text) {
    const [body = '', asked = ''] = parts(text, 2)
    const words = wordsIn(asked).map(({ term }) => term)
    wantedWords(asked, true)
    const sought = { words, begins: true, languages: LANGUAGES }
    for (const [from, to] of snippetOf(body, sought).marks) holds(from < to, 'a mark of nothing')
    within(linesAround(body, { ...sought, begins: false }), body)
    plainWords(body)
    const link = linkTo('Note', body.split('\n')[0] ?? '')
    same(
      parseNote(PATH, link).links.map(({ target }) => target),
      ['Note'],
    )
  },
  suggestions(text) {
    const passages = passagesOf(text)
    for (const passage of passages) {
      within(passage, text)
      for (const range of [...passage.plain, ...passage.shown]) within(range, text)
      sentencesOf(text, passage)
    }
    const asking = { corpus: CORPUS, path: undefined }
    for (const mention of outgoingMentions(text, passages, asking)) within(mention, text)
    for (const { places } of conceptsOf(text, passages, asking) as readonly { places?: readonly Range[] }[])
      for (const place of places ?? []) within(place, text)
    relatedNotes(text, passages, asking)
  },
  async refactorings(text) {
    const [one = '', other = '', name = ''] = parts(text, 3).map(normalise)
    const files = new Map([
      ['a/b.md', one],
      ['c.md', other],
      ['a/Note.md', '# Note\n\n[[b]] [c](../c.md)\n'],
    ])
    const world = worldOf(files)
    const source = sourceOf(files, 'a/b.md') as Source
    const into = sourceOf(files, 'c.md') as Source
    const title = fileNameFor(name)
    await planRename(world, source, notePath(`a/${title}.md`), title)
    await planMove(world, [{ source, to: 'x/y/b.md' as NotePath }])
    await planMerge(world, source, into)
    if (parseNote(PATH, one).headings.length > 0) await planRenameHeading(world, source, 0, title)
    const middle = { from: Math.floor(one.length / 3), to: Math.floor((one.length * 2) / 3) }
    planExtract(world, source, middle, 'New.md' as NotePath, 'New')
    applyChanges(one, replacements(PATH, one, { from: name, to: 'x', matchCase: false }))
    applyChanges(one, tagChanges(PATH, one, 'a', 'b'))
    for (const label of labelsOf(one).values()) planRenameLabel(source, label, 'new')
    isWritable(name)
  },
}

const CORPUS = new MemoryCorpus(
  Object.entries({
    'Market research': '# Market research\n\nPricing tiers and churn, see [[Acme]].\n',
    Acme: '---\naliases: [ACME Corp]\n---\nPays for pricing tiers.\n',
    'a b': 'Words of a small note: a b, c d.\n',
  }).map(([name, text]) => ({ path: notePath(`${name}.md`), text })),
)

function parts(text: string, count: number): string[] {
  const all = text.split(PART)
  return [...all.slice(0, count - 1), all.slice(count - 1).join('')]
}

function holds(is: boolean, what: string): void {
  if (!is) throw new Error(`There is ${what}`)
}

function same(found: unknown, wanted: unknown): void {
  const [a, b] = [found, wanted].map((each) => JSON.stringify(each))
  if (a !== b) throw new Error(`It is another:\n  ${a}\n  ${b}`)
}

function within({ from, to }: Range, text: string): void {
  if (!(0 <= from && from <= to && to <= text.length))
    throw new RangeError(`A range from ${from} to ${to} of ${text.length}`)
}

function inOrder(offsets: readonly number[]): void {
  for (const [at, offset] of offsets.entries()) holds(at === 0 || (offsets[at - 1] as number) <= offset, 'no order')
}

/** A change of the frontmatter leaves what stands below it. */
function keepsBody(text: string, frontmatter: Range | undefined, changes: Parameters<typeof applyChanges>[1]): void {
  const body = text.slice(frontmatter?.to ?? 0).replace(/^\n+/, '')
  holds(applyChanges(text, changes).endsWith(body), 'a body that was changed')
}

/** A refusal in a sentence is an answer. */
export async function run(target: Target, text: string): Promise<void> {
  try {
    await target(text)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}
