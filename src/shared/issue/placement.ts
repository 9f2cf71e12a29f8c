import { z } from 'zod'

/** Leaves it to the page plan where on its page an article stands. */
export const autoSlot = 'auto'

/**
 * Where an article stands: one whole value, so that two people who move it at once leave one of the two places and
 * never a mixture. `order` is a fractional index among the articles of the page.
 */
export const placementSchema = z.object({
  page: z.number().int().min(1),
  /** Zone of the page's dummy, or `autoSlot`. */
  slot: z.string(),
  order: z.string(),
  /** The page the rest of a long story goes on to; null keeps it on one page. */
  continuation: z.number().int().min(1).nullable(),
  /** Zone of that page for the rest. */
  continuationSlot: z.string().default(autoSlot),
  /** Does its text end with a QR code that leads to the story on the portal? */
  code: z.boolean().optional(),
})
export type Placement = z.infer<typeof placementSchema>

/** What of a placement goes with its story wherever it is put. */
export const lasting = (placement: Placement | null | undefined): Pick<Placement, 'code'> =>
  placement?.code === true ? { code: true } : {}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A key that sorts strictly between two others (by code unit); null stands for the very beginning or end.
 * Keys never end in the lowest digit, so there is always room before them.
 */
export const orderBetween = (before: string | null, after: string | null): string => {
  const low = before ?? ''
  let key = ''
  for (let i = 0; ; i += 1) {
    const from = i < low.length ? digits.indexOf(low.charAt(i)) : 0
    const bounded = after !== null && key === after.slice(0, i)
    const to = bounded ? (i < after.length ? digits.indexOf(after.charAt(i)) : 0) : digits.length
    if (to - from > 1) return key + digits.charAt(from + Math.floor((to - from) / 2))
    key += digits.charAt(from)
  }
}

/** Placed articles of one page in their order; ids break ties, so that every program sees the same order. */
export const inOrder = <T extends { readonly id: string; readonly placement: Placement }>(placed: readonly T[]): readonly T[] =>
  [...placed].sort((a, b) =>
    a.placement.order < b.placement.order ? -1 : a.placement.order > b.placement.order ? 1 : a.id < b.id ? -1 : 1,
  )
