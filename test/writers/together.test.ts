import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BacklinkAnswer } from '../../src/core/answers.ts'
import { Index } from '../../src/index/index.ts'
import { sync } from '../../src/index/sync.ts'
import { askEverything } from '../../src/index/testing/questions.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { NotlyServer } from '../browser/server.ts'
import { Client } from '../soak/client.ts'

const NOTLY = join(import.meta.dirname, '../../bin/notly.mjs')
/** Within which each must know what another did. Milliseconds. */
const SOON = 10_000

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'notly-together-')))
  for (const name of ['Hub', 'One', 'Two']) writeFileSync(join(folder, `${name}.md`), `# ${name}\n\nText.\n`)
})
afterEach(() => rmSync(folder, { recursive: true }))

function command(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [NOTLY, ...words, '--vault', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`notly ${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

async function sources(client: Client, path: string): Promise<string[]> {
  return (await client.get<BacklinkAnswer[]>('backlinks', { path })).map(({ source }) => source).sort()
}

function answersOf(index: Index): unknown {
  try {
    return askEverything(index.db, ['Text', 'Hub'])
  } finally {
    index.close()
  }
}

test('two servers and commands on one vault know what each other did, and leave the index that is made anew', async () => {
  const servers = [await NotlyServer.start(folder), await NotlyServer.start(folder)]
  try {
    const [first, second] = servers.map(({ address }) => new Client(address)) as [Client, Client]
    await first.save('One.md', (text) => `${text}\nSee [[Hub]].\n`)
    await vi.waitFor(async () => expect(await sources(second, 'Hub.md')).toEqual(['One.md']), SOON)
    await second.save('Two.md', (text) => `${text}\nSee [[Hub]].\n`)
    await vi.waitFor(async () => expect(await sources(first, 'Hub.md')).toEqual(['One.md', 'Two.md']), SOON)
    // A base that another made old is refused by whichever server it is sent to.
    await expect(
      first.send('PUT', 'note', { path: 'Two.md', text: 'lost', base: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    ).resolves.toMatchObject({ saved: false, reason: 'conflict' })
    expect(command('backlinks', 'Hub')).toContain('2 backlinks from 2 notes')
    command('rename', 'Hub', 'Centre')
    for (const client of [first, second])
      await vi.waitFor(async () => expect(await sources(client, 'Centre.md')).toEqual(['One.md', 'Two.md']), SOON)
  } finally {
    for (const server of servers) await server.stop()
  }
  const kept = answersOf(await Index.open(join(folder, '.notly', 'index.db')))
  const anew = await Index.open(':memory:')
  await sync(await FolderVault.open(folder), anew)
  expect(kept).toEqual(answersOf(anew))
})
