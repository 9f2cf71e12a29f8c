import { textOf } from '../../../shared/article/content.ts'
import type { ExportTarget } from '../../../shared/export/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import type { PageDisplay } from '../../../shared/layout/display.ts'
import { type Gap, weightOf } from '../../../shared/media/rights.ts'
import type { RuleId } from '../../../shared/preflight/rules.ts'
import { articleName, placedOn } from '../../export/release.ts'
import { printPhotos } from '../../layout/layout-stories.ts'
import { gapsInWords, mediumName } from '../../media/gap-words.ts'
import type { Medium } from '../../media/medium-type.ts'
import { dayShown, rightsIn } from '../../media/standing.ts'
import type { Newsroom } from '../../newsroom.ts'
import { aboutMedium, type Found } from '../found.ts'
import { itemArea } from './pages.ts'

type RightsRule = Extract<RuleId, `M${string}`>

const ruleOf = (gap: Gap, isPassed: boolean): RightsRule => {
  switch (weightOf(gap)) {
    case 'advice':
      return 'M10'
    case 'law':
      return gap.kind === 'minor' || gap.kind === 'minorEnded' ? 'M12' : 'M11'
    case 'editor':
      return isPassed ? 'M14' : 'M13'
  }
}

const todoOf: Readonly<Record<RightsRule, string>> = {
  M10: 'Заполните карточку снимка: автор, право, согласие тех, кто на нём.',
  M11: 'Продлите право и запишите это в карточке или возьмите другой снимок.',
  M12: 'Возьмите письменное согласие родителя и отметьте его в карточке, иначе замените снимок или скройте лицо.',
  M13: 'Дополните карточку снимка, возьмите другой снимок или объясните, почему этот можно ставить.',
  M14: 'Проверьте, что причина ещё верна.',
}

/** What to do where a picture has a right, but not to be shown here. */
const otherUse: Readonly<Record<ExportTarget, string>> = {
  print: 'Отметьте фото «Только на сайте», возьмите другой снимок или получите право на печать и запишите его в карточку.',
  web: 'Отметьте фото «Только в печати», возьмите другой снимок или получите право на показ в сети и запишите его в карточку.',
}

/** Where a picture of a story stands on these pages; null where it found no room. */
const placeOf = (displays: readonly PageDisplay[], media: string, article: string) => {
  for (const { page, items } of displays)
    for (const item of items)
      if (item.kind === 'image' && item.media === media && item.tag.article === article) return { page, area: itemArea(item) }
  return null
}

/**
 * Rights that the pictures on these pages lack on the day the issue comes out, or today where that day is past (rules
 * M10 to M14).
 */
export const rightsFindings = async (
  newsroom: Newsroom,
  {
    issue,
    displays,
    pages,
  }: { readonly issue: Issue; readonly displays: readonly PageDisplay[]; readonly pages: readonly number[] },
  use: ExportTarget,
): Promise<readonly Found[]> => {
  const found: Found[] = []
  const day = dayShown(newsroom, issue.serial)
  const say = (medium: Medium, gaps: readonly Gap[], rule: RightsRule, caption: string, article: string): string => {
    const picture = `Снимок ${mediumName(medium.name, medium.card?.caption || caption)} в материале ${articleName(newsroom, article)}`
    const missing = gapsInWords(gaps, use)
    return rule === 'M14'
      ? `${picture} пропущен с объяснением: ${medium.pass?.reason ?? ''}. Не хватает: ${missing}.`
      : `${picture}: ${missing}.`
  }
  for (const { id, page } of placedOn(issue, pages)) {
    for (const { attrs, content: caption } of await printPhotos(newsroom, id).catch(() => [])) {
      const medium = newsroom.media.get(attrs.media)
      if (!medium) continue
      const rights = rightsIn(medium, use, day)
      const place = placeOf(displays, attrs.media, id)
      const rules = rights.gaps.map((gap) => ruleOf(gap, medium.pass !== undefined))
      for (const rule of new Set(rules)) {
        const gaps = rights.gaps.filter((_gap, at) => rules[at] === rule)
        found.push({
          rule,
          page: place?.page ?? page,
          object: aboutMedium(attrs.media, id, place?.area ?? null),
          message: say(medium, gaps, rule, textOf(caption), id),
          todo: gaps.every(({ kind }) => kind === 'licenceUse') ? otherUse[use] : todoOf[rule],
        })
      }
    }
  }
  return found
}
