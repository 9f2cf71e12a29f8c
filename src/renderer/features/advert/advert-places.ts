import type { Arrangement } from '../../../shared/issue/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import type { PageDummy, PageZone } from '../../../shared/issue/page-dummy.ts'

/** A zone for adverts on a page of an issue. */
export interface AdvertPlace {
  readonly page: number
  readonly zone: string
  readonly span: number
  readonly rows: number
  readonly advert: string | null
}

/** The zones for adverts of an issue in the order of its pages. */
export const advertPlaces = ({ dummies }: Pick<Issue, 'dummies'>): readonly AdvertPlace[] =>
  Object.entries(dummies)
    .flatMap(([page, { zones }]) =>
      zones.flatMap(({ id, span, rows, ...zone }) =>
        zone.kind === 'advert' ? [{ page: Number(page), zone: id, span, rows, advert: zone.advert }] : [],
      ),
    )
    .sort((a, b) => a.page - b.page)

/** The pages of an issue that change when an advert leaves its places for another one; null leaves it without one. */
export const moveAdvert = (
  { dummies }: Pick<Issue, 'dummies'>,
  advert: string,
  to: AdvertPlace | null,
): Arrangement['dummies'] => {
  const standing = (page: number, zone: PageZone): PageZone => {
    if (zone.kind !== 'advert') return zone
    if (to !== null && page === to.page && zone.id === to.zone) return { ...zone, advert }
    return zone.advert === advert ? { ...zone, advert: null } : zone
  }
  const changed: Record<string, PageDummy> = {}
  for (const [page, dummy] of Object.entries(dummies)) {
    const zones = dummy.zones.map((zone) => standing(Number(page), zone))
    if (zones.some((zone, index) => zone !== dummy.zones[index])) changed[page] = { ...dummy, zones }
  }
  return changed
}
