import type { LinkForm } from './note.ts'

const IMAGES = 'png jpg jpeg jfif gif svg webp avif bmp ico tif tiff heic heif apng'
const MEDIA = 'mp3 wav ogg oga opus m4a flac aac mp4 m4v webm mov mkv avi ogv 3gp'
const OFFICE = 'pdf doc docx xls xlsx ppt pptx odt ods odp rtf epub'
const DATA =
  'csv tsv json jsonl yaml yml toml xml sqlite zip gz tgz tar 7z rar canvas excalidraw drawio bib ics html htm'
const CODE =
  'css js mjs cjs ts tsx jsx py rb go rs java kt c h cpp hpp cs swift sh bash ps1 lua php r sql ipynb txt log'

const FILES: ReadonlySet<string> = new Set(`${IMAGES} ${MEDIA} ${OFFICE} ${DATA}`.split(' '))
const SOURCES: ReadonlySet<string> = new Set(CODE.split(' '))

/**
 * Whether a link's target is a file that is no note: by its extension, because the file itself may be missing.
 * `[[Node.js]]` is a name as people write it; `[a](lib/node.js)` and `![[node.js]]` are files.
 */
export function isAttachmentTarget(form: LinkForm, target: string): boolean {
  const extension = /[^/]\.([A-Za-z0-9]+)$/.exec(target.trim())?.[1]?.toLowerCase()
  if (extension === undefined || form === 'bare') return false
  return FILES.has(extension) || ((form === 'markdown' || form === 'embed') && SOURCES.has(extension))
}
