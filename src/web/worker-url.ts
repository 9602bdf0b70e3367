/** The page's security policy lets no string become a script unless a named rule made it. */
export function scriptUrl(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (types === undefined) return url
  return types.createPolicy('notly-worker', { createScriptURL: (own) => own }).createScriptURL(url) as string
}

/** As much of the browser's own interface as is used here; TypeScript does not know it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}
