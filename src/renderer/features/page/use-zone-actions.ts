import { type KeyboardEvent, useState } from 'react'
import type { Arrangement } from '../../../shared/issue/api.ts'
import type { GridBox, ZoneKind } from '../../../shared/issue/page-dummy.ts'
import { applyTemplate, type PageTemplate } from '../../../shared/issue/page-template.ts'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { onMac } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import type { Desk } from './desk/desk.ts'
import type { Pages, Proposal } from './gesture/propose.ts'
import { reshaped, runCommand } from './gesture/run-command.ts'
import { type ZoneChange, type ZoneCommand, zoneCommand } from './gesture/zone-keys.ts'
import { type Arranged, stepBetween } from './zones/arrangement.ts'
import { freeBoxes } from './zones/boxes.ts'
import type { Cut, Obstacle } from './zones/edit-zones.ts'
import { addZone, changeKind, emptyZone, freeze, giveBack, putStory, setJoinCode, swapPages } from './zones/gestures.ts'
import { dummyOf, gridOf, type SetPage, type StoryPart, storiesIn, zoneOn } from './zones/page-zones.ts'
import { touchedPages } from './zones/touched-pages.ts'

/** A zone that is chosen, with its page. */
export interface ChosenZone {
  readonly page: number
  readonly zone: string
}

/** A story that was taken with the keyboard and is to be put somewhere. */
export interface Carried {
  readonly part: StoryPart
  readonly lines: number
  readonly headline: string
  /** Where it was taken from. */
  readonly from: ChosenZone | null
}

/** A change that would void signatures, which nothing brings back: it waits for an answer. */
export interface AskedChange {
  /** Signed pages that it is about. */
  readonly pages: readonly number[]
  readonly make: () => void
}

interface ZoneActionOptions {
  readonly desk: Desk
  readonly arranged: Arranged
  readonly pages: Pages
  /** Where each page is with its signature, the first one first; null while that is not known. */
  readonly signs: readonly PageSignState[] | null
  readonly headlineOf: (article: string) => string
  readonly linesOf: (article: string) => number
  readonly onEdit: (page: number, zone: string) => void
  readonly onShapes: (page: number, zone: string) => void
}

