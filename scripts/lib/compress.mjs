import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What is text; pictures and fonts are small already. */
const WORTH_IT = /\.(?:js|css|svg)$/
/** Smaller files gain less than the header that says so. Bytes. */
const SMALL = 512

/**
 * Writes beside each text in a folder what it is when compressed as far as can be, once for all who ask for it.
 * @param {string} folder
 */
export function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !WORTH_IT.test(file)) continue
    const bytes = readFileSync(file)
    if (bytes.length < SMALL) continue
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
