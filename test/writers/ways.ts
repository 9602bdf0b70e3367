import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { NoteAnswer, SaveAnswer } from '../../src/core/answers.ts'
import type { Revision } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'
import { Client } from '../soak/client.ts'
import { openShared } from './shared.ts'
import { endOf, sharedNote, type Way, withToken } from './tokens.ts'

const NOTLY = join(import.meta.dirname, '../../bin/notly.mjs')

export interface Writer {
  readonly folder: string
  readonly name: string
  /** Of the server that some write through. */
  readonly address: string
}

/** Puts a token into the nth note; resolves when that is written. */
export type Write = (nth: number, token: string) => Promise<void>

export const WAYS: Record<Way, (writer: Writer) => Write> = {
  server: ({ address }) => {
    const client = new Client(address)
    return untilSaved(async (path, change) => {
      const { text, revision } = await client.get<NoteAnswer>('note', { path })
      return client.send<SaveAnswer>('PUT', 'note', { path, text: change(text), base: revision })
    })
  },
  notly: ({ folder }) => {
    const opened = openShared(folder)
    return untilSaved(async (path, change) => {
      const { workspace } = await opened
      const { text, revision } = await workspace.read(notePath(path))
      return workspace.save(notePath(path), change(text), revision as Revision)
    })
  },
  command:
    ({ folder }) =>
    async (nth, token) => {
      for (;;) {
        const words = ['replace', endOf(nth), `token ${token} , ${endOf(nth)}`, '--vault', folder]
        const { status, stderr } = spawnSync(process.execPath, [NOTLY, ...words], { encoding: 'utf8' })
        if (status === 0) return
        if (!/again|No text has/.test(stderr)) throw new Error(`The command ended with ${status}: ${stderr}`)
        await setTimeout(Math.random() * 50)
      }
    },
  renaming: ({ folder, name }) =>
    alone(folder, (file, token) => {
      const temporary = join(folder, `.${name}.swp`)
      writeFileSync(temporary, withToken(readFileSync(file, 'utf8'), token))
      renameSync(temporary, file)
    }),
  'in place': ({ folder }) =>
    alone(folder, (file, token) => writeFileSync(file, withToken(readFileSync(file, 'utf8'), token))),
  git: ({ folder, name }) => {
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, '.git', name) }
    const git = (args: readonly string[], input = ''): string => {
      const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, input, encoding: 'utf8' })
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
      return stdout.trim()
    }
    git(['init', '--quiet'])
    return alone(folder, (file, token, path) => {
      const blob = git(['hash-object', '-w', '--stdin'], withToken(readFileSync(file, 'utf8'), token))
      git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
      git(['checkout', '--quiet', git(['write-tree']), '--', path])
    })
  },
}

/** As the app saves: against the text that it read, and anew when another was faster, or git has just taken the file away to write it anew. */
function untilSaved(save: (path: string, change: (text: string) => string) => Promise<SaveAnswer>): Write {
  return async (nth, token) => {
    const trySave = () =>
      save(sharedNote(nth), (text) => withToken(text, token)).catch((error: Error) => {
        if (/There is no note/.test(error.message)) return { saved: false }
        throw error
      })
    while (!(await trySave()).saved) await setTimeout(Math.random() * 5)
  }
}

/** Programs that know nothing of revisions would overwrite each other: what is tried is whether Notly does. */
function alone(folder: string, work: (file: string, token: string, path: string) => void): Write {
  const lock = `${folder}.lock`
  return async (nth, token) => {
    for (;;) {
      try {
        mkdirSync(lock)
        break
      } catch {
        await setTimeout(1)
      }
    }
    const path = sharedNote(nth)
    work(join(folder, path), token, path)
    rmdirSync(lock)
  }
}
