import type { Placement } from '../../shared/issue/placement.ts'
import { counted } from '../../shared/language/plural.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { DiagnosticCode, LayoutDiagnostic } from '../../shared/layout/api.ts'
import type { StoryInput } from '../input.ts'
import type { Faces } from '../text/faces.ts'
import type { ComposedStory } from './compose-story.ts'
import type { FixedZones } from './fixed-plan.ts'
import type { Galley } from './galley.ts'
import type { Piece } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { isPrintable } from './story-code.ts'
import { dividesHeadline, textDiagnostics } from './text-diagnostics.ts'

const rowsText = (rows: number) => counted(rows, 'строка', 'строки', 'строк')

const titleOf = (headline: string): string => (headline.trim() === '' ? 'без заголовка' : headline.trim())

/** Places that do not exist, and jumps that go nowhere. */
export const placementDiagnostics = (story: StoryInput, placement: Placement, pages: number): readonly LayoutDiagnostic[] => {
  const title = titleOf(story.content.headline)
  const found: LayoutDiagnostic[] = []
  const report = (message: string, hint: string) =>
    found.push({
      code: 'misplaced',
      severity: 'error',
      page: placement.page <= pages ? placement.page : null,
      article: story.id,
      message,
      hint,
    })
  if (placement.page > pages)
    report(
      `${quoted(title)} стоит на с. ${placement.page}, а в номере ${counted(pages, 'полоса', 'полосы', 'полос')}`,
      'перенесите материал на другую полосу',
    )
  const { continuation } = placement
  if (continuation !== null && continuation > pages)
    report(`Окончание ${quoted(title)} назначено на с. ${continuation}, такой полосы нет`, 'выберите другую полосу для окончания')
  else if (continuation !== null && continuation <= placement.page)
    report(
      `Окончание ${quoted(title)} назначено на с. ${continuation}, а начало стоит на с. ${placement.page}`,
      'окончание должно стоять дальше начала',
    )
  return found
}

/** A code that is asked for and can't be printed. */
export const codeDiagnostics = (story: StoryInput, { page, code }: Placement): readonly LayoutDiagnostic[] => {
  if (code !== true || (story.code !== undefined && isPrintable(story.code))) return []
  const title = quoted(titleOf(story.content.headline))
  return [
    {
      code: 'codeWithoutAddress',
      severity: 'warning',
      page,
      article: story.id,
      message:
        story.code === undefined ? `Нет адреса на сайте для QR-кода: ${title}` : `Адрес слишком длинный для QR-кода: ${title}`,
      hint:
        story.code === undefined
          ? 'впишите в настройках издания адрес материала на сайте, опубликуйте материал или снимите код'
          : 'сократите адрес материала на сайте в настройках издания',
    },
  ]
}

/** What is wrong with a story wherever it stands: pictures that are not there, texts that can't be set as they are. */
export const galleyDiagnostics = (
  galley: Galley,
  page: number,
  spec: PublicationSpec,
  faces: Faces,
): readonly LayoutDiagnostic[] => {
  const title = titleOf(galley.headline)
  const found: LayoutDiagnostic[] = galley.missingPhotos.map(() => ({
    code: 'missingPhoto',
    severity: 'error',
    page,
    article: galley.id,
    message: `Нет файла снимка: ${quoted(title)}`,
    hint: 'добавьте снимок ещё раз или уберите его из материала',
  }))
  found.push(...textDiagnostics(galley, page, spec, faces))
  return found
}

