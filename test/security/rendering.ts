import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { NotlyServer } from '../browser/server.ts'
import { VaultCopy } from '../browser/vault.ts'
import { type HostileNote, HUB, notesOf } from './hostile-notes.ts'
import { goThere, SETTLED, STRANGE, showCards, TOUCH, UNFOLD } from './in-page.ts'
import { VECTORS, type Vector } from './vectors.ts'

/** What came of a trial. */
export interface Trial {
  readonly notes: number
  readonly pages: number
  /** Vectors that ran, by name, with the page. */
  readonly executions: readonly string[]
  /** What the page's policy had to stop. */
  readonly violations: readonly string[]
  /** Elements, attributes and addresses that note text has become. */
  readonly strange: readonly string[]
  /** Requests to other hosts, and addresses that a press would have opened. */
  readonly asked: readonly string[]
}

export interface TrialOptions {
  /** Without the policy of the page: the browser itself is told to pass it over, which no user can. */
  readonly withoutPolicy: boolean
  readonly vectors: readonly Vector[]
  /** Which notes are opened: all unless said. The views have all of them. */
  readonly opens?: (at: number) => boolean
  readonly views?: readonly string[]
}

/** Whoever watches a browser while it shows what somebody else wrote. */
class Watch {
  readonly executions = new Set<string>()
  readonly violations = new Set<string>()
  readonly strange = new Set<string>()
  readonly asked = new Set<string>()
  /** Where the tests themselves serve something. */
  readonly own = new Set<string>()
  where = ''

  static async over(context: BrowserContext, origin: string): Promise<Watch> {
    const watch = new Watch()
    const ran = (at: unknown) => watch.executions.add(`${VECTORS[Number(at)]?.name ?? at} in ${watch.where}`)
    await context.exposeFunction('caught', ran)
    await context.exposeFunction('stopped', (what: string) => watch.violations.add(`${what} in ${watch.where}`))
    await context.addInitScript(`
      globalThis.alert = globalThis.prompt = globalThis.confirm = () => caught('dialog')
      addEventListener('securitypolicyviolation', (event) => stopped(event.violatedDirective + ' ' + event.blockedURI))`)
    context.on('request', (request) => {
      const url = request.url()
      const isOwn = [origin, 'blob:', ...watch.own].some((own) => url.startsWith(own))
      if (!isOwn) watch.asked.add(`${url} in ${watch.where}`)
    })
    context.on('page', (page) =>
      page.on('dialog', (dialog) => {
        ran('dialog')
        void dialog.dismiss()
      }),
    )
    return watch
  }

  async look(page: Page): Promise<void> {
    for (const found of (await page.evaluate(STRANGE)) as string[]) this.strange.add(`${found} in ${this.where}`)
    const opened = (await page.evaluate(TOUCH)) as string[]
    for (const url of opened) if (!/^(?:https?:\/\/|mailto:)/i.test(url)) this.asked.add(`${url} in ${this.where}`)
  }
}

/** The pages that show notes other than by their text. */
export const VIEWS = [
  '/recent',
  '/search?q=hostile',
  '/search?q=caught',
  '/tags',
  '/hubs',
  '/unresolved',
  '/islands',
  '/folders',
  '/graph',
  '/decisions',
  '/tasks',
  '/tasks?by=note',
  '/tasks?by=tag',
  '/topic/hostile',
  '/review',
  '/today',
  '/activity',
  '/trash',
  '/settings',
  `/note/${HUB}`,
  `/graph/${HUB}`,
  `/history/${HUB}`,
]

/** Shows every vector in every place, and looks what becomes of it. */
export async function tryVectors(
  browser: Browser,
  { withoutPolicy, vectors, opens = () => true, views = VIEWS }: TrialOptions,
): Promise<Trial> {
  const vault = new VaultCopy()
  const notes = notesOf(vectors, (vector) => VECTORS.indexOf(vector))
  for (const { path, text } of notes) vault.write(path, text)
  vault.write(HUB, '# Hub\n\nAll of them lead here.\n')
  const server = await NotlyServer.start(vault.folder)
  const context = await browser.newContext({
    baseURL: server.url,
    bypassCSP: withoutPolicy,
    viewport: { width: 1400, height: 4500 },
    // What is looked at is the document; to paint so high a page is most of the work, and a twenty-fifth of the dots will do.
    deviceScaleFactor: 0.2,
    reducedMotion: 'reduce',
  })
  try {
    await server.letIn(context)
    // With other work on the computer a page of hundreds of such notes takes its time.
    context.setDefaultTimeout(180_000)
    const watch = await Watch.over(context, server.url)
    const page = await context.newPage()
    const opened = notes.filter((_, at) => opens(at))
    await openNotes(page, watch, opened)
    await openViews(page, watch, views)
    await openCards(page, watch)
    await openPicker(page, watch)
    await openKept(page, watch)
    await openExports(page, watch, notes.length)
    const { executions, violations, strange, asked } = watch
    return {
      notes: notes.length,
      pages: opened.length + views.length + 10,
      executions: [...executions],
      violations: [...violations],
      strange: [...strange],
      asked: [...asked],
    }
  } finally {
    await context.close()
    await server.stop()
    vault.remove()
  }
}

async function openNotes(page: Page, watch: Watch, notes: readonly HostileNote[]): Promise<void> {
  watch.where = HUB
  await page.goto(`/note/${HUB}`)
  await page.getByRole('textbox', { name: 'Note text' }).waitFor()
  for (const { path, mark } of notes) {
    watch.where = path
    await page.evaluate(goThere(`/note/${encodeURIComponent(path)}`, mark))
    await watch.look(page)
  }
}

