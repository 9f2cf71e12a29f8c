import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { DeskActions } from '../use-zone-actions.ts'
import styles from './StoryPanel.module.css'

interface PagePanelProps {
  readonly page: number
  readonly pages: number
  readonly isFixed: boolean
  readonly readOnly: boolean
  readonly actions: DeskActions
}

/** Who arranges the page: the program, or a dummy. */
export const PagePanel = ({ page, pages, isFixed, readOnly, actions }: PagePanelProps) => {
  const { desk: text, panel: words } = useText().page
  return (
    <section className={styles.properties} aria-label={text.plan}>
      <h2 className={styles.small}>
        {text.plan}: {isFixed ? text.fixed : text.auto}
      </h2>
      <p className={styles.hint}>{isFixed ? text.fixedHint : text.autoHint}</p>
      {!readOnly && (
        <div className={styles.buttons}>
          {isFixed ? (
            <Button onPress={() => actions.giveBackPage(page)}>{text.giveBack}</Button>
          ) : (
            <Button onPress={() => actions.freezePage(page)}>{text.freeze}</Button>
          )}
        </div>
      )}
      {!readOnly && (
        <div className={styles.kind}>
          <Select
            label={text.swapPages}
            options={Array.from({ length: pages }, (_, at) => at + 1)
              .filter((other) => other !== page)
              .map((other) => ({ id: String(other), label: words.pageOption(other) }))}
            value={null}
            onChange={(other) => actions.swapPages(page, Number(other))}
          />
        </div>
      )}
    </section>
  )
}
