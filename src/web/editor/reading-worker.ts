/** Reads long texts beside the page, so that no key waits for it. */
import type { NotePath } from '../../core/note.ts'
import { parseNote } from '../../core/parse.ts'

export interface ReadRequest {
  readonly id: number
  readonly path: NotePath
  readonly text: string
}

addEventListener('message', ({ data: { id, path, text } }: MessageEvent<ReadRequest>) => {
  postMessage({ id, note: parseNote(path, text) })
})
