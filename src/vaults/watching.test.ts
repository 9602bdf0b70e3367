import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemDisk } from './disk.ts'
import { IgnoreFile } from './ignoring.ts'
import { temporaryName } from './names.ts'
import { isOnBattery } from './power.ts'
import { Presence } from './presence.ts'
import { PACE, pauseAfter } from './sweeper.ts'
import { systemWatch, type Watch } from './watchers.ts'
import { type WatchOptions, watchFolder } from './watching.ts'

describe('watching a folder', () => {
  let base: string
  let root: string
  let hints: string[]
  let calls: number
  let watching: AsyncDisposable | undefined
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'notly-watch-')))
    root = join(base, 'vault')
    mkdirSync(root)
    hints = []
    calls = 0
  })
  afterEach(async () => {
    await watching?.[Symbol.asyncDispose]()
    rmSync(base, { recursive: true })
  })

  const put = (path: string, text = path) => {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const start = (options: WatchOptions = {}) => {
    const ignoreFile = new IgnoreFile(root)
    const onChange = (paths: readonly string[] | undefined) => {
      calls++
      hints.push(...(paths ?? ['anything']))
    }
    const presence = new Presence(systemDisk, root)
    const watched = {
      disk: systemDisk,
      root: { path: '', absolute: root },
      rules: () => ignoreFile.rules(),
      identify: () => presence.identify(),
    }
    watching = watchFolder(watched, onChange, options)
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 80))
  const after = async (change: () => void) => {
    await settle()
    hints.length = 0
    change()
    await settle()
    return [...new Set(hints)]
  }

  for (const watchesTrees of [false, true]) {
    describe(watchesTrees ? 'as a tree' : 'folder by folder', () => {
      it('tells changes of files', async () => {
        put('vault/a/b/c.md')
        start({ watchesTrees })
        expect(await after(() => put('vault/a/b/c.md', 'new'))).toEqual(['a/b/c.md'])
        expect(await after(() => put('vault/d.md'))).toEqual(['d.md'])
        expect(await after(() => rmSync(join(root, 'd.md')))).toEqual(['d.md'])
        expect(await after(() => put('vault/.notlyignore'))).toEqual(['anything'])
      })

      it('tells nothing of temporaries, hidden folders and what is left out', async () => {
        put('vault/.git/head')
        put('vault/.notlyignore', '*.log\nbuild/\n')
        put('vault/build/x.md')
        start({ watchesTrees })
        const changes = () => {
          for (const path of ['.git/head', `${temporaryName()}`, 'x.log', 'build/x.md']) put(`vault/${path}`, 'new')
        }
        expect(await after(changes)).toEqual([])
      })

      it('tells that anything may have changed where the system says no name, or fails', async () => {
        const speak: (() => void)[] = []
        const vague: Watch = (_folder, _options, listener) => {
          speak.push(() => listener('rename', null))
          return { on: (_event, onError) => speak.push(onError), close: () => {} }
        }
        start({ watchesTrees, watch: vague, pace: { atLeast: 60_000, atLeastAlone: 60_000, atMost: 60_000 } })
        expect(speak).toHaveLength(2)
        for (const say of speak) expect(await after(say)).toEqual(['anything'])
      })

      it('tells a decomposed name by its NFC key', async () => {
        start({ watchesTrees })
        expect(await after(() => put('vault/e\u0301.md'))).toContain('\u00E9.md')
      })
    })
  }

  it('sees into folders that arrive with folders in them', async () => {
    put('elsewhere/in/deep/a.md')
    start({ watchesTrees: false })
    expect(await after(() => renameSync(join(base, 'elsewhere'), join(root, 'here')))).toEqual(['anything'])
    expect(await after(() => put('vault/here/in/deep/a.md', 'new'))).toEqual(['here/in/deep/a.md'])
    expect(await after(() => put('vault/x/y/z/b.md'))).toContain('anything')
    expect(await after(() => put('vault/x/y/z/b.md', 'new'))).toEqual(['x/y/z/b.md'])
  })

  it('sees into a folder that takes another one’s place', async () => {
    put('vault/a/x.md')
    put('other/deep/x.md')
    start({ watchesTrees: false })
    const exchange = () => {
      renameSync(join(root, 'a'), join(base, 'old'))
      renameSync(join(base, 'other'), join(root, 'a'))
    }
    expect(await after(exchange)).toContain('anything')
    expect(await after(() => put('vault/a/deep/x.md', 'new'))).toEqual(['a/deep/x.md'])
    expect(await after(() => put('old/x.md', 'new'))).toEqual([])
    expect(await after(() => rmSync(join(root, 'a'), { recursive: true }))).toContain('anything')
  })

  it('tells thousands of files that come, go or change together as one', async () => {
    for (let n = 0; n < 2000; n++) put(`elsewhere/${n % 20}/${n}.md`)
    start({ watchesTrees: false })
    await settle()
    const times: number[] = []
    const move = async (from: string, to: string) => {
      calls = 0
      renameSync(join(base, from), join(base, to))
      await vi.waitFor(() => expect(calls).toBe(1))
      await settle()
      times.push(calls)
    }
    await move('elsewhere', 'vault/here')
    await move('vault/here', 'vault/there')
    await move('vault/there', 'elsewhere')
    expect(times).toEqual([1, 1, 1])
    mkdirSync(join(root, 'one by one'))
    await settle()
    calls = 0
    for (let n = 0; n < 2000; n++) {
      renameSync(join(base, `elsewhere/${n % 20}/${n}.md`), join(root, `one by one/${n}.md`))
      if (n % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await vi.waitFor(() => expect(calls).toBeGreaterThan(0), 3000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(calls).toBeLessThan(3)
  })

  describe('that no watcher tells of', () => {
    const fast = { atLeast: 5, atLeastAlone: 5, atMost: 5 }
    const deaf: Watch = () => ({ on: () => {}, close: () => {} })
    const exhausted: Watch = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'watch' })
    }
    let before: readonly string[]
    beforeEach(() => {
      before = []
    })
    /** What was told last may be told once more: a file that has just changed is looked at again. */
    const expectFound = async (change: () => void, expected: readonly string[]) => {
      // Until it has looked once, and nothing may change unseen any more.
      await vi.waitFor(() => expect(calls).toBeGreaterThan(0))
      await vi.waitFor(async () => {
        hints.length = 0
        await settle()
        expect(hints).toEqual([])
      }, 5000)
      change()
      await vi.waitFor(() => expect(hints).toEqual(expect.arrayContaining([...expected])), 5000)
      expect([...expected, ...before]).toEqual(expect.arrayContaining(hints))
      before = expected
    }

    for (const [what, watch] of Object.entries({ 'events are lost': deaf, 'there are no more watchers': exhausted })) {
      it(`finds every kind of change where ${what}`, async () => {
        for (const path of ['a.md', 'b/c.md', 'b/d/e.md', 'b/d/f.md', 'e\u0301.md']) put(`vault/${path}`)
        start({ watch, pace: fast })
        await expectFound(() => put('vault/b/c.md', 'longer'), ['b/c.md'])
        await expectFound(() => put('vault/b/c.md', 'LONGER'), ['b/c.md'])
        await expectFound(() => put('vault/e\u0301.md', 'new'), ['\u00e9.md'])
        await expectFound(() => put('vault/g/h/i.md'), ['g/h/i.md'])
        await expectFound(() => rmSync(join(root, 'a.md')), ['a.md'])
        await expectFound(() => renameSync(join(root, 'b/c.md'), join(root, 'b/C.md')), ['b/C.md', 'b/c.md'])
        const moved = ['b/d/e.md', 'b/d/f.md', 'x/e.md', 'x/f.md']
        await expectFound(() => renameSync(join(root, 'b/d'), join(root, 'x')), moved)
        await expectFound(() => put('vault/.notlyignore', 'x/'), ['anything'])
        await expectFound(() => put('vault/g/h/j.md'), ['g/h/j.md'])
      })
    }

    it('uses the watchers that there are, and looks at the rest', async () => {
      for (const path of ['a/a.md', 'b/b.md', 'c/c.md']) put(`vault/${path}`)
      const watched: string[] = []
      const limited: Watch = (folder, watching, listener) => {
        if (watched.length === 2) return exhausted(folder, watching, listener)
        watched.push(folder.slice(root.length + 1))
        return systemWatch(folder, watching, listener)
      }
      start({ watch: limited, pace: { atLeast: 60_000, atLeastAlone: 300, atMost: 60_000 } })
      await vi.waitFor(() => expect(calls).toBe(1))
      await new Promise((resolve) => setTimeout(resolve, 700))
      const unwatched = ['a', 'b', 'c'].filter((folder) => !watched.includes(folder))
      expect(watched).toContain('')
      expect(unwatched).toHaveLength(2)
      hints.length = 0
      put('vault/now.md')
      await vi.waitFor(() => expect(hints).toContain('now.md'), 250)
      const path = `${unwatched[0]}/${unwatched[0]}.md`
      put(`vault/${path}`, 'new')
      await vi.waitFor(() => expect(hints).toContain(path), 2000)
    })

    it('looks again at a file that has just changed, since its clock may not tell the next change', async () => {
      put('vault/a.md')
      start({ watch: deaf, pace: fast })
      await expectFound(() => put('vault/a.md', 'new'), ['a.md'])
      hints.length = 0
      await vi.waitFor(() => expect(hints).toContain('a.md'), 5000)
    })

    it('finds nothing where nothing has changed', async () => {
      put('vault/a/b.md')
      put('vault/.git/head')
      start({ watch: deaf, pace: fast })
      await expectFound(() => put('vault/a/b.md', 'new'), ['a/b.md'])
      await expectFound(() => setTimeout(() => put('vault/c.md'), 150), ['c.md'])
    })

    it('looks less often when each folder is watched, and not at all on a battery', async () => {
      put('vault/a.md')
      let isOnBattery = true
      const options = {
        watch: deaf,
        pace: { atLeast: 300, atLeastAlone: 5, atMost: 300 },
        isOnBattery: () => isOnBattery,
      }
      start(options)
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(hints).toEqual([])
      isOnBattery = false
      await vi.waitFor(() => expect(hints).toEqual(['anything']))
    })

    it('tells once that the folder has gone, and all when it is back, with its watchers', async () => {
      put('vault/a.md')
      start({ pace: fast })
      await expectFound(() => renameSync(root, join(base, 'away')), ['anything'])
      mkdirSync(root)
      hints.length = 0
      await settle()
      expect(hints).toEqual([])
      rmSync(root, { recursive: true })
      put('away/b/c.md')
      renameSync(join(base, 'away'), root)
      await vi.waitFor(() => expect(hints).toContain('anything'))
      await expectFound(() => put('vault/b/c.md', 'new'), ['b/c.md'])
    })
  })
})

