import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import type { PageDisplay } from '../../../shared/layout/display.ts'
import { resolutionIn, wholeResolution } from '../../../shared/media/resolution.ts'
import { aboutMedium, type Found } from '../found.ts'
import { itemArea } from './pages.ts'

/** A picture's size in pixels and its name. */
export interface PhotoFacts {
  readonly width: number
  readonly height: number
  readonly name: string
}

/** N08: photos too coarse where they stand. */
export const checkResolutions = (
  displays: readonly PageDisplay[],
  factsOf: (media: string) => PhotoFacts | null,
  { resolution: { least, good } }: PrinterProfile,
): readonly Found[] =>
  displays.flatMap((page) =>
    page.items.flatMap((item): readonly Found[] => {
      if (item.kind !== 'image') return []
      const facts = factsOf(item.media)
      if (!facts) return []
      const ppi = wholeResolution(resolutionIn(item, facts))
      const about = { page: page.page, object: aboutMedium(item.media, item.tag.article, itemArea(item)) }
      const name = facts.name || item.alternative || item.media.slice(0, 12)
      if (ppi < least)
        return [
          {
            ...about,
            rule: 'N08',
            message: `Снимок «${name}» — ${ppi} точек на дюйм, для печати нужно не меньше ${least}.`,
            todo: 'Возьмите снимок крупнее или поставьте мельче.',
          },
        ]
      if (ppi < good)
        return [
          {
            ...about,
            rule: 'N08w',
            message: `Снимок «${name}» — ${ppi} точек на дюйм, лучше не меньше ${good}.`,
            todo: 'Если есть файл крупнее, замените снимок.',
          },
        ]
      return []
    }),
  )
