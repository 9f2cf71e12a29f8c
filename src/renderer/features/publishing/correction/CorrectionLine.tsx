import { useState } from 'react'
import { correctionApi } from '../../../../shared/correction/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { LogDialog } from '../report/LogDialog.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import styles from './CorrectionLine.module.css'
import { PastCorrections } from './PastCorrections.tsx'

interface CorrectionLineProps {
  readonly article: string
  readonly channels: readonly ChannelState[]
  readonly readOnly: boolean
}

/** Where an article is out, what was put right there, and the ways to do so. Nothing while it is out nowhere. */
export const CorrectionLine = ({ article, channels, readOnly }: CorrectionLineProps) => {
  const text = useText()
  const words = text.correction
  const [asking, setAsking] = useState<'correction' | 'log' | null>(null)
  const state = useQuery(correctionApi.read, { article }, ['article', 'workflow', 'publishing', 'issue'])
  if (!state.value) return null
  const { places, printed, corrections } = state.value
  const isOut = places.length > 0 || printed !== null
  if (!isOut && corrections.length === 0) return null
  const facts = [
    ...(places.length > 0 ? [words.outIn(places.length)] : []),
    ...(printed ? [words.printedIn(printed.issue, printed.page)] : []),
  ]
  return (
    <section className={styles.line} aria-label={words.past} data-region="">
      <div className={styles.row}>
        <span>{facts.join(' · ')}</span>
        {isOut && !readOnly && <Button onPress={() => setAsking('correction')}>{words.open}</Button>}
        <Button kind="flat" onPress={() => setAsking('log')}>
          {text.report.openLog}
        </Button>
      </div>
      <PastCorrections corrections={corrections} channels={channels} readOnly={readOnly} />
      {asking === 'correction' && (
        <CorrectionDialog article={article} state={state.value} channels={channels} onClose={() => setAsking(null)} />
      )}
      {asking === 'log' && <LogDialog article={article} channels={channels} onClose={() => setAsking(null)} />}
    </section>
  )
}
