import type { Result } from '../../../shared/api/result.ts'
import type { ArticleContent } from '../../../shared/article/content.ts'
import type { ChannelPreview } from '../../../shared/publishing/channel.ts'
import type { Environment, HttpOutcome, HttpRequest } from '../../environment.ts'
import type { Access, FileCarrier, HttpCarrier, MailCarrier } from './carrier.ts'

/** What a formatter may know beside the content. */
export interface FormatContext {
  /** Address of the newspaper's site; empty when there is none. */
  readonly portal: string
  /** Id of the delivery, the `utm_content` of links to the site. */
  readonly delivery: string
  readonly settings: Readonly<Record<string, string>>
}

/** Sends one request, exactly once. */
export type Http = (request: HttpRequest) => Promise<HttpOutcome>

/** What asking a channel without posting has shown. */
export interface SelfTest {
  /** Why posting would not work; null when it would. */
  readonly problem: string | null
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
  readonly carrier: HttpCarrier | FileCarrier | MailCarrier
  /** Asks whether posting would work, without posting. */
  readonly selfTest: (world: Pick<Environment, 'http' | 'files' | 'mail'>, access: Access) => Promise<SelfTest>
}
