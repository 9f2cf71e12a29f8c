import type { ArticlePart, ChannelPart } from '../../../shared/publishing/channel.ts'
import type { PostCounts } from '../../../shared/publishing/counts.ts'
import type { HttpOutcome, HttpRequest, MailFile, MailLetter, MailOutcome, MailServer } from '../../environment.ts'

/** The post is not out, and why: all that may become of a preparatory request, too. */
export type NotSent =
  /** May be tried again, after `afterMs` when the network says so. */
  | {
      readonly kind: 'retry'
      readonly afterMs: number | null
      readonly reason: string
      /** Says nothing of the channel's other deliveries: they need not wait with it. */
      readonly alone?: boolean
    }
  /** Would not be next time either. */
  | {
      readonly kind: 'refused'
      readonly to: 'failed' | 'needsPerson'
      readonly reason: string
      /** The channel's key is not taken any more, or lacks a right: every other delivery would be refused, too. */
      readonly access?: boolean
    }

/** What became of one post. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly remoteId: string; readonly url: string | null }
  | NotSent
  /** A person has it now and puts it in by hand: from here on it may be out. */
  | { readonly kind: 'handed'; readonly reason: string }
  /** May be posted or not. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** A photo that the channel has taken and knows by a name of its own. */
export interface Upload {
  /** Id of the photo in the newsroom. */
  readonly media: string
  readonly remoteId: string
  /** Where readers load it from; null where there is no such place. */
  readonly url: string | null
  /** Bytes as they were uploaded. */
  readonly size: number
}

/** What became of an upload. It may be repeated, so that there is no unknown outcome. */
export type UploadOutcome = { readonly kind: 'uploaded'; readonly upload: Upload } | NotSent

/** One request of several is done: the next one is made out of `state`, in the channel's own words. */
export interface Further {
  readonly kind: 'further'
  readonly state: string
}

/** Is a post there? */
export type LookupOutcome =
  | { readonly kind: 'found'; readonly remoteId: string; readonly url: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'noAnswer'; readonly reason: string }

/** Where a channel is and how it is entered. */
export interface Access {
  readonly settings: Readonly<Record<string, string>>
  /** Empty where the channel takes none. */
  readonly secret: string
}

export interface PostRequest extends Access {
  readonly part: ChannelPart
  /** Bytes of the part's photos, as `preparePhoto` made them; empty where photos are uploaded before. */
  readonly photos: readonly Uint8Array[]
  readonly uploads: readonly Upload[]
  /** Unique to the delivery and its post; for what the protocol needs a unique string for. */
  readonly mark: string
  /** Whom it is for, where the channel has many addressees; null for the place in its settings. */
  readonly recipient: string | null
  /** Files that go with it. */
  readonly files: readonly Omit<MailFile, 'cid'>[]
  /** When this attempt began, milliseconds since 1970. */
  readonly at: number
}

export interface PhotoUpload extends Access {
  /** Id of the photo in the newsroom. */
  readonly media: string
  /** As `preparePhoto` made them. */
  readonly bytes: Uint8Array
  /** What the photo shows. */
  readonly alternative: string
  readonly mark: string
  /** Where it is a file with a name of its own, by which it is found again; null or absent for a picture. */
  readonly file?: { readonly name: string; readonly type: string } | null
}

/**
 * Photos that go ahead of their post, each in requests of its own that may be repeated. `state` is what the request
 * before has brought; null at the first. Pure.
 */
export interface Uploads {
  readonly request: (photo: PhotoUpload, state: string | null) => HttpRequest
  readonly outcome: (answer: HttpOutcome, photo: PhotoUpload, state: string | null) => UploadOutcome | Further
}

/** A post that is looked for. */
export interface LookupPost extends Access {
  readonly part: ChannelPart
  /** The mark it was made with. */
  readonly mark: string
  /** It can't have come out before, milliseconds since 1970. */
  readonly since: number
}

/**
 * How a network is asked whether a post is there, in one request or several. Only for networks whose «no» can be relied
 * on. A null request: the channel's credentials don't allow the question. Pure.
 */
export interface Lookup {
  readonly request: (post: LookupPost, state: string | null) => HttpRequest | null
  readonly outcome: (answer: HttpOutcome, part: ChannelPart, post: LookupPost, state: string | null) => LookupOutcome | Further
}

/** Posts whose counts are asked for, by what the channel calls them. */
export interface CountQuestion extends Access {
  readonly posts: readonly string[]
}

