/** Names under which browsers draw without a graphics card. */
const PROGRAMS = /swiftshader|llvmpipe|softpipe|software|basic render/i

let known: boolean | undefined

/**
 * Whether a program draws instead of a graphics card: sixty thousand links take it a second then, each time that notes have moved.
 * https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/
 */
export function isDrawnByProgram(): boolean {
  if (known !== undefined) return known
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  known = gl != null && PROGRAMS.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)))
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return known
}
