import type { PageSignState } from '../../shared/signoff/api.ts'
import { useText } from '../i18n/text.tsx'
import styles from './PageMark.module.css'

/** How far a page is; `planned` is an empty plan, `sentToPrinter` has left the house. */
export const pageStates = ['planned', 'inLayout', 'inProof', 'inCorrection', 'inRevision', 'signed', 'sentToPrinter'] as const
export type PageState = (typeof pageStates)[number]

/** How far a page is by its signature, and where it has none by what stands on it. */
export const pageStateOf = (sign: PageSignState | undefined, stories: number): PageState => {
  if (sign === 'sent') return 'sentToPrinter'
  if (sign === 'signed') return 'signed'
  if (sign === 'void' || sign === 'replacing') return 'inCorrection'
  return stories > 0 ? 'inLayout' : 'planned'
}

const look: Record<PageState, { readonly colour: string; readonly lines: number }> = {
  planned: { colour: 'var(--ink-3)', lines: 0 },
  inLayout: { colour: 'var(--blue)', lines: 1 },
  inProof: { colour: 'var(--violet)', lines: 2 },
  inCorrection: { colour: 'var(--amber)', lines: 3 },
  inRevision: { colour: 'var(--blue)', lines: 4 },
  signed: { colour: 'var(--green)', lines: 0 },
  sentToPrinter: { colour: 'var(--ink)', lines: 0 },
}

/** The state of a page: a small sheet filling with lines. The only place that draws it. */
export const PageMark = ({ state, word = false }: { readonly state: PageState; readonly word?: boolean }) => {
  const text = useText()
  const name = text.vocabulary.page[state]
  const { colour, lines } = look[state]
  const done = state === 'signed' || state === 'sentToPrinter'
  const sheet = (
    <svg viewBox="0 0 13 17" className={styles.sheet} role="img" aria-label={name} aria-hidden={word}>
      <rect
        x="0.75"
        y="0.75"
        width="11.5"
        height="15.5"
        fill={done ? colour : 'var(--paper)'}
        stroke={colour}
        strokeWidth="1.5"
        {...(state === 'planned' ? { strokeDasharray: '2.2 1.8' } : {})}
      />
      {[4, 7, 10, 13].slice(0, lines).map((y) => (
        <path key={y} d={`M3 ${y}h7`} stroke={colour} strokeWidth="1.5" />
      ))}
      {done && <path d="m3.2 8.8 2.3 2.3 4.3-4.6" fill="none" stroke="var(--on-ink)" strokeWidth="1.7" />}
    </svg>
  )
  return word ? (
    <span className={styles.state}>
      {sheet}
      {name}
    </span>
  ) : (
    sheet
  )
}
