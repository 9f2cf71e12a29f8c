import { textOf } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { articleName, placedOn, standingOf } from '../../export/release.ts'
import { printPhotos } from '../../layout/layout-stories.ts'
import type { Newsroom } from '../../newsroom.ts'
import { aboutArticle, aboutMedium, type Found } from '../found.ts'

const faults = {
  notApproved: {
    rule: 'R01',
    what: (name: string) => `Не утверждён материал ${name}.`,
    todo: 'Пусть главный редактор утвердит его, или снимите его с полосы.',
  },
  changed: {
    rule: 'R02',
    what: (name: string) => `После подписи изменён материал ${name}.`,
    todo: 'Пусть главный редактор утвердит его ещё раз.',
  },
  unsigned: {
    rule: 'R04',
    what: (name: string) => `Подпись под материалом ${name} не действует.`,
    todo: 'Пусть главный редактор утвердит его ещё раз; что не так с подписью, видно в материале.',
  },
  unreadable: {
    rule: 'R03',
    what: (name: string) => `Не читается материал ${name}.`,
    todo: 'Проверьте папку командой «newsroom check» или снимите материал с полосы.',
  },
} as const

/** Articles that may not leave the house, and photos whose file is not there. */
export const releaseFindings = async (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const { id, page } of placedOn(issue, pages)) {
    const standing = await standingOf(newsroom, id)
    if (standing !== 'approved') {
      const { rule, what, todo } = faults[standing]
      found.push({ rule, page, object: aboutArticle(id), message: what(articleName(newsroom, id)), todo })
    }
    if (standing === 'unreadable') continue
    for (const { attrs, content: caption } of await printPhotos(newsroom, id)) {
      const medium = newsroom.media.get(attrs.media)
      if (medium && (await newsroom.media.isStored(attrs.media))) continue
      const named = textOf(caption).trim()
      found.push({
        rule: 'P01',
        page,
        object: aboutMedium(attrs.media, id, null),
        message: `В материале ${articleName(newsroom, id)} нет файла снимка${named ? ` «${named}»` : ''}.`,
        todo: 'Добавьте снимок ещё раз или уберите его из материала.',
      })
    }
  }
  return found
}
