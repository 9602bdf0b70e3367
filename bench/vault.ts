import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { capital, Lexicon } from './lexicon.ts'
import { Random } from './random.ts'
import { Zipf } from './zipf.ts'

export interface VaultShape {
  readonly notes: number
  readonly seed: number
  /** How many notes more link to the first one, so that it is a hub as large vaults have them. */
  readonly hub?: number
}

export interface GeneratedNote {
  readonly path: string
  readonly title: string
}

const LINKS = 6
const FOLDERS = [
  'projects',
  'research',
  'ideas',
  'people',
  'meetings',
  'areas/work',
  'areas/home',
  'archive/2024',
  'archive/2025',
]
const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project']
const RELATIONS = ['builds on', 'depends on', 'contradicts', 'resolves']
const TAGS = ['pricing', 'team', 'reading', 'later', 'work/review', 'work/plan', 'garden', 'health']
/** With 10,000 notes of six links this gives the most-linked one about 600 backlinks. */
const EXPONENT = 0.6

/**
 * Writes a vault of notes of 150 to 600 words and six links each; few notes are linked often and many seldom.
 * @returns its notes, the most-linked first
 */
export function generateVault(folder: string, { notes, seed, hub = 0 }: VaultShape): GeneratedNote[] {
  const random = new Random(seed)
  const lexicon = new Lexicon(random)
  const planned = planNotes(notes, random, lexicon)
  const popularity = new Zipf(notes, EXPONENT)
  const first = planned[0]?.title ?? ''
  for (const [at, note] of planned.entries()) {
    const targets = Array.from({ length: LINKS }, () => (planned[popularity.draw(random)] as GeneratedNote).title)
    // As many of all notes as of the hub's sources, evenly.
    if (at > 0 && Math.floor((at * hub) / notes) > Math.floor(((at - 1) * hub) / notes)) targets[0] = first
    const file = join(folder, note.path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, writeNote(note.title, targets, random, lexicon))
  }
  return planned
}

function planNotes(notes: number, random: Random, lexicon: Lexicon): GeneratedNote[] {
  const titles = new Set<string>()
  while (titles.size < notes) {
    const words = Array.from({ length: random.between(2, 4) }, () => lexicon.rareWord())
    titles.add(capital(words.join(' ')))
  }
  return [...titles].map((title) => ({ title, path: `${random.pick(FOLDERS)}/${title}.md` }))
}

function writeNote(title: string, targets: readonly string[], random: Random, lexicon: Lexicon): string {
  const parts = [frontmatter(random), `# ${title}\n`]
  const words = random.between(150, 600)
  const paragraphs = Math.max(targets.length, Math.round(words / 70))
  for (let at = 0; at < paragraphs; at++) {
    if (at > 0 && at % 4 === 0) parts.push(`## ${capital(lexicon.rareWord())} ${lexicon.rareWord()}\n`)
    parts.push(paragraph(Math.round(words / paragraphs), targets[at], random, lexicon))
  }
  return `${parts.join('\n')}`
}

function frontmatter(random: Random): string {
  const date = `202${random.between(3, 6)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  return `---\nkind: ${random.pick(KINDS)}\ndate: ${date}\ntags: [${random.pick(TAGS)}]\n---\n`
}

function paragraph(words: number, target: string | undefined, random: Random, lexicon: Lexicon): string {
  const said: string[] = []
  while (said.length < words) said.push(...lexicon.sentence(random.between(6, 18)))
  if (target === undefined) return `${said.join(' ')}\n`
  const form = random.next()
  if (form < 0.15)
    return `${said.join(' ')}\n\n${random.pick(RELATIONS)}:: @[[${target}]] — ${lexicon.sentence(6).join(' ')}\n`
  const link =
    form < 0.45
      ? `@[[${target}]]`
      : form < 0.55
        ? `@${target},`
        : form < 0.65
          ? `[[${target}|${lexicon.word()}]]`
          : `[[${target}]]`
  said.splice(random.between(1, said.length - 2), 0, link)
  return form > 0.9 ? `- ${said.join(' ')}\n` : `${said.join(' ')}\n`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
