/** What a new decision starts from. @param date ISO day */
export function decisionText(date: string): string {
  return `---
kind: decision
status: proposed
date: ${date}
---

## Context

What is the case today, and what does it cost us?

## Options

1. Leave it as it is.
2. 

## Choice



## Reason

Why this one, and what would make us change our minds?
`
}
