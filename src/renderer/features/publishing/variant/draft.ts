import type { VariantView } from '../../../../shared/variant/api.ts'
import { type CropRatio, cropRatios, type VariantContent } from '../../../../shared/variant/variant.ts'

/** A picture of the article in a variant that is being written. */
export interface PhotoDraft {
  readonly media: string
  readonly caption: string
  readonly isIn: boolean
  readonly ratio: CropRatio | 'whole'
}

/** A variant as a person writes it: what is empty is left to the formatter. */
export interface VariantDraft {
  readonly text: string
  readonly title: string
  readonly summary: string
  readonly link: string
  readonly tags: string
  readonly video: string
  readonly photos: readonly PhotoDraft[]
  /** Null as the newsroom's settings say. */
  readonly join: boolean | null
}

/** What a person begins with: the variant there is, else what the formatter proposes. */
export const draftOf = ({ content, proposal, photos }: VariantView): VariantDraft => {
  const chosen = content?.photos ?? photos.map(({ media }) => ({ media, crop: null }))
  const place = ({ media }: { readonly media: string }) => chosen.findIndex((photo) => photo.media === media)
  const behind = chosen.length
  return {
    text: content?.text ?? proposal.text,
    title: content?.title ?? proposal.title,
    summary: content?.summary ?? proposal.summary,
    link: content?.link ?? '',
    tags: (content?.tags ?? proposal.tags).join(' '),
    video: content?.video ?? '',
    join: content?.join ?? null,
    photos: photos
      .map((photo) => ({
        ...photo,
        isIn: place(photo) >= 0,
        ratio: chosen[place(photo)]?.crop?.ratio ?? ('whole' as const),
      }))
      .toSorted((a, b) => (a.isIn ? place(a) : behind) - (b.isIn ? place(b) : behind)),
  }
}

const isAddress = (typed: string): boolean => typed === '' || (/^https?:\/\/\S+$/.test(typed) && URL.canParse(typed))

/** The fields whose addresses can't be taken. */
export const wrongFields = ({ link, video }: VariantDraft): ReadonlySet<'link' | 'video'> =>
  new Set([...(isAddress(link.trim()) ? [] : ['link' as const]), ...(isAddress(video.trim()) ? [] : ['video' as const])])

const ownOr = (typed: string, proposed: string): string | null => (typed.trim() === proposed.trim() ? null : typed)

/** The variant a draft stands for; what is as proposed stays with the formatter. `focusOf` is the place of a picture that must stay. */
export const contentOf = (
  draft: VariantDraft,
  { proposal, photos, shape }: VariantView,
  focusOf: (media: string) => { readonly x: number; readonly y: number },
): VariantContent => {
  const tags = draft.tags.split(/[\s,#]+/).filter((tag) => tag !== '')
  const chosen = draft.photos.filter(({ isIn }) => isIn)
  const isWhole =
    chosen.length === photos.length && chosen.every(({ media, ratio }, at) => media === photos[at]?.media && ratio === 'whole')
  const isPost = shape === 'post'
  return {
    text: isPost ? ownOr(draft.text, proposal.text) : null,
    title: isPost ? null : ownOr(draft.title, proposal.title),
    summary: isPost ? null : ownOr(draft.summary, proposal.summary),
    link: draft.link.trim() === '' ? null : draft.link.trim(),
    tags: tags.join(' ') === proposal.tags.join(' ') ? null : tags,
    video: draft.video.trim() === '' ? null : draft.video.trim(),
    join: draft.join,
    photos:
      isWhole || !isPost
        ? null
        : chosen.map(({ media, ratio }) => ({ media, crop: ratio === 'whole' ? null : { ratio, focus: focusOf(media) } })),
  }
}

/** What a picture can be cropped to, the whole of it first. */
export const cropChoices = ['whole', ...cropRatios] as const
