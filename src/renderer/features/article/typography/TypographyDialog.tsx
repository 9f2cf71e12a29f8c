import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { TypographyRule } from '../../../../shared/language/typography/draft.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import type { ArticleWords } from '../words/article-words.ts'
import { chosenEdits, type PlannedChange, planChanges } from './planned-changes.ts'
import styles from './TypographyDialog.module.css'
import { useTypingChoice } from './use-typing-choice.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** A rule with more changes than this is folded at first. */
const shortList = 12

/** Spaces that nobody could tell apart are shown by signs. */
const visible = (text: string): string => text.replaceAll('\u00a0', '°')
const changed = (text: string): string => visible(text).replaceAll(' ', '·')

const Change = ({ before, after, change, stretch }: PlannedChange) => {
  const old = stretch.text.slice(change.from, change.to)
  return (
    <span className={styles.change}>
      {visible(before)}
      {old !== '' && <del>{changed(old)}</del>}
      {change.insert !== '' && <ins>{changed(change.insert)}</ins>}
      {visible(after)}
    </span>
  )
}

interface TypographyDialogProps {
  readonly article: ArticleWords
  readonly suggesting: boolean
  readonly onClose: () => void
}

/** What typography would change in the text, to be chosen and then made as one edit. */
export const TypographyDialog = ({ article, suggesting, onClose }: TypographyDialogProps) => {
  const text = useText()
  const words = text.writing.typography
  const toast = useToast()
  const [{ reading, planned }] = useState(() => {
    const reading = article.read()
    return { reading, planned: planChanges(reading.stretches) }
  })
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(() => new Set((planned.get('yo') ?? []).map(({ id }) => id)))
  const [open, setOpen] = useState<ReadonlySet<TypographyRule>>(
    () => new Set([...planned].filter(([, changes]) => changes.length <= shortList).map(([rule]) => rule)),
  )
  const [typing, setTyping] = useTypingChoice()
  const count = [...planned.values()].flat().filter(({ id }) => !leftOut.has(id)).length

  const choose = (ids: readonly string[], wanted: boolean) =>
    setLeftOut((before) => {
      const next = new Set(before)
      for (const id of ids) {
        if (wanted) next.delete(id)
        else next.add(id)
      }
      return next
    })
  const toggle = (rule: TypographyRule) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(rule)) next.add(rule)
      return next
    })
  const apply = () => {
    // Somebody else may have written meanwhile: the places of the changes are those of the text that was shown.
    const now = article.isCurrent(reading) ? reading : article.read()
    const changes = now === reading ? planned : planChanges(now.stretches)
    article.rewrite(
      now,
      chosenEdits(changes, (id) => !leftOut.has(id)),
    )
    onClose()
    toast({
      text: suggesting ? words.suggested(count) : words.done(count),
      action: { label: words.undo, onPress: () => article.undo() },
    })
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{planned.size === 0 ? text.ui.close : text.ui.cancel}</Button>
          {planned.size > 0 && (
            <Button kind="primary" onPress={apply} isDisabled={count === 0}>
              {suggesting ? words.suggest(count) : words.apply(count)}
            </Button>
          )}
        </>
      }
    >
      {planned.size === 0 ? <p>{words.nothing}</p> : <p className={styles.hint}>{words.hint}</p>}
      {[...planned].map(([rule, changes]) => {
        const ids = changes.map(({ id }) => id)
        const chosen = ids.filter((id) => !leftOut.has(id)).length
        const isOpen = open.has(rule)
        return (
          <section key={rule} aria-label={words.rules[rule]} className={styles.rule}>
            <div className={styles.head}>
              <CheckBox isSelected={chosen > 0} onChange={(wanted) => choose(ids, wanted)}>
                {words.rules[rule]} <span className={styles.count}>{words.chosen(chosen, ids.length)}</span>
              </CheckBox>
              <IconButton
                icon={isOpen ? <ChevronDown {...icon} /> : <ChevronRight {...icon} />}
                label={isOpen ? words.fold : words.unfold}
                isExpanded={isOpen}
                onPress={() => toggle(rule)}
              />
            </div>
            {isOpen && (
              <ul className={styles.list}>
                {changes.map((planned) => (
                  <li key={planned.id}>
                    <CheckBox isSelected={!leftOut.has(planned.id)} onChange={(wanted) => choose([planned.id], wanted)}>
                      <Change {...planned} />
                    </CheckBox>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
      <div className={styles.typing}>
        <CheckBox isSelected={typing} onChange={setTyping} hint={words.typingHint}>
          {words.typing}
        </CheckBox>
      </div>
    </Dialog>
  )
}
