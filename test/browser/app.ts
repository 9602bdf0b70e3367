import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { Complaints } from './complaints.ts'
import { NotlyServer, type ServerOptions } from './server.ts'
import { VaultCopy } from './vault.ts'

/** A desk's screen, and a phone's in the hand. */
export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** The app open in a browser on a copy of the demo notes of its own. The words are those on the screen. */
export class App {
  readonly vault: VaultCopy
  readonly page: Page
  readonly complaints: Complaints
  #server: NotlyServer
  #context: BrowserContext

  private constructor(
    vault: VaultCopy,
    server: NotlyServer,
    context: BrowserContext,
    page: Page,
    complaints: Complaints,
  ) {
    this.vault = vault
    this.page = page
    this.complaints = complaints
    this.#server = server
    this.#context = context
  }

  static async start(
    browser: Browser,
    options: BrowserContextOptions = {},
    vault = new VaultCopy(),
    serverOptions: ServerOptions = {},
  ): Promise<App> {
    const server = await NotlyServer.start(vault.folder, serverOptions).catch((error: unknown) => {
      vault.remove()
      throw error
    })
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: WIDE,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...options,
    })
    await server.letIn(context)
    const complaints = await Complaints.follow(context, server.url)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return new App(vault, server, context, page, complaints)
  }

  async end(): Promise<void> {
    await this.#context.close()
    await this.#server.stop()
    this.vault.remove()
  }

  stopServer(): Promise<void> {
    return this.#server.stop()
  }

  /** It hangs, as a computer that sleeps or is far too busy; connections stay open. */
  pauseServer(): void {
    this.#server.signal('SIGSTOP')
  }

  goOnWithServer(): void {
    this.#server.signal('SIGCONT')
  }

  /** What the server printed when it started: whoever opens it is let in. */
  get printedAddress(): string {
    return this.#server.address
  }

  /** On the same port, as somebody does who closed the terminal by mistake. */
  async startServerAgain(flags: readonly string[] = []): Promise<void> {
    const { url, port } = this.#server
    this.#server = await NotlyServer.start(this.vault.folder, { port, flags })
    if (this.#server.url !== url) throw new Error(`${url} was taken meanwhile; Notly is at ${this.#server.url}.`)
  }

  /** Opens a note by its address, ready to be written. */
  async openNote(path: string): Promise<void> {
    await this.page.goto(addressOf(path))
    await this.text.waitFor()
  }

  get address(): string {
    const { pathname, search } = new URL(this.page.url())
    return decodeURIComponent(pathname + search)
  }

  /** The heading of the note or view; a view may have its count after it. */
  title(name: string): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1, name: new RegExp(`^${name}( ?\\d+)?$`) })
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'Note text' })
  }

  /** A link that stands in the text, as a chip; its icon's name comes before its words. */
  chip(words: string): Locator {
    return this.text.getByRole('link', { name: words })
  }

  /** Where the words are typed that are looked for in the note. */
  get findField(): Locator {
    return this.page.getByRole('textbox', { name: 'Find', exact: true })
  }

  /** The list that `@` and `[[` open. */
  get picker(): Locator {
    return this.page.getByRole('listbox', { name: 'Notes', exact: true })
  }

  get backlinks(): Locator {
    return this.page.getByRole('region', { name: 'Backlinks' })
  }

  /** A note that links to the open one, as the margin has it; its kind's name comes before its title. */
  backlink(title: string): Locator {
    const name = new RegExp(`^(\\w+ )?${title}$`)
    return this.backlinks.getByRole('listitem').filter({ has: this.page.getByRole('link', { name }) })
  }

  get switcher(): Locator {
    return this.page.getByRole('dialog', { name: 'Quick switcher' })
  }

  /** Opens it as a hand does that is about to type. */
  async openSwitcher(): Promise<void> {
    await this.press('Control+k')
    await this.switcher.getByRole('combobox').and(this.page.locator(':focus')).waitFor()
  }

  /** What the bar says about the note's file: Saved, Saving…, and so on. */
  get saveMark(): Locator {
    return this.page.locator('header [data-state]')
  }

  /** Types as fingers do, key by key, where the cursor is. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async startLineAtEnd(): Promise<void> {
    await this.text.focus()
    await this.press('Control+End', 'Enter', 'Enter')
  }

  /** Puts the cursor behind the first such words, by the editor's own search. */
  async putCursorAfter(words: string): Promise<void> {
    await this.text.focus()
    await this.press('Control+Home', 'Control+f')
    await this.findField.and(this.page.locator(':focus')).waitFor()
    await this.type(words)
    await this.press('Enter', 'Escape', 'ArrowRight')
  }

  async hasFocus(element: Locator): Promise<boolean> {
    return (await element.and(this.page.locator(':focus')).count()) > 0
  }

  async isOnScreen(element: Locator): Promise<boolean> {
    const [box, size] = [await element.boundingBox(), this.page.viewportSize()]
    return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height
  }

  /** Another tab of the same browser, with a note open in it. @param address of the note unless said */
  async openTab(path: string, address = addressOf(path)): Promise<Page> {
    const tab = await this.#context.newPage()
    await tab.goto(address)
    await tab.getByRole('textbox', { name: 'Note text' }).waitFor()
    return tab
  }

  /** Holds up what the page asks for, code or answers, as a slow computer does. */
  async hold(what: RegExp): Promise<{ release(): void }> {
    const released = Promise.withResolvers<void>()
    await this.page.route(what, async (route) => {
      await released.promise
      await route.continue()
    })
    return { release: released.resolve }
  }

  /** Holds up what the page sends to be saved, until it is released; `asked` tells when the first is on its way. */
  async holdSaves(): Promise<{ readonly asked: Promise<void>; release(): void }> {
    const asked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    await this.page.route('**/api/note', async (route) => {
      if (route.request().method() === 'PUT') {
        asked.resolve()
        await released.promise
      }
      await route.continue()
    })
    return { asked: asked.promise, release: released.resolve }
  }
}

export function addressOf(path: string): string {
  return `/note/${path.split('/').map(encodeURIComponent).join('/')}`
}
