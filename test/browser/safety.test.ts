import { spawnSync } from 'node:child_process'
import { expect, soon, story } from './story.ts'

const HOSTILE = `Before. <script>globalThis.caught = 'script'</script> <img src=x onerror="globalThis.caught = 'image'">

<iframe srcdoc="<script>parent.caught = 'frame'</script>"></iframe>

[press me](javascript:globalThis.caught='link') ![far](http://192.0.2.1/far.png)

| a <b onclick="globalThis.caught='table'">b</b> | ![far](http://192.0.2.1/table.png) |
|---|---|
| [[Office soup\\|<img src=x onerror="globalThis.caught='cell'">]] | 2 |

See [[Office soup]] <img src=x onerror="globalThis.caught = 'backlink'"> after.
`

story(
  'a note of somebody else runs no code and asks no other host, in the text, the margin and the preview',
  async ({ app }) => {
    app.vault.write('ideas/Hostile.md', HOSTILE)
    await app.openNote('ideas/Hostile.md')
    await app.text.getByText('Before.').waitFor()
    await app.openNote('elsewhere/Office soup.md')
    await app.backlink('Hostile').waitFor()
    const more = app.backlinks.getByRole('button', { name: 'Show more' })
    while ((await more.count()) > 0) await more.first().press('Enter')
    await app.backlink('Hostile').getByRole('link').first().hover()
    await app.page.getByRole('dialog', { name: 'Preview of Hostile' }).getByText('Before.').waitFor()
    expect(await app.page.evaluate('globalThis.caught')).toBeUndefined()
  },
)

story('a server that asks another computer for anything would be ended, and seen', async () => {
  const options = `--import=${new URL('no-network.mjs', import.meta.url)}`
  const run = (code: string) =>
    spawnSync(process.execPath, [options, '--input-type=module', '-e', code], { encoding: 'utf8' })
  for (const code of [
    `await fetch('http://192.0.2.1/').catch(() => {})`,
    `await fetch('https://far.invalid/').catch(() => {})`,
    `(await import('node:net')).connect(80, '192.0.2.1').on('error', () => {})`,
    `(await import('node:dns')).lookup('far.invalid', () => {})`,
  ])
    expect(run(code), code).toMatchObject({ status: 97, stderr: expect.stringContaining('asked another computer') })
  expect(run(`await fetch('http://127.0.0.1:9/').catch(() => {})`).status).toBe(0)
})

story('what a page must not do is noticed by these tests', async ({ app }) => {
  const { page, complaints } = app
  const wanted = [
    /^console: wrong/,
    /^uncaught: thrown/,
    /^security policy: img-src/,
    /^request to another host: .*127\.0\.0\.2:1\/far\.png/,
  ]
  const unheard = () => wanted.filter((pattern) => !complaints.unexpected.some((complaint) => pattern.test(complaint)))
  await page.goto('/recent')
  await page.evaluate(`console.error('wrong')`)
  await page.evaluate(`setTimeout(() => { throw new Error('thrown') })`)
  await page.evaluate(`new Image().src = 'http://127.0.0.2:1/far.png'`)
  // A page that is left tells no more of what it did: all has to be heard before it goes on to the other host.
  await soon(unheard).toEqual([])
  await expect(page.goto('http://127.0.0.2:1/')).rejects.toThrow()
  const left = /^request to another host: http:\/\/127\.0\.0\.2:1\/$/
  await soon(() => complaints.unexpected.some((complaint) => left.test(complaint))).toBe(true)
  complaints.expect(...wanted, left, /^console: .*127\.0\.0\.2/)
})
