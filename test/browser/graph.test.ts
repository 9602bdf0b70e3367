import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { MapAnswer } from '../../src/http/types.ts'
import { WIDE } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

story(
  'the graph of the vault: a picture, and the same as a list with the same filters',
  async ({ readOnlyApp: app }) => {
    const { page } = app
    await page.setViewportSize(WIDE)
    await page.goto('/graph')
    const picture = page.getByRole('img', { name: /^Picture of 54 notes and \d+ links/ })
    await picture.waitFor()
    await soon(() => picture.locator('canvas').count()).toBeGreaterThan(3)
    // What zooms stands below the picture and hides no note.
    const [seen, zoom] = [await picture.boundingBox(), await page.getByRole('button', { name: 'Nearer' }).boundingBox()]
    expect(zoom?.y).toBeGreaterThan((seen?.y ?? Number.NaN) + (seen?.height ?? Number.NaN))
    const list = page.getByRole('region', { name: 'The same as a list' })
    await list.getByRole('link', { name: 'Charge per team, not per seat' }).first().waitFor()

    // What the colours say stands in the list too.
    const groups = page.getByRole('checkbox', { name: 'Colour by what hangs together' })
    await groups.check()
    await list.getByText('around Charge per team, not per seat').first().waitFor()
    await groups.uncheck()
    await soon(() => list.getByText('around Charge per team, not per seat').count()).toBe(0)

    await page.getByRole('checkbox', { name: /task$/ }).uncheck()
    await page.getByRole('img', { name: /^Picture of 49 notes/ }).waitFor()
    expect(await list.getByRole('link', { name: 'Client presentation' }).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Folder' }).selectOption('decisions')
    await page.getByRole('img', { name: /^Picture of 6 notes/ }).waitFor()
    await page.getByRole('combobox', { name: 'Relation' }).selectOption('supersedes')
    await page.getByRole('img', { name: /^Picture of 6 notes and 1 link;/ }).waitFor()
    await list.getByText('1 link', { exact: true }).click()
    await list.getByText('supersedes').waitFor()

    // The vault as it was when nothing but the first decision stood.
    const time = page.getByRole('slider', { name: 'Notes dated until' })
    await time.focus()
    await app.press('Home')
    await page.getByText('The filters leave no note.').waitFor()
    await list.getByText('No note is left.').waitFor()
    await app.press('End')
    await page.getByRole('img', { name: /^Picture of 6 notes/ }).waitFor()
    await page.getByRole('searchbox', { name: 'Find in the graph' }).fill('prices')
    await soon(() => list.getByRole('listitem').count()).toBe(1)

    // The address is the state.
    await soon(() => app.address).toBe('/graph?folder=decisions&relation=supersedes&without=task&find=prices')
    await page.reload()
    await soon(() => list.getByRole('listitem').count()).toBe(1)
    expect(await page.getByRole('checkbox', { name: /task$/ }).isChecked()).toBe(false)
    await page.goBack()
    await page.getByRole('img', { name: /^Picture of 6 notes/ }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Relation' }).inputValue()).toBe('all')
    await page.goBack()
    await page.getByRole('img', { name: /^Picture of 49 notes/ }).waitFor()
  },
)

story('the count beside the heading is that of the notes that are seen', async ({ readOnlyApp: app }) => {
  const { page } = app
  const heading = page.getByRole('main').getByRole('heading', { level: 1 })
  const said = async () => (await heading.innerText()).replace(/\s+/g, '')
  await page.goto('/graph')
  await soon(said).toBe('Graph54')
  await page.getByText('All notes and the links between them.').waitFor()
  await page.goto('/graph?until=2026-08-20')
  await page.getByText(/^26 notes of 54, and the links between them\./).waitFor()
  await soon(said).toBe('Graph26')
  await page.goto('/graph?relation=named')
  await page.getByText('All notes and the links between them that say why.').waitFor()
})

story('the layout comes to its end, and the map stays the one that was learnt', async ({ app }) => {
  const { page } = app
  const map = () => keptMap(page)
  await page.goto('/graph')
  await soon(async () => (await map()).path.length).toBe(54)
  const before = await map()
  expect(before.links).toBeGreaterThan(100)

  // It is kept with the vault, and nothing of it in the browser; what a filter leaves stays where it stands, and so do the others.
  await page.evaluate('localStorage.clear()')
  await page.goto('/graph?folder=decisions&until=2026-10-01')
  await page.getByRole('img', { name: /^Picture of 4 notes/ }).waitFor()
  await page.locator('canvas.sigma-nodes').waitFor({ state: 'attached' })
  await page.waitForTimeout(500)
  await page.getByText('Finding places for the notes').waitFor({ state: 'hidden' })
  expect(await map()).toEqual(before)

  // A note that is new finds its place among the others, which move little.
  app.vault.write('ideas/Harbour desk.md', 'Beside [[A desk for the harbour]] and [[Desk subscription]].\n')
  await page.goto('/graph')
  await page.getByRole('img', { name: /^Picture of 55 notes/ }).waitFor()
  await soon(async () => (await map()).path.length).toBe(55)
  const after = placesOf(await map())
  const spread = Math.max(
    ...placesOf(before)
      .values()
      .map(([x, y]) => Math.hypot(x, y)),
  )
  for (const [path, [x, y]] of placesOf(before)) {
    const [newX, newY] = after.get(path) ?? [Number.NaN, Number.NaN]
    expect(Math.hypot(newX - x, newY - y), path).toBeLessThan(spread / 3)
  }
})

/** Where the notes of the vault's picture were left. */
function keptMap(page: Page): Promise<MapAnswer> {
  return page.evaluate<MapAnswer>("fetch('/api/map').then((answer) => answer.json())")
}

function placesOf({ path, places }: MapAnswer): Map<string, readonly [number, number]> {
  return new Map(path.map((each, at) => [each, [places[at * 2] ?? Number.NaN, places[at * 2 + 1] ?? Number.NaN]]))
}

story('what is around one note, from its menu of commands, and as a file', async ({ readOnlyApp: app }) => {
  const { page } = app
  await app.openNote('tasks/Client presentation.md')
  await app.openSwitcher()
  await app.type('> graph around')
  await app.press('Enter')
  await app.title('Graph').waitFor()
  expect(app.address).toBe('/graph/tasks/Client presentation.md')
  await page.getByRole('combobox', { name: 'Steps' }).selectOption('1')
  const list = page.getByRole('region', { name: 'The same as a list' })
  await soon(() => list.getByRole('link', { name: 'Competitor analysis' }).count()).toBe(0)
  for (const [kind, start] of [
    ['SVG', '<svg '],
    ['PNG', '\u2030PNG'],
    ['GraphML', '<?xml '],
    ['JSON', '{\n'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: kind, exact: true }).click()
    const file = await (await download).path()
    expect(new TextDecoder('windows-1252').decode(readFileSync(file)).slice(0, start.length)).toBe(start)
  }
})

story('the graph, hubs and islands are in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/graph', '/hubs', '/islands', '/unresolved'])
})

