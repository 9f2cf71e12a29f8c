import type { PageDisplay } from '../../shared/layout/display.ts'
import type { PageStyle } from '../../shared/settings/page-style.ts'
import type { StoryInput } from '../input.ts'
import type { FlowPoint } from '../page/fit-columns.ts'
import type { LaidPage } from '../page/lay-page.ts'
import { createLayoutMemory } from '../page/layout-memory.ts'
import type { Faces } from '../text/faces.ts'
import { type NoticeTexts, noticeFurniture } from './notice-furniture.ts'
import { noticeSpec } from './notice-spec.ts'

/** More sheets than this no board has room for; what is left then is overset. */
const mostSheets = 12

/** The sheets of a notice, and the rows of text that found no room on all of them: mostly none. */
export interface LaidNotice {
  readonly sheets: readonly PageDisplay[]
  readonly overset: number
}

/**
 * Sets one story as sheets for a notice board: on as few as hold it, the text going on from one to the next. Its first
 * sheet has the number `first`, where others hang before it.
 */
export const layOutNotice = (story: StoryInput, texts: NoticeTexts, style: PageStyle, faces: Faces, first = 1): LaidNotice => {
  const memory = createLayoutMemory(noticeSpec(style), faces)
  const galley = memory.galley(story)
  const sheets: PageDisplay[] = []
  let from: FlowPoint | null = null
  for (let sheet = first; ; sheet += 1) {
    const furniture = noticeFurniture(sheet, sheet === first, { texts, spec: memory.spec, faces })
    const begins = from === null ? {} : { from, jumpFrom: first }
    const lay = (jumpTo: number | null): LaidPage =>
      memory.page({ page: sheet, pieces: [memory.piece(galley, { ...begins, jumpTo })], furniture, fixed: null, boxes: [] })
    const whole = lay(null)
    const overset = Math.max(0, ...whole.fits.map((fit) => fit.overset))
    const part = overset > 0 && sheet < first + mostSheets - 1 ? lay(sheet + 1) : null
    const rest = part?.fits[0]?.rest ?? null
    if (part === null || rest === null) {
      sheets.push(whole.display)
      return { sheets, overset }
    }
    sheets.push(part.display)
    from = rest
  }
}
