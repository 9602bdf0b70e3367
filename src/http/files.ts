import type { Context } from 'hono'
import { fileNameOf, isNotePath, isSafePath, notePath } from '../core/path.ts'
import type { Workspace } from '../workspace.ts'
import { refuse } from './errors.ts'

/** Types that a browser shows without running anything in them. */
const SHOWN: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mov: 'video/quicktime',
  pdf: 'application/pdf',
}

const PREFIX = '/files/'

/** An attachment's bytes. What could run when opened is handed out as a download only. */
export async function serveAttachment(context: Context, workspace: Workspace): Promise<Response> {
  if (!isShownAsFile(context)) return refuse(context, 'refused', 'A file of the vault is shown or saved, never run.')
  const path = decodePath(context.req.path.slice(PREFIX.length))
  if (path === undefined || isNotePath(path)) return noFile(context)
  const bytes = await workspace.attachment(notePath(path))
  if (bytes === undefined) return noFile(context)
  const headers = { ...headersFor(path), 'content-length': String(bytes.byteLength), 'cache-control': 'no-cache' }
  return context.body(bytes as Uint8Array<ArrayBuffer>, 200, headers)
}

/** What a browser says that it wants a file for. A script, a style, a frame or a worker would be part of a page. */
const SHOWN_AS: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'document', 'empty'])

function isShownAsFile(context: Context): boolean {
  return SHOWN_AS.has(context.req.header('sec-fetch-dest') ?? 'document')
}

function noFile(context: Context): Response {
  return refuse(context, 'not-found', 'There is no such file in the vault; it may have been moved or deleted.')
}

function decodePath(encoded: string): string | undefined {
  try {
    const path = decodeURIComponent(encoded)
    return isSafePath(path) ? path : undefined
  } catch {
    return undefined
  }
}

function headersFor(path: string): Record<string, string> {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  if (extension === 'svg') {
    return {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
  }
  const type = SHOWN[extension]
  if (type !== undefined) return { 'content-type': type, 'content-security-policy': "default-src 'none'; sandbox" }
  const name = encodeURIComponent(fileNameOf(path)).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
}