story('hubs over a time and of a kind, sentences that wait', async ({ app }) => {
  const { page } = app
  await page.goto('/hubs')
  const hubs = page.getByRole('list', { name: 'Hubs' })
  await hubs.getByRole('link', { name: 'Charge per team, not per seat' }).waitFor()
  await page.getByText('in each of the last twelve months', { exact: false }).waitFor()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('idea')
  await soon(() => hubs.getByRole('link', { name: 'Charge per team, not per seat' }).count()).toBe(0)
  await hubs.getByRole('link', { name: 'Pricing gap' }).waitFor()
  expect(app.address).toBe('/hubs?of=idea')
  await page.reload()
  await hubs.getByRole('link', { name: 'Pricing gap' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('idea')
  await page.goBack()
  await hubs.getByRole('link', { name: 'Charge per team, not per seat' }).waitFor()

  await page.goto('/unresolved')
  await page.getByRole('button', { name: /wait for Pricing for charities$/ }).click()
  await page.getByText('If they ask for a discount, we have nothing written yet', { exact: false }).waitFor()
})

story(
  'an island that is fine is so for everybody, and one that is named in plain words can be linked',
  async ({ app }) => {
    const { page, vault } = app
    await page.goto('/islands')
    const main = page.getByRole('main')
    const soup = page.getByRole('button', { name: 'Office soup is fine as it is' })
    const width = (await soup.boundingBox())?.width
    await soup.click()
    await soon(() => main.getByRole('link', { name: 'Office soup' }).count()).toBe(0)
    expect(vault.read('.notly/dismissed.json')).toContain('"scope": "island"')
    await page.reload()
    await page.getByRole('button', { name: 'Show 1 note that is fine as it is' }).click()
    await soon(() => soup.getAttribute('aria-pressed')).toBe('true')
    expect((await soup.boundingBox())?.width, 'nothing beside it moves').toBe(width)
    await soup.click()
    await soon(() => soup.getAttribute('aria-pressed')).toBe('false')

    vault.write('elsewhere/Harbour walk.md', 'On the *way* there we spoke of the Pricing gap again.\n')
    const suggestion = page.getByRole('listitem').filter({ hasText: 'Harbour walk' })
    await suggestion.getByText('It names Pricing gap').waitFor()
    await suggestion.getByText('On the way there').first().waitFor()
    await page.getByRole('button', { name: 'Link Harbour walk with Pricing gap' }).click()
    await page.getByText('Linked a mention of Pricing gap.').waitFor()
    expect(vault.read('elsewhere/Harbour walk.md')).toBe('On the *way* there we spoke of the [[Pricing gap]] again.\n')
    await soon(() => main.getByRole('link', { name: 'Harbour walk' }).count()).toBe(0)
  },
)

story('a large picture goes with the pointer, and what is drawn anew stands where it went', async ({ app }) => {
  const { page, vault } = app
  const notes = 700
  mkdirSync(join(vault.folder, 'stars'))
  for (let note = 0; note < notes; note++) {
    // The first is a star that all others shine on, so that one note surely stands in the middle.
    const links = [1, 7, 31, 96, 202, 404].map((step) => `[[Star ${(note + step) % notes}]]`)
    vault.write(`stars/Star ${note}.md`, `${links.join(' ')} [[Star 0]]\n`)
  }
  await page.goto('/graph')
  const picture = page.getByRole('img', { name: /^Picture of 754 notes and \d,?\d\d\d links/ })
  await picture.waitFor({ timeout: 30_000 })
  // They have come to their places, and not: they have not set out yet.
  await expect.poll(async () => (await keptMap(page)).path.length, { timeout: 60_000 }).toBe(notes + 54)
  await page.getByText('Finding places for the notes').waitFor({ state: 'hidden', timeout: 60_000 })
  // The stars fill the picture: the other notes, which have no link with them, do not drift away.
  const stars = placesOf(await keptMap(page))
  const reach = (paths: Iterable<string>) => Math.max(...Iterator.from(paths).map((path) => distance(stars, path)))
  expect(reach(stars.keys())).toBeLessThan(2.5 * reach(stars.keys().filter((path) => path.startsWith('stars/'))))
  const rest = async () => {
    let before: string | undefined
    // A picture of seven hundred notes takes a busy machine seconds, and two are needed.
    const isSame = async () => {
      await page.waitForTimeout(150)
      const last = before
      before = (await picture.screenshot()).toString('base64')
      return before === last
    }
    await expect.poll(isSame, { timeout: 30_000 }).toBe(true)
  }
  await rest()
  const start = await middleOfInk(page, picture)
  const box = (await picture.boundingBox()) as { x: number; y: number; width: number; height: number }
  const [x, y] = [box.x + 20, box.y + 20]
  const nodes = picture.locator('canvas.sigma-nodes')
  await page.evaluate(WATCH_MOVES)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 10)
  await page.mouse.move(x + 40, y + 25)
  // What was drawn before goes along at once; on a slow machine it may have been drawn anew between the two movements …
  await soon(() => page.evaluate<string>('window.moves.join(" ")')).toMatch(/matrix\([^)]*, (?:40, 25|20, 15)\)/)
  await page.mouse.up()
  await soon(() => nodes.evaluate((canvas) => canvas.style.transform)).toBe('')
  await rest()
  // … and is then drawn there.
  const end = await middleOfInk(page, picture)
  expect(Math.abs(end.x - start.x - 40)).toBeLessThan(3)
  expect(Math.abs(end.y - start.y - 25)).toBeLessThan(3)

  // A note is found where it is seen, beside its title, and what it hangs together with is drawn over the rest.
  await page.getByRole('searchbox', { name: 'Find in the graph' }).fill('Star 0')
  await rest()
  await pointBesideTitles(page, picture)
  const around = "document.querySelector('canvas.sigma-around').width"
  await soon(() => page.evaluate<number>(around)).toBeGreaterThan(100)
})

