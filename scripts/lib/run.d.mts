export function pinnedNode(): string
