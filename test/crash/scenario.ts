import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { NotePath } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'
import type { Edit, Vault } from '../../src/core/vault.ts'

/** A note that every other note links to, before and after it is renamed into another folder. */
export type State = 'old' | 'new'

const HUB: Record<State, { readonly path: NotePath; readonly name: string }> = {
  old: { path: notePath('topics/Pricing.md'), name: 'Pricing' },
  new: { path: notePath('decisions/2026/Charge per seat.md'), name: 'Charge per seat' },
}

/** Every file of the vault, `notes` in all. */
export function filesOf(state: State, notes: number): Map<NotePath, string> {
  const { path, name } = HUB[state]
  const files = new Map([[path, `# ${name}\n\nWhat everything hangs on.\n`]])
  for (let at = 1; at < notes; at++)
    files.set(
      notePath(`notes/${at % 7}/${at}.md`),
      `# Note ${at}\n\n${`Word ${at} `.repeat(at % 90)}\n\nSee @[[${name}]].\n`,
    )
  return files
}

export function writeFiles(root: string, files: ReadonlyMap<NotePath, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

export function other(state: State): State {
  return state === 'old' ? 'new' : 'old'
}

/** The rename of the hub, or its way back. */
export async function editsTo(state: State, vault: Vault, notes: number): Promise<Edit[]> {
  const after = filesOf(state, notes)
  const edits: Edit[] = []
  for (const path of filesOf(other(state), notes).keys()) {
    const source = await vault.read(path)
    if (source === undefined) throw new Error(`There is no ${path} in the vault`)
    const { revision: base } = source
    const to = HUB[state].path
    const text = after.get(path)
    if (text !== undefined) edits.push({ kind: 'write', path, text, base })
    else edits.push({ kind: 'move', path, to, text: after.get(to), base })
  }
  return edits
}

/** @throws with the first difference when the vault is neither all old nor all new. */
export async function stateOf(vault: Vault, notes: number): Promise<State> {
  const state: State = (await vault.read(HUB.new.path)) === undefined ? 'old' : 'new'
  const expected = filesOf(state, notes)
  const paths: NotePath[] = []
  for await (const files of vault.list()) for (const { path } of files) paths.push(path)
  for (const path of paths) {
    const text = (await vault.read(path))?.text
    if (text !== expected.get(path)) throw new Error(`The vault is ${state}, but ${path} is ${JSON.stringify(text)}`)
  }
  if (paths.length !== notes)
    throw new Error(`The vault is ${state}, but has ${paths.length} files instead of ${notes}`)
  return state
}
