import type { IssueLayout } from '../../../layout/input.ts'
import { counted } from '../../../shared/language/plural.ts'
import type { DiagnosticCode, LayoutDiagnostic } from '../../../shared/layout/api.ts'
import type { Area } from '../../../shared/preflight/finding.ts'
import type { RuleId } from '../../../shared/preflight/rules.ts'
import { aboutArticle, aboutPage, type Found } from '../found.ts'

/** Two are found by rules of their own: N08 knows the printer's limits, P01 looks for the files themselves. */
type OwnRule = 'coarsePhoto' | 'missingPhoto'
const rules: Readonly<Record<Exclude<DiagnosticCode, OwnRule>, RuleId>> = {
  overset: 'T01',
  underset: 'T02',
  missingCharacter: 'T03',
  wideWord: 'T04',
  misplaced: 'T05',
  emptyFoot: 'T06',
  zoneFault: 'T07',
  emptyZone: 'T08',
  photoLeftOut: 'P02',
  tableLeftOut: 'T09',
  codeWithoutAddress: 'T10',
  emptyStory: 'T11',
  standIn: 'T12',
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/u, '')}.`

/** What the layout itself has to say of these pages, each with the place of its story. */
export const layoutFindings = (
  layout: IssueLayout,
  pages: readonly number[],
  nameOf: (article: string) => string,
): readonly Found[] => {
  const chosen = new Set(pages)
  const zone = (page: number | null, article: string): Area | null =>
    layout.pages.find((each) => each.page === page)?.zones.find((each) => each.article === article) ?? null
  const areaOf = (page: number | null, article: string): Area | null => {
    const found = zone(page, article)
    return found && { x: found.x, y: found.y, width: found.width, height: found.height }
  }
  const about = ({ page, article }: Pick<LayoutDiagnostic, 'page' | 'article'>) =>
    article === null ? aboutPage() : aboutArticle(article, areaOf(page, article))
  const said = layout.diagnostics.flatMap((each): Found[] => {
    const { code, page, message, hint } = each
    if (code === 'coarsePhoto' || code === 'missingPhoto' || (page !== null && !chosen.has(page))) return []
    return [{ rule: rules[code], page, object: about(each), message: sentence(message), todo: sentence(hint) }]
  })
  // What does not fit is counted even where no diagnostic speaks of it.
  const silent = layout.fits.filter(
    ({ article, page, overset }) =>
      overset > 0 && chosen.has(page) && !said.some(({ rule, object }) => rule === 'T01' && object.article === article),
  )
  return [
    ...said,
    ...silent.map(({ article, page, continuation, overset }): Found => {
      const last = continuation ?? page
      return {
        rule: 'T01',
        page: last,
        object: aboutArticle(article, areaOf(last, article)),
        message: `Хвост ${counted(overset, 'строка', 'строки', 'строк')}: ${nameOf(article)}.`,
        todo: 'Сократите текст или дайте ему больше места.',
      }
    }),
  ]
}
