import { z } from 'zod'
import { articleStatuses, roles } from '../workflow/states.ts'

/** SHA-256, hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Why a key counts no more. */
export const revocationReasons = ['dismissed', 'replaced', 'lost'] as const

/** What the newsroom's owner says: who has which key, may act in which roles, and how strictly approvals are given. */
const ownerActs = [
  /** The first entry of a newsroom: its owner's key, signed with itself. */
  z.strictObject({
    action: z.literal('begin'),
    publicKey: z.base64(),
    /** Hash of what was approved without signatures before, see `AdoptedApprovals`. */
    adopted: hashSchema,
  }),
  /** This key, Ed25519 as DER in base64, is this person's. */
  z.strictObject({ action: z.literal('key'), person: z.string(), publicKey: z.base64() }),
  /** A key counts no more: for nothing signed from this moment on, and for nothing that was not seen by now. */
  z.strictObject({
    action: z.literal('revoke'),
    person: z.string(),
    key: hashSchema,
    from: z.number(),
    reason: z.enum(revocationReasons),
  }),
  /** A person's roles from a moment on; `until` null means until said otherwise. A later one of the same `grant` replaces it. */
  z.strictObject({
    action: z.literal('role'),
    person: z.string(),
    /** What the person is called; said with the first word on them. */
    name: z.string().optional(),
    grant: z.string(),
    roles: z.array(z.enum(roles)),
    from: z.number(),
    until: z.number().nullable(),
  }),
  /** How strictly approvals are given from now on. */
  z.strictObject({ action: z.literal('rules'), twoPersons: z.boolean(), strictStages: z.boolean() }),
] as const

/** What people decide about articles: the hash is that of the content they saw. */
const decisions = [
  z.strictObject({
    action: z.literal('approve'),
    role: z.enum(roles),
    article: z.string(),
    approval: z.string(),
    contentHash: hashSchema,
    /** Hashes of the variants for single channels; absent where there are none. */
    variants: z.record(z.string(), hashSchema).optional(),
    passedOver: z.array(z.enum(articleStatuses)),
  }),
  z.strictObject({
    action: z.literal('return'),
    role: z.enum(roles),
    article: z.string(),
    contentHash: hashSchema,
    remark: z.string(),
  }),
] as const

/** What people decide about pages and issues: the hash is that of the record's frozen content. */
const signOffs = [
  z.strictObject({
    action: z.literal('signPage'),
    role: z.enum(roles),
    issue: z.string(),
    page: z.number().int().min(1),
    /** Id of the record that is signed. */
    signing: z.string(),
    contentHash: hashSchema,
  }),
  z.strictObject({
    action: z.literal('signIssue'),
    role: z.enum(roles),
    issue: z.string(),
    signing: z.string(),
    contentHash: hashSchema,
  }),
  /** A page went to the printer as this file; a later version says why. */
  z.strictObject({
    action: z.literal('sendPage'),
    role: z.enum(roles),
    issue: z.string(),
    page: z.number().int().min(1),
    signing: z.string(),
    /** Hash of the page's content that was signed. */
    contentHash: hashSchema,
    version: z.number().int().min(1),
    file: z.string(),
    fileHash: hashSchema,
    reason: z.string(),
    /** Hash of the printer's conditions it was made for. */
    printer: hashSchema.optional(),
  }),
] as const

const actSchema = z.discriminatedUnion('action', [...ownerActs, ...decisions, ...signOffs])
/** One thing somebody signed for. */
export type Act = z.infer<typeof actSchema>
/** What people decide in a role, as against what the owner says of keys and roles. */
export type Decision = Extract<Act, { readonly role: unknown }>
export type SignOffAct = Extract<Act, { action: 'signPage' | 'signIssue' | 'sendPage' }>

/** What a sign-off is about, as one name: of several signed for the same the latest counts. */
export const subjectOf = (act: SignOffAct): string => {
  switch (act.action) {
    case 'signPage':
      return `page ${act.issue} ${act.page}`
    case 'signIssue':
      return `issue ${act.issue}`
    case 'sendPage':
      return `sent ${act.issue} ${act.page}`
  }
}

export const isSignOff = (act: Act): act is SignOffAct =>
  act.action === 'signPage' || act.action === 'signIssue' || act.action === 'sendPage'

export const isDecision = (act: Act): act is Decision => 'role' in act

/**
 * One line of the ledger. A chain is what one person signed in one copy of the folder; each entry names the one before
 * it in its chain and the newest ones of other chains that it has seen, so that copies which signed apart can be joined.
 */
export const entrySchema = z.strictObject({
  schemaVersion: z.literal(1),
  newsroom: z.string(),
  chain: z.string(),
  /** Place in the chain, from 0. */
  index: z.number().int().min(0),
  /** Hash of the entry before it; null for the first. */
  previous: hashSchema.nullable(),
  /** Heads of other chains that are new since the entry before: hash by chain. */
  seen: z.record(z.string(), hashSchema),
  /** Milliseconds since 1970; never before that of an entry it builds upon. */
  at: z.number().int(),
  signer: z.string(),
  /** SHA-256 of the signer's public key. */
  key: hashSchema,
  act: actSchema,
  /** Ed25519 over the canonical JSON of all the above, base64. */
  signature: z.base64(),
})
export type Entry = z.infer<typeof entrySchema>

/** The roles of a person under which a grant is their standing one; deputies' grants have ids of their own. */
export const standingGrant = 'standing'
