import { quoted } from '../../shared/language/quoted.ts'
import type { DiagnosticCode, LayoutDiagnostic } from '../../shared/layout/api.ts'
import type { DisplayItem, FontId } from '../../shared/layout/display.ts'
import { fontFamilies } from '../../shared/settings/font-family.ts'
import type { Faces } from '../text/faces.ts'
import { missingCharacters } from '../text/missing-characters.ts'
import { tokenBreaks } from '../text/token-breaks.ts'
import type { Galley } from './galley.ts'
import type { PublicationSpec } from './publication-spec.ts'

/** So many characters of a kind are named, and so many letters of a word. */
const mostNamed = 8

const softHyphen = '\u00ad'

const familyOf = (font: FontId): string =>
  Object.values(fontFamilies).find(({ regular, bold, italic }) => [regular, bold, italic].includes(font))?.name ??
  fontFamilies.ptSerif.name

const named = (characters: readonly string[]): string =>
  `${characters.slice(0, mostNamed).join(' ')}${characters.length > mostNamed ? ' и другие' : ''}`

/** Characters that no font has, by the families that lack them. */
const lackingBy = (galley: Galley, faces: Faces): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  for (const { text, font } of galley.texts) {
    const family = familyOf(font)
    const missing = missingCharacters(faces, text, font)
    if (missing.length > 0) found.set(family, [...new Set([...(found.get(family) ?? []), ...missing])])
  }
  return found
}

/** Arrows, ticks and figures; hyphens, dashes and quotes of other shapes are the same signs to a reader. */
const visiblyOther = /[\p{So}\u2190-\u21ff]/gu

/** Characters that another one stands in for, each with that one. */
const standInsOf = (galley: Galley, faces: Faces): readonly string[] => {
  const pairs = galley.texts.flatMap(({ text, font }) =>
    [...text.matchAll(visiblyOther)].flatMap(([drawn]) => {
      const { use, lacking } = faces.face(font).character(drawn)
      const same = lacking || use.kind !== 'glyph' || use.codePoint === drawn.codePointAt(0)
      return same ? [] : [`${drawn} — ${String.fromCodePoint(use.codePoint)}`]
    }),
  )
  return [...new Set(pairs)]
}

/** The first word of the body that no column can hold without being cut where words are not divided; or one of several lines. */
const cutWord = (galley: Galley, spec: PublicationSpec, faces: Faces): string | null => {
  const width = spec.columnWidth / spec.body.size
  for (const { text, font } of galley.body) {
    for (const [token] of text.matchAll(/\S+/g)) {
      // No letter is wider than the em.
      if (token.length <= width) continue
      const face = faces.face(font)
      const points = [0, ...tokenBreaks(token, true).map(({ at }) => at), token.length]
      const parts = points.slice(1).map((to, at) => token.slice(points[at], to))
      const isAddress = /:\/\/|www\.|@/i.test(token)
      if (parts.some((part) => part.length > width && face.measure(part) > width)) return token
      if (!isAddress && face.measure(token) > 3 * width) return token
    }
  }
  return null
}

/** The beginning of a word: enough to find it by. */
const beginning = (word: string): string => {
  const letters = [...word]
  return letters.length > 16 ? `${letters.slice(0, 16).join('')}…` : word
}

/** Is a word of the headline cut, without its author having said where it may be? */
export const dividesHeadline = ({ headline }: Galley, items: readonly DisplayItem[]): boolean =>
  !headline.includes(softHyphen) &&
  items.some((item) => item.kind === 'text' && item.tag.role === 'headline' && item.clusters.at(-1) === softHyphen)

/** What is wrong with the texts of a story wherever it stands. */
export const textDiagnostics = (
  galley: Galley,
  page: number,
  spec: PublicationSpec,
  faces: Faces,
): readonly LayoutDiagnostic[] => {
  const title = quoted(galley.headline.trim() === '' ? 'без заголовка' : galley.headline.trim())
  const found: LayoutDiagnostic[] = []
  const report = (code: DiagnosticCode, severity: 'error' | 'warning', message: string, hint: string) =>
    found.push({ code, severity, page, article: galley.id, message, hint })
  const { blocks, photos, tables, missingPhotos } = galley
  if (blocks.length + photos.length + tables.length + missingPhotos.length === 0)
    report('emptyStory', 'error', `Нет текста: ${title}`, 'допишите материал или снимите его с полосы')
  for (const [family, characters] of lackingBy(galley, faces))
    report(
      'missingCharacter',
      'error',
      `Нет знака в шрифте ${family}: ${named(characters)} — ${title}`,
      'замените знак другим: на бумаге вместо него выйдет квадрат',
    )
  const standIns = standInsOf(galley, faces)
  if (standIns.length > 0)
    report(
      'standIn',
      'warning',
      `Знака нет в шрифте, напечатан похожий: ${standIns.slice(0, mostNamed).join(', ')} — ${title}`,
      'проверьте, подходит ли замена, или поставьте другой знак',
    )
  const isWide = blocks.some((block) =>
    (block.variants[0] ?? []).some((line) => line.x + line.width > spec.columnWidth - block.inset + 6),
  )
  const cut = cutWord(galley, spec, faces)
  if (isWide || cut !== null)
    report(
      'wideWord',
      'warning',
      `Слово шире колонки${cut === null ? '' : ` и разорвано: «${beginning(cut)}»`} — ${title}`,
      'сократите слово или поставьте в нём перенос',
    )
  return found
}
