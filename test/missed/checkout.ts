import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the notes are tagged on each branch: from the counts of tags is seen how far a reader is. */
type Branch = 'before' | 'after'

const PER_FOLDER = 100

/** Makes a repository of notes with two branches, on which every note differs; the first one is checked out. */
export function makeBranches(folder: string, notes: number): void {
  for (const branch of ['after', 'before'] as const) {
    if (branch === 'after') git(folder, 'init', '--quiet', '--initial-branch', branch)
    else git(folder, 'checkout', '--quiet', '-b', branch)
    for (let nth = 0; nth < notes; nth++) writeNote(folder, nth, branch)
    git(folder, 'add', '--all')
    git(folder, '-c', 'user.name=n', '-c', 'user.email=n@localhost', 'commit', '--quiet', '-m', branch)
  }
}

function writeNote(folder: string, nth: number, branch: Branch): void {
  const inside = join(folder, String(Math.floor(nth / PER_FOLDER)))
  if (nth % PER_FOLDER === 0) mkdirSync(inside, { recursive: true })
  const text = `# Note ${nth}\n\nAs it is #${branch}: see [[Note ${(nth * 7) % 1000}]] (because ${branch} ${nth % 97}).\n`
  writeFileSync(join(inside, `Note ${nth}.md`), text)
}

function git(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
}
