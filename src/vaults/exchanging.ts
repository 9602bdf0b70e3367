import { createRequire } from 'node:module'
import { getSystemErrorName } from 'node:util'

/** @returns what went wrong, by the system's number; 0 for nothing */
type Exchange = (a: string, b: string) => number

/** Linux calls it RENAME_EXCHANGE, macOS RENAME_SWAP. */
const EXCHANGE = 2
/** Linux: a path that is not absolute would begin where the process is. */
const AT_FDCWD = -100

/**
 * The system or the file system has no such call, one that lies over others does not have it between these, or a container forbids what it does
 * not know. Whether the file may be replaced at all a rename says then.
 */
const WITHOUT = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EPERM']

const load = createRequire(import.meta.url)
/** Sought at the first exchange: to load it takes 6 ms and 6 MB, and who only reads needs none. */
let exchange: Exchange | 'none' | undefined

/**
 * Exchanges two files in one step, as `rename` does with one: at no moment is there none, and what was in either place is still there to be
 * looked at. To whoever watches, what was in the first place goes before the other comes.
 * @returns false where that cannot be done, and nothing was
 */
export function exchangeFiles(a: string, b: string): boolean {
  exchange ??= findExchange() ?? 'none'
  if (exchange === 'none') return false
  const failed = exchange(a, b)
  if (failed === 0) return true
  const code = getSystemErrorName(-failed)
  if (WITHOUT.includes(code)) return false
  throw Object.assign(new Error(`${code}: exchange '${a}' and '${b}'`), { code, syscall: 'exchange' })
}

function findExchange(): Exchange | undefined {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return undefined
  try {
    const found = systemExchange()
    // Of no files: only the first call finds that the system's library does not have it.
    found('', '')
    return found
  } catch {
    return undefined
  }
}

/** Node has no such call. @throws where the package that can make it is missing */
function systemExchange(): Exchange {
  const { open, define, DataType } = load('ffi-rs') as typeof import('ffi-rs')
  // Of what this process has loaded already.
  open({ library: 'system', path: '' })
  const about = { library: 'system', retType: DataType.I32, errno: true } as const
  const { String: Path, I32: Int } = DataType
  if (process.platform === 'darwin') {
    const { renamex_np } = define({ renamex_np: { ...about, paramsType: [Path, Path, Int] } })
    return (a, b) => failure(renamex_np([a, b, EXCHANGE]))
  }
  const { renameat2 } = define({ renameat2: { ...about, paramsType: [Int, Path, Int, Path, Int] } })
  return (a, b) => failure(renameat2([AT_FDCWD, a, AT_FDCWD, b, EXCHANGE]))
}

function failure({ value, errnoCode }: { readonly value: number; readonly errnoCode: number }): number {
  return value === 0 ? 0 : errnoCode
}
