import type { Issue } from '../../../shared/issue/issue.ts'
import { noticePlace } from '../../correction/notice-place.ts'
import { articleName } from '../../export/release.ts'
import type { Newsroom } from '../../newsroom.ts'
import { aboutArticle, type Found } from '../found.ts'

/** Corrections that this issue owes its readers and that stand on none of its pages (rule C01). */
export const correctionFindings = async (newsroom: Newsroom, issue: Issue): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const { article, kind, print } of newsroom.corrections.all().values()) {
    const place = await noticePlace(newsroom, print?.notice ?? null)
    if (!print || !place || place.issue !== issue.serial || place.page !== null) continue
    const what = kind === 'correction' ? 'Поправка' : 'Опровержение'
    found.push({
      rule: 'C01',
      page: null,
      object: aboutArticle(place.article),
      message: `«${what}» к материалу ${articleName(newsroom, article)} (№ ${print.issue}, с. ${print.page}): на полосах этого номера не стоит.`,
      todo: 'Поставьте её на полосу, или объясните, почему её в этом номере не будет.',
    })
  }
  return found
}
