import type { ReactNode } from 'react'
import type { DeliveryPurpose, DeliveryStatus } from '../../shared/publishing/delivery.ts'
import { useText } from '../i18n/text.tsx'
import styles from './DeliveryMark.module.css'

const outline = { fill: 'none', strokeWidth: 1.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

const shapes: Record<DeliveryStatus, { readonly colour: string; readonly shape: ReactNode }> = {
  queued: {
    colour: 'var(--ink-3)',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.5" />
        <path d="M8 4.5V8l2.3 1.5" />
      </>
    ),
  },
  sending: {
    colour: 'var(--blue)',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.5" strokeDasharray="2.6 2.2" />
        <path d="M8 11V5M5.5 7.2 8 4.8l2.5 2.4" />
      </>
    ),
  },
  published: {
    colour: 'var(--green)',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.5" fill="currentColor" />
        <path d="m5 8.2 2.1 2.1L11 6.2" stroke="var(--paper)" strokeWidth="1.8" />
      </>
    ),
  },
  failed: {
    colour: 'var(--red)',
    shape: (
      <>
        <path d="M8 1.8 14.8 14H1.2Z" fill="currentColor" />
        <path d="M8 6.2v3.6M8 12v.1" stroke="var(--paper)" strokeWidth="1.8" />
      </>
    ),
  },
  unknown: {
    colour: 'var(--amber)',
    shape: (
      <>
        <path d="M8 1 15 8 8 15 1 8Z" fill="var(--amber-t)" />
        <path d="M6.5 6.6a1.6 1.6 0 1 1 2.3 1.5c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
      </>
    ),
  },
  held: {
    colour: 'var(--amber)',
    shape: (
      <>
        <rect x="1.75" y="1.75" width="12.5" height="12.5" fill="var(--amber-t)" />
        <path d="M6.2 5.2v5.6M9.8 5.2v5.6" strokeWidth="2" />
      </>
    ),
  },
  needsPerson: {
    colour: 'var(--red)',
    shape: (
      <>
        <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2Z" fill="var(--red-t)" />
        <circle cx="8" cy="6.2" r="1.7" />
        <path d="M4.9 11.6c.4-1.8 1.6-2.6 3.1-2.6s2.7.8 3.1 2.6" />
      </>
    ),
  },
  cancelled: {
    colour: 'var(--ink-3)',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.5" />
        <path d="m3.6 3.6 8.8 8.8" />
      </>
    ),
  },
}

interface DeliveryMarkProps {
  readonly status: DeliveryStatus
  readonly word?: boolean
  /** What it did: a change that is made is no publication. */
  readonly purpose?: DeliveryPurpose
}

/** The state of a delivery: a shape of its own each. The only place that draws it. */
export const DeliveryMark = ({ status, word = false, purpose = 'post' }: DeliveryMarkProps) => {
  const text = useText()
  const done = status === 'published' && purpose !== 'post'
  const name = done ? text.vocabulary.changeDone[purpose] : text.vocabulary.delivery[status]
  const { colour, shape } = shapes[status]
  const mark = (
    <svg
      viewBox="0 0 16 16"
      className={styles.mark}
      style={{ color: colour }}
      stroke="currentColor"
      {...outline}
      role="img"
      aria-label={name}
      aria-hidden={word}
    >
      {shape}
    </svg>
  )
  return word ? (
    <span className={styles.state}>
      {mark}
      {name}
    </span>
  ) : (
    mark
  )
}
