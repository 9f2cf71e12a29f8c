import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { ToggleButton as AriaToggleButton, Input, Label, TextField, TooltipTrigger } from 'react-aria-components'
import { ownKeys } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import buttonStyles from '../../../ui/Button.module.css'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import fieldStyles from '../../../ui/Field.module.css'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import type { ArticleWords } from '../words/article-words.ts'
import styles from './FindBar.module.css'
import { useFind } from './use-find.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly autoFocus?: boolean
  readonly isInvalid?: boolean
}

const Line = ({ label, onKeyDown, ...field }: LineProps) => (
  <TextField {...field} className={styles.line ?? ''} validationBehavior="aria">
    <Label className={styles.label}>{label}</Label>
    <Input className={fieldStyles.input ?? ''} onKeyDown={onKeyDown} onFocus={(event) => event.target.select()} />
  </TextField>
)

interface ChoiceProps {
  readonly sign: string
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
}

const Choice = ({ sign, label, ...state }: ChoiceProps) => (
  <TooltipTrigger delay={500}>
    <AriaToggleButton {...state} aria-label={label} className={classes(buttonStyles.button, buttonStyles.flat, styles.choice)}>
      <span aria-hidden>{sign}</span>
    </AriaToggleButton>
    <Tooltip>{label}</Tooltip>
  </TooltipTrigger>
)

interface FindBarProps {
  readonly words: ArticleWords
  readonly replacing: boolean
  readonly readOnly: boolean
  /** Words that were selected when it was opened. */
  readonly start: string
  readonly onClose: () => void
}

/** Finds words in all the text of the article and puts others in their place. */
export const FindBar = ({ words, replacing, readOnly, start, onClose }: FindBarProps) => {
  const text = useText().writing.find
  const find = useFind(words, start)
  const [by, setBy] = useState('')
  const [done, setDone] = useState('')
  const { query, setQuery, count, current, trouble } = find
  const said =
    trouble !== 'none'
      ? text[trouble]
      : query.text === ''
        ? ''
        : count === 0
          ? text.none
          : current < 0
            ? text.count(count)
            : text.place(current + 1, count)

  const onEscape = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return false
    event.preventDefault()
    onClose()
    return true
  }
  const onFindKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || onEscape(event) || event.code !== 'Enter') return
    event.preventDefault()
    setDone('')
    find.go(event.shiftKey)
  }
  const replaceOne = () => setDone(text.replaced(find.replaceOne(by)))
  const replaceAll = () => setDone(text.replaced(find.replaceAll(by)))
  const onReplaceKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || onEscape(event) || event.code !== 'Enter') return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) replaceAll()
    else replaceOne()
  }
  const withReplacing = replacing && !readOnly
  return (
    <search className={styles.bar} aria-label={text.label} data-region="" {...ownKeys}>
      <div className={styles.row}>
        <Line
          label={text.find}
          value={query.text}
          onChange={(value) => {
            setDone('')
            setQuery({ text: value })
          }}
          onKeyDown={onFindKey}
          isInvalid={trouble !== 'none'}
          autoFocus
        />
        <Choice
          sign={text.caseSign}
          label={text.matchCase}
          isSelected={query.matchCase}
          onChange={(matchCase) => setQuery({ matchCase })}
        />
        <Choice
          sign={text.wordSign}
          label={text.wholeWords}
          isSelected={query.wholeWords}
          onChange={(wholeWords) => setQuery({ wholeWords })}
        />
        <Choice sign={text.yoSign} label={text.yoIsYe} isSelected={query.yoIsYe} onChange={(yoIsYe) => setQuery({ yoIsYe })} />
        <Choice sign=".*" label={text.regexp} isSelected={query.regexp} onChange={(regexp) => setQuery({ regexp })} />
        <IconButton
          icon={<ArrowUp {...icon} />}
          label={text.previous}
          keys="Shift Enter"
          isDisabled={count === 0}
          onPress={() => find.go(true)}
        />
        <IconButton
          icon={<ArrowDown {...icon} />}
          label={text.next}
          keys="Enter"
          isDisabled={count === 0}
          onPress={() => find.go(false)}
        />
        <p role="status" className={classes(styles.said, trouble !== 'none' && styles.trouble)}>
          {done === '' ? said : `${done} ${said}`}
        </p>
        <IconButton icon={<X {...icon} />} label={text.close} keys="Esc" onPress={onClose} />
      </div>
      {withReplacing && (
        <div className={styles.row}>
          <Line label={text.replaceBy} value={by} onChange={setBy} onKeyDown={onReplaceKey} />
          <Button onPress={replaceOne} isDisabled={current < 0}>
            {text.replace}
          </Button>
          <Button onPress={replaceAll} isDisabled={count === 0}>
            {text.replaceAll(count)}
          </Button>
        </div>
      )}
    </search>
  )
}
