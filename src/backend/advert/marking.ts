import { layTokens } from '../../layout/page/advert-box.ts'
import { publicationSpec } from '../../layout/page/publication-spec.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { zoneFaults } from '../../shared/issue/page-dummy.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import { facesOf, styleOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'

/** Pages with the marking tokens of their adverts, which the law asks for on the internet and paper does not need. */
export const withTokens = async (
  newsroom: Newsroom,
  issue: Issue,
  displays: readonly PageDisplay[],
): Promise<readonly PageDisplay[]> => {
  const tokens = new Map(
    [...newsroom.adverts.all()].flatMap(([id, { content, withdrawn }]) =>
      withdrawn || content.token.trim() === '' ? [] : [[id, content.token.trim()] as const],
    ),
  )
  if (tokens.size === 0) return displays
  const faces = await facesOf(newsroom)
  const spec = publicationSpec(styleOf(newsroom, issue), issue.columns)
  return displays.map((display) => {
    const zones = issue.dummies[display.page]?.zones ?? []
    const faults = zoneFaults(zones, { columns: issue.columns, ...display.free })
    const standing = zones.filter((zone) => !faults.has(zone))
    return { ...display, items: [...display.items, ...layTokens(standing, tokens, { spec, faces, page: display.page })] }
  })
}
