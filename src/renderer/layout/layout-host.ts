import { z } from 'zod'
import type { IssueInput, StoryInput } from '../../layout/input.ts'
import { issueInputOf, storyInputOf } from '../../layout/issue-input.ts'
import type { LayoutProgress } from '../../layout/lay-out-issue.ts'
import { createLayoutEngine, type LayoutEngine } from '../../layout/layout-engine.ts'
import { createFaces } from '../../layout/text/faces.ts'
import type { FontId, PageDisplay } from '../../shared/layout/display.ts'
import type { IssueOutline } from '../../shared/layout/input.ts'
import { type LayoutReply, type LayoutRequest, requestSchema, storyName } from './protocol.ts'

/** What the host of the page engine needs of the worker it runs in. */
export interface HostSurroundings {
  readonly reply: (reply: LayoutReply) => void
  readonly load: (address: string) => Promise<Uint8Array>
  /** Lets messages be heard. */
  readonly breathe: () => Promise<void>
  /** Milliseconds since some moment. */
  readonly now: () => number
}

/** So long it works before it listens. */
const breath = 25

type LayOut = Extract<LayoutRequest, { type: 'layOut' }>
type AskCopyfit = Extract<LayoutRequest, { type: 'copyfit' }>

/** The page engine of a window: takes messages, answers with pages; the latest request wins. */
export const createLayoutHost = ({ reply, load, breathe, now }: HostSurroundings): ((message: unknown) => Promise<void>) => {
  let engine: Promise<LayoutEngine> | null = null
  /** The newest run of each kind; a window asks how one text fits while a whole issue is under way. */
  let latest = { layOut: 0, copyfit: 0 }
  let outline: IssueOutline | null = null
  const stories = new Map<string, StoryInput>()
  const sent = new Map<number, PageDisplay>()

  const start = async (fonts: Readonly<Record<FontId, string>>): Promise<LayoutEngine> => {
    const file = (id: FontId) => load(fonts[id])
    return createLayoutEngine(
      createFaces({
        serif: await file('serif'),
        serifItalic: await file('serifItalic'),
        serifBold: await file('serifBold'),
        serifBoldItalic: await file('serifBoldItalic'),
        sans: await file('sans'),
        sansBold: await file('sansBold'),
        narrow: await file('narrow'),
        narrowBold: await file('narrowBold'),
      }),
    )
  }

  const keep = ({ outline: next, stories: fresh }: LayOut): void => {
    for (const story of fresh) stories.set(storyName(story), storyInputOf(story))
    const wanted = new Set(next.stories.map(storyName))
    for (const name of stories.keys()) if (!wanted.has(name)) stories.delete(name)
    outline = next
  }

  const inputOf = (issue: IssueOutline): IssueInput => {
    const hashes = new Map(issue.stories.map((story) => [story.id, storyName(story)]))
    return issueInputOf(issue, (id) => stories.get(hashes.get(id) ?? '') ?? null)
  }

  /** Takes the steps and listens between them; null when `superseded` said so. */
  const paced = async <Result>(
    steps: Generator<LayoutProgress, Result, void>,
    superseded: () => boolean,
    tell: (progress: LayoutProgress) => void,
  ): Promise<Result | null> => {
    let rested = now()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      if (now() - rested < breath) continue
      tell(step.value)
      await breathe()
      if (superseded()) return null
      rested = now()
    }
  }

  const layOut = async ({ run, outline: asked, pages }: LayOut, by: LayoutEngine): Promise<void> => {
    const made = await paced(
      by.steps(inputOf(asked)),
      () => run !== latest.layOut,
      (progress) => reply({ type: 'progress', run, ...progress }),
    )
    if (made === null) return
    const changed = made.pages.filter((page) => pages.includes(page.page) && sent.get(page.page) !== page)
    for (const page of changed) sent.set(page.page, page)
    reply({ type: 'laidOut', run, fits: [...made.fits], diagnostics: [...made.diagnostics], pages: changed })
  }

  const tellCopyfit = async ({ run, story, alone }: AskCopyfit, by: LayoutEngine): Promise<void> => {
    const input = storyInputOf(story)
    if (alone !== null) {
      reply({ type: 'copyfit', run, lines: by.linesOf(input, alone), fit: null })
      return
    }
    if (outline === null) return
    const steps = by.copyfit(input, inputOf(outline))
    const made = await paced(
      steps,
      () => run !== latest.copyfit,
      () => undefined,
    )
    if (made !== null) reply({ type: 'copyfit', run, ...made })
  }

  return async (message) => {
    const request = requestSchema.safeParse(message)
    if (!request.success) {
      reply({ type: 'failed', reason: z.prettifyError(request.error) })
      return
    }
    try {
      if (request.data.type === 'start') {
        engine = start(request.data.fonts)
        await engine
        return
      }
      const { data } = request
      latest = { ...latest, [data.type]: data.run }
      if (data.type === 'layOut') keep(data)
      const by = await engine
      if (by === null) reply({ type: 'failed', reason: 'not started' })
      else if (data.run !== latest[data.type]) return
      else if (data.type === 'layOut') await layOut(data, by)
      else await tellCopyfit(data, by)
    } catch (error) {
      reply({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }
}
