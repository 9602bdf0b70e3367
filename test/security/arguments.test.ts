import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { NOTES } from '../../src/http/testing/routes.ts'
import { Index } from '../../src/index/index.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { Workspace } from '../../src/workspace.ts'
import { escapes } from './escapes.ts'
import { GuardedVault, guarded, tells } from './guarded-vault.ts'

/** Nothing outside the vault, or hidden in it, is read or written, whatever is given to a command as a note, a name or a folder. */

/** All are tried with all by `npm run security`, else a third of them in turn. */
const THOROUGH = process.env.NOTLY_THOROUGH === '1'

const HERE = '<here>'
/** Every argument that is a name or a path, or becomes a part of one. */
const LINES: readonly (readonly string[])[] = [
  ['backlinks', HERE],
  ['links', HERE],
  ['trace', HERE],
  ['trace', 'Plan', '--to', HERE],
  ['mentions', HERE],
  ['related', HERE],
  ['concepts', HERE],
  ['search', HERE],
  ['search', `in:${HERE}`],
  ['topic', HERE, '--keep'],
  ['review', '--since', HERE],
  ['review', '--until', HERE],
  ['tasks', '--note', HERE],
  ['tasks', '--tag', HERE],
  ['new', HERE],
  ['new', 'New', '--folder', HERE],
  ['new', 'New', '--kind', HERE],
  ['new', 'New', '--tag', HERE],
  ['new', 'New', '--template', HERE],
  ['rename', 'Plan', HERE],
  ['rename', HERE, 'Scheme'],
  ['move', 'Plan.md', HERE],
  ['move', HERE, 'Scheme.md'],
  ['move', 'clients', HERE],
  ['merge', 'Plan', HERE],
  ['merge', HERE, 'Plan'],
  ['rename-heading', 'Plan', 'Next', HERE],
  ['rename-heading', HERE, 'Next', 'Then'],
  ['rename-tag', 'work', HERE],
  ['rename-block', 'Plan', 'call', HERE],
  ['rename-label', 'Plan', '^1', HERE],
  ['replace', 'plain', 'simple', '--within', HERE],
  ['change', `in:${HERE}`, '--add-tag', 'x'],
  ['change', 'kind:decision', '--add-tag', HERE],
  ['change', 'kind:decision', '--set', `${HERE}=x`],
  ['change', 'kind:decision', '--set', `x=${HERE}`],
  ['change', 'kind:decision', '--move-to', HERE],
  ['history', HERE],
  ['history', `${HERE}@x`],
  ['restore', `${HERE}@x`],
]
/** They take no name: numbers, switches, and words that stay words. */
const WITHOUT = ['open', 'recent', 'tags', 'hubs', 'islands', 'unresolved', 'check', 'today', 'undo', 'trash', 'index']

const vaults = new GuardedVault(NOTES)
afterAll(() => vaults.remove())

let said = ''
beforeEach(() => {
  said = ''
  const take = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(take)
  vi.spyOn(process.stderr, 'write').mockImplementation(take)
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function run(place: string, line: readonly string[]): Promise<void> {
  const folder = join(place, 'vault')
  await runCommandLine([...line, '--vault', folder], {
    version: '',
    prepareApp: async () => false,
    startServer: () => Promise.reject(new Error('Nothing is served here.')),
    openWorkspace: async () => {
      const workspace = await Workspace.open(await FolderVault.open(folder), await Index.open(':memory:'), { folder })
      return { workspace, notice: undefined, close: () => workspace.close() }
    },
  })
}

test('no command is left out', () => {
  expect([...new Set(LINES.map(([name]) => name)), ...WITHOUT].sort()).toEqual(COMMANDS.map(({ name }) => name).sort())
})

describe('every argument of every command for a path or a name', () => {
  test.each(LINES.map((line, at) => [line.join(' '), line, at] as const))('%s', async (_, line, at) => {
    const place = vaults.copy()
    const before = guarded(place)
    const all = escapes(place).filter((each) => !each.includes('\0') && each.length < 10_000)
    for (const way of all.filter((_, turn) => THOROUGH || turn % 3 === at % 3)) {
      said = ''
      await run(
        place,
        line.map((word) => word.replace(HERE, () => way)),
      )
      expect(tells(said), `${way} is answered by ${said}`).toBe(false)
      expect(said, way).not.toMatch(/\n +at /)
    }
    expect(guarded(place)).toEqual(before)
  })
})
