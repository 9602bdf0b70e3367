import type { BlockId } from '../note.ts'
import { parseNote } from '../parse.ts'
import type { Source } from '../vault.ts'
import { fragmentRange } from './fragment.ts'
import { type Plan, planTexts } from './plan.ts'
import { refragmentAll } from './refragment.ts'
import type { World } from './world.ts'

/**
 * A block under another id: the id at the block's end changes, and in every note the fragments that name it.
 * @param block one of the source's; `name` the new id without `^`
 */
export async function planRenameBlock(world: World, source: Source, block: BlockId, name: string): Promise<Plan> {
  const old = block.id.toLowerCase()
  const note = parseNote(source.path, source.text)
  const links = await refragmentAll(world, note, source, (text, link) => {
    const { from, to } = fragmentRange(text, link)
    const written = text.slice(from, to)
    const renamed = written.replace(/\^([\p{L}\p{N}-]+)/gu, (mark, id: string) =>
      id.toLowerCase() === old ? `^${name}` : mark,
    )
    return renamed === written ? undefined : renamed
  })
  const own = { source, changes: [{ from: block.from + 1, to: block.to, insert: name }], links: 0 }
  return planTexts([own, ...links])
}

/** Letters, digits and hyphens: what `^id` may consist of. */
export function isBlockName(name: string): boolean {
  return /^[\p{L}\p{N}-]{1,98}$/u.test(name)
}
