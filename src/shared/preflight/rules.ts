/** What a rule says when it fires: how grave it is, and whether a person may let it pass with a reason. */
export interface PreflightRule {
  readonly severity: 'error' | 'warning'
  readonly overridable: boolean
}

const grave: PreflightRule = { severity: 'error', overridable: false }
const error: PreflightRule = { severity: 'error', overridable: true }
const warning: PreflightRule = { severity: 'warning', overridable: true }

/**
 * Every rule of the preflight by its number in `src/backend/preflight/SPEC.md`: R release, C corrections, I imprint, T text, P photos,
 * M rights of photos, A adverts, N print, X the points of PDF/X-4, S the file itself.
 */
export const preflightRules = {
  R01: grave,
  R02: grave,
  R03: grave,
  R04: grave,
  C01: error,
  C02: error,
  C03: warning,
  I01: error,
  I02: error,
  I03: error,
  I04: error,
  T01: error,
  T02: warning,
  T03: error,
  T04: warning,
  T05: grave,
  T06: warning,
  T07: error,
  T08: warning,
  T09: error,
  T10: warning,
  T11: error,
  T12: warning,
  P01: grave,
  P02: error,
  P03: grave,
  M10: warning,
  M11: grave,
  M12: grave,
  M13: error,
  M14: warning,
  A01: grave,
  A02: grave,
  A03: grave,
  A04: grave,
  A05: error,
  A06: warning,
  A07: warning,
  A08: warning,
  A09: warning,
  A10: warning,
  A11: grave,
  N01: grave,
  N02: grave,
  N04: error,
  N05: error,
  N06: warning,
  N07: error,
  N08: error,
  N08w: warning,
  N09: error,
  N10: error,
  N11: error,
  N13: error,
  N14: warning,
  N15: warning,
  X01: grave,
  X02: grave,
  X03: grave,
  X04: grave,
  X05: grave,
  X06: grave,
  X07: grave,
  X08: grave,
  X09: grave,
  X10: grave,
  X11: grave,
  X12: grave,
  X13: grave,
  X14: grave,
  X15: grave,
  X16: grave,
  X17: grave,
  S01: grave,
  S02: grave,
} as const satisfies Readonly<Record<string, PreflightRule>>

export type RuleId = keyof typeof preflightRules

const isRuleId = (value: string): value is RuleId => Object.hasOwn(preflightRules, value)

export const ruleIds: readonly RuleId[] = Object.keys(preflightRules).filter(isRuleId)
