import type { Result } from '../../../shared/api/result.ts'
import type { ArticleContent } from '../../../shared/article/content.ts'
import type { ChannelPart, ChannelPreview } from '../../../shared/publishing/channel.ts'
import type { HttpOutcome, HttpRequest } from '../../environment.ts'

/** What a formatter may know beside the content. */
export interface FormatContext {
  /** Address of the newspaper's site; empty when there is none. */
  readonly portal: string
  /** Id of the delivery, the `utm_content` of links to the site. */
  readonly delivery: string
}

/** What became of one post. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly remoteId: string; readonly url: string | null }
  /** Not posted; may be tried again, after `afterMs` when the network says so. */
  | { readonly kind: 'retry'; readonly afterMs: number | null; readonly reason: string }
  /** Not posted, and would not be next time either. */
  | { readonly kind: 'refused'; readonly to: 'failed' | 'needsPerson'; readonly reason: string }
  /** May be posted or not. */
  | { readonly kind: 'unknown'; readonly reason: string }

export interface PostRequest {
  readonly part: ChannelPart
  /** Bytes of the part's photos, as `preparePhoto` made them. */
  readonly photos: readonly Uint8Array[]
  readonly settings: Readonly<Record<string, string>>
  readonly secret: string
  /** Unique to the delivery and its post; for what the protocol needs a unique string for. */
  readonly mark: string
}

/** Sends one request, exactly once. */
export type Http = (request: HttpRequest) => Promise<HttpOutcome>

/** All that a kind of channel is: adding one adds its folder and a line in the registry. */
export interface ChannelAdapter {
  /** Checks settings and fills in what is left out; the message of a failure names the setting. */
  readonly settings: (given: Readonly<Record<string, string>>) => Result<Readonly<Record<string, string>>>
  /** Setting whose value is the place posts go to: it can't change under deliveries. */
  readonly target: string
  /** Complaint about a secret that can't be one; it never quotes the secret. */
  readonly secretComplaint: (secret: string) => string | null
  /** Least time between two posts of one channel, in milliseconds. */
  readonly intervalMs: number
  /** Pure: the posts in order, and what a person should know of them. */
  readonly format: (content: ArticleContent, context: FormatContext) => ChannelPreview
  /** Makes a stored photo fit the network's limits. Fails when it can't. */
  readonly preparePhoto: (bytes: Uint8Array) => Promise<Result<Uint8Array>>
  /** Pure: the one request that makes this post. */
  readonly request: (post: PostRequest) => HttpRequest
  /** Pure: what the answer to that request means. */
  readonly outcome: (answer: HttpOutcome, part: ChannelPart) => PostOutcome
  /** Asks the network whether posting would work, without posting. Null when it would; otherwise why not. */
  readonly selfTest: (http: Http, settings: Readonly<Record<string, string>>, secret: string) => Promise<string | null>
}
