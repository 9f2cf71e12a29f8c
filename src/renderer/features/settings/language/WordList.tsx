import { X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './LanguageForm.module.css'

interface WordListProps {
  readonly words: readonly string[]
  /** What is said where there are none. */
  readonly none: string
  readonly readOnly: boolean
  readonly onAdd: (word: string) => Promise<void>
  readonly onRemove: (word: string) => Promise<void>
}

/** The words of the newsroom's own dictionary. */
export const WordList = ({ words, none, readOnly, onAdd, onRemove }: WordListProps) => {
  const text = useText().writing.house
  const [word, setWord] = useState('')
  const add = () => {
    const wanted = word.trim()
    if (wanted === '') return
    setWord('')
    void onAdd(wanted)
  }
  return (
    <section aria-label={text.words}>
      <h2>{text.words}</h2>
      <p className={styles.hint}>{text.wordsIntro}</p>
      {!readOnly && (
        <form
          className={styles.tools}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Field label={text.word} value={word} onChange={setWord} />
          <Button type="submit">{text.addWord}</Button>
        </form>
      )}
      {words.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className={styles.ownWords}>
          {words.map((one) => (
            <li key={one}>
              {one}
              {!readOnly && (
                <IconButton
                  icon={<X size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
                  label={text.removeWord(one)}
                  onPress={() => void onRemove(one)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