describe('the pause after a look', () => {
  it('keeps looking below a hundredth of a core, and finds everything within half a minute', () => {
    expect(pauseAfter(0.1, true, PACE)).toBe(10_000)
    expect(pauseAfter(0.1, false, PACE)).toBe(2000)
    expect(pauseAfter(150, false, PACE)).toBe(16_500)
    expect(pauseAfter(3000, true, PACE)).toBeLessThan(30_000)
  })
})

describe('the power supply', () => {
  const supplies: Record<string, readonly [boolean, Record<string, Record<string, string>>]> = {
    'nothing that says anything': [false, {}],
    'a battery that is being emptied': [true, { BAT0: { type: 'Battery', status: 'Discharging' } }],
    'a battery that is being charged': [false, { BAT0: { type: 'Battery', status: 'Charging' } }],
    'a charger that is too weak': [
      false,
      { AC: { type: 'Mains', online: '1' }, BAT0: { type: 'Battery', status: 'Discharging' } },
    ],
    'a charger without a plug': [
      true,
      { AC: { type: 'Mains', online: '0' }, BAT0: { type: 'Battery', status: 'Discharging' } },
    ],
    'the battery of a mouse': [false, { mouse: { type: 'Battery', scope: 'Device', status: 'Discharging' } }],
  }
  for (const [what, [expected, files]] of Object.entries(supplies)) {
    it(`is ${expected ? '' : 'not '}a battery: ${what}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'notly-power-'))
      for (const [name, values] of Object.entries(files)) {
        mkdirSync(join(folder, name))
        for (const [key, value] of Object.entries(values)) writeFileSync(join(folder, name, key), `${value}\n`)
      }
      expect(isOnBattery(folder)).toBe(expected)
      rmSync(folder, { recursive: true })
    })
  }
})
