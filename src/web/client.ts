import { QueryClient } from '@tanstack/react-query'
import { OfflineError } from './api.ts'

/** Answers stay good until the server says that something changed: `events.ts` invalidates them. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The server is on this machine or its network; the browser's idea of being online says nothing about it.
      networkMode: 'always',
      retry: (failures, error) => error instanceof OfflineError && failures < 2,
      retryDelay: 500,
    },
  },
})