/** How a story stands: text left over or missing, photos too coarse or left out. */
export const storyDiagnostics = (
  piece: Piece,
  composed: ComposedStory,
  span: number,
  page: number,
  spec: PublicationSpec,
): readonly LayoutDiagnostic[] => {
  const title = titleOf(piece.galley.headline)
  const found: LayoutDiagnostic[] = []
  const report = (code: DiagnosticCode, severity: 'error' | 'warning', message: string, hint: string) =>
    found.push({ code, severity, page, article: piece.galley.id, message, hint })
  const { overset } = composed
  if (overset > 0)
    report(
      'overset',
      'error',
      `Хвост ${rowsText(overset)}: ${quoted(title)}`,
      'сократите текст, перенесите другой материал или назначьте окончание на другую полосу',
    )
  // One empty row a column is the tolerance of even column bottoms.
  if (-overset >= 2 * span)
    report(
      'underset',
      'warning',
      `Недобор ${rowsText(-overset)}: ${quoted(title)}`,
      'допишите текст, увеличьте снимок или добавьте материал',
    )
  if (dividesHeadline(piece.galley, composed.items))
    report(
      'wideWord',
      'warning',
      `Слово заголовка не помещается в строку и разорвано: ${quoted(title)}`,
      'сократите слово или дайте материалу больше колонок',
    )
  for (const { resolution } of composed.photos) {
    if (resolution >= spec.leastResolution) continue
    report(
      'coarsePhoto',
      'error',
      `Снимок ${Math.round(resolution)} ppi, нужно ${spec.leastResolution}: ${quoted(title)}`,
      'замените снимок файлом большего размера',
    )
  }
  if (composed.shape.leftOut.length > 0)
    report(
      'photoLeftOut',
      'error',
      `Не поместилось: ${counted(composed.shape.leftOut.length, 'снимок', 'снимка', 'снимков')} — ${quoted(title)}`,
      'перенесите другой материал с полосы или уберите снимок',
    )
  if (composed.shape.tablesLeftOut > 0)
    report(
      'tableLeftOut',
      'error',
      `Не поместилось: ${counted(composed.shape.tablesLeftOut, 'таблица', 'таблицы', 'таблиц')} — ${quoted(title)}`,
      'дайте материалу больше места или сократите таблицу',
    )
  return found
}

/** A piece for which its page has no room at all. */
export const clashDiagnostics = (piece: Piece, page: number): readonly LayoutDiagnostic[] => [
  {
    code: 'overset',
    severity: 'error',
    page,
    article: piece.galley.id,
    message: `Нет места на полосе: ${quoted(titleOf(piece.galley.headline))}, хвост ${rowsText(Math.max(1, piece.rows))}`,
    hint: 'перенесите материал на другую полосу',
  },
]

/** Zones of a dummy that cannot stand, and those nothing stands in. */
export const zoneDiagnostics = (
  { zones, zoneOf, faults }: FixedZones,
  standing: ReadonlySet<string>,
  page: number,
): readonly LayoutDiagnostic[] => {
  const shared = { page, article: null }
  const filled = new Set([...zoneOf].flatMap(([story, zone]) => (standing.has(story) ? [zone] : [])))
  const empty = zones.filter((zone) => zone.kind === 'story' && !filled.has(zone))
  return [
    ...[...faults.values()].map(
      (fault): LayoutDiagnostic => ({
        ...shared,
        code: 'zoneFault',
        severity: 'error',
        message: fault === 'outside' ? 'Зона выходит за поле набора' : 'Зона перекрывает другую',
        hint: 'передвиньте зону или уменьшите её; на полосе она пока не стоит',
      }),
    ),
    ...empty.map(
      ({ span, rows }): LayoutDiagnostic => ({
        ...shared,
        code: 'emptyZone',
        severity: 'warning',
        message: `Дыра ${rowsText(span * rows)}: зона без материала`,
        hint: 'поставьте в неё материал или снимите зону',
      }),
    ),
  ]
}

/** Rows and columns of a page that its stories leave empty at its foot; a few rows are nothing to speak of. */
export const emptyFootDiagnostics = (emptyRows: number, columns: number, page: number): readonly LayoutDiagnostic[] =>
  emptyRows < 6
    ? []
    : [
        {
          code: 'emptyFoot',
          severity: 'warning',
          page,
          article: null,
          message: `На полосе свободно ${rowsText(emptyRows * columns)}`,
          hint: 'добавьте материал или увеличьте снимки',
        },
      ]
