import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Context } from 'hono'
import { refuse } from './errors.ts'
import { pagePolicy } from './headers.ts'
import { acceptsPage } from './sender.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

const NONCE_MARK = '__CSP_NONCE__'
/** Vite writes a hash of the content into these names, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable'

/** The built app: its files by name, and its page for every other address that a person may open. */
export async function serveApp(context: Context, folder: string): Promise<Response> {
  const { path } = context.req
  if (!existsSync(join(folder, 'index.html'))) {
    return refuse(context, 'not-found', 'The app has not been built yet; run npm start, which builds it.')
  }
  const asset = await readAsset(folder, path, context.req.header('accept-encoding') ?? '')
  if (asset !== undefined) {
    const cache = path.startsWith('/assets/') ? FOREVER : 'no-cache'
    return context.body(asset.bytes, 200, { ...asset.headers, 'cache-control': cache, vary: 'accept-encoding' })
  }
  if (!acceptsPage(context)) return refuse(context, 'not-found', `There is nothing at ${path}.`)
  return servePage(context, folder)
}

/** Written beside the files by the build, the smallest first. */
const COMPRESSED = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

async function readAsset(folder: string, path: string, accepted: string): Promise<Asset | undefined> {
  const type = TYPES[extname(path)]
  if (type === undefined || !/^(?:\/[\w-][\w.-]*)+$/.test(path)) return undefined
  for (const { encoding, extension } of COMPRESSED) {
    const bytes = accepts(accepted, encoding) ? await bytesOf(join(folder, path + extension)) : undefined
    if (bytes !== undefined) return { bytes, headers: { 'content-type': type, 'content-encoding': encoding } }
  }
  const bytes = await bytesOf(join(folder, path))
  return bytes && { bytes, headers: { 'content-type': type } }
}

/** `br;q=0` says that it is not. */
function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim())
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && new Uint8Array(bytes)
}

async function servePage(context: Context, folder: string): Promise<Response> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const nonce = randomBytes(18).toString('base64')
  return context.body(page.replaceAll(NONCE_MARK, nonce), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy(nonce),
    'cache-control': 'no-store',
    ...firstQuestions(new URL(context.req.url).pathname),
  })
}

/** What the page of a note will ask for, in the words of `web/api.ts`: the browser asks while the app is still on its way. */
function firstQuestions(pathname: string): Record<string, string> {
  const path = noteIn(pathname)
  if (path === undefined) return {}
  const questions = [`/api/note?${new URLSearchParams({ path })}`, '/api/vault']
  return { link: questions.map((url) => `<${url}>; rel=preload; as=fetch; crossorigin`).join(', ') }
}

/** `/note/clients/Acme.md` → `clients/Acme.md`. */
function noteIn(pathname: string): string | undefined {
  const [, room, ...segments] = pathname.split('/')
  if (room !== 'note') return undefined
  try {
    return segments.map(decodeURIComponent).join('/') || undefined
  } catch {
    return undefined
  }
}
