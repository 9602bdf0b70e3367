import fc from 'fast-check'

/** Names that meet each other in every way: in case, in how an accent is written, as title, alias and path, as the beginning of a longer one. */
const STEMS = ['Acme', 'acme', 'Acme fees', 'Fees', 'Straße', 'C#', '第三季度', 'Zo\u00eb', 'Zoe\u0308']
const FOLDERS = ['', 'clients/', 'clients/old/', 'Notes/']
const OTHERS = ['picture.png', 'clients/picture.png', 'Acme.pdf']

const NAMES = [
  ...STEMS,
  'ACME',
  'STRASSE',
  'The firm',
  'clients/Acme',
  'old/Acme',
  '/Acme',
  './Acme',
  '../Acme',
  'nobody',
  'picture.png',
]

const name = fc.constantFrom(...NAMES)
const fragment = fc.constantFrom('', '#Fees', '#Fees#More', '#Gone', '#^mark', '#^gone')

const link = fc.oneof(
  fc.tuple(name, fragment).map(([to, at]) => `[[${to}${at}]]`),
  name.map((to) => `@[[${to}|shown]]`),
  name.map((to) => `@${to} and more words`),
  name.map((to) => `![[${to}]]`),
  fc.tuple(name, fc.constantFrom('', '.md')).map(([to, end]) => `[shown](<${to}${end}>)`),
  name.map((to) => `[builds on:: [[${to}]]]`),
  fc.constantFrom('[[#Fees]]', '@nobody at all', '`[[Acme]]`'),
)

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(link, { minLength: 1, maxLength: 3 }).map((links) => `See ${links.join(' or ')} here.`),
  },
  { weight: 1, arbitrary: name.map((to) => `depends on:: [[${to}]] — they said so`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '## Fees',
      '### More',
      '# Acme',
      '# Fees',
      'Some words #tag ^mark',
      '#Tag/below and #other',
      '- a list ^mark',
      '第三季度市場',
      'Die Fees und die Straßen sind noch nicht da, und wir haben auch keine Namen',
      'Les marks sont toutes dans la rue, mais pas les acmes',
      '- [ ] Send [[Acme]] 📅 2026-04-01\n- [ ] Ask #tag 📅 2026-03-29',
      '- [x] Sent ✅ 2026-03-30\n- [ ] Some day ⏫',
    ),
  },
)

const frontmatter = fc.constantFrom(
  '',
  '',
  '---\naliases: [The firm, Acme]\n---\n',
  '---\ntitle: Fees\nkind: task\ndate: 2026-03-29\n---\n',
  '---\nrelated: "[[Acme]]"\ntags: [tag]\n---\n',
  '---\nkind: project\ngathers: "[[Fees]]"\n---\n',
  '---\ntype: task\nstatus: done\ndue: 2026-03-29\ntags: Tag\n---\n',
  '---\nbroken: [\n---\n',
)

const text = fc
  .tuple(frontmatter, fc.array(line, { maxLength: 5 }))
  .map(([head, lines]) => `${head}${lines.join('\n\n')}\n`)

const notePath = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...STEMS))
  .map(([folder, stem]) => `${folder}${stem}.md`)

/** One thing that happens to a vault or to its index. */
export type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'sync' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'anew' }
  | { readonly kind: 'other rules' }
  | { readonly kind: 'broken off'; readonly after: number }

const write = fc.record({ kind: fc.constant('write' as const), path: notePath, text })

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: write },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      path: fc.constantFrom(...OTHERS),
      text: fc.constant('bytes'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      path: fc.oneof(notePath, fc.constantFrom(...OTHERS)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: notePath, to: notePath }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'sync' as const }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'restart' }, { kind: 'anew' }, { kind: 'other rules' }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('broken off' as const), after: fc.nat({ max: 5 }) }),
  },
)

/** Words that some of the texts have. */
export const WORDS = [
  'fees',
  'acme',
  'words',
  'shown',
  '#tag',
  '市場',
  '季',
  'they said',
  'se',
  'words -tag',
  'shown fees',
  'acmee',
  'relation:"builds on"',
  'status:x OR fees',
  'links:Acme',
  'is:island',
  'kind:task -in:clients',
  'broken:x',
]
