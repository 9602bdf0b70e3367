import type { BrowserContext } from 'playwright-core'

/** What the browser says of a request to a server that is gone, or went while it answered. */
export const GONE = /net::ERR_(CONNECTION_|SOCKET_|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/

/**
 * What no page of the app may do: write an error to the console, break its own security policy, ask another host for anything.
 * A story that provokes one on purpose (a server that is gone) says so with `expect`.
 */
export class Complaints {
  #heard: string[] = []
  #expected: RegExp[] = []

  /** Listens to every page of a context that belongs to the app at `origin`. */
  static async follow(context: BrowserContext, origin: string): Promise<Complaints> {
    const complaints = new Complaints()
    const hear = (complaint: string) => complaints.#heard.push(complaint)
    context.on('console', (message) => {
      if (message.type() === 'error') hear(`console: ${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => hear(`uncaught: ${error.error().message}`))
    context.on('request', (request) => {
      if (isElsewhere(request.url(), origin)) hear(`request to another host: ${request.url()}`)
    })
    await context.exposeFunction('complain', hear)
    await context.addInitScript(REPORT_VIOLATIONS)
    return complaints
  }

  hear(complaint: string): void {
    this.#heard.push(complaint)
  }

  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  /** All but what was expected. */
  get unexpected(): readonly string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)))
  }
}

function isElsewhere(url: string, origin: string): boolean {
  return !url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)
}

/** Runs in the page, before the app's own code. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  complain('security policy: ' + violatedDirective + ' blocked ' + blockedURI + ' in ' + sourceFile))`
