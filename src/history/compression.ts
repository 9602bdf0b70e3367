/** Loaded when a text is first kept or read: most commands do neither. */
const zlib = () => process.getBuiltinModule('node:zlib')

/** With a checksum, so that a damaged text, or one read by another base than it was written by, is never taken for the text. */
const params = () => ({ [zlib().constants.ZSTD_c_checksumFlag]: 1 })

/** @param base a text that most of it stands in; the same one is needed to read it */
export function compress(bytes: Uint8Array, base?: Uint8Array): Uint8Array {
  return zlib().zstdCompressSync(bytes, { params: params(), pledgedSrcSize: bytes.length, ...dictionary(base) })
}

/** @returns undefined when it is not whole, or was written by another base. */
export function decompress(zstd: Uint8Array, base?: Uint8Array): Buffer | undefined {
  try {
    return zlib().zstdDecompressSync(zstd, dictionary(base))
  } catch {
    return undefined
  }
}

/** An empty one is none, for the library too. */
function dictionary(base: Uint8Array | undefined): { readonly dictionary?: Uint8Array } {
  return base === undefined || base.length === 0 ? {} : { dictionary: base }
}
