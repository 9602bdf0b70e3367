import { AxeBuilder } from '@axe-core/playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** In one line each: the rule, what it is about, and where. */
export async function problemsOf(page: ConstructorParameters<typeof AxeBuilder>[0]['page']): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // To tell of all that is in order too takes several times as long.
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    // They hand the focus on to where it belongs, which the rule cannot know.
    .exclude('[data-base-ui-focus-guard]')
    // Without it a page of its own is opened for the results, which only matters to pages with frames.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
}
