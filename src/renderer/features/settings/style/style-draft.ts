import type { PageStyle } from '../../../../shared/settings/page-style.ts'
import { typedStyle } from './style-fields.ts'

/** A style as its form holds it: every step can be taken back, and what is typed is no step before its field is left. */
export interface StyleDraft {
  readonly past: readonly PageStyle[]
  readonly style: PageStyle
  readonly future: readonly PageStyle[]
  /** What stands in fields that are being typed in, or that can't be taken. */
  readonly typed: ReadonlyMap<string, string>
}

export type StyleAct =
  | { readonly type: 'type'; readonly field: string; readonly text: string }
  | { readonly type: 'leave' }
  | { readonly type: 'choose'; readonly style: PageStyle }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

export const draftOfStyle = (style: PageStyle): StyleDraft => ({ past: [], style, future: [], typed: new Map() })

/** The style with what is typed, as far as it can be taken, and the fields that can't be. */
export const seenStyle = ({ style, typed }: StyleDraft): ReturnType<typeof typedStyle> => typedStyle(style, typed)

export const sameStyle = (one: PageStyle, other: PageStyle): boolean => JSON.stringify(one) === JSON.stringify(other)

/** More steps back than anybody takes. */
const mostSteps = 200

const stepTo = (draft: StyleDraft, style: PageStyle): StyleDraft =>
  sameStyle(draft.style, style) ? draft : { ...draft, past: [...draft.past, draft.style].slice(-mostSteps), style, future: [] }

/** What is typed becomes a step; what can't be taken stays as it was typed, to be mended. */
const taken = (draft: StyleDraft): StyleDraft => {
  const { style, wrong } = seenStyle(draft)
  return { ...stepTo(draft, style), typed: new Map([...draft.typed].filter(([field]) => wrong.has(field))) }
}

export const styleReducer = (draft: StyleDraft, act: StyleAct): StyleDraft => {
  switch (act.type) {
    case 'type':
      return { ...draft, typed: new Map([...draft.typed, [act.field, act.text]]) }
    case 'leave':
      return draft.typed.size === 0 ? draft : taken(draft)
    case 'choose':
      return { ...stepTo(taken(draft), act.style), typed: new Map() }
    case 'undo': {
      const { past, style, future } = taken(draft)
      const before = past.at(-1)
      return before === undefined
        ? { ...draft, typed: new Map() }
        : { past: past.slice(0, -1), style: before, future: [style, ...future], typed: new Map() }
    }
    case 'redo': {
      const [next, ...future] = draft.future
      return next === undefined ? draft : { past: [...draft.past, draft.style], style: next, future, typed: new Map() }
    }
  }
}
