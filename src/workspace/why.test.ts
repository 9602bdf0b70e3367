import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { openTestWorkspace } from './testing.ts'

const others = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`o${at}.md`, `Soup number ${at}, the usual.`]))

/** Why the first related note is. */
async function why(text: string, other: string): Promise<readonly string[] | undefined> {
  const { workspace } = await openTestWorkspace({ ...others, 'a.md': text, 'b.md': other })
  const [first] = await workspace.related({ path: notePath('a.md') }, 5)
  await workspace.close()
  return first?.path === 'b.md' ? first.why : undefined
}

test.each([
  [
    'words as the text writes them',
    'Harbours cost churn.',
    'A harbour, churn.',
    ['both mention *harbours* and *churn*'],
  ],
  ['Japanese words whole', '港湾税と料金表の話。', '料金表が高い。', ['both mention *料金表*']],
  ['Chinese words whole', '今天讨论了价目表。', '价目表太贵。', ['both mention *价目表*']],
  ['numbers where there is nothing else', 'Invoice 4711 was paid.', 'It is 4711.', ['both mention *4711*']],
  ['no numbers beside words', 'Invoice 4711 was paid.', 'The invoice is 4711.', ['both mention *invoice*']],
  ['names', 'We asked b about it.', 'Soup.', ['named here: *b*']],
  ['links', 'x [[Nowhere]]', 'y [[Nowhere]]', ['both wait for a note *nowhere*']],
])('%s', async (_, text, other, expected) => {
  expect(await why(text, other)).toEqual(expected)
})

test('small words relate nothing', async () => {
  expect(await why('It was there because of them.', 'Because they were there, too.')).toBeUndefined()
})
