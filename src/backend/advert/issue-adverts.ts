import { markOf } from '../../shared/advert/advert.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { AdvertInput, IssueOutline } from '../../shared/layout/input.ts'
import type { Newsroom } from '../newsroom.ts'

/** The adverts that zones of an issue name, in order of pages and zones, one as often as it stands. */
export const standingAdverts = ({
  dummies,
}: Pick<Issue, 'dummies'>): readonly { readonly advert: string; readonly page: number }[] =>
  Object.entries(dummies)
    .flatMap(([page, { zones }]) =>
      zones.flatMap((zone) =>
        zone.kind === 'advert' && zone.advert !== null ? [{ advert: zone.advert, page: Number(page) }] : [],
      ),
    )
    .sort((a, b) => a.page - b.page)

/** An advert for the page engine; withdrawn and unknown ones are left out, so that their zones stand empty. */
const inputOf = (newsroom: Newsroom, id: string): AdvertInput | null => {
  const record = newsroom.adverts.get(id)
  if (!record || record.withdrawn) return null
  const { content } = record
  const medium = content.file === null ? null : newsroom.media.get(content.file)
  const file =
    content.file === null || !medium
      ? null
      : {
          kind: medium.format === 'pdf' ? ('document' as const) : ('picture' as const),
          media: content.file,
          width: medium.width,
          height: medium.height,
        }
  return { mark: markOf(content), advertiser: content.advertiser, title: content.title, file }
}

/** What the page engine needs of the adverts of an issue. */
export const advertInputs = (newsroom: Newsroom, issue: Pick<Issue, 'dummies'>): IssueOutline['adverts'] =>
  Object.fromEntries(
    standingAdverts(issue).flatMap(({ advert }) => {
      const input = inputOf(newsroom, advert)
      return input === null ? [] : [[advert, input] as const]
    }),
  )
