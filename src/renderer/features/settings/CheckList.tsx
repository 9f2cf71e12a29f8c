import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react'
import type { ChannelCheck } from '../../../shared/publishing/channel.ts'
import { useText } from '../../i18n/text.tsx'
import styles from './CheckList.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
const marks = { passed: CircleCheck, failed: TriangleAlert, skipped: CircleMinus } as const

/** What a test of a connection has shown, line by line. */
export const CheckList = ({ checks }: { readonly checks: readonly ChannelCheck[] }) => {
  const words = useText().channelGuide.states
  return (
    <ul className={styles.checks}>
      {checks.map(({ name, state, note }) => {
        const Mark = marks[state]
        return (
          <li key={name} data-state={state}>
            <Mark {...icon} />
            <span className={styles.name}>{name}</span>
            <span className={styles.state}>{words[state]}</span>
            {note !== null && <span className={styles.note}>{note}</span>}
          </li>
        )
      })}
    </ul>
  )
}