/** Everything a person does to zones: each is one step on the desk and is said aloud. */
export const useZoneActions = (options: ZoneActionOptions) => {
  const { desk, arranged, pages, signs, headlineOf, linesOf } = options
  const text = useText().page.desk
  const [chosen, setChosen] = useState<ChosenZone | null>(null)
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<AskedChange | null>(null)

  /** Makes a change at once, or asks first where it is about signed pages; true when it was made. */
  const unlessSigned = (set: Arrangement | null, make: () => void): boolean => {
    const signed = set === null ? [] : touchedPages(arranged, set).filter((page) => signs?.[page - 1] === 'signed')
    if (signed.length === 0) {
      make()
      return true
    }
    const seen = desk.view().arranged
    setAsked({
      pages: signed,
      make: () => {
        setAsked(null)
        // What another person did meanwhile must not be undone by the way.
        if (desk.view().arranged === seen) make()
        else setSaid(text.signed.overtaken)
      },
    })
    return false
  }

  /** `run` names presses that are taken back as one when they follow one another; `words` say more than the name does. */
  const finish = (name: string, after: Arranged | Obstacle, run?: string, words = name): boolean => {
    if (typeof after === 'string') {
      setSaid(text.obstacle[after])
      return false
    }
    return unlessSigned(stepBetween(arranged, after)?.set ?? null, () => {
      setSaid(words)
      void desk.perform(name, after, run)
    })
  }

  /** The same with the story that lost its place to another one. */
  const withDisplaced = (name: string, after: Arranged | Obstacle, there: string | null | undefined): string =>
    typeof after === 'string' || !there || after.placements[there] ? name : text.displaced(name, headlineOf(there))

  /** A page as it is set; while it is still being set, that is said. */
  const setPage = (page: number): SetPage | null => {
    const set = pages.get(page)
    if (set === undefined) setSaid(text.notYet)
    return set ?? null
  }

  const changeZone = (page: number, zone: string, command: ZoneChange): void => {
    const set = pages.get(page)
    if (set === undefined) return
    const isLocked = zoneOn(arranged, set, zone).locked
    const after = runCommand(arranged, set, zone, command)
    const name = command.type === 'lock' ? (isLocked ? text.step.unlock : text.step.lock) : text.step[command.type]
    const isPress = command.type === 'move' || command.type === 'resize'
    if (!finish(name, after, isPress ? `${command.type} ${page} ${zone}` : undefined) || typeof after === 'string') return
    if (command.type === 'remove') setChosen(null)
    if (isPress) {
      const now = zoneOn(after, set, zone)
      setSaid(text.nowAt(now.column + 1, now.column + now.span, now.row + 1, now.row + now.rows))
    }
  }

  const put = (page: number, zone: string, story: Carried): void => {
    const set = pages.get(page)
    if (set === undefined) return
    const source = story.from === null ? undefined : pages.get(story.from.page)
    const before = source === undefined ? arranged : freeze(arranged, source)
    const there = storiesIn(arranged, set).get(zone)?.article
    const swaps = arranged.placements[story.part.article] !== undefined && there !== undefined
    const name = swaps ? text.step.swap : text.step.put
    const after = putStory(before, set, zone, story.part)
    setCarried(null)
    finish(name, after, undefined, withDisplaced(name, after, there))
  }

  const take = (page: number, zone: string): void => {
    const set = pages.get(page)
    if (set === undefined) return
    const part = storiesIn(arranged, set).get(zone)
    if (part === undefined) {
      setSaid(text.nothingToTake)
      return
    }
    const headline = headlineOf(part.article)
    setCarried({ part, lines: linesOf(part.article), headline, from: { page, zone } })
    setSaid(text.taken(headline))
  }

  const takeOrPut = (page: number, zone: string): void => {
    if (carried === null) take(page, zone)
    else if (carried.from?.page === page && carried.from.zone === zone) {
      setCarried(null)
      setSaid(text.putBack)
    } else put(page, zone, carried)
  }

  const run = (page: number, zone: string, command: ZoneCommand): void => {
    if (command.type === 'edit') options.onEdit(page, zone)
    else if (command.type === 'shape') options.onShapes(page, zone)
    else if (command.type === 'take') takeOrPut(page, zone)
    else changeZone(page, zone, command)
  }

  const add = (page: number, kind: ZoneKind, box: GridBox | null = null): void => {
    const set = setPage(page)
    if (set === null) return
    const grid = gridOf(set)
    const free = freeBoxes(dummyOf(arranged, set).zones, grid).toSorted((a, b) => b.rows * b.span - a.rows * a.span)[0]
    const place = box ?? free
    if (place === undefined) {
      setSaid(text.obstacle.noRoom)
      return
    }
    const added = addZone(arranged, set, kind, place)
    if (finish(text.step.add, added.arranged)) setChosen({ page, zone: added.zone })
  }

  return {
    chosen,
    carried,
    said,
    asked,
    /** What was asked for is left as it is. */
    leave: () => setAsked(null),
    say: setSaid,
    choose: (page: number, zone: string | null) => setChosen(zone === null ? null : { page, zone }),
    carry: (story: Carried) => {
      setCarried(story)
      setSaid(text.taken(story.headline))
    },
    /** Esc: what is carried goes back first, then nothing is chosen any more. */
    dismiss: () => {
      if (carried === null) setChosen(null)
      else setSaid(text.putBack)
      setCarried(null)
    },
    run,
    put,
    add,
    putFree: (page: number, box: GridBox) => {
      const set = pages.get(page)
      if (set === undefined || carried === null) return
      const source = carried.from === null ? undefined : pages.get(carried.from.page)
      const added = addZone(source === undefined ? arranged : freeze(arranged, source), set, 'story', box)
      setCarried(null)
      if (finish(text.step.put, putStory(added.arranged, set, added.zone, carried.part))) setChosen({ page, zone: added.zone })
    },
    cut: (page: number, zone: string, cut: Cut) => changeZone(page, zone, { type: 'split', cut }),
    setShape: (page: number, zone: string, { span, rows }: { readonly span: number; readonly rows: number }) => {
      const set = pages.get(page)
      if (set === undefined) return
      const after = reshaped(arranged, set, zone, span, rows)
      if (after === 'noRoom') setSaid(text.shapes.noRoom)
      else finish(text.step.shape, after)
    },
    setKind: (page: number, zone: string, kind: ZoneKind) => {
      const set = pages.get(page)
      if (set !== undefined) finish(text.step.kind, changeKind(arranged, set, zone, kind))
    },
    setJoinCode: (page: number, zone: string, wanted: boolean) => {
      const set = pages.get(page)
      if (set !== undefined) finish(text.step.joinCode, setJoinCode(arranged, set, zone, wanted))
    },
    clear: (page: number, zone: string) => {
      const set = pages.get(page)
      const part = set && storiesIn(arranged, set).get(zone)
      if (set && part) finish(text.step.takeOff, emptyZone(freeze(arranged, set), part))
    },
    freezePage: (page: number) => {
      const set = setPage(page)
      if (set !== null) finish(text.step.freeze, freeze(arranged, set))
    },
    swapPages: (page: number, other: number) => {
      const [a, b] = [setPage(page), setPage(other)]
      if (a !== null && b !== null) finish(text.step.swapPages, swapPages(arranged, a, b))
    },
    takeTemplate: (page: number, template: PageTemplate) => {
      const set = setPage(page)
      if (set === null) return
      const made = applyTemplate(template, { page, free: set.display.free, present: arranged, linesOf })
      setChosen(null)
      finish(text.step.template, {
        placements: { ...arranged.placements, ...made.placements },
        dummies: { ...arranged.dummies, ...made.dummies },
      })
    },
    giveBackPage: (page: number) => finish(text.step.giveBack, giveBack(arranged, page)),
    /** A change of the plan that is no gesture on the page. */
    perform: (name: string, after: Arranged | Obstacle) => finish(name, after),
    dropped: (outcome: Proposal | Obstacle) => {
      if (typeof outcome === 'string') return setSaid(text.obstacle[outcome])
      const name = text.step[outcome.name]
      const words = withDisplaced(name, outcome.arranged, outcome.givesWay)
      if (finish(name, outcome.arranged, undefined, words) && outcome.zone !== '')
        setChosen({ page: outcome.page, zone: outcome.zone })
    },
    undo: () => {
      unlessSigned(desk.next('undo'), async () => {
        const name = await desk.undo()
        if (name !== null) setSaid(text.undone(name))
      })
    },
    redo: () => {
      unlessSigned(desk.next('redo'), async () => {
        const name = await desk.redo()
        if (name !== null) setSaid(text.redone(name))
      })
    },
    keyDown: (event: KeyboardEvent, page: number, zone: string) => {
      const command = zoneCommand(event.nativeEvent, onMac())
      if (command === null) return
      event.preventDefault()
      run(page, zone, command)
    },
  }
}

export type DeskActions = ReturnType<typeof useZoneActions>
