import type { Failure, Result } from '../../../../shared/api/result.ts'
import type { Arrangement } from '../../../../shared/issue/api.ts'
import { type Arranged, type ArrangedStep, joinedSteps, stepBetween, stillHas, withArrangement } from '../zones/arrangement.ts'

/** What the desk needs of the world; tests give their own. */
export interface DeskPorts {
  /** What the issue has now. */
  readonly read: () => Promise<Result<Arranged>>
  /** Sets what `set` says, provided that `expected` still stands there. */
  readonly arrange: (set: Arrangement, expected: Arrangement) => Promise<Result<unknown>>
}

/** Something done that is not of the arrangement, such as a cut of a text, and how it is taken back and done again. */
export interface OtherStep {
  readonly undo: () => Promise<Result<unknown>>
  readonly redo: () => Promise<Result<unknown>>
}

/** What a person did, in words: «Зона шире». */
type Done = { readonly name: string } & (
  | { readonly step: ArrangedStep; readonly run: string | null }
  | { readonly other: OtherStep }
)

export interface DeskView {
  /** The arrangement with everything done here in it, also what is on its way to disk. */
  readonly arranged: Arranged
  /** Names of the steps that can be taken back and done again; null where there is none. */
  readonly undo: string | null
  readonly redo: string | null
  readonly failure: Failure | null
}

/** An issue on the layout desk: what is arranged, and what was done, step by step. Lives while the program is open. */
export interface Desk {
  view(): DeskView
  subscribe(listener: () => void): () => void
  /** Reads what the issue has now, whoever changed it; after what is on its way, so that nothing of it is missing. */
  refresh(): Promise<void>
  /**
   * Makes the issue what a gesture leads to; true when it is so on disk. Steps of one `run` that follow one another, such
   * as a zone moved press by press, are taken back as one.
   */
  perform(name: string, after: Arranged, run?: string): Promise<boolean>
  /** Remembers something done elsewhere as a step of this desk. */
  remember(name: string, other: OtherStep): void
  /** What taking back or doing again would set now; null where there is none, or where it is no step of the arrangement. */
  next(turn: 'undo' | 'redo'): Arrangement | null
  /** Take back and do again: the name of the step; null where there is none or it was refused. */
  undo(): Promise<string | null>
  redo(): Promise<string | null>
  report(failure: Failure | null): void
}

/** Steps kept to be taken back. */
const mostSteps = 200

const turned = ({ set, replaced }: ArrangedStep): ArrangedStep => ({ set: replaced, replaced: set })

export const createDesk = (ports: DeskPorts, start: Arranged, overtaken: (name: string) => Failure): Desk => {
  const listeners = new Set<() => void>()
  let base = start
  /** Sent and not answered yet. */
  let sent: readonly ArrangedStep[] = []
  let done: readonly Done[] = []
  let undone: readonly Done[] = []
  let failure: Failure | null = null
  let last: Promise<unknown> = Promise.resolve()
  let refreshing: Promise<void> | null = null

  const current = (): Arranged => sent.reduce((sum, { set }) => withArrangement(sum, set), base)
  const viewOf = (): DeskView => ({
    arranged: current(),
    undo: done.at(-1)?.name ?? null,
    redo: undone.at(-1)?.name ?? null,
    failure,
  })
  let view = viewOf()
  const tell = () => {
    view = viewOf()
    for (const listener of listeners) listener()
  }

  /** One after the other, so that each meets what the one before it left. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run)
    last = turn.catch(() => undefined)
    return turn
  }

  const send = async (step: ArrangedStep): Promise<boolean> => {
    sent = [...sent, step]
    failure = null
    tell()
    const answer = await inTurn(() => ports.arrange(step.set, step.replaced))
    sent = sent.filter((each) => each !== step)
    if (answer.ok) base = withArrangement(base, step.set)
    else failure = answer.failure
    tell()
    return answer.ok
  }

  /** Takes the last of some steps back; it goes over to the others. */
  const turnBack = async (from: 'done' | 'undone'): Promise<string | null> => {
    const item = (from === 'done' ? done : undone).at(-1)
    if (item === undefined) return null
    const drop = () => {
      if (from === 'done') done = done.filter((each) => each !== item)
      else undone = undone.filter((each) => each !== item)
    }
    if ('other' in item) {
      drop()
      const answer = await inTurn(from === 'done' ? item.other.undo : item.other.redo)
      failure = answer.ok ? null : answer.failure
      if (answer.ok && from === 'done') undone = [...undone, item]
      else if (answer.ok) done = [...done, item]
      tell()
      return answer.ok ? item.name : null
    }
    const step = from === 'done' ? turned(item.step) : item.step
    drop()
    if (!stillHas(current(), step.replaced)) {
      failure = overtaken(item.name)
      tell()
      return null
    }
    if (from === 'done') undone = [...undone, item]
    else done = [...done, item]
    if (await send(step)) return item.name
    done = done.filter((each) => each !== item)
    undone = undone.filter((each) => each !== item)
    tell()
    return null
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    refresh: () => {
      refreshing ??= inTurn(async () => {
        refreshing = null
        const answer = await ports.read()
        if (!answer.ok || stepBetween(base, answer.value) === null) return
        base = answer.value
        tell()
      })
      return refreshing
    },
    perform: async (name, after, run) => {
      const step = stepBetween(current(), after)
      if (step === null) return true
      const before = done.at(-1)
      const goesOn = run !== undefined && before !== undefined && 'step' in before && before.run === run && undone.length === 0
      const joined = goesOn ? joinedSteps(before.step, step) : null
      const item: Done = { name, step: joined ?? step, run: run ?? null }
      done = [...(joined === null ? done.slice(-(mostSteps - 1)) : done.slice(0, -1)), item]
      undone = []
      const kept = await send(step)
      if (!kept) {
        done = done.flatMap((each) => (each !== item ? [each] : joined !== null && before !== undefined ? [before] : []))
        tell()
      }
      return kept
    },
    remember: (name, other) => {
      done = [...done.slice(-(mostSteps - 1)), { name, other }]
      undone = []
      tell()
    },
    next: (turn) => {
      const item = (turn === 'undo' ? done : undone).at(-1)
      if (item === undefined || 'other' in item) return null
      return turn === 'undo' ? item.step.replaced : item.step.set
    },
    undo: () => turnBack('done'),
    redo: () => turnBack('undone'),
    report: (next) => {
      failure = next
      tell()
    },
  }
}
