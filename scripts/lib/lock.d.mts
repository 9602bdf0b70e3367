export function holding<T>(file: string, work: () => Promise<T> | T): Promise<T>
