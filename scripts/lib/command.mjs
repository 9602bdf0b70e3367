import { existsSync, mkdirSync } from 'node:fs'
import { COMMAND, isBuilt } from './built-command.mjs'
import { holding } from './lock.mjs'
import { currentNode, root, run, say } from './run.mjs'
import { swap } from './swap.mjs'

const VITE = `${root}/node_modules/vite/bin/vite.js`

/**
 * Makes one file of the command line, unless there is one of the same sources: it starts in half the time. Without it, or with one of
 * other sources, the sources themselves are run.
 */
export async function buildCommandWhenChanged() {
  if (isBuilt(root) || !existsSync(VITE)) return
  mkdirSync(`${root}/dist`, { recursive: true })
  await holding(`${root}/dist/.command.lock`, () => isBuilt(root) || build())
}

async function build() {
  const fresh = `${root}/dist/.command`
  const vite = ['build', '--config', 'vite.command.config.ts', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  const code = await run(currentNode(), [VITE, ...vite], { stdio: ['ignore', 2, 'inherit'] })
  if (code === 0) swap(fresh, `${root}/${COMMAND}`)
  else say('The command could not be built, so it is run from its sources, which takes a little longer to start.')
}