/** From the star in the middle. */
function distance(places: ReadonlyMap<string, readonly [number, number]>, path: string): number {
  const [x, y] = places.get('stars/Star 0.md') ?? [Number.NaN, Number.NaN]
  const [ownX, ownY] = places.get(path) ?? [Number.NaN, Number.NaN]
  return Math.hypot(ownX - x, ownY - y)
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Puts down how the notes, and the links with them, are moved as they were drawn. */
const WATCH_MOVES = `(() => {
  window.moves = []
  const [nodes, links] = ['nodes', 'links'].map((name) => document.querySelector('canvas.sigma-' + name))
  new MutationObserver(() => {
    if (links.style.transform !== '') window.moves.push(getComputedStyle(nodes).transform)
  }).observe(nodes, { attributes: true, attributeFilter: ['style'] })
})()`

/** Where the notes and links that are drawn have their middle, in pixels of the picture; titles are others at each place, buttons and frame stay. */
async function middleOfInk(page: Page, picture: Locator): Promise<Spot> {
  const over = [picture.locator('canvas.sigma-labels'), picture.locator('xpath=following-sibling::div')]
  const show = async (visibility: string) => {
    for (const each of over)
      await each.evaluate((element, value) => {
        element.style.visibility = value
      }, visibility)
  }
  await show('hidden')
  const png = (await picture.screenshot()).toString('base64')
  await show('')
  return page.evaluate<Spot>(`(async () => {
    const bytes = Uint8Array.from(atob('${png}'), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    const [frame, width] = [6, bitmap.width]
    const { data } = context.getImageData(0, 0, width, bitmap.height)
    let [count, sumX, sumY] = [0, 0, 0]
    for (let y = frame; y < bitmap.height - frame; y++)
      for (let x = frame; x < width - frame; x++) {
        const at = (y * width + x) * 4
        if (data[at] + data[at + 1] + data[at + 2] > 690) continue
        count++
        sumX += x
        sumY += y
      }
    return { x: sumX / count, y: sumY / count }
  })()`)
}

/** Points at the note whose title is the only one, and stands at one of its sides. */
async function pointBesideTitles(page: Page, picture: Locator): Promise<void> {
  const box = await picture.boundingBox()
  if (box === null) throw new Error('There is no picture')
  for (const { x, y } of await besideTitles(page)) {
    await page.mouse.move(box.x + x, box.y + y)
    await page.waitForTimeout(200)
    if (await picture.evaluate((frame) => frame.hasAttribute('data-around'))) return
  }
  throw new Error('No note is beside the title')
}

/** Left and right of, above and below the titles that are drawn, in pixels of the picture. */
function besideTitles(page: Page): Promise<Spot[]> {
  return page.evaluate<Spot[]>(`(() => {
    const canvas = document.querySelector('canvas.sigma-labels')
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let [left, right, top, bottom] = [width, -1, height, -1]
    for (let x = 0; x < width; x++)
      for (let y = 0; y < height; y++) {
        if (data[(y * width + x) * 4 + 3] <= 100) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    if (right < 0) throw new Error('No title is drawn')
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    return [{ x: left - 4, y }, { x: right + 6, y }, { x, y: top - 5 }, { x, y: bottom + 5 }]
  })()`)
}

story('a click on a note in the picture previews it, and Enter opens it', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.setViewportSize(WIDE)
  await page.goto('/graph?find=Pricing%20gap')
  const picture = page.getByRole('img', { name: /^Picture of/ })
  await page.locator('canvas.sigma-labels').waitFor({ state: 'attached' })
  await page.waitForTimeout(500)
  await page.getByText('Finding places for the notes').waitFor({ state: 'hidden' })
  await page.waitForTimeout(500)
  await pointBesideTitles(page, picture)
  await page.mouse.down()
  await page.mouse.up()
  await page
    .getByText('nobody serves teams under ten')
    .or(page.getByText('the smallest plan anyone offers'))
    .first()
    .waitFor()
  await picture.focus()
  await app.press('Enter')
  await app.title('Pricing gap').waitFor()
})

story('a small graph in the margin, where it was asked for', async ({ app }) => {
  const { page } = app
  await page.setViewportSize(WIDE)
  await app.openNote('tasks/Client presentation.md')
  await page.getByRole('region', { name: 'Graph' }).getByRole('button', { name: 'Graph' }).click()
  const picture = page.getByRole('img', { name: /^Picture of \d+ notes/ })
  await picture.locator('canvas').first().waitFor({ state: 'attached' })
  const inside = await picture.evaluate((frame) => {
    const canvas = frame.querySelector('canvas')?.getBoundingClientRect()
    const outer = frame.getBoundingClientRect()
    return (
      canvas !== undefined && canvas.top >= outer.top && canvas.left >= outer.left && canvas.right <= outer.right + 4
    )
  })
  expect(inside).toBe(true)
})
