import type { RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { foldLabel } from '../core/parse/links.ts'
import { parseNote } from '../core/parse.ts'
import { isBlockName, planRenameBlock } from '../core/refactor/block.ts'
import { isLabelName, labelsOf, planRenameLabel } from '../core/refactor/label.ts'
import type { World } from '../core/refactor/world.ts'
import type { Source } from '../core/vault.ts'
import type { Prepared } from './refactoring.ts'

/** @throws {UserError} when there is no such block, or the id cannot be one or is taken */
export async function prepareBlock(
  world: World,
  source: Source,
  request: RefactorRequest & { kind: 'rename-block' },
): Promise<Prepared> {
  const [old, name] = [request.block, request.name].map((id) => id.trim().replace(/^#?\^/, '')) as [string, string]
  const { blockIds, title } = parseNote(source.path, source.text)
  const block = blockIds.find(({ id }) => id.toLowerCase() === old.toLowerCase())
  if (block === undefined)
    throw new UserError(
      'not-found',
      `${source.path} has no block ^${old}; it has ${said(blockIds.map(({ id }) => `^${id}`))}.`,
    )
  if (!isBlockName(name))
    throw new UserError('invalid', `^${name} cannot be the id of a block; use letters, digits and hyphens.`)
  if (blockIds.some((other) => other !== block && other.id.toLowerCase() === name.toLowerCase()))
    throw new UserError('refused', `${source.path} has a block ^${name} already; choose another id.`)
  return {
    kind: 'rename-block',
    label: `Rename block ^${block.id} to ^${name} in ${title}`,
    plan: await planRenameBlock(world, source, block, name),
    path: source.path,
  }
}

/** @throws {UserError} when there is no such label, or the new one cannot be one or is taken */
export function prepareLabel(source: Source, request: RefactorRequest & { kind: 'rename-label' }): Prepared {
  const [old, asked] = [request.label, request.name].map((label) => label.trim().replace(/^\[(.*)\]$/, '$1')) as [
    string,
    string,
  ]
  const labels = labelsOf(source.text)
  const label = labels.get(foldLabel(old))
  if (label === undefined)
    throw new UserError(
      'not-found',
      `${source.path} has no label [${old}]; it has ${said([...labels.values()].map(({ name }) => `[${name}]`))}.`,
    )
  const name = label.name.startsWith('^') ? `^${asked.replace(/^\^/, '')}` : asked
  if (!isLabelName(name) || name.startsWith('^') !== label.name.startsWith('^') || name === '^')
    throw new UserError('invalid', `[${name}] cannot take the place of [${label.name}]; use words without brackets.`)
  if (foldLabel(name) !== foldLabel(label.name) && labels.has(foldLabel(name)))
    throw new UserError('refused', `${source.path} has a label [${name}] already; choose another one.`)
  return {
    kind: 'rename-label',
    label: `Rename label [${label.name}] to [${name}] in ${parseNote(source.path, source.text).title}`,
    plan: planRenameLabel(source, label, name),
    path: source.path,
  }
}

function said(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.slice(0, 5).join(', ') + (names.length > 5 ? ' and more' : '')
}
