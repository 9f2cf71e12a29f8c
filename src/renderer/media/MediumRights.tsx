import { useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { type MediumState, mediaApi } from '../../shared/media/api.ts'
import { weightOf } from '../../shared/media/rights.ts'
import { useClient } from '../api/hooks.tsx'
import { useFormat, useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './MediumCard.module.css'

/** What a picture's rights lack, and how it may be let pass. */
export const MediumRights = ({ state, isReadOnly }: { readonly state: MediumState; readonly isReadOnly: boolean }) => {
  const words = useText().media
  const format = useFormat()
  const client = useClient()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, gaps, standing, pass, mayPass } = state
  const decide = async (next: string | null) => {
    const saved = await client.call(mediaApi.setPass, { id, reason: next })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) setReason('')
  }
  if (gaps.length === 0) return null
  return (
    <section className={styles.rights} aria-label={words.rights}>
      <h2>{words.rights}</h2>
      <ul className={styles.gaps}>
        {gaps.map((gap, at) => (
          // Two people without a name lack the same thing: only their places tell them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${gap.kind} ${at}`} data-weight={weightOf(gap)}>
            {words.gaps[gap.kind](gap.person, gap.ended === null ? '' : format.date(gap.ended))}
          </li>
        ))}
      </ul>
      {(standing === 'law' || standing === 'editor') && <p className={styles.blocked}>{words.blocked}</p>}
      {failure && <FailureMessage failure={failure} />}
      {pass && standing === 'passed' && (
        <div className={styles.pass}>
          <p>{words.passed(pass.name, pass.reason)}</p>
          {mayPass && !isReadOnly && <Button onPress={() => void decide(null)}>{words.withdraw}</Button>}
        </div>
      )}
      {standing === 'editor' && mayPass && !isReadOnly && (
        <div className={styles.pass}>
          <Field label={words.passReason} value={reason} onChange={setReason} lines={2} />
          <Button isDisabled={reason.trim().length < 3} onPress={() => void decide(reason)}>
            {words.pass}
          </Button>
        </div>
      )}
    </section>
  )
}
