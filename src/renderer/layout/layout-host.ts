import { z } from 'zod'
import type { StoryInput } from '../../layout/input.ts'
import { issueInputOf, storyInputOf } from '../../layout/issue-input.ts'
import { createLayoutEngine, type LayoutEngine } from '../../layout/layout-engine.ts'
import { createFaces } from '../../layout/text/faces.ts'
import type { FontId, PageDisplay } from '../../shared/layout/display.ts'
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

/** The page engine of a window: takes messages, answers with pages; the latest request wins. */
export const createLayoutHost = ({ reply, load, breathe, now }: HostSurroundings): ((message: unknown) => Promise<void>) => {
  let engine: Promise<LayoutEngine> | null = null
  let latest = 0
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

  const keep = ({ outline, stories: fresh }: LayOut): void => {
    for (const story of fresh) stories.set(storyName(story), storyInputOf(story))
    const wanted = new Set(outline.stories.map(storyName))
    for (const name of stories.keys()) if (!wanted.has(name)) stories.delete(name)
  }

  const layOut = async ({ run, outline, pages }: LayOut, by: LayoutEngine): Promise<void> => {
    const hashes = new Map(outline.stories.map((story) => [story.id, storyName(story)]))
    const input = issueInputOf(outline, (id) => stories.get(hashes.get(id) ?? '') ?? null)
    const steps = by.steps(input)
    let rested = now()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        const { fits, diagnostics, pages: made } = step.value
        const changed = made.filter((page) => pages.includes(page.page) && sent.get(page.page) !== page)
        for (const page of changed) sent.set(page.page, page)
        reply({ type: 'laidOut', run, fits: [...fits], diagnostics: [...diagnostics], pages: changed })
        return
      }
      if (now() - rested < breath) continue
      reply({ type: 'progress', run, ...step.value })
      await breathe()
      if (run !== latest) return
      rested = now()
    }
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
      latest = request.data.run
      keep(request.data)
      const by = await engine
      if (by === null) reply({ type: 'failed', reason: 'not started' })
      else if (request.data.run === latest) await layOut(request.data, by)
    } catch (error) {
      reply({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }
}
