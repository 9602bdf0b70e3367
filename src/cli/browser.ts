/** Whether somebody is there to look at a browser window. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env.CI) return false
  if (platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME)
}

/** A browser that cannot be opened is no failure: the address has been printed. */
export async function openBrowser(url: string): Promise<void> {
  // Loaded when needed: most commands open nothing and should start fast.
  const { default: openWithSystem } = await import('open')
  const child = await openWithSystem(url).catch(() => undefined)
  child?.on('error', () => {})
}
