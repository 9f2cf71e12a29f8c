import { CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { LayoutDiagnostic } from '../../../../shared/layout/api.ts'
import type { KeyBinding } from '../../../app/keys.ts'
import { useKeys } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button, ToggleButton } from '../../../ui/Button.tsx'
import styles from './CheckList.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** To the next and the previous finding. */
export const findingKeys = { next: { code: 'F8' }, previous: { code: 'F8', shift: true } } as const satisfies Record<
  string,
  KeyBinding
>

interface CheckListProps {
  readonly page: number
  /** Null while they are not known. */
  readonly diagnostics: readonly LayoutDiagnostic[] | null
  readonly onJump: (diagnostic: LayoutDiagnostic) => void
}

/** What the layout has found: what, where, what to do, and the way there. */
export const CheckList = ({ page, diagnostics, onJump }: CheckListProps) => {
  const text = useText().page.check
  const [all, setAll] = useState(false)
  const here = diagnostics?.filter((each) => each.page === page || each.page === null) ?? []
  const shown = (all ? (diagnostics ?? []) : here).toSorted((a, b) =>
    a.severity === b.severity ? (a.page ?? 0) - (b.page ?? 0) : a.severity === 'error' ? -1 : 1,
  )
  const [last, setLast] = useState<LayoutDiagnostic | null>(null)
  const jump = (diagnostic: LayoutDiagnostic | undefined) => {
    if (!diagnostic) return
    setLast(diagnostic)
    onJump(diagnostic)
  }
  const step = (by: 1 | -1) => {
    const at = shown.findIndex((each) => each.message === last?.message && each.page === last.page)
    jump(shown.at(at < 0 ? (by === 1 ? 0 : -1) : (at + by) % shown.length))
  }
  useKeys([
    { binding: findingKeys.next, run: () => step(1) },
    { binding: findingKeys.previous, run: () => step(-1) },
  ])
  return (
    <section className={styles.check} aria-label={text.label} data-region="">
      <header className={styles.head}>
        <h2>{text.label}</h2>
        <ToggleButton isSelected={!all} onChange={() => setAll(false)}>
          {text.here} {diagnostics && here.length}
        </ToggleButton>
        <ToggleButton isSelected={all} onChange={() => setAll(true)}>
          {text.all} {diagnostics?.length}
        </ToggleButton>
      </header>
      {diagnostics === null && <p className={styles.none}>{text.pending}</p>}
      {diagnostics !== null && shown.length === 0 && <p className={styles.none}>{text.none}</p>}
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
              {shown.map((diagnostic) => (
                <tr
                  key={`${diagnostic.page} ${diagnostic.article} ${diagnostic.message}`}
                  data-current={diagnostic === last ? '' : undefined}
                >
                  <td className={diagnostic.severity === 'error' ? styles.error : styles.warning}>
                    {diagnostic.severity === 'error' ? <CircleX {...icon} /> : <TriangleAlert {...icon} />}
                    <span>{text[diagnostic.severity]}</span>
                  </td>
                  <td className={styles.where}>{diagnostic.page === null ? text.wholeIssue : text.place(diagnostic.page)}</td>
                  <td>{diagnostic.message}</td>
                  <td className={styles.hint}>{diagnostic.hint}</td>
                  <td className={styles.jump}>
                    {(diagnostic.page !== null || diagnostic.article !== null) && (
                      <Button kind="flat" aria-label={`${text.show}: ${diagnostic.message}`} onPress={() => jump(diagnostic)}>
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
    </section>
  )
}
