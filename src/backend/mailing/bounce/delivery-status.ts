import type { BounceKind } from '../../../shared/mailing/bounce.ts'

/** What a mail server says of one recipient. */
export interface Bounce {
  readonly address: string
  readonly kind: BounceKind
  /** «550 5.1.1 No such user», at most so much as people read. */
  readonly reason: string
}

/** Longest reason that is kept, in characters. */
const longestReason = 300

/** A field of a block by its name, folded lines joined; null where it is missing. */
const field = (block: string, name: string): string | null => {
  const found = new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(block)?.[1]
  return found === undefined ? null : found.replace(/\s+/g, ' ').trim()
}

/** «rfc822; user@host» without its kind. */
const typed = (value: string | null): string => (value ?? '').replace(/^[\w-]+;\s*/, '')

const addressOf = (block: string): string => {
  const given = typed(field(block, 'Original-Recipient')) || typed(field(block, 'Final-Recipient'))
  return given.replace(/^<|>$/g, '').trim()
}

/** Classes of RFC 3463 that tell of an address under which nobody reads; the rest of 5.x.x speaks of a letter or a moment. */
const deadAddress = /^5\.(?:0\.0|1\.\d+|2\.[01]|4\.4)$/

const kindOf = (action: string, status: string): BounceKind | null => {
  if (action === 'delayed') return 'delayed'
  if (action !== 'failed') return null
  return deadAddress.test(status) ? 'hard' : 'soft'
}

/**
 * What a report of a mail server (RFC 3464, `message/delivery-status`) says of each recipient whose letter did not arrive
 * or has not yet (rule B7). Pure.
 */
export const bouncesIn = (report: string): readonly Bounce[] =>
  report
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block): Bounce[] => {
      const address = addressOf(block)
      const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field(block, 'Status') ?? '')?.[0] ?? ''
      const kind = kindOf((field(block, 'Action') ?? '').toLowerCase(), status)
      if (address === '' || kind === null) return []
      const said = typed(field(block, 'Diagnostic-Code'))
      return [{ address, kind, reason: (said || status || 'без объяснения').slice(0, longestReason) }]
    })
