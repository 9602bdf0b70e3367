import { beforeEach, describe, expect, test } from 'vitest'
import type { SaveAnswer, SaveRequest } from '../../http/types.ts'
import { ApiError, OfflineError } from '../api.ts'
import type { Draft } from './drafts.ts'
import { Saver, type SaveState } from './saver.ts'

/** A server with one file, an editor that is a string, and a clock that is turned by hand. */
class World {
  file: { text: string; revision: string } | undefined
  editor: string
  reachable = true
  duringPut: (() => void) | undefined
  slowness: Promise<void> = Promise.resolve()
  answering: Promise<void> = Promise.resolve()
  refusal: string | undefined
  states: SaveState['kind'][] = []
  conflict: { mine: string; theirs: string } | undefined
  puts: SaveRequest[] = []
  drafts = new Map<string, Draft>()
  #timers: { at: number; call: () => void }[] = []
  #now = 0
  #revisions = 1
  saver: Saver

  constructor(text: string) {
    this.file = { text, revision: 'r1' }
    this.editor = text.replace(/\r\n/g, '\n')
    this.saver = new Saver('a.md', this.file, {
      put: (request) => this.#put(request),
      load: async () => {
        const read = this.file
        await this.slowness
        return read
      },
      create: async (path, written) => {
        if (!this.reachable) throw new OfflineError()
        return { saved: true, path, revision: this.write(written) }
      },
      drafts: {
        get: (path) => this.drafts.get(path),
        set: (path, draft) => void this.drafts.set(path, draft),
        remove: (path) => void this.drafts.delete(path),
      },
      after: (milliseconds, call) => {
        const timer = { at: this.#now + milliseconds, call }
        this.#timers.push(timer)
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer)
        }
      },
      text: () => this.editor,
      replace: (replacement) => {
        this.editor = replacement
      },
      onState: (state) => void this.states.push(state.kind),
      onConflict: (conflict) => {
        this.conflict = conflict
      },
    })
  }

  write(text: string): string {
    const revision = `r${++this.#revisions}`
    this.file = { text, revision }
    return revision
  }

  type(text: string): void {
    this.editor = text
    this.saver.edited()
  }

  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds
    const due = this.#timers.filter((timer) => timer.at <= this.#now)
    this.#timers = this.#timers.filter((timer) => timer.at > this.#now)
    for (const timer of due) timer.call()
    await new Promise((done) => setTimeout(done, 0))
  }

  async #put(request: SaveRequest): Promise<SaveAnswer> {
    if (!this.reachable) throw new OfflineError()
    if (this.refusal !== undefined) throw new ApiError({ kind: 'refused', message: this.refusal })
    this.puts.push(request)
    this.duringPut?.()
    await this.answering
    if (this.file === undefined) return { saved: false, reason: 'conflict', text: null, revision: null }
    if (request.base !== this.file.revision) return { saved: false, reason: 'conflict', ...this.file }
    return { saved: true, path: request.path, revision: this.write(request.text) }
  }
}

