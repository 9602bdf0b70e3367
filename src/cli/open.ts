import { setTimeout } from 'node:timers/promises'
import { UserError } from '../core/errors.ts'
import { isLoopback } from '../core/loopback.ts'
import type { Workspace } from '../workspace.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import type { CommandSpec, RunningServer } from './command.ts'
import { wholeNumber } from './flags.ts'

const PORT = 4280
const HOST = '127.0.0.1'
const PASSWORD = 'NOTLY_PASSWORD'
const LEAST_PASSWORD = 12
/** How long the app waits for notes to be read before it opens. Milliseconds. */
const PATIENCE = 1000
/** How long open connections may keep us, once asked to stop. Milliseconds. */
const FAREWELL = 2000

export const open: CommandSpec = {
  name: 'open',
  takes: '[dir]',
  takesWhat: 'The folder of notes',
  takesFolder: true,
  isDefault: true,
  summary: 'open the app on a folder of notes, in the browser',
  flags: [
    { flags: '--port <n>', summary: `the port to try first (${PORT} unless given)`, parse: wholeNumber },
    {
      flags: '--host <host>',
      summary: `the address to listen at (${HOST} unless given); one that others can reach takes a password in $${PASSWORD}`,
    },
    { flags: '--no-open', summary: 'do not open the browser' },
    { flags: '--forget-browsers', summary: 'let in no browser that was let in before' },
  ],
  examples: ['notly ~/notes', 'notly open --port 5000 --no-open'],
  run: async (context, _words, { port = PORT, host = HOST, open = true, forgetBrowsers = false }) => {
    const { out, parts, folder } = context
    const password = isLoopback(host) ? undefined : checkPassword(host, process.env[PASSWORD])
    checkPort(port)
    if (!(await parts.prepareApp())) return 2
    const workspace = await context.openUnsynced()
    // Of notes that were read before, what is known is shown while they are compared; of new ones there is nothing to show yet.
    const first = workspace.isNew() ? readFor(PATIENCE, workspace) : undefined
    await first
    const server = await parts.startServer(workspace, { host, port, password, forgetBrowsers })
    const read = first ?? readFor(PATIENCE, workspace)
    try {
      const stopped = untilAskedToStop()
      workspace.onTrouble((sentence) => out.aside(sentence ?? 'The notes can be read again.'))
      if (out.json) out.value(described(server, folder))
      else for (const line of welcome(server, port, folder)) out.line(line)
      out.flush()
      if (open && hasDisplay(process.env, process.platform)) await openBrowser(server.invite())
      // What takes longer goes on while the app is open, which shows how far it is.
      const isRead = await Promise.race([read, stopped.then(() => true)])
      if (!isRead) out.aside('Notes are still being read; the app shows how far it is.')
      await stopped
      return 0
    } finally {
      await closeSoon(server)
    }
  },
}

/**
 * @returns false when it goes on; if that fails, the next look at the vault tells
 * @throws what went wrong within the time
 */
async function readFor(milliseconds: number, workspace: Workspace): Promise<boolean> {
  const read = workspace.refreshInUse().then(() => true)
  const soon = Promise.race([read, setTimeout(milliseconds, false)])
  for (const each of [read, soon]) each.catch(() => {})
  return soon
}

function described({ url, port, token, addresses }: RunningServer, vault: string) {
  return { url, port, token, address: addresses.own, vault }
}

function* welcome({ port, addresses }: RunningServer, asked: number, folder: string): Iterable<string> {
  if (port !== asked) yield `Port ${asked} is taken, so it is ${port}.`
  yield `${folder} is open at ${addresses.own}`
  if (addresses.others.length > 0) yield `With the password it is open to others at ${addresses.others.join(' and ')}`
  yield 'Press Ctrl-C to stop.'
}

/** @throws {UserError} where there is none that others would not soon find */
function checkPassword(host: string, password = ''): string {
  if ([...password].length >= LEAST_PASSWORD) return password
  const isShort = password === '' ? '' : `; this one has fewer than ${LEAST_PASSWORD} characters`
  throw new UserError(
    'invalid',
    `At ${host} everybody in your network could read and change these notes, so a password is needed${isShort}: put one of at least ${LEAST_PASSWORD} characters in $${PASSWORD}, or leave out --host.`,
  )
}

function checkPort(port: number): void {
  if (port > 65535) throw new UserError('invalid', `There is no port ${port}; give one from 1 to 65535.`)
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

async function closeSoon(server: RunningServer): Promise<void> {
  const late = setTimeout(FAREWELL, undefined, { ref: false })
  await Promise.race([server.close(), late])
}
