export function buildWebWhenChanged(): Promise<boolean>
