import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { blocks, countFindings, type Finding } from '../../../../shared/preflight/finding.ts'
import type { KeyBinding } from '../../../app/keys.ts'
import { useKeys } from '../../../app/use-keys.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button, ToggleButton } from '../../../ui/Button.tsx'
import { useMinute } from '../../../ui/use-minute.ts'
import styles from './CheckList.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** To the next and the previous finding. */
export const findingKeys = { next: { code: 'F8' }, previous: { code: 'F8', shift: true } } as const satisfies Record<
  string,
  KeyBinding
>

/** What of the findings is shown: all, or those of one kind. */
type Kind = 'all' | 'errors' | 'warnings' | 'overridden'

const isOf = (kind: Kind, finding: Finding): boolean => {
  if (kind === 'all') return true
  if (kind === 'overridden') return finding.override !== null
  return finding.override === null && blocks(finding) === (kind === 'errors')
}

interface CheckListProps {
  readonly page: number
  readonly findings: readonly Finding[]
  readonly onJump: (finding: Finding) => void
  /** Asks for a reason to let it pass; null where nothing may be changed. */
  readonly onPass: ((finding: Finding) => void) | null
  readonly onWithdraw: ((finding: Finding) => void) | null
  /** What else stands in the head of the list. */
  readonly children?: ReactNode
}

const Mark = ({ finding }: { readonly finding: Finding }) => {
  const text = useText().page.check
  if (finding.override)
    return (
      <td className={styles.passed}>
        <CircleCheck {...icon} />
        <span>{text.passed}</span>
      </td>
    )
  const isError = finding.severity === 'error'
  return (
    <td className={isError ? styles.error : styles.warning}>
      {isError ? <CircleX {...icon} /> : <TriangleAlert {...icon} />}
      <span>{text[finding.severity]}</span>
    </td>
  )
}

/** What the preflight has found: what, where, what to do, the way there, and who let it pass. */
export const CheckList = ({ page, findings, onJump, onPass, onWithdraw, children }: CheckListProps) => {
  const text = useText().page.check
  const format = useFormat()
  const now = useMinute()
  const [all, setAll] = useState(false)
  const [kind, setKind] = useState<Kind>('all')
  const [last, setLast] = useState<string | null>(null)
  const here = findings.filter((each) => each.page === page || each.page === null)
  const scope = all ? findings : here
  const counts = countFindings(scope)
  const shown = scope.filter((finding) => isOf(kind, finding))
  const jump = (finding: Finding | undefined) => {
    if (!finding) return
    setLast(finding.hash)
    onJump(finding)
  }
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ hash }) => hash === last)
    jump(shown.at(at < 0 ? (by === 1 ? 0 : -1) : (at + by) % shown.length))
  }
  useKeys([
    { binding: findingKeys.next, run: () => step(1) },
    { binding: findingKeys.previous, run: () => step(-1) },
  ])
  const kindButton = (name: Exclude<Kind, 'all'>, count: number) => (
    <ToggleButton isSelected={kind === name} onChange={(on) => setKind(on ? name : 'all')}>
      {text.kinds[name]} {count}
    </ToggleButton>
  )
  return (
    <>
      <header className={styles.head}>
        <h2>{text.label}</h2>
        <ToggleButton isSelected={!all} onChange={() => setAll(false)}>
          {text.here} {here.length}
        </ToggleButton>
        <ToggleButton isSelected={all} onChange={() => setAll(true)}>
          {text.all} {findings.length}
        </ToggleButton>
        <span className={styles.separator} />
        {kindButton('errors', counts.errors)}
        {kindButton('warnings', counts.warnings)}
        {(counts.overridden > 0 || kind === 'overridden') && kindButton('overridden', counts.overridden)}
        {children}
      </header>
      {shown.length === 0 && <p className={styles.none}>{text.none}</p>}
      {shown.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead className={styles.hidden}>
              <tr>
                <th scope="col">{text.severity}</th>
                <th scope="col">{text.where}</th>
                <th scope="col">{text.what}</th>
                <th scope="col">{text.todo}</th>
                <th scope="col">{text.jump}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((finding) => (
                <tr key={finding.hash} data-current={finding.hash === last ? '' : undefined}>
                  <Mark finding={finding} />
                  <td className={styles.where}>{finding.page === null ? text.wholeIssue : text.place(finding.page)}</td>
                  <td>{finding.message}</td>
                  <td className={styles.hint}>
                    {finding.override
                      ? text.passedBy(finding.override.name, format.moment(finding.override.at, now), finding.override.reason)
                      : finding.todo}
                  </td>
                  <td className={styles.jump}>
                    {finding.override && onWithdraw && (
                      <Button kind="flat" aria-label={`${text.withdraw}: ${finding.message}`} onPress={() => onWithdraw(finding)}>
                        {text.withdraw}
                      </Button>
                    )}
                    {!finding.override && finding.overridable && onPass && (
                      <Button kind="flat" aria-label={`${text.pass}: ${finding.message}`} onPress={() => onPass(finding)}>
                        {text.pass}
                      </Button>
                    )}
                    {(finding.page !== null || finding.object.article !== null) && (
                      <Button kind="flat" aria-label={`${text.show}: ${finding.message}`} onPress={() => jump(finding)}>
                        {text.show}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
