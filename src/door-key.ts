import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const BYTES = 32
const FILE = 'door.key'

/**
 * The key by which browsers are known again that were let in, made when there is none. It is the user's, not the vault's: a vault may come
 * from somebody else, and be copied anywhere.
 * @param makeAnew forgets every browser
 * @returns one that lasts as long as the program where none can be kept for this user alone
 */
export function doorKey(makeAnew = false, folder = stateFolder(process.env, process.platform, homedir())): Uint8Array {
  const file = join(folder, FILE)
  const key = makeAnew ? undefined : readKey(file)
  return key ?? writeKey(folder, file, randomBytes(BYTES))
}

/** Where programs keep what is neither settings nor to be carried to another computer. */
export function stateFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Notly')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Notly')
  const asked = env.XDG_STATE_HOME ?? ''
  return join(isAbsolute(asked) ? asked : join(home, '.local', 'state'), 'notly')
}

/** Undefined for one that somebody else may have read or written. */
function readKey(file: string): Uint8Array | undefined {
  try {
    const { mode, uid } = statSync(file)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
    const key = isOwn ? readFileSync(file) : undefined
    return key?.byteLength === BYTES ? key : undefined
  } catch {
    return undefined
  }
}

function writeKey(folder: string, file: string, key: Uint8Array): Uint8Array {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const temporary = `${file}.${process.pid}.new`
    writeFileSync(temporary, key, { mode: 0o600 })
    chmodSync(temporary, 0o600)
    renameSync(temporary, file)
  } catch {
    // Then each start has a key of its own, and browsers are let in anew.
  }
  return key
}
