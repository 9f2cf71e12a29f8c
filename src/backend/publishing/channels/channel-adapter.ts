import type { Result } from '../../../shared/api/result.ts'
import type { ArticleContent } from '../../../shared/article/content.ts'
import type { ChannelCheck, ChannelPreview } from '../../../shared/publishing/channel.ts'
import type { VariantContent } from '../../../shared/variant/variant.ts'
import type { Environment, HttpOutcome, HttpRequest } from '../../environment.ts'
import type { Access, FileCarrier, HandCarrier, HttpCarrier, MailCarrier } from './carrier.ts'

/** What a formatter may know beside the content. */
export interface FormatContext {
  /** Address of the newspaper's site; empty when there is none. */
  readonly portal: string
  /** Id of the delivery, the `utm_content` of links to the site. */
  readonly delivery: string
  readonly settings: Readonly<Record<string, string>>
  /** What the channel gets in place of what would be made of the content; null or absent for nothing. */
  readonly variant?: VariantContent | null
  /** The article on the newspaper's site; null or absent while it is not there. */
  readonly page?: string | null
  /** Marks of links to the site, the usual ones when absent; null for none. */
  readonly marks?: LinkMarks | null
  /** Where the invitation to join leads; null or absent where there is none. */
  readonly join?: string | null
}

/** By these the site's statistics know where readers came from; an empty one is left out. */
export interface LinkMarks {
  readonly medium: string
  readonly campaign: string
}

/** Sends one request, exactly once. */
export type Http = (request: HttpRequest) => Promise<HttpOutcome>

/** What asking a channel without posting has shown. */
export interface SelfTest {
  /** Why posting would not work; null when it would. */
  readonly problem: string | null
  /** What was looked at, line by line; a channel that looks at one thing only leaves it out. */
  readonly checks?: readonly ChannelCheck[]
  /** The settings with what the channel has told of itself. */
  readonly settings: Readonly<Record<string, string>>
}

/** All that a kind of channel is: adding one adds its folder and a line in the registry. */
export interface ChannelAdapter {
  /** Checks settings and fills in what is left out; the message of a failure names the setting. */
  readonly settings: (given: Readonly<Record<string, string>>) => Result<Readonly<Record<string, string>>>
  /** Setting whose value is the place posts go to: it can't change under deliveries. */
  readonly target: string
  /** Complaint about a secret that can't be one; it never quotes the secret. Null where the channel takes no secret. */
  readonly secretComplaint: ((secret: string) => string | null) | null
  /** Least time between two posts of one channel, in milliseconds. */
  readonly intervalMs: number
  /** The same where it is a setting. */
  readonly paceOf?: (settings: Readonly<Record<string, string>>) => number
  /** Pure: the posts in order, and what a person should know of them. */
  readonly format: (content: ArticleContent, context: FormatContext) => ChannelPreview
  /** Makes a stored photo fit the channel. Fails when it can't. */
  readonly preparePhoto: (bytes: Uint8Array) => Promise<Result<Uint8Array>>
  readonly carrier: HttpCarrier | FileCarrier | MailCarrier | HandCarrier
  /** Does it take the page of an issue, with its PDF? */
  readonly issuePages?: true
  /** Makes a post and takes it away again, where the channel allows that; readers may see it for a moment. */
  readonly trial?: (world: Pick<Environment, 'http' | 'now'>, access: Access) => Promise<readonly ChannelCheck[]>
  /** Asks whether posting would work, without posting. */
  readonly selfTest: (world: Pick<Environment, 'http' | 'files' | 'mail'>, access: Access) => Promise<SelfTest>
}
