import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { nounPhrases, type Tagger } from '../core/suggest/nouns.ts'
import { candidatesIn } from '../core/suggest/phrases-in.ts'
import { passagesOf } from '../core/suggest/prose.ts'
import { englishTagger } from './english.ts'

const tagger = (await englishTagger()) as Tagger

/** Each with how many of its words say little. */
function phrases(text: string) {
  const passages = passagesOf(text)
  return nounPhrases(text, passages, candidatesIn(text, passages), tagger).map(({ said, weak }) => [said, weak])
}

test('each word of a text has its place and whether it is a noun', () => {
  const text = 'The harbour levy  often (again) helps them.'
  const said = tagger(text).map(({ from, to, isNoun }) => [text.slice(from, to), isNoun])
  expect(said).toEqual([
    ['The', false],
    ['harbour', true],
    ['levy', true],
    ['often', false],
    ['(', false],
    ['again', false],
    [')', false],
    ['helps', false],
    ['them', false],
    ['.', false],
  ])
})

test('of an English sentence words that are no nouns go, and phrases that end in none weigh less', () => {
  const found = phrases('We should gladly rethink the harbour levy slowly.')
  expect(found).toContainEqual(['harbour levy', 0])
  expect(found).toContainEqual(['harbour levy slowly', 2])
  expect(found.map(([said]) => said)).not.toContain('slowly')
})

test('names with a capital inside a sentence stay, whatever words they are made of', () => {
  expect(phrases('The pages under Sailing Slowly are what the others rest upon.')).toContainEqual(['Sailing Slowly', 0])
})

test('however many unknown words it meets, it holds no more, and says the same', () => {
  setFlagsFromString('--expose-gc')
  const collect: (options: object) => void = runInNewContext('gc')
  const held = (): number => {
    collect({ type: 'major', execution: 'sync' })
    return process.memoryUsage().heapUsed
  }
  const text = 'The harbour levy often helps them, said zrqotl.'
  const said = tagger(text)
  const meet = (from: number): void => {
    for (let nth = from; nth < from + 20_000; nth += 200)
      tagger(`${Array.from({ length: 200 }, (_, at) => wordOf(nth + at)).join(' ')}.`)
  }
  meet(0)
  const before = held()
  for (let times = 1; times <= 5; times++) meet(times * 20_000)
  // All of them would take twelve megabytes.
  expect(held() - before).toBeLessThan(4_000_000)
  expect(tagger(text)).toEqual(said)
})

/** One that no language has, of letters only. */
function wordOf(nth: number): string {
  return `q${nth.toString(26).replace(/\d/g, (digit) => 'rstvwxyzkl'.charAt(Number(digit)))}u`
}

test.each([
  ['German', 'Die Hafenabgabe wird jedes Jahr erhöht, und niemand weiß warum.', 'erhöht'],
  ['French', "La taxe du port augmente chaque année et personne ne l'explique.", 'augmente'],
  ['Japanese', '港湾税は毎年上がる。', '港湾'],
  ['words that say nothing of their language', 'Harbour levy rises', 'Harbour levy rises'],
])('%s: all phrases stay', (_, text, phrase) => {
  const passages = passagesOf(text)
  const all = candidatesIn(text, passages)
  expect(nounPhrases(text, passages, all, tagger)).toEqual(all)
  expect(all.map(({ said }) => said).join(' ')).toContain(phrase)
})

test('who has not been asked for a while is read anew, and says the same', async () => {
  const before = await englishTagger(1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const after = await englishTagger()
  expect(after).not.toBe(before)
  expect(after?.('The harbour levy rises.')).toEqual(before?.('The harbour levy rises.'))
})
