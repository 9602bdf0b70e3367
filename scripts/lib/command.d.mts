export declare function buildCommandWhenChanged(): Promise<void>
