/** What a new decision starts from in a vault that has no template of its own for decisions. */
export const DECISION_TEMPLATE = `---
kind: template
status: proposed
date: {{date}}
---

## Context

{{cursor}}What is the case today, and what does it cost us?

## Options

1. Leave it as it is.
2. 

## Choice



## Reason

Why this one, and what would make us change our minds?
`
