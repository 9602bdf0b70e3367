import { describe, expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { outgoingMentions } from './mentions.ts'
import { passagesOf } from './prose.ts'
import { marked, vault } from './testing/marked.ts'

const LONG_TITLE = 'What twenty-two small teams told us about the price that they pay for each of their seats'

/** Each name is a note. */
function named(...names: string[]) {
  return vault(Object.fromEntries(names.map((name, at) => [`n${at}`, `---\ntitle: ${JSON.stringify(name)}\n---\n`])))
}

describe('a name in plain text is found', () => {
  test.each([
    ['as written', ['Pricing tiers'], 'Our Pricing tiers are new.', 'Our ⟨Pricing tiers⟩ are new.'],
    ['in another case', ['Pricing tiers'], 'our PRICING tiers', "our ⟨PRICING tiers'⟩"],
    ['in the singular', ['Pricing tiers'], 'one pricing tier', 'one ⟨pricing tier~⟩'],
    ['in the plural', ['Price card'], 'two price cards', 'two ⟨price cards~⟩'],
    ['in the genitive', ['Kestrel'], 'Kestrel’s boats', '⟨Kestrel’s~⟩ boats'],
    ['of a file with hyphens', ['price-card'], 'the price card', "the ⟨price card'⟩"],
    ['with a hyphen for a space', ['First month'], 'a first-month offer', "a ⟨first-month'⟩ offer"],
    [
      'the longest of several',
      ['Plan', 'Plan B', 'Plan B for winter'],
      'Plan B for winter and Plan B, Plan',
      '⟨Plan B for winter⟩ and ⟨Plan B⟩, ⟨Plan⟩',
    ],
    ['with its signs', ['C', 'C++', 'C#'], 'C, C++ and C# and c', '⟨C⟩, ⟨C++⟩ and ⟨C#⟩ and c'],
    ['with full stops', ['U.S.'], 'the U.S. market', 'the ⟨U.S.⟩ market'],
    ['with initials', ['J. J. Hill'], 'for J. J. Hill, who', 'for ⟨J. J. Hill⟩, who'],
    ['of capitals, never as a small word', ['IT', 'US'], 'it told us that IT and US', 'it told us that ⟨IT⟩ and ⟨US⟩'],
    ['German, with umlauts', ['Übergabe'], 'die ÜBERGABE und Übergaben', "die ⟨ÜBERGABE'⟩ und ⟨Übergaben~⟩"],
    ['German, sharp s', ['Straße'], 'STRASSE', "⟨STRASSE'⟩"],
    ['German, the plural of a noun', ['Konzept'], 'zwei Konzepte', 'zwei ⟨Konzepte~⟩'],
    ['Turkish, dotted', ['İstanbul'], 'İSTANBUL ve istanbul', "⟨İSTANBUL'⟩ ve ⟨istanbul'⟩"],
    ['Turkish, dotless', ['Isı'], 'ısı ama isi', 'ısı ama isi'],
    ['French, after an article', ['Idée'], 'l’idée', "l’⟨idée'⟩"],
    ['Arabic, with vowel signs', ['كتاب'], 'هذا كِتَاب', "هذا ⟨كِتَاب'⟩"],
    ['Hebrew, with points', ['שלום'], 'אמר שָׁלוֹם', "אמר ⟨שָׁלוֹם'⟩"],
    ['Japanese', ['市場調査'], '今年の市場調査では', '今年の⟨市場調査⟩では'],
    ['Katakana, whole words only', ['ペン'], 'ペンとペンギン', '⟨ペン⟩とペンギン'],
    ['Chinese, the longest', ['市场', '市场调研'], '我们的市场调研和市场', '我们的⟨市场调研⟩和⟨市场⟩'],
    ['Korean, with an ending', ['시장'], '시장은 도시장벽', '⟨시장⟩은 도시장벽'],
    [
      'Korean, with particles',
      ['시장 조사'],
      '시장 조사를, 시장 조사와 시장 조사에서',
      '⟨시장 조사⟩를, ⟨시장 조사⟩와 ⟨시장 조사⟩에서',
    ],
    ['German, the plural of a word in -el', ['Preisstaffel'], 'neue Preisstaffeln', 'neue ⟨Preisstaffeln~⟩'],
    ['German, the plural of a word in -er', ['Steuer'], 'die Steuern', 'die ⟨Steuern~⟩'],
    ['German, the feminine plural', ['Leiterin'], 'alle Leiterinnen', 'alle ⟨Leiterinnen~⟩'],
    ['Russian', ['Портовый сбор'], 'про портовый сбор', "про ⟨портовый сбор'⟩"],
    ['Greek, with its last sigma', ['Λόγος'], 'ο ΛΌΓΟΣ', "ο ⟨ΛΌΓΟΣ'⟩"],
    ['Thai', ['ตลาด'], 'ราคาตลาดวันนี้', 'ราคา⟨ตลาด⟩วันนี้'],
    ['Thai, a compound', ['ภาษีท่าเรือ'], 'คุยเรื่องภาษีท่าเรือวันนี้', 'คุยเรื่อง⟨ภาษีท่าเรือ⟩วันนี้'],
    ['with an apostrophe of either kind', ["O'Brien"], "O’Brien and O'Brien", "⟨O’Brien⟩ and ⟨O'Brien⟩"],
    [
      'with a hyphen',
      ['Jean-Luc'],
      'for Jean-Luc, not Jean Luc or JeanLuc',
      "for ⟨Jean-Luc⟩, not ⟨Jean Luc'⟩ or JeanLuc",
    ],
    [
      'with an ampersand',
      ['R&D', 'Marks & Spencer'],
      'R&D at Marks & Spencer, r and d',
      '⟨R&D⟩ at ⟨Marks & Spencer⟩, r and d',
    ],
    ['with a slash', ['TCP/IP'], 'over TCP/IP, not TCP IP', 'over ⟨TCP/IP⟩, not TCP IP'],
    ['with quotes', ['The "new" plan'], 'see The "new" plan and the new plan', 'see ⟨The "new" plan⟩ and the new plan'],
    ['in quotes', ['Pricing gap'], '“Pricing gap” is a title', '“⟨Pricing gap⟩” is a title'],
    ['in brackets', ['Pricing gap'], 'a title (Pricing gap)', 'a title (⟨Pricing gap⟩)'],
    ['that is a question', ['Who pays?'], 'Who pays? Nobody asks who pays.', "⟨Who pays?⟩ Nobody asks ⟨who pays'⟩."],
    [
      'that is a sentence',
      ['Charge per team, not per seat'],
      'So charge per team, not per seat.',
      "So ⟨charge per team, not per seat'⟩.",
    ],
    ['of many words', [LONG_TITLE], `As ${LONG_TITLE} says`, `As ⟨${LONG_TITLE}⟩ says`],
    ['that is an id', ['202301011200'], 'see 202301011200', 'see ⟨202301011200⟩'],
    ['with a number', ['Q3 2024'], 'in Q3 2024 and Q3', 'in ⟨Q3 2024⟩ and Q3'],
    ['with an emoji of several signs', ['👩‍👩‍👧 Family'], 'the 👩‍👩‍👧 Family', 'the ⟨👩‍👩‍👧 Family⟩'],
    ['a picture', ['🚀'], 'we 🚀 it', 'we ⟨🚀⟩ it'],
    [
      'without its picture',
      ['🚀 Launch plan'],
      'the launch plan, the 🚀 Launch plan',
      "the ⟨launch plan'⟩, the ⟨🚀 Launch plan⟩",
    ],
    ['beside Japanese', ['Notly'], 'Notlyの話', '⟨Notly⟩の話'],
  ])('%s', (_, names, text, expected) => {
    expect(marked(named(...names), text)).toBe(expected)
  })
})

describe('a name is not found', () => {
  test.each([
    ['in a longer word', ['Preis'], 'die Preisliste'],
    ['in a compound with a hyphen', ['preis'], 'preis-frage'],
    ['across a line end', ['Pricing tiers'], 'our pricing\ntiers'],
    ['across the end of a sentence', ['Pricing tiers'], 'about pricing. Tiers are'],
    ['across a comma', ['Pricing tiers'], 'pricing, tiers'],
    ['in a link', ['Kestrel'], '[[Kestrel]] @[[Kestrel]] @Kestrel [Kestrel](x.md) [Kestrel](http://kestrel.org)'],
    ['in code and math', ['Kestrel'], '`Kestrel` $Kestrel$\n\n```\nKestrel\n```'],
    ['in an address', ['Kestrel'], 'https://kestrel.org/Kestrel <https://Kestrel.org> a@Kestrel.org Kestrel.md'],
    ['in a tag', ['Kestrel'], '#Kestrel'],
    ['in properties', ['Kestrel'], '---\nfor: Kestrel\n---\n'],
    ['when it is one small letter', ['C'], 'in c minor'],
    ['when it is a stop word', ['And'], 'this and that'],
    ['when it is a year or a day of the month', ['2024', '7'], 'on the 7 of June 2024'],
    ['in a placeholder of a template', ['Date'], '{{Date}} {{ Date }} <% Date %>'],
    ['of Korean, in the middle of a word', ['시장'], '도시장벽'],
    [
      'as the date of a task',
      ['2026-12-01'],
      '- [ ] Send 📅 2026-12-01 ⏳2026-12-01 🛫 2026-12-01\n\nSent ✅ 2026-12-01',
    ],
    ['as the date of a task of other kinds', ['2026-12-01'], '- [x] a ➕ 2026-12-01 ❌ 2026-12-01 @done(2026-12-01)'],
    ['as a date in words', ['2026-12-01'], '- [ ] a due: 2026-12-01 @due(2026-12-01)'],
    [
      'as a date in a field',
      ['2026-12-01'],
      '- [ ] a [due:: 2026-12-01 at noon] (Created:: 2026-12-01)\n\ndue:: 2026-12-01',
    ],
    ['as a date in a field that is the task', ['2026-12-01'], '- [ ] due:: 2026-12-01'],
    ['as a repetition', ['Monday', 'Week'], '- [ ] Send 🔁 every Monday of a Week 📅 2026-12-01'],
  ])('%s', (_, names, text) => {
    expect(marked(named(...names), text)).toBe(text)
  })

  test('as the date of a task, but beside it', () => {
    const text = '- [ ] Send on 2026-12-01 📅 2026-12-01, said Ann on 2026-12-01\n\nheld:: 2026-12-01, due: 2026-12-01'
    expect(marked(named('2026-12-01'), text).replaceAll('⟨2026-12-01⟩', '⟨⟩')).toBe(
      '- [ ] Send on ⟨⟩ 📅 2026-12-01, said Ann on ⟨⟩\n\nheld:: ⟨⟩, due: ⟨⟩',
    )
  })

  test('in its own note', () => {
    const corpus = vault({ Kestrel: '# Kestrel\n\nKestrel is ours.', Other: 'Kestrel' })
    expect(marked(corpus, corpus.texts[0] as string, 'Kestrel')).toBe(corpus.texts[0])
    expect(marked(corpus, 'Kestrel', 'Other')).toBe('⟨Kestrel⟩')
  })
})

describe('names that are common words', () => {
  const talk = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`t${at}`, `People have a plan and notes, part ${at}.`]),
  )

  test('are dropped when nobody links them and they stand in ten notes', () => {
    const corpus = vault({ ...talk, Plan: '', Notes: '', People: '' })
    expect(marked(corpus, 'a plan for People with notes')).toBe('a plan for People with notes')
  })

  test('stay when they have been linked', () => {
    const corpus = vault({ ...talk, Plan: '', a: 'See [[Plan]].' })
    expect(marked(corpus, 'a plan')).toBe("a ⟨plan'⟩")
  })

  test('are not what parts of a note are headed with', () => {
    const corpus = vault({ ...talk, Notes: '', Plan: '' })
    expect(marked(corpus, '## Notes\n\nwords\n\n### Plan')).toBe('## Notes\n\nwords\n\n### Plan')
  })

  test('stay when they are all that an item says', () => {
    expect(marked(vault({ ...talk, People: '' }), '- People\n- and people')).toBe('- ⟨People⟩\n- and people')
  })

  test('are not marked in the text itself', () => {
    const text = 'a Plan and Pricing tiers'
    const corpus = vault({
      ...talk,
      Plan: '',
      'Pricing tiers': '',
      a: '[[Plan]] [[Pricing tiers]]',
      b: '[[Pricing tiers]]',
    })
    const strong = outgoingMentions(text, passagesOf(text), { corpus, path: undefined }).filter((each) => each.strong)
    expect(strong.map(({ said }) => said)).toEqual(['Pricing tiers'])
  })
})

describe('the order', () => {
  const names = (text: string, corpus = vault({})) => {
    const mentions = outgoingMentions(text, passagesOf(text), { corpus, path: 'x.md' as NotePath })
    return mentions.map(({ doc }) => corpus.facts(doc)?.path)
  }

  test('what is usually a link comes first', () => {
    const corpus = vault({
      Alpha: '',
      Beta: '',
      a: '[[Alpha]]',
      b: '[[Alpha]]',
      c: 'Beta',
      d: 'Beta [[Beta]]',
      e: 'Beta',
    })
    expect(names('Beta or Alpha', corpus)).toEqual(['Alpha.md', 'Beta.md'])
  })

  test('words that people use for a note count as its name, for the note that is most often meant', () => {
    const corpus = vault({
      'a/Desk': '',
      'b/Desk': '',
      x: '[[a/Desk|the counter]]',
      y: '[[a/Desk|the counter]]',
      z: '[[b/Desk|the counter]]',
    })
    expect(names('at the counter', corpus)).toEqual(['a/Desk.md', 'b/Desk.md'])
  })
})
