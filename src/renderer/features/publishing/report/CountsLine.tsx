import type { ReportLine } from '../../../../shared/publishing/report.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { ProgressLine } from '../../../ui/ProgressLine.tsx'
import type { Counting } from './use-counts.ts'

interface CountsLineProps {
  readonly state: Counting
  readonly lines: readonly ReportLine[]
  readonly nameOf: (channel: string) => string
  readonly onCancel: () => void
}

/** How far the asking for counts is, what became of it, and of when the counts are that are shown. */
export const CountsLine = ({ state, lines, nameOf, onCancel }: CountsLineProps) => {
  const words = useText().report
  const format = useFormat()
  const times = lines.flatMap(({ counts }) => (counts === null ? [] : [counts.at]))
  const told = (at: number) => format.moment(at, Date.now())
  return (
    <>
      {state.kind === 'running' && (
        <ProgressLine
          label={state.progress === null ? words.counting : words.countingOf(nameOf(state.progress.channel))}
          done={state.progress?.done ?? 0}
          total={state.progress?.total ?? 0}
          onCancel={onCancel}
        />
      )}
      {state.kind === 'failed' && <FailureMessage failure={state.failure} />}
      {state.kind === 'done' && (
        <div role="status">
          {state.cancelled && <p>{words.countingStopped}</p>}
          {state.channels.map(({ channel, counted, gone, problem }) => (
            <p key={channel}>
              {words.counted(nameOf(channel), counted, gone)} {problem}
            </p>
          ))}
        </div>
      )}
      {times.length > 0 && state.kind !== 'running' && (
        <p>
          {Math.min(...times) === Math.max(...times)
            ? words.countedAt(told(Math.max(...times)))
            : words.countedBetween(told(Math.min(...times)), told(Math.max(...times)))}
        </p>
      )}
    </>
  )
}
