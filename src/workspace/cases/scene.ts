import { expect, test } from 'vitest'
import type { RefactorRequest } from '../../core/answers.ts'
import type { Vault } from '../../core/vault.ts'
import { openTestWorkspace } from '../testing.ts'

/** Every file of a vault: path and text. */
export type Files = Readonly<Record<string, string>>

/** What an operation makes of files; null for one that is gone. Files that are not named must stay as they are, byte for byte. */
export type Changed = Readonly<Record<string, string | null>>

export interface Case {
  /** The situation, as a person would tell it. */
  readonly name: string
  readonly files: Files
  readonly does: RefactorRequest
  readonly gives: Changed
}

/** One test for each case: what becomes of every file, and that one undo brings every file back. */
export function testCases(cases: readonly Case[]): void {
  test.each(cases)('$name', async ({ files, does, gives }) => {
    const { vault, workspace } = await openTestWorkspace(files)
    try {
      const answer = await workspace.refactor(does)
      expect(answer).toMatchObject({ done: true })
      const expected = Object.entries({ ...files, ...gives }).filter(([, text]) => text !== null)
      expect(await textsOf(vault)).toEqual(Object.fromEntries(expected))
      if (answer.done && answer.operation > 0) {
        await workspace.undo()
        expect(await textsOf(vault)).toEqual(files)
      }
    } finally {
      await workspace.close()
    }
  })
}

/** What a refused operation says; it has changed nothing. */
export async function refusal(files: Files, does: RefactorRequest): Promise<string> {
  const { vault, workspace } = await openTestWorkspace(files)
  try {
    const said = await workspace.refactor(does).then(
      (answer) => (answer.done ? 'It was done.' : answer.message),
      (error: Error) => error.message,
    )
    expect(await textsOf(vault)).toEqual(files)
    return said
  } finally {
    await workspace.close()
  }
}

async function textsOf(vault: Vault): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for await (const stats of vault.list())
    for (const { path } of stats) texts[path] = (await vault.read(path))?.text ?? ''
  return texts
}

export function rename(path: string, title: string, more: { keepAlias?: boolean; retitle?: boolean } = {}) {
  return { kind: 'rename' as const, path, title, ...more }
}

export function move(path: string, to: string) {
  return { kind: 'move' as const, path, to }
}
