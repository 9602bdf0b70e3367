import { beforeAll, expect, test } from 'vitest'
import type { Colours } from './colours.ts'
import { type Titled, Titles } from './labels.ts'

const [WIDTH, HEIGHT] = [400, 200]

beforeAll(() => {
  globalThis.devicePixelRatio = 1
})

/** Draws titles of ten pixels a letter. @returns where each is written, on its base line */
function drawn(notes: readonly Titled[], ...others: readonly [around?: readonly Titled[], kept?: readonly Box[]]) {
  const written = new Map<string, readonly [number, number]>()
  const context = {
    canvas: { width: WIDTH, height: HEIGHT },
    measureText: (text: string) => ({ width: text.length * 10 }),
    strokeText: () => {},
    fillText: (text: string, x: number, y: number) => written.set(text, [x, y]),
  } as unknown as CanvasRenderingContext2D
  const titles = new Titles({} as Colours, new Map())
  titles.drawTitles(context, notes, ...others)
  return written
}

type Box = Parameters<Titles['drawTitles']>[3] extends readonly (infer B)[] | undefined ? B : never

function note(label: string, x: number, y: number, more: Partial<Titled> = {}): Titled {
  return { label, kind: null, x, y, size: 8, color: '', isWanted: false, ...more }
}

test('a title stands beside its note, and on its other side where the picture ends', () => {
  const titles = drawn([note('middle', 200, 100), note('right', 390, 100)])
  expect(titles.get('middle')?.[0]).toBe(212)
  expect(titles.get('right')?.[0]).toBe(328)
})

test('no title leaves the picture above or below', () => {
  const long = 'x'.repeat(30)
  expect(drawn([note(long, 200, 4)]).get(long)?.[1]).toBeGreaterThan(12)
  expect(drawn([note(long, 200, HEIGHT - 4)]).get(long)?.[1]).toBeLessThan(HEIGHT - 8)
})

test('a title makes way for notes as large as its own, and covers a smaller one where it must', () => {
  const wall = (size: number) => [180, 200, 220].flatMap((x) => [80, 100, 120].map((y) => note('', x, y, { size })))
  const own = note('own', 200, 100)
  expect(drawn([own], [own, ...wall(12)]).size).toBe(0)
  expect(drawn([own], [own, ...wall(4)]).size).toBe(1)
  // What one looks for is named whatever note it covers.
  expect(drawn([{ ...own, isWanted: true }], [own, ...wall(12)]).size).toBe(1)
})

test('no title covers another, also of those that one looks for', () => {
  const many = Array.from({ length: 30 }, (_, at) => note(`note ${at}`, 190 + at, 95 + (at % 5), { isWanted: true }))
  const places = [...drawn(many).values()]
  expect(places.length).toBeGreaterThan(2)
  for (const [at, [x, y]] of places.entries())
    for (const [otherX, otherY] of places.slice(at + 1))
      expect(Math.abs(x - otherX) >= 60 || Math.abs(y - otherY) >= 13, `${x} ${y}, ${otherX} ${otherY}`).toBe(true)
})

test('no title stands below the card of the note that is pointed at', () => {
  const card = { left: 205, top: 80, width: 100, height: 40 }
  const [x = 0] = drawn([note('other', 200, 100)], undefined, [card]).get('other') ?? []
  expect(x + 50).toBeLessThan(card.left)
})
