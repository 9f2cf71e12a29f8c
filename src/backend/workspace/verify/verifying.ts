import type { Broken } from '../../../shared/ledger/verification.ts'
import type { Environment } from '../../environment.ts'

/** What the parts of a verification share: nothing of it is ever written. */
export interface Verifying {
  readonly environment: Environment
  readonly folder: string
  readonly tell: (broken: Broken) => void
}