describe('saving', () => {
  let world: World
  beforeEach(() => {
    world = new World('one\r\ntwo\r\nthree\r\n')
  })

  test('waits for a pause, then writes what was typed and nothing else', async () => {
    world.type('one\ntwo!\nthree\n')
    await world.pass(399)
    expect(world.puts).toEqual([])
    await world.pass(1)
    expect(world.file?.text).toBe('one\r\ntwo!\r\nthree\r\n')
    expect(world.states).toEqual(['unsaved', 'saving', 'saved'])
  })

  test('someone who never pauses is saved all the same', async () => {
    for (let key = 0; key < 31; key++) {
      world.type(`one\ntwo${key}\nthree\n`)
      await world.pass(100)
    }
    expect(world.puts.length).toBeGreaterThan(0)
  })

  test('a change taken back before the pause writes nothing', async () => {
    world.type('x')
    world.type('one\ntwo\nthree\n')
    await world.pass(400)
    expect(world.puts).toEqual([])
    expect(world.saver.state.kind).toBe('saved')
  })

  test('what is typed during a save is saved after it', async () => {
    world.type('one\ntwo!\nthree\n')
    world.duringPut = () => world.type('one\ntwo!!\nthree\n')
    await world.saver.flush()
    world.duringPut = undefined
    expect(world.file?.text).toBe('one\r\ntwo!\r\nthree\r\n')
    expect(world.saver.state.kind).toBe('unsaved')
    await world.pass(400)
    expect(world.file?.text).toBe('one\r\ntwo!!\r\nthree\r\n')
    expect(world.saver.state.kind).toBe('saved')
  })

  test('without a server the text is kept here, and sent when it is back', async () => {
    world.reachable = false
    world.type('one\ntwo!\nthree\n')
    await world.pass(400)
    expect(world.saver.state.kind).toBe('offline')
    expect(world.drafts.get('a.md')?.text).toBe('one\ntwo!\nthree\n')
    world.reachable = true
    await world.pass(1000)
    expect(world.saver.state.kind).toBe('saved')
    expect(world.drafts.size).toBe(0)
  })

  test('a server that does not answer is told of within two seconds, and the text is kept here', async () => {
    const answer = Promise.withResolvers<void>()
    world.answering = answer.promise
    world.type('one\ntwo!\nthree\n')
    await world.pass(400)
    await world.pass(1199)
    expect(world.saver.state.kind).toBe('saving')
    await world.pass(1)
    expect(world.saver.state.kind).toBe('waiting')
    expect(world.drafts.get('a.md')?.text).toBe('one\ntwo!\nthree\n')
    world.type('one\ntwo!!\nthree\n')
    expect(world.saver.state.kind).toBe('waiting')
    await world.pass(400)
    expect(world.drafts.get('a.md')?.text).toBe('one\ntwo!!\nthree\n')
    answer.resolve()
    await world.pass(0)
    await world.pass(400)
    expect(world.saver.state.kind).toBe('saved')
    expect(world.file?.text).toBe('one\r\ntwo!!\r\nthree\r\n')
    expect(world.drafts.size).toBe(0)
  })

  for (const { what, mark, fail } of [
    { what: 'does not answer', mark: 'waiting', fail: () => (world.answering = new Promise(() => {})) },
    { what: 'is away', mark: 'offline', fail: () => (world.reachable = false) },
    { what: 'refuses', mark: 'refused', fail: () => (world.refusal = 'The disk is full. Make room on it.') },
  ])
    test(`who types without a pause is told within two seconds of the first key that a server ${what}`, async () => {
      let key = 0
      const type = async (times: number): Promise<void> => {
        for (const last = key + times; key < last; key++) {
          world.type(`one\ntwo${key}\nthree\n`)
          await world.pass(100)
        }
      }
      // Whenever it comes: some are saved before, and one is on its way.
      for (const before of [0, 7, 25, 30]) {
        await type(before)
        await world.saver.flush()
        expect(['saved', 'unsaved']).toContain(world.saver.state.kind)
        fail()
        await type(20)
        expect(world.saver.state.kind).toBe(mark)
        expect(world.drafts.get('a.md')?.text).toMatch(/^one\ntwo\d+\nthree\n$/)
        world = new World('one\r\ntwo\r\nthree\r\n')
      }
    })

  for (const { what, fail } of [
    { what: 'does not answer', fail: () => (world.answering = new Promise(() => {})) },
    { what: 'is away', fail: () => (world.reachable = false) },
    { what: 'refuses', fail: () => (world.refusal = 'The disk is full. Make room on it.') },
  ])
    test(`while it is said that a text is kept here, its last key is, where a server ${what}`, async () => {
      fail()
      world.type('one\n')
      await world.pass(400)
      await world.pass(1500)
      for (const text of ['one t\n', 'one tw\n', 'one two\n']) {
        world.type(text)
        expect(world.drafts.get('a.md')?.text).toBe(text)
      }
    })

  test('what is typed while a save is on its way is kept when it fails', async () => {
    world.duringPut = () => {
      world.type('one and\n')
      throw new OfflineError()
    }
    world.type('one\n')
    await world.pass(400)
    expect(world.saver.state.kind).toBe('offline')
    expect(world.drafts.get('a.md')?.text).toBe('one and\n')
  })

  test('a text that is too long to be kept with each key is kept at each pause', async () => {
    world.reachable = false
    world.type('one\n')
    await world.pass(400)
    const long = 'x'.repeat(200_000)
    world.type(long)
    expect(world.drafts.get('a.md')?.text).toBe('one\n')
    await world.pass(400)
    expect(world.drafts.get('a.md')?.text).toBe(long)
  })

  test('what was sent is known again however much was typed since', async () => {
    const start = 'x'.repeat(50_000)
    world.duringPut = () => {
      world.write(`one\r\n${start}`)
      world.reachable = false
      throw new OfflineError()
    }
    world.type(`one\n${start}`)
    await world.pass(400)
    for (let key = 0; key < 100; key++) world.type(`one\n${start}${'y'.repeat(key)}`)
    world.duringPut = undefined
    world.reachable = true
    await world.saver.reconnected()
    await world.pass(400)
    expect(world.conflict).toBeUndefined()
    expect(world.file?.text).toBe(`one\r\n${start}${'y'.repeat(99)}`)
  })

  test('what another tab sends of a draft that was kept with a key is no conflict', async () => {
    world.reachable = false
    world.type('one\n')
    await world.pass(400)
    for (const text of ['one t\n', 'one tw\n', 'one two\n']) world.type(text)
    world.write('one tw\r\n')
    world.reachable = true
    await world.saver.reconnected()
    await world.pass(400)
    expect(world.conflict).toBeUndefined()
    expect(world.file?.text).toBe('one two\r\n')
  })

  test('who types without a pause while a server is a little slow hears nothing of it', async () => {
    for (let key = 0; key < 60; key++) {
      world.answering = new Promise((done) => setTimeout(done, 1))
      world.type(`one\ntwo${key}\nthree\n`)
      await world.pass(100)
    }
    expect(world.states).not.toContain('waiting')
  })

  test('who types without a pause hears nothing of a save that takes seven tenths of a second', async () => {
    const answer = Promise.withResolvers<void>()
    world.answering = answer.promise
    for (let key = 0; key < 15; key++) {
      world.type(`one\ntwo${key}\nthree\n`)
      await world.pass(100)
    }
    world.answering = Promise.resolve()
    answer.resolve()
    await world.pass(0)
    await world.pass(400)
    expect(world.saver.state.kind).toBe('saved')
    expect(world.states).not.toContain('waiting')
  })

  test('what is typed while a save hangs is told of by its own time', async () => {
    const first = Promise.withResolvers<void>()
    world.answering = first.promise
    world.type('one\n')
    await world.pass(400)
    world.type('one and\n')
    await world.pass(1000)
    world.answering = new Promise(() => {})
    first.resolve()
    await world.pass(0)
    expect(world.saver.state.kind).not.toBe('waiting')
    await world.pass(400)
    await world.pass(199)
    expect(world.saver.state.kind).not.toBe('waiting')
    await world.pass(1)
    expect(world.saver.state.kind).toBe('waiting')
  })

  test('what was refused is tried again by itself, and says so until it goes well', async () => {
    world.refusal = 'The disk is full. Make room on it.'
    world.type('one\n')
    await world.pass(400)
    world.type('one\nmore\n')
    await world.pass(400)
    expect(world.saver.state).toEqual({ kind: 'refused', message: world.refusal })
    world.refusal = undefined
    world.states = []
    await world.pass(10_000)
    expect(world.states).toEqual(['saved'])
    expect(world.file?.text).toBe('one\r\nmore\r\n')
    expect(world.drafts.size).toBe(0)
  })

  test('a refused save says the sentence and keeps the text', async () => {
    world.refusal = 'The folder is read-only. Change its permissions.'
    world.type('one\n')
    await world.pass(400)
    expect(world.saver.state).toEqual({ kind: 'refused', message: world.refusal })
    expect(world.drafts.get('a.md')?.text).toBe('one\n')
  })

  test('an outside change comes in where nothing is unsaved', async () => {
    world.write('one\ntwo\nthree\nfour\n')
    await world.saver.refresh()
    expect(world.editor).toBe('one\ntwo\nthree\nfour\n')
    expect(world.saver.state.kind).toBe('saved')
    expect(world.puts).toEqual([])
  })

  test('its own save reported back changes nothing', async () => {
    world.type('one\n')
    await world.saver.flush()
    world.type('one and more\n')
    await world.saver.refresh()
    expect(world.editor).toBe('one and more\n')
    expect(world.conflict).toBeUndefined()
  })

  test('changes of other lines merge silently and are saved', async () => {
    world.type('one\ntwo\nmine\n')
    world.write('theirs\r\ntwo\r\nthree\r\n')
    await world.pass(400)
    expect(world.editor).toBe('theirs\ntwo\nmine\n')
    await world.pass(0)
    expect(world.file?.text).toBe('theirs\r\ntwo\r\nmine\r\n')
    expect(world.saver.state.kind).toBe('saved')
  })

  test('changes of one line ask the writer, and nothing is written before the answer', async () => {
    world.type('one\nmine\nthree\n')
    world.write('one\r\ntheirs\r\nthree\r\n')
    await world.saver.refresh()
    expect(world.saver.state.kind).toBe('conflict')
    expect(world.conflict).toEqual({ mine: 'one\nmine\nthree\n', theirs: 'one\ntheirs\nthree\n' })
    world.saver.edited()
    await world.pass(5000)
    expect(world.file?.text).toBe('one\r\ntheirs\r\nthree\r\n')
    expect(world.drafts.get('a.md')?.text).toBe('one\nmine\nthree\n')
    await world.saver.resolve('one\nboth\nthree\n')
    expect(world.file?.text).toBe('one\r\nboth\r\nthree\r\n')
    expect(world.conflict).toBeUndefined()
    expect(world.saver.state.kind).toBe('saved')
  })

  test('a conflict that changes again asks again with the newer text', async () => {
    world.type('one\nmine\nthree\n')
    world.write('one\r\ntheirs\r\nthree\r\n')
    await world.saver.refresh()
    world.write('one\r\nnewer\r\nthree\r\n')
    await world.saver.refresh()
    expect(world.conflict?.theirs).toBe('one\nnewer\nthree\n')
    await world.saver.resolve('one\nmine\nthree\n')
    expect(world.file?.text).toBe('one\r\nmine\r\nthree\r\n')
  })

  test('a save whose answer was lost is not taken for the text of somebody else', async () => {
    world.type('one\ntwo\nthree\nfour\n')
    world.duringPut = () => {
      world.write('one\r\ntwo\r\nthree\r\nfour\r\n')
      world.duringPut = undefined
      throw new OfflineError()
    }
    await world.pass(400)
    expect(world.saver.state.kind).toBe('offline')
    world.type('one\ntwo\nthree\nfour and five\n')
    await world.pass(1000)
    await world.pass(400)
    expect(world.conflict).toBeUndefined()
    expect(world.file?.text).toBe('one\r\ntwo\r\nthree\r\nfour and five\r\n')
  })

  test('what another tab sends of an earlier draft is no conflict with what was typed since', async () => {
    world.reachable = false
    for (const words of ['four', 'four and', 'four and five']) {
      world.type(`one\ntwo\nthree\n${words}\n`)
      await world.pass(400)
    }
    world.reachable = true
    world.write('one\r\ntwo\r\nthree\r\nfour and\r\n')
    await world.saver.reconnected()
    await world.pass(400)
    expect(world.conflict).toBeUndefined()
    expect(world.file?.text).toBe('one\r\ntwo\r\nthree\r\nfour and five\r\n')
  })

  test('a deleted note is gone, stays in the editor and can be written back', async () => {
    world.type('one\ntwo!\nthree\n')
    world.file = undefined
    await world.pass(400)
    expect(world.saver.state.kind).toBe('gone')
    expect(world.editor).toBe('one\ntwo!\nthree\n')
    await world.saver.writeBack()
    expect(world.file).toMatchObject({ text: 'one\r\ntwo!\r\nthree\r\n' })
    expect(world.saver.state.kind).toBe('saved')
  })

  test('a deleted note that comes back is simply open again', async () => {
    const before = world.file
    world.file = undefined
    await world.saver.refresh()
    expect(world.saver.state.kind).toBe('gone')
    world.file = before
    await world.saver.refresh()
    expect(world.saver.state.kind).toBe('saved')
  })

  test('a text that was read before a save does not come in after it', async () => {
    let answer = (): void => {}
    world.slowness = new Promise((done) => {
      answer = done
    })
    world.type('one\ntwo!\nthree\n')
    const read = world.saver.refresh()
    const saved = world.saver.flush()
    world.type('one\ntwo!!\nthree\n')
    answer()
    await Promise.all([read, saved])
    expect(world.conflict).toBeUndefined()
    expect(world.file?.text).toBe('one\r\ntwo!!\r\nthree\r\n')
  })

  test('closing saves what is open', async () => {
    world.type('one\n')
    await world.saver.close()
    expect(world.file?.text).toBe('one\r\n')
  })

  test('a draft taken up again is saved', async () => {
    world.editor = 'one\ntwo\nthree\nkept\n'
    await world.saver.resumeDraft()
    await world.pass(400)
    expect(world.file?.text).toBe('one\r\ntwo\r\nthree\r\nkept\r\n')
  })
})
