import { expect, test } from 'vitest'
import type { BacklinkAnswer } from '../../http/types.ts'
import { withoutField } from './sentence.ts'

/** The sentence with its link between `‹` and `›`, as it comes and as it is shown. */
function shown(picture: string, relation: string | null): string {
  const contextFrom = picture.indexOf('‹')
  const contextTo = picture.indexOf('›') - 1
  const context = picture.replace(/[‹›]/g, '')
  const { text, mark } = withoutField({ context, contextFrom, contextTo, relation } as BacklinkAnswer)
  return `${text.slice(0, mark[0])}‹${text.slice(mark[0], mark[1])}›${text.slice(mark[1])}`
}

test.each([
  ['builds on:: ‹@[[A]]› — nobody else does', 'builds on', '‹@[[A]]› — nobody else does'],
  ['- dependsOn:: ‹[[A]]›', 'depends on', '‹[[A]]›'],
  ['Seen [contradicts:: ‹[[A]]›] in March', 'contradicts', 'Seen [contradicts:: ‹[[A]]›] in March'],
  ['We said: a::b of ‹[[A]]›', null, 'We said: a::b of ‹[[A]]›'],
  ['‹[[A]]› builds on:: sand', 'builds on', '‹[[A]]› builds on:: sand'],
])('%s is shown as a sentence', (picture, relation, expected) => {
  expect(shown(picture, relation)).toBe(expected)
})
