/** The composition root: the only file that knows every name. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import about from '../package.json' with { type: 'json' }
import type { OpenedWorkspace } from './cli/command.ts'
import { runCommandLine } from './cli/run.ts'
import { dismissalFile } from './dismissal-file.ts'
import { History } from './history/history.ts'
import { Index } from './index/index.ts'
import { FolderVault } from './vaults/folder.ts'
import { SettingsFile } from './workspace/settings.ts'
import { Workspace } from './workspace.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  version: about.version,
  openWorkspace,
  // Loaded when asked for: the other commands start in half the time without them.
  prepareApp: async () => (await import('../scripts/lib/web.mjs')).buildWebWhenChanged(),
  startServer: async (workspace, { forgetBrowsers, ...at }) => {
    const [{ startServer }, { doorKey }] = await Promise.all([import('./http/server.ts'), import('./door-key.ts')])
    return startServer(workspace, { ...at, key: doorKey(forgetBrowsers) })
  },
})

async function openWorkspace(folder: string): Promise<OpenedWorkspace> {
  const vault = await FolderVault.open(folder)
  const home = findHome(folder)
  const index = await Index.open(join(home.folder, 'index.db'))
  const settings = new SettingsFile(join(home.folder, 'settings.json'))
  const { maxBytes, maxDays } = settings.settings.history
  const history = History.open(join(home.folder, 'history.db'), { maxBytes, maxAge: maxDays * 24 * 3_600_000 })
  const workspace = await Workspace.open(vault, index, {
    folder,
    history,
    settings,
    dismissals: dismissalFile(join(home.folder, 'dismissed.json')),
    searches: dismissalFile(join(home.folder, 'searches.json')),
    opened: dismissalFile(join(home.folder, 'opened.json')),
    maps: dismissalFile(join(home.folder, 'maps.json')),
  })
  const close = async () => {
    await workspace.close()
    if (home.temporary) rmSync(home.folder, { recursive: true, force: true })
  }
  return { workspace, notice: home.notice ?? history.notice ?? settings.notice, close }
}

interface IndexHome {
  readonly folder: string
  readonly temporary: boolean
  readonly notice: string | undefined
}

/** In the vault, so that the index is found again and goes where the notes go; anywhere else when nothing can be written there. */
function findHome(vault: string): IndexHome {
  const folder = join(vault, '.notly')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    const index = join(folder, 'index.db')
    if (existsSync(index)) accessSync(index, constants.W_OK)
    keepOutOfGit(folder)
    return { folder, temporary: false, notice: undefined }
  } catch {
    const notice = `${folder} cannot be written, so the index is made anew each time, and earlier texts are kept only until Notly ends.`
    return { folder: mkdtempSync(join(tmpdir(), 'notly-')), temporary: true, notice }
  }
}

/** Derived data does not belong in the user's history of notes. */
function keepOutOfGit(folder: string): void {
  const rules = join(folder, '.gitignore')
  if (!existsSync(rules)) writeFileSync(rules, '*\n')
}
