import { Check } from 'lucide-react'
import { ToggleButton as AriaToggleButton } from 'react-aria-components'
import { isCorrection, type PageChange } from '../../../../shared/proof/page-change.ts'
import type { Correction, PlacedRemark, RevisionCheck } from '../../../../shared/proof/revision-check.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button, ToggleButton } from '../../../ui/Button.tsx'
import { useMinute } from '../../../ui/use-minute.ts'
import styles from './RevisionDesk.module.css'

interface CorrectionListProps {
  readonly check: RevisionCheck
  readonly current: string | null
  readonly canChange: boolean
  readonly onLook: (id: string) => void
  readonly onTick: (correction: Correction, ticked: boolean) => void
  readonly onSettle: (remark: PlacedRemark, done: boolean | null) => void
  readonly onRemove: (remark: PlacedRemark) => void
}

/** The words that came and went; those of what only stands elsewhere are neither. */
const Words = ({ change: { before, after } }: { readonly change: PageChange }) =>
  before === after ? (
    after
  ) : (
    <>
      {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
    </>
  )

/** What differs and what was asked for, each with its tick. */
export const CorrectionList = (props: CorrectionListProps) => {
  const { check, current, canChange, onLook, onTick, onSettle, onRemove } = props
  const text = useText().page.proof
  const format = useFormat()
  const now = useMinute()
  return (
    <div className={styles.list}>
      {check.corrections.length === 0 && <p className={styles.none}>{text.same}</p>}
      <ul aria-label={text.list}>
        {check.corrections.map((correction) => {
          const { id, change, tick } = correction
          const what = `${text.parts[change.part]}, ${text.kinds[change.kind]}`
          return (
            <li key={id} data-current={id === current ? '' : undefined}>
              <AriaToggleButton
                className={styles.row ?? ''}
                data-change={id}
                isSelected={tick !== null}
                isDisabled={!isCorrection(change)}
                aria-disabled={!canChange}
                onFocus={() => onLook(id)}
                onPress={() => onLook(id)}
                onChange={(ticked) => {
                  if (canChange) onTick(correction, ticked)
                }}
              >
                <span className={styles.tick}>{tick && <Check size={16} strokeWidth={2} absoluteStrokeWidth aria-hidden />}</span>
                <span className={styles.words}>
                  <span className={styles.what}>{what}</span>
                  <span className={styles.change}>
                    <Words change={change} />
                  </span>
                  <span className={styles.note}>
                    {isCorrection(change)
                      ? tick
                        ? text.ticked(tick.name, format.moment(tick.at, now))
                        : text.unticked
                      : text.flowed}
                    {change.article !== null && check.titles[change.article] ? ` · ${check.titles[change.article]}` : ''}
                  </span>
                </span>
              </AriaToggleButton>
            </li>
          )
        })}
      </ul>
      {check.remarks.length > 0 && <h3>{text.remarks}</h3>}
      <ul aria-label={text.remarks}>
        {check.remarks.map((remark) => {
          const { id, quote, settled, written, number, afterPlaces } = remark
          return (
            <li key={id} data-current={id === current ? '' : undefined} className={styles.remark} onFocus={() => onLook(id)}>
              <p className={styles.words}>
                <q>{quote.words}</q>
                <span>{remark.text}</span>
                <span className={styles.note}>{text.writtenBy(number, written.name, format.moment(written.at, now))}</span>
                {afterPlaces === null && <span className={styles.note}>{text.gone}</span>}
                {settled && <span className={styles.note}>{text.ticked(settled.name, format.moment(settled.at, now))}</span>}
              </p>
              <p className={styles.answers} data-change={id} tabIndex={-1}>
                <ToggleButton
                  isSelected={settled?.done === true}
                  isDisabled={!canChange}
                  onChange={(on) => onSettle(remark, on ? true : null)}
                >
                  {text.done}
                </ToggleButton>
                <ToggleButton
                  isSelected={settled?.done === false}
                  isDisabled={!canChange}
                  onChange={(on) => onSettle(remark, on ? false : null)}
                >
                  {text.notDone}
                </ToggleButton>
                {settled === null && canChange && (
                  <Button kind="flat" onPress={() => onRemove(remark)}>
                    {text.remove}
                  </Button>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
