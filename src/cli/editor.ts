import { UserError } from '../core/errors.ts'

/**
 * Opens a file in the user's editor and waits for it to end; without one, in the system's program for such files.
 * @throws {UserError} when the editor cannot be started.
 */
export async function openInEditor(file: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const editor = env.VISUAL || env.EDITOR
  if (editor) await runEditor(editor, file)
  else await (await import('open')).default(file)
}

/** The variable may hold arguments (`code --wait`), so a shell reads it, as git has it; the file is never part of what the shell reads. */
async function runEditor(editor: string, file: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' })
    const fail = () =>
      reject(new UserError('refused', `The editor ${editor} could not open ${file}; set EDITOR to one that can.`))
    child.on('error', fail)
    child.on('exit', (code) => (code === 127 || code === 126 ? fail() : resolve()))
  })
}
