/** The code of a failed system call (`ENOENT`); undefined when the error is not one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Whether a failed system call means that there is no such file, or none that may be followed. */
export function isAbsence(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP'
}

/** As `isAbsence`, or no file can be there, because its name is too long for the disk. */
export function isNowhere(error: unknown): boolean {
  return isAbsence(error) || codeOf(error) === 'ENAMETOOLONG'
}

/** Why a change was not made, in the user's words, and what to do. */
export function refusalSentence(code: string, path: string): string {
  switch (code) {
    case 'ENOSPC':
      return `The disk is full, so “${path}” was not changed. Make room on it, then try again.`
    case 'EDQUOT':
      return `Your share of the disk is used up, so “${path}” was not changed. Make room, then try again.`
    case 'EROFS':
      return `The disk of “${path}” is read-only. Make it writable, then try again.`
    case 'EACCES':
    case 'EPERM':
      return `“${path}” may not be written. Allow writing to it and to its folder, then try again.`
    case 'ENAMETOOLONG':
      return `The name of “${path}” is too long for this disk. Choose a shorter one.`
    case 'EINVAL':
    case 'EILSEQ':
      return `The disk does not take the name of “${path}”. Choose another one.`
    case 'ENOTDIR':
    case 'EISDIR':
      return `At “${path}” a file stands where a folder is needed, or a folder where a file is. Choose another name.`
    case 'EBUSY':
    case 'ETXTBSY':
      return `“${path}” is in use by another program. Close it there, then try again.`
    case 'EMFILE':
    case 'ENFILE':
      return `Too many files are open, so “${path}” was not changed. Close some programs, then try again.`
    case 'ENOENT':
      return `“${path}” or its folder has just gone away. Look again, then try again.`
    default:
      return `The disk did not take the change to “${path}” (${code}). Check the disk, then try again.`
  }
}

export const sentences = {
  badPath: (path: string) =>
    `“${path}” cannot be the path of a note. Choose one without empty parts, hidden folders and control characters.`,
  ignored: (path: string) => `“${path}” is left out of this vault by .notlyignore. Choose another path.`,
  folderSpelling: (path: string, folder: string) =>
    `There is already a folder “${folder}”. Use that spelling instead of the one in “${path}”.`,
  fileInTheWay: (path: string, file: string) =>
    `“${file}” is a file, so “${path}” cannot stand in it. Choose another path.`,
  notAFile: (path: string) => `“${path}” is a folder or a link to another place. Choose another path.`,
  linkedFolder: (path: string, folder: string) =>
    `“${folder}” is a link to another place, which is not followed. Choose another path than “${path}”.`,
  halfCharacter: (path: string) =>
    `The text for “${path}” holds half of a character, which no file can keep. Remove it, then save again.`,
  notUtf8: 'This file is not in UTF-8, so changing it here would damage it. Convert it to UTF-8 to edit it.',
  tooBig: 'This file is larger than 64 MiB. Open it in another program.',
  locked: 'This file may not be written. Allow writing to it to edit it here.',
  unreadable: (path: string) => `“${path}” cannot be read. Allow reading it, then try again.`,
  unlistable: (folder: string) =>
    `The folder “${folder}” cannot be read. Allow reading it, or name it in .notlyignore, then try again.`,
  restless: (folder: string) =>
    `The folder “${folder}” changes too fast to be read. Wait until other programs are done with it, then try again.`,
  foreignHome: (place: string, name: string) =>
    `The .notly in this folder is a link to “${place}”, where other things are, such as “${name}”. Remove the link, or let it lead to an empty folder, then open this one again.`,
  linkInHome: (path: string) =>
    `“${path}” is no file of Notly's but a link or the like, which may lead to other files of yours. Delete it, then open the folder again.`,
  missingVault: (folder: string) => `There is no folder “${folder}”. Check its name, or create it first.`,
  fileAsVault: (folder: string) => `“${folder}” is a file. Name the folder that holds your notes.`,
  unreadableVault: (folder: string) =>
    `The folder “${folder}” cannot be read. Allow reading it, or name another folder.`,
  noJournal:
    'Several files change safely only with notes of the change in the folder “.notly”, which cannot be written. Allow writing to it, then try again.',
  busy: 'Another Notly is changing this vault. Wait until it is done, then try again.',
  unfinished: (reason: string) =>
    `An interrupted change of several files could be neither finished nor taken back: ${reason} Its texts are safe in “.notly/journal”.`,
  badJournal: (file: string) =>
    `“${file}” tells of an interrupted change, but cannot be understood. Move it out of the vault, then open the vault again.`,
  vanishedVault: (folder: string) => `The folder “${folder}” has gone away. Bring it back, then try again.`,
}
