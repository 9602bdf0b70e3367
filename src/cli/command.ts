import type pc from 'picocolors'
import type { Workspace } from '../workspace.ts'

export type Colors = ReturnType<typeof pc.createColors>

/** 0: success; 1: found nothing, or a check failed; 2: wrong use, or it could not be done; 130: stopped by Ctrl-C, as shells have it. */
export type ExitCode = 0 | 1 | 2 | 130

/** Every flag of every command, as commander hands them over. */
export interface Flags {
  readonly vault?: string
  readonly json?: boolean
  readonly rebuild?: boolean
  readonly limit?: number
  readonly kind?: string
  readonly tag?: readonly string[]
  readonly folder?: string
  readonly template?: string
  readonly open?: boolean
  readonly port?: number
  readonly host?: string
  readonly forgetBrowsers?: boolean
  readonly dryRun?: boolean
  readonly keepAlias?: boolean
  readonly matchCase?: boolean
  readonly addTag?: string
  readonly removeTag?: string
  readonly set?: string
  readonly unset?: string
  readonly moveTo?: string
  readonly delete?: boolean
  readonly up?: boolean
  readonly down?: boolean
  readonly to?: string
  readonly depth?: number
  readonly width?: number
  readonly format?: string
  readonly text?: string
  readonly outgoing?: boolean
  readonly incoming?: boolean
  readonly link?: boolean
  readonly within?: string
  readonly done?: boolean
  readonly all?: boolean
  readonly due?: string
  readonly note?: string
  readonly keep?: boolean
  readonly since?: string
  readonly until?: string
}

export interface FlagSpec {
  /** As commander reads it: `--limit <n>`. */
  readonly flags: string
  readonly summary: string
  readonly parse?: (value: string, previous: unknown) => unknown
}

/** One command as a value; `commands.ts` is the table of them. */
export interface CommandSpec {
  readonly name: string
  /** As commander reads it: `<note...>`, `<note> <title...>`. */
  readonly takes?: string
  /** What each of them is. */
  readonly takesWhat?: string | readonly string[]
  readonly summary: string
  readonly flags?: readonly FlagSpec[]
  readonly examples?: readonly string[]
  readonly isDefault?: boolean
  /** The words are the vault's folder. */
  readonly takesFolder?: boolean
  /** A word may begin with a dash. */
  readonly takesDashes?: boolean
  readonly run: (context: Context, words: readonly string[], flags: Flags) => Promise<ExitCode>
}

/** What a command can reach. */
export interface Context {
  readonly out: Output
  readonly parts: Parts
  /** The vault's folder, absolute. */
  readonly folder: string
  /** What was typed for a note, as a name that the workspace knows. */
  nameOf(words: readonly string[]): string
  /** The workspace with its index up to date; closed by the caller of the command. */
  openWorkspace(): Promise<Workspace>
  /** The workspace as it is, its index not yet compared with the files. */
  openUnsynced(): Promise<Workspace>
}

export interface Output {
  readonly json: boolean
  readonly colors: Colors
  /** A line of the answer, on stdout. */
  line(text: string): void
  /** A value of the answer as one line of JSON, on stdout. */
  value(value: unknown): void
  /** A line for the reader, on stderr. */
  aside(text: string): void
  flush(): void
}

/** What the composition root supplies. */
export interface Parts {
  readonly version: string
  openWorkspace(folder: string): Promise<OpenedWorkspace>
  /** @returns false, after saying why, when there is no app to serve. */
  prepareApp(): Promise<boolean>
  startServer(workspace: Workspace, at: ServerPlace): Promise<RunningServer>
}

export interface OpenedWorkspace {
  readonly workspace: Workspace
  /** A sentence that the user should read, such as where the index is kept when it cannot be kept in the vault. */
  readonly notice: string | undefined
  close(): Promise<void>
}

export interface ServerPlace {
  readonly host: string
  readonly port: number
  /** Asked of everybody who has no token, where others can reach it. */
  readonly password: string | undefined
  /** Whether browsers that were let in before have to be let in anew. */
  readonly forgetBrowsers: boolean
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly token: string
  readonly addresses: { readonly own: string; readonly others: readonly string[] }
  invite(): string
  close(): Promise<void>
}