async function openViews(page: Page, watch: Watch, views: readonly string[]): Promise<void> {
  for (const view of views) {
    watch.where = view
    await page.goto(view)
    await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    await page.evaluate(SETTLED)
    for (let round = 0; round < 20 && (await page.evaluate(UNFOLD)); round++) await page.evaluate(SETTLED)
    await watch.look(page)
  }
}

/** Many texts stand in one note, and those notes were written last. */
const CARDS = 40
/** A list of fewer notes has fewer. */
const FEWEST_CARDS = 10

/** What shows of a note when one rests on a link to it: its text, drawn by other code than the editor's. */
async function openCards(page: Page, watch: Watch): Promise<void> {
  watch.where = 'the cards'
  await page.goto('/recent')
  await page.getByRole('main').locator('a[data-row]').first().waitFor()
  await page.evaluate(SETTLED)
  const { shown, strange } = (await page.evaluate(showCards(CARDS))) as { shown: number; strange: readonly string[] }
  if (shown < FEWEST_CARDS) throw new Error(`Only ${shown} cards were shown`)
  for (const found of strange) watch.strange.add(`${found} in ${watch.where}`)
}

/** The lists that open while one types. */
async function openPicker(page: Page, watch: Watch): Promise<void> {
  await page.goto(`/note/${HUB}`)
  await page.getByRole('textbox', { name: 'Note text' }).waitFor()
  for (const typed of ['@<img', '@script', '@caught', '@"']) {
    watch.where = `the picker for ${typed}`
    await page.getByRole('textbox', { name: 'Note text' }).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(` ${typed}`)
    await page.getByRole('listbox', { name: 'Notes', exact: true }).getByRole('option').first().waitFor()
    await watch.look(page)
    await page.keyboard.press('Escape')
  }
  watch.where = 'the switcher'
  await page.keyboard.press('Control+k')
  const field = page.getByRole('dialog', { name: 'Quick switcher' }).getByRole('combobox')
  await field.fill('<img')
  await page.getByRole('dialog').getByRole('option').nth(1).waitFor()
  await watch.look(page)
}

/** What the app gathers from all notes into a note of its own, as it is read and as it is printed. */
async function openKept(page: Page, watch: Watch): Promise<void> {
  for (const [route, body] of [
    ['keep-topic', { topic: 'hostile', today: '2026-03-29' }],
    ['keep-review', { since: '7d', until: new Date().toISOString().slice(0, 10) }],
  ] as const) {
    watch.where = `what ${route} makes`
    const answer = (await page.evaluate(
      `fetch('/api/${route}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
    )) as { readonly path: string }
    await page.goto(`/note/${encodeURIComponent(answer.path)}`)
    await page.getByRole('textbox', { name: 'Note text' }).waitFor()
    await page.evaluate(SETTLED)
    await watch.look(page)
    await page.emulateMedia({ media: 'print' })
    await page.pdf()
    await watch.look(page)
    await page.emulateMedia({ media: null })
  }
}

/** What the app saves for other programs, opened as they might. */
async function openExports(page: Page, watch: Watch, notes: number): Promise<void> {
  await page.goto('/graph')
  for (const [button, type] of [
    ['SVG', 'image/svg+xml'],
    ['SVG', 'text/html'],
    ['GraphML', 'application/xml'],
    ['GraphML', 'text/html'],
    ['JSON', 'application/json'],
  ] as const) {
    watch.where = `the export as ${type}`
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 180_000 }),
      page.getByRole('button', { name: button, exact: true }).click(),
    ])
    await using served = await serve(type, readFileSync(await download.path(), 'utf8'))
    watch.own.add(served.url)
    const tab = await page.context().newPage()
    await tab.goto(served.url)
    const count = (await tab.evaluate(COUNT_NOTES)) as number
    if (count < notes) throw new Error(`${watch.where} has ${count} notes of ${notes}`)
    await tab.evaluate(SETTLED)
    for (const found of (await tab.evaluate(STRANGE)) as string[]) watch.strange.add(`${found} in ${watch.where}`)
    await tab.close()
  }
}

/** In a saved graph, whichever it is. */
const COUNT_NOTES = `document.querySelectorAll('circle, node').length || JSON.parse(document.body.textContent).notes.length`

/**
 * What the vectors do to a page that takes text for markup: each in a page of its own, its links pressed.
 * @returns those that ran or asked another host
 */
export async function tryNaively(browser: Browser, vectors: readonly Vector[]): Promise<ReadonlySet<string>> {
  const context = await browser.newContext()
  const ran = new Set<string>()
  try {
    let now = ''
    await context.exposeFunction('caught', () => void ran.add(now))
    await context.route(/far\.invalid/, (route) => {
      ran.add(now)
      return route.abort()
    })
    for (const { name, text } of vectors) {
      now = name
      await using served = await serve('text/html', `<!doctype html><meta charset=utf-8><body>${text}\n</body>`)
      const page = await context.newPage()
      await page.goto(served.url).catch(() => undefined)
      await page.evaluate(PRESS_ALL).catch(() => undefined)
      await page.waitForTimeout(30)
      await page.close()
    }
  } finally {
    await context.close()
  }
  return ran
}

const PRESS_ALL = `for (const element of document.querySelectorAll('a, button, b, div, [tabindex]')) {
  element.removeAttribute('target')
  element.focus?.()
  for (const kind of ['mouseover', 'pointerover', 'mousedown']) element.dispatchEvent(new MouseEvent(kind, { bubbles: true }))
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
}`

async function serve(type: string, content: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    return response.setHeader('content-type', type).end(content)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, [Symbol.asyncDispose]: close }
}
