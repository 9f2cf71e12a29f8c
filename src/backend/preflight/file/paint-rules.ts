import { counted } from '../../../shared/language/plural.ts'
import type { Area } from '../../../shared/preflight/finding.ts'
import type { RuleId } from '../../../shared/preflight/rules.ts'
import { aboutPage, type Found } from '../found.ts'
import type { Colour, Painted } from '../pdf/painted.ts'

/** Below this size several inks that are not in register make type unreadable; in points. */
const richTextFrom = 12
/** Type below the first is hard to read on newsprint, reversed type below the second fills with ink; in points. */
const smallText = 5.99
const smallReversedText = 9
/** Thinner lines break up on newsprint; points. */
const thinnestStroke = 0.25
/** More pixels than this are no better on paper and make the file slow to print. */
const mostResolution = 450

const isOwnInk = (space: string): boolean => /^(?:Separation|DeviceN)/.test(space)
const isForMarks = (space: string): boolean => space === 'Separation All'

const isForeign = (space: string): boolean => /RGB|Lab|unknown/.test(space)

const shareCount = ({ values }: Colour): number => values.filter((share) => share > 0.001).length
const isSolidBlack = ({ space, values }: Colour): boolean =>
  (space === 'DeviceCMYK' && values.length === 4 && shareCount({ space, values }) === 1 && (values[3] ?? 0) > 0.999) ||
  (space === 'DeviceGray' && values[0] === 0)
const isWhite = ({ space, values }: Colour): boolean =>
  (space === 'DeviceCMYK' && values.length === 4 && shareCount({ space, values }) === 0) ||
  (space === 'DeviceGray' && values[0] === 1)

const points = (value: number): string => value.toFixed(value < 1 ? 2 : 1).replace('.', ',')

interface Hits {
  readonly rule: RuleId
  readonly areas: Area[]
  readonly message: (count: number) => string
  readonly todo: string
}

const texts = (count: number): string => counted(count, 'строка', 'строки', 'строк')
const developers = 'Выпустите файл ещё раз; если повторится, сообщите разработчикам номер правила.'

/** What may be wrong with the things a page paints: each rule once a page, at the first place it was broken. */
export const checkPainted = (painted: readonly Painted[], page: number): readonly Found[] => {
  let thinnest = Number.POSITIVE_INFINITY
  let smallest = Number.POSITIVE_INFINITY
  let finest = 0
  const spaces = new Set<string>()
  const hits = {
    foreign: {
      rule: 'X16',
      areas: [],
      message: () => `На полосе есть цвета не для печати: ${[...spaces].join(', ')} (правило X16).`,
      todo: developers,
    },
    ownInk: {
      rule: 'N10',
      areas: [],
      message: () => 'На полосе есть дополнительная краска, а газета печатается четырьмя.',
      todo: 'Попросите прислать рекламу в CMYK.',
    },
    knockout: {
      rule: 'N04',
      areas: [],
      message: (count) =>
        `Чёрный текст не наложен на фон: ${texts(count)}. При несовмещении красок вокруг букв будет белая кайма.`,
      todo: developers,
    },
    rich: {
      rule: 'N05',
      areas: [],
      message: (count) => `Текст мельче ${richTextFrom} пунктов несколькими красками: ${texts(count)}.`,
      todo: 'Сделайте его чёрным или крупнее.',
    },
    white: {
      rule: 'N11',
      areas: [],
      message: (count) => `Белое с наложением пропадёт в печати: ${counted(count, 'место', 'места', 'мест')}.`,
      todo: developers,
    },
    small: {
      rule: 'N06',
      areas: [],
      message: (count) => `Очень мелкий текст, от ${points(smallest)} пункта: ${texts(count)}.`,
      todo: 'Прямой текст делайте не мельче 6 пунктов, вывороткой — не мельче 9.',
    },
    thin: {
      rule: 'N07',
      areas: [],
      message: () => `Линия толщиной ${points(thinnest)} пункта тоньше ${points(thinnestStroke)}: в печати она порвётся.`,
      todo: 'Сделайте линию толще.',
    },
    fine: {
      rule: 'N08w',
      areas: [],
      message: () => `Картинка ${Math.round(finest)} точек на дюйм: больше ${mostResolution} печать не передаст, а файл тяжелее.`,
      todo: 'Уменьшите картинку в точках.',
    },
  } satisfies Readonly<Record<string, Hits>>
  const all: Readonly<Record<keyof typeof hits, Hits>> = hits
  const hit = (name: keyof typeof hits, area: Area) => all[name].areas.push(area)
  for (const thing of painted) {
    const { area } = thing
    const space = thing.kind === 'image' || thing.kind === 'shading' ? thing.space : thing.colour.space
    if (isForeign(space)) {
      spaces.add(space)
      hit('foreign', area)
    }
    if (isOwnInk(space) && !isForMarks(space)) hit('ownInk', area)
    if (thing.kind === 'stroke' && thing.width < thinnestStroke - 0.001) {
      thinnest = Math.min(thinnest, thing.width)
      hit('thin', area)
    }
    if (thing.kind === 'image' && thing.most > mostResolution && area.width * area.height > 1) {
      finest = Math.max(finest, thing.most)
      hit('fine', area)
    }
    if ((thing.kind === 'fill' || thing.kind === 'text') && isWhite(thing.colour) && thing.overprint) hit('white', area)
    if (thing.kind !== 'text') continue
    if (isSolidBlack(thing.colour) && !(thing.overprint && thing.keeps)) hit('knockout', area)
    if (shareCount(thing.colour) > 1 && thing.size < richTextFrom) hit('rich', area)
    if (thing.size < (isWhite(thing.colour) ? smallReversedText : smallText)) {
      smallest = Math.min(smallest, thing.size)
      hit('small', area)
    }
  }
  return Object.values(all).flatMap(({ rule, areas, message, todo }): Found[] => {
    const first = areas[0]
    return first ? [{ rule, page, object: aboutPage(first), message: message(areas.length), todo }] : []
  })
}
