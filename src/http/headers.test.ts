import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from 'vitest'
import { doorPolicy, NOTHING, pagePolicy } from './headers.ts'

const NONCE = 'm7Jb1sVtLh0Rz2Xq9WcYp3Kd'

function findings(policy: string): string[] {
  const found = new CspEvaluator(new CspParser(policy).csp).evaluate()
  return found.map(({ severity, directive, value }) => `${Severity[severity]} ${directive} ${value}`)
}

/** What is left of `'self'` is answered elsewhere: no file of a vault is handed out as a script. */
test('the policy of the app has nothing that Google’s evaluator would mend', () => {
  expect(findings(pagePolicy(NONCE))).toEqual(["MEDIUM_MAYBE script-src 'self'"])
  expect(pagePolicy(NONCE)).not.toMatch(/unsafe|\*|data:|https?:/)
})

/** The evaluator passes over what is missing of these. */
test('it begins with nothing, takes scripts as files only, and makes none of text', () => {
  const directives = pagePolicy(NONCE).split('; ')
  for (const directive of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"])
    expect(directives).toContain(directive)
  for (const policy of [doorPolicy(NONCE, true), NOTHING]) expect(policy.split('; ')).toContain("default-src 'none'")
})

test.each([
  ['the page before the app', doorPolicy(NONCE, true)],
  ['what is no page', NOTHING],
])('nor has that of %s', (_, policy) => expect(findings(policy)).toEqual([]))

test('the evaluator finds what is wrong', () => {
  const worse = pagePolicy(NONCE).replace("script-src 'self'", "script-src 'self' 'unsafe-inline' https:")
  expect(findings(worse)).toContain("HIGH script-src 'unsafe-inline'")
  expect(findings('')).toContain('HIGH script-src undefined')
})
