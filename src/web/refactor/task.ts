import { fileNameOf, folderOf, joinPath } from '../../core/path.ts'
import type { AdoptRequest, NotesChange, PlaceToLink, RefactorRequest } from '../../http/types.ts'
import { createStore } from '../store.ts'
import type { Passage } from './open-notes.ts'

/** What somebody is about to do with names, and has not yet said all of. */
export type Task =
  | { readonly kind: 'rename'; readonly path: string; readonly title: string; readonly wanted?: string }
  | { readonly kind: 'move'; readonly path: string }
  | { readonly kind: 'merge'; readonly path: string }
  | { readonly kind: 'rename-heading'; readonly path: string; readonly heading: string }
  | { readonly kind: 'rename-tag'; readonly tag: string }
  | { readonly kind: 'replace'; readonly from: string; readonly within: string; readonly matchCase: boolean }
  | { readonly kind: 'extract'; readonly path: string; readonly passage: Passage }
  | { readonly kind: 'delete'; readonly path: string; readonly title: string }
  | { readonly kind: 'rename-folder'; readonly path: string }
  | { readonly kind: 'move-folder'; readonly path: string }
  | { readonly kind: 'name'; readonly phrase: string; readonly folder: string }
  | { readonly kind: 'link'; readonly title: string; readonly places: readonly PlaceToLink[] }
  | ChangeTask
  | Adoption

/** What can be changed in many notes at once. */
export type ChangeWhat = 'tag' | 'kind' | 'status' | 'property' | 'move' | 'delete'

/** The same for each of some notes. */
export interface ChangeTask {
  readonly kind: 'change'
  readonly paths: readonly string[]
  readonly what: ChangeWhat
  /** Of a tag or a property, whether it goes. */
  readonly removes: boolean
}

/** Links are to follow what another program renamed. */
export interface Adoption extends AdoptRequest {
  readonly kind: 'adopt'
}

/** What the server is asked for. */
export type Asked = RefactorRequest | Adoption

/** The one that the dialog is open for. */
export const task = createStore<Task | undefined>(undefined)

/** What stands in the dialog's field at first. */
export function firstWords(of: Task): string {
  switch (of.kind) {
    case 'rename':
      return of.wanted ?? of.title
    case 'rename-heading':
      return of.heading
    case 'rename-tag':
      return of.tag
    case 'replace':
      return of.from
    case 'extract':
      return titleFrom(of.passage.text)
    case 'name':
      return of.phrase.slice(0, 1).toLocaleUpperCase() + of.phrase.slice(1)
    case 'move':
    case 'move-folder':
      return folderOf(of.path)
    case 'rename-folder':
      return fileNameOf(of.path)
    default:
      return ''
  }
}

const TITLE_WORDS = 6

/** The first words of a passage, without its marks. */
export function titleFrom(text: string): string {
  const line = text.split('\n').find((each) => /[\p{L}\p{N}]/u.test(each)) ?? ''
  const plain = line
    .replace(/^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+(?:\[.\]\s+)?/, '')
    .replace(/@?!?\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]+/g, '')
    .replace(/\s*\p{Extended_Pictographic}.*$/u, '')
    .split(/[.:;!?](?:\s|$)/)[0]
  return (plain ?? '')
    .trim()
    .split(/\s+/)
    .slice(0, TITLE_WORDS)
    .join(' ')
    .replace(/[,—–-]+$/, '')
    .trim()
}

/**
 * The task as the server is asked for it.
 * @param words what was written or chosen
 * @returns undefined while that would change nothing
 */
export function requestFor(of: Task, words: string, keepAlias: boolean): Asked | undefined {
  const said = words.replace(/\s+/g, ' ').trim()
  if (said === '' && of.kind !== 'change' && !WITHOUT_WORDS.has(of.kind)) return undefined
  switch (of.kind) {
    case 'rename':
      if (said === of.title) return undefined
      return { kind: 'rename', path: of.path, title: said, keepAlias, retitle: true }
    case 'move':
      return { kind: 'move', path: of.path, to: said }
    case 'merge':
      return { kind: 'merge', path: of.path, into: words }
    case 'rename-heading':
      return said === of.heading
        ? undefined
        : { kind: 'rename-heading', path: of.path, heading: of.heading, words: said }
    case 'rename-tag': {
      const to = said.replace(/^#/, '')
      return to === of.tag || to === '' ? undefined : { kind: 'rename-tag', from: of.tag, to }
    }
    case 'replace':
      return said === of.from ? undefined : { ...of, to: said }
    case 'extract':
      return { kind: 'extract', path: of.path, from: of.passage.from, to: of.passage.to, title: said }
    case 'name':
      return { kind: 'name', phrase: of.phrase, title: said, folder: of.folder }
    case 'link':
      return { kind: 'link', places: of.places }
    case 'change': {
      const change = changeFor(of, said)
      return change && { kind: 'change', paths: of.paths, change }
    }
    case 'rename-folder':
      return folderRequest(of.path, joinPath(folderOf(of.path), said))
    case 'move-folder':
      return folderRequest(of.path, joinPath(said.replace(/^\/+|\/+$/g, ''), fileNameOf(of.path)))
    case 'adopt':
      return of
    case 'delete':
      return undefined
  }
}

function changeFor({ what, removes }: ChangeTask, said: string): NotesChange | undefined {
  if (what === 'delete') return { kind: 'delete' }
  if (what === 'move') return { kind: 'move', to: said.replace(/^\/+|\/+$/g, '') }
  if (what === 'tag') {
    const tag = said.replace(/^#+/, '')
    return tag === '' ? undefined : { kind: removes ? 'remove-tag' : 'add-tag', tag }
  }
  const asked = what === 'property' ? propertyIn(said) : { key: what, value: said }
  const [key, value] = [asked.key.trim(), asked.value.trim()]
  if (removes) return key === '' ? undefined : { kind: 'remove', key }
  return key === '' || value === '' ? undefined : { kind: 'set', key, value }
}

/** A property as the dialog holds it: `key: value`. */
export function propertyIn(words: string): { readonly key: string; readonly value: string } {
  const colon = words.indexOf(':')
  return colon < 0
    ? { key: words, value: '' }
    : { key: words.slice(0, colon), value: words.slice(colon + 1).replace(/^ /, '') }
}

/** The top folder has no name, words may go for good, and some tasks need no words at all. */
const WITHOUT_WORDS = new Set<Task['kind']>(['move', 'move-folder', 'adopt', 'link', 'replace'])

function folderRequest(path: string, to: string): Asked | undefined {
  return to === path ? undefined : { kind: 'move-folder', path, to }
}

/** A name that would do, as the field takes it. @returns undefined where the field is not about names */
export function wordsFor(of: Task, words: string, proposal: string): string | undefined {
  if (of.kind === 'change') return of.what === 'tag' ? proposal : undefined
  if (of.kind === 'move') return joinPath(words.replace(/\/+$/, ''), `${proposal}.md`)
  return of.kind === 'move-folder' ? undefined : proposal
}
