// Plain JavaScript, no imports from node_modules: bin/notly.mjs uses it.

/** For a Node that Notly starts: its warnings of what is experimental say nothing to a user. */
export const FLAGS = ['--disable-warning=ExperimentalWarning']

/** One heap of the C library for all threads: each thread's own keeps what others could use, a tenth of all memory. The user's own value stays. */
export const ENVIRONMENT = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1' }
