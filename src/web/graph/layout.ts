import { scriptUrl } from '../worker-url.ts'
import type { LayoutNews, LayoutRequest } from './layout-worker.ts'
import workerUrl from './layout-worker.ts?worker&url'

/** Starts moving notes to their places. @returns a function that ends it */
export function startLayout(request: LayoutRequest, onNews: (news: LayoutNews) => void): () => void {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutNews>) => {
    onNews(data)
    if (isLast(data, request)) worker.terminate()
  })
  worker.postMessage(request)
  return () => worker.terminate()
}

function isLast(news: LayoutNews, { rounds }: LayoutRequest): boolean {
  return news.kind === 'moved' ? news.done === news.total : rounds === 0
}
