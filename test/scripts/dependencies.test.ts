import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What a clone installs is what was looked at: the same packages, and no code of theirs that runs by being installed. */

const root = join(import.meta.dirname, '../..')
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const about = read('package.json')
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
)

test('only those that are listed run a script when they are installed', () => {
  const running = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(running).toEqual(Object.keys(about.allowScripts))
})

test('each is the one that was looked at, from the registry', () => {
  expect(locked.length).toBeGreaterThan(100)
  for (const [path, { version, integrity, resolved, link }] of locked) {
    expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/)
    expect([version, resolved, link], path).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/), undefined, undefined])
  }
})

test('none is asked for by an address, a branch or any version', () => {
  const asked = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies } as Record<
    string,
    string
  >
  for (const [name, range] of Object.entries(asked)) expect(range, name).toMatch(/^\^?\d+\.\d+\.\d+$/)
})
