import type { Output } from '../../shared/api/operation.ts'
import type { Failure, Result } from '../../shared/api/result.ts'
import type { MarkedText, searchApi } from '../../shared/search/api.ts'

export type SearchAnswer = Output<typeof searchApi.find>

/** What is known of the question that was asked last. */
export interface SearchState {
  /** The last answer; while a newer question is on its way, the one before. */
  readonly answer: SearchAnswer | null
  readonly failure: Failure | null
  /** The question that the answer is to. */
  readonly query: string
}

/** Asks the newsroom as somebody types: not at every letter, and the latest question wins. */
export interface PaletteSearch {
  readonly state: () => SearchState
  readonly subscribe: (listener: () => void) => () => void
  readonly ask: (query: string) => void
  /** Stops asking. */
  readonly stop: () => void
}

/** Typing pauses this long before a question is sent, in milliseconds. */
const pause = 100
/** While articles are still being read in, the question is asked again after this long, in milliseconds. */
const again = 700

const nothing: SearchState = { answer: null, failure: null, query: '' }

/** `later` does something after so many milliseconds and returns how to call it off. */
export const createPaletteSearch = (
  find: (query: string) => Promise<Result<SearchAnswer>>,
  later: (work: () => void, milliseconds: number) => () => void,
): PaletteSearch => {
  let state = nothing
  let asked = 0
  let callOff = (): void => undefined
  const listeners = new Set<() => void>()

  const set = (next: SearchState): void => {
    state = next
    for (const listener of listeners) listener()
  }

  const send = async (query: string, turn: number): Promise<void> => {
    const result = await find(query)
    if (turn !== asked) return
    if (!result.ok) return set({ answer: null, failure: result.failure, query })
    set({ answer: result.value, failure: null, query })
    if (result.value.indexing) callOff = later(() => void send(query, turn), again)
  }

  const stop = (): void => {
    asked += 1
    callOff()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask: (query) => {
      stop()
      const turn = asked
      if (query.trim() === '') set(nothing)
      callOff = later(() => void send(query, turn), pause)
    },
    stop,
  }
}

/** A text in pieces, found ones and others, in order and together the whole. */
export const piecesOf = ({ text, matches }: MarkedText): readonly { readonly text: string; readonly found: boolean }[] => {
  const pieces: { text: string; found: boolean }[] = []
  let at = 0
  for (const [from, to] of matches) {
    pieces.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true })
    at = to
  }
  return [...pieces, { text: text.slice(at), found: false }].filter((piece) => piece.text !== '')
}
