import { z } from 'zod'

/** What a printed code leads to, held against the page that came out: `unsure` where only the site itself could tell. */
export const codeStates = ['leads', 'unsure'] as const
export type CodeState = (typeof codeStates)[number]

/** A story of an issue on the newspaper's site. */
export const onlineStorySchema = z.object({
  article: z.string(),
  headline: z.string(),
  page: z.number().int(),
  /** Its page on the site; null while it is not there. */
  url: z.string().nullable(),
  /** Where its code in print leads; null where it has none. */
  code: z.string().nullable(),
  /** Null where there is no code or no page. */
  codeState: z.enum(codeStates).nullable(),
})
export type OnlineStory = z.infer<typeof onlineStorySchema>

/** What a package for other sites holds, and what stayed out of it. */
export const sitePackageSchema = z.object({
  folder: z.string(),
  /** The same as one file. */
  archive: z.string(),
  stories: z.number(),
  photos: z.number(),
  left: z.array(z.object({ headline: z.string(), why: z.string() })),
})
export type SitePackage = z.infer<typeof sitePackageSchema>

/** Host without `www.` and the parts of the path; null where it is no web address. */
const placeOf = (address: string): { readonly host: string; readonly parts: readonly string[] } | null => {
  const [, host, path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(address) ?? []
  return host === undefined ? null : { host: host.toLowerCase(), parts: path.split('/').filter((part) => part !== '') }
}

/**
 * Does a printed address lead to a page of the same site? Sites find an article by the beginning of the last part of its
 * address; anything else only the site could tell.
 */
export const codeState = (code: string, page: string): CodeState => {
  const [printed, real] = [placeOf(code), placeOf(page)]
  if (printed === null || real === null || printed.host !== real.host) return 'unsure'
  const [beginning, name] = [printed.parts.at(-1), real.parts.at(-1)]
  return beginning !== undefined && name?.startsWith(beginning) === true ? 'leads' : 'unsure'
}
