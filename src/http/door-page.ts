import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { doorPolicy } from './headers.ts'

export interface DoorAnswer {
  readonly status: 401 | 429
  readonly sentence: string
  /** Whether a password is taken. */
  readonly asksPassword: boolean
}

/** What stands before the app: it holds nothing of the vault, and no script. */
export async function answerAtDoor(
  context: Context,
  { status, sentence, asksPassword }: DoorAnswer,
): Promise<Response> {
  const nonce = randomBytes(18).toString('base64')
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>Notly</title>
        <style nonce="${nonce}">
          ${raw(LOOK)}
        </style>
      </head>
      <body>
        <main>
          <h1>Notly</h1>
          <p id="why" ${asksPassword ? raw('role="status"') : ''}>${sentence}</p>
          ${asksPassword ? FORM : ''}
        </main>
      </body>
    </html>`
  return context.body(String(page), status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': doorPolicy(nonce, asksPassword),
    // With none at all a browser does not say either that the form comes from here.
    'referrer-policy': 'same-origin',
  })
}

const FORM = html`<form method="post">
  <label for="password">Password</label>
  <input
    id="password"
    name="password"
    type="password"
    autocomplete="current-password"
    aria-describedby="why"
    required
    autofocus
  />
  <button>Open</button>
</form>`

/** The colours are those of `web/tokens.css`, which is not handed out before somebody is let in. */
const LOOK = `
  body {
    margin: 0;
    display: grid;
    place-items: center;
    min-height: 100vh;
    background: light-dark(#fdfcfa, #1b1b1d);
    color: light-dark(#23211e, #e6e3de);
    font: 1.125rem / 1.6 Georgia, "Times New Roman", serif;
  }
  main { box-sizing: border-box; width: min(30rem, 100vw); padding: 2rem; }
  h1 { margin: 0 0 0.5rem; font-size: 2.125rem; font-weight: 600; line-height: 1.22; }
  p { margin: 0; color: light-dark(#55504a, #b5b0a8); overflow-wrap: anywhere; }
  form { display: grid; gap: 0.5rem; margin-top: 1.5rem; font: 1rem / 1.4 system-ui, sans-serif; }
  input, button { min-height: 2.75rem; border-radius: 6px; font: inherit; }
  input {
    padding: 0 0.75rem;
    border: 1px solid light-dark(#8f887d, #75726d);
    background: light-dark(#ffffff, #242427);
    color: inherit;
  }
  button {
    border: 0;
    background: light-dark(#2f5c8f, #93b8e2);
    color: light-dark(#ffffff, #14202e);
    font-weight: 600;
    cursor: pointer;
  }
  :focus-visible { outline: 2px solid light-dark(#2f5c8f, #93b8e2); outline-offset: 2px; }
`