/** What a channel counts of posts; those that it no longer has are left out. */
export type CountOutcome =
  | { readonly kind: 'counted'; readonly counts: ReadonlyMap<string, PostCounts> }
  | { readonly kind: 'noAnswer'; readonly reason: string }

/**
 * How a channel is asked what readers have done with its posts, in one request or several; nothing is changed by it. A
 * null request: the channel's credentials don't allow the question. Pure.
 */
export interface Counting {
  /** The most posts that one question may name. */
  readonly most: number
  /** What is missing where the request is null, for people. */
  readonly needs: string
  readonly request: (question: CountQuestion, state: string | null) => HttpRequest | null
  readonly outcome: (answer: HttpOutcome, question: CountQuestion, state: string | null) => CountOutcome | Further
}

/** A post that is out and is to be changed or taken away. */
export interface PostChange extends PostRequest {
  /** What the channel calls it. */
  readonly remoteId: string
  readonly url: string | null
  /** What is out there now. */
  readonly before: ChannelPart
}

/**
 * How a channel changes a post that is out, or takes it away, in one request. Doing it again must change nothing more: an
 * attempt of unknown outcome is repeated. Pure.
 */
export interface ChangeWay {
  /** Why this channel can't do it, for people; null when it can. */
  readonly complaint: (post: PostChange) => string | null
  readonly request: (post: PostChange) => HttpRequest
  /** `sent` means that the channel has done it. */
  readonly outcome: (answer: HttpOutcome, post: PostChange) => PostOutcome
}

/** A channel that is posted to by HTTP requests. Pure: requests and what their answers mean. */
export interface HttpCarrier {
  readonly kind: 'http'
  /** The one request that makes this post. */
  readonly request: (post: PostRequest) => HttpRequest
  readonly outcome: (answer: HttpOutcome, part: ChannelPart, access: Access) => PostOutcome
  /** Null where photos are part of the post. */
  readonly uploads: Uploads | null
  /** Null where a network can't be asked, so that a person has to look. */
  readonly lookup: Lookup | null
  /** Left out where what came out can't be changed. */
  readonly edit?: ChangeWay
  /** Left out where what came out can't be taken away. */
  readonly remove?: ChangeWay
  /** Left out where a channel counts nothing, or does not tell. */
  readonly counting?: Counting
}

/** A channel that sends letters. Pure: the letter, the mailbox it goes through, and what the answer means. */
export interface MailCarrier {
  readonly kind: 'mail'
  readonly server: (access: Access) => MailServer
  readonly letter: (post: PostRequest) => MailLetter
  /** `id` is the letter's `Message-ID`. */
  readonly outcome: (answer: MailOutcome, id: string) => PostOutcome
}

/** A channel that a person posts to by hand: the program prepares what is put in, and is told what became of it. */
export interface HandCarrier {
  readonly kind: 'hand'
}

/** A file as it is to be. */
export interface FileChange {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A delivery in a document that holds many. */
export interface FileItem {
  /** Id of the delivery. */
  readonly delivery: string
  readonly part: ArticlePart
  readonly uploads: readonly Upload[]
  /** When it was sent, milliseconds since 1970. */
  readonly at: number
  /** Where else readers find it; null where there is no such place. */
  readonly link: string | null
}

/**
 * A channel that is one file on a disk, written anew with every post out of all that the channel has sent. Writing the
 * same again changes nothing. Pure: what is to be written, and what a failure means.
 */
export interface FileCarrier {
  readonly kind: 'file'
  readonly path: (settings: Readonly<Record<string, string>>) => string
  /** Where readers load the document; null where that is not known. */
  readonly address: (settings: Readonly<Record<string, string>>) => string | null
  /** The photo beside the document. */
  readonly photo: (photo: PhotoUpload) => { readonly file: FileChange; readonly upload: Upload }
  /** The whole document; `items` need not be sorted. */
  readonly document: (items: readonly FileItem[], settings: Readonly<Record<string, string>>, now: number) => Uint8Array
  /** Was this file written by this program? Another one's is never replaced. */
  readonly isOurs: (bytes: Uint8Array) => boolean
  readonly holds: (bytes: Uint8Array, delivery: string) => boolean
  /** What a refusal of the disk means; `code` is Node's, null where it has none. Nothing was written. */
  readonly failure: (code: string | null, path: string) => NotSent
}
