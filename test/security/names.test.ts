import { expect, test } from 'vitest'
import { createTestApp } from '../../src/http/testing/app.ts'
import { NOTES, REQUESTS, sentAs, withValue } from '../../src/http/testing/routes.ts'
import { openTestWorkspace } from '../../src/workspace/testing.ts'

/** In an address the headers' 16 KB are the limit. */
const IN_BODIES = Object.entries(REQUESTS).flatMap(([route, requests]) =>
  requests.flatMap((asked) =>
    (asked.places ?? []).filter((place) => place.startsWith('body.')).map((place) => ({ route, place, asked })),
  ),
)

test('no path or name of more than 4 KB is taken, by any route', async () => {
  const { workspace } = await openTestWorkspace(NOTES)
  const { hono, headers } = createTestApp(workspace)
  const statuses = await Promise.all(
    IN_BODIES.map(async ({ route, place, asked }) => {
      const { method, path, body = '' } = sentAs(route, withValue(asked, place, 'x'.repeat(4097)))
      const { status } = await hono.request(path, { method, headers, body })
      return `${route} ${place}: ${status}`
    }),
  )
  const taken = statuses.filter((each) => !each.endsWith(': 400'))
  expect(taken).toEqual([])
  expect(statuses.length).toBeGreaterThan(80)
  await workspace.close()
})
