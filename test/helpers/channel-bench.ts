import type { Environment } from '../../src/backend/environment.ts'
import type { ChannelKind } from '../../src/shared/publishing/channel.ts'
import type { PostCounts } from '../../src/shared/publishing/counts.ts'
import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { Desk } from './publishing.ts'

/** One way for the next post to fail, and what becomes of the delivery. */
export interface Failing {
  readonly name: string
  readonly make: () => void | Promise<void>
  /** Puts the channel right again. */
  readonly mend?: () => void | Promise<void>
  /** After the try itself. */
  readonly first: DeliveryStatus
  /** After as many looks and waits as it takes. */
  readonly last: DeliveryStatus
}

/** A channel of one kind with the world behind it, for rules that hold for all kinds. */
export interface ChannelBench {
  readonly kind: ChannelKind
  readonly settings: Readonly<Record<string, string>>
  readonly secret: string | null
  /** Settings that are refused, and the name of the one at fault. */
  readonly refused: readonly (readonly [settings: Readonly<Record<string, string>>, name: string])[]
  readonly environment: Partial<Environment>
  /** What readers see, one text a post. */
  readonly published: () => Promise<readonly string[]>
  /** Photos that readers see. */
  readonly photos: () => Promise<number>
  /** Posts beyond the first of one delivery. */
  readonly doubles: () => number
  /** Tries to post that reached the channel, refused ones too. */
  readonly attempts: () => number
  readonly failings: readonly Failing[]
  /** The next post comes out and its answer is lost. */
  readonly loseAnswer: () => void
  /** The next change of a post is made and its answer is lost; left out where nothing can be changed. */
  readonly loseChange?: () => void
  /** Where counts are told: sets what readers have done with every post, says what of it the channel tells. */
  readonly read?: (counts: Readonly<Record<keyof PostCounts, number>>) => PostCounts
  /** Where counts are told: the next question about them is not answered. */
  readonly loseCounts?: () => void
  /** Where a person posts: does so with everything that was handed over; how many that were. */
  readonly byHand?: (desk: Desk) => Promise<number>
  readonly close: () => Promise<void>
}
