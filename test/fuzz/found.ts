/** Texts that once made a target fail, by target: each is tried by `fuzz.test.ts`, and is where fuzzing begins. */
export const FOUND: Readonly<Record<string, readonly string[]>> = {
  query: ['g:"\n""""a', '""n":)', ':"a"', 'links:[[[[]'],
}
