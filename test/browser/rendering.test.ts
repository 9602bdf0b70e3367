import { tryNaively, tryVectors, VIEWS } from '../security/rendering.ts'
import { VECTORS } from '../security/vectors.ts'
import { expect, soon, story } from './story.ts'

/** `npm run security` tries all of them in all notes; here each eighth is tried, in one of its notes, and in the views that show all. */
const vectors = VECTORS.filter((_, at) => at % 8 === 2)
const inTurn = (at: number) => at % 4 === Math.floor(at / 4) % 4

const NOTHING = { executions: [], violations: [], strange: [], asked: [] }
const LONG = 240_000

story(
  'what somebody else wrote is never more than text, even without the page’s policy',
  { timeout: LONG },
  async ({ browser }) => {
    expect(await tryVectors(browser, { withoutPolicy: true, vectors, opens: inTurn })).toMatchObject(NOTHING)
  },
)

story('nor does the policy have anything to stop', { timeout: LONG }, async ({ browser }) => {
  const views = VIEWS.filter((view) => /Hub|search|graph$/.test(view))
  expect(await tryVectors(browser, { withoutPolicy: false, vectors, opens: inTurn, views })).toMatchObject(NOTHING)
})

story('a page that takes it for markup runs it, and the tests see that', { timeout: LONG }, async ({ browser }) => {
  const some = vectors.filter((_, at) => at % 3 === 0)
  const ran = await tryNaively(browser, some)
  expect(ran.size).toBeGreaterThan(some.length / 3)
})

story('what the policy stops is stopped: markup that is put into the app itself', async ({ app }) => {
  const { page, complaints } = app
  await page.exposeFunction('caught', () => complaints.hear('ran'))
  await page.goto('/recent')
  const put = (markup: string) =>
    page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)})`)
  await expect(put('<img src=x onerror=caught(1)>')).rejects.toThrow('TrustedHTML')
  await page.evaluate(`document.body.append(Object.assign(document.createElement('img'), { src: 'data:,' }))`)
  await page.evaluate(`document.body.append(Object.assign(document.createElement('iframe'), { src: '/recent' }))`)
  await soon(() => complaints.unexpected.filter((each) => /img-src|frame-src/.test(each)).length).toBe(2)
  complaints.expect(
    /^security policy: (img-src|frame-src|require-trusted-types-for)/,
    /^console: .*(violates|requires)/,
  )
})
