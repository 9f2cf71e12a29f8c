import type { Editor } from '@tiptap/react'
import { ArrowDown, ArrowUp, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, GridList, GridListItem } from 'react-aria-components'
import type { Suggestion, SuggestionKind } from '../../../../shared/article/suggestion/list-suggestions.ts'
import type { Verdict } from '../../../../shared/article/suggestion/settle.ts'
import { personName } from '../../../../shared/staff/outsider.ts'
import { describeBinding } from '../../../app/keys.ts'
import { useSession } from '../../../app/session.tsx'
import { onMac } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import buttonStyles from '../../../ui/Button.module.css'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import items from '../../../ui/ItemList.module.css'
import { Menu } from '../../../ui/Menu.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { decide, decideSelected, nextSuggestion, showSuggestion } from './decide.ts'
import { describeSuggestion } from './describe-suggestion.ts'
import { colourOf } from './person-colour.ts'
import styles from './SuggestionPanel.module.css'
import { SuggestionRow } from './SuggestionRow.tsx'
import { suggestionKeys } from './use-suggestion-keys.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface SuggestionPanelProps {
  readonly editor: Editor
  readonly open: readonly Suggestion[]
  readonly readOnly: boolean
}

/** The open suggestions of a text: who wants what, to be accepted or rejected one by one or together. */
export const SuggestionPanel = ({ editor, open, readOnly }: SuggestionPanelProps) => {
  const text = useText()
  const words = text.suggestion
  const { staff } = useSession()
  const toast = useToast()
  const [person, setPerson] = useState('all')
  const [kind, setKind] = useState<SuggestionKind | 'all'>('all')
  const [said, setSaid] = useState('')
  const nameOf = (id: string) => personName(staff, id) ?? text.article.panel.unknownPerson
  const people = [...new Set(open.map((suggestion) => suggestion.person))]
  const kinds = [...new Set(open.map((suggestion) => suggestion.kind))]
  const shown = open.filter(
    (suggestion) =>
      (person === 'all' || !people.includes(person) || suggestion.person === person) &&
      (kind === 'all' || !kinds.includes(kind) || suggestion.kind === kind),
  )
  const mac = onMac()

  const settleOne = (verdict: Verdict, id: string) => {
    decide(editor, verdict, new Set([id]))
    const what = verdict === 'accept' ? words.accepted(1) : words.rejected(1)
    setSaid(`${what}. ${words.left(open.length - 1)}`)
  }
  const settleShown = (verdict: Verdict) => {
    decide(editor, verdict, new Set(shown.map(({ id }) => id)))
    toast({
      text: verdict === 'accept' ? words.accepted(shown.length) : words.rejected(shown.length),
      action: { label: words.undo, onPress: () => editor.commands.undo() },
    })
  }
  const go = (back: boolean) => {
    const next = nextSuggestion(editor, back)
    if (next) showSuggestion(editor, next)
  }

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        {people.length > 1 && (
          <Select
            label={words.person}
            hideLabel
            options={[{ id: 'all', label: words.everybody }, ...people.map((id) => ({ id, label: nameOf(id) }))]}
            value={people.includes(person) ? person : 'all'}
            onChange={setPerson}
          />
        )}
        {kinds.length > 1 && (
          <Select
            label={words.kind}
            hideLabel
            options={[{ id: 'all' as const, label: words.allKinds }, ...kinds.map((id) => ({ id, label: words.kinds[id] }))]}
            value={kind !== 'all' && kinds.includes(kind) ? kind : 'all'}
            onChange={setKind}
          />
        )}
        <span className={styles.space} />
        {open.length > 0 && (
          <>
            <IconButton
              icon={<ArrowUp {...icon} />}
              label={words.previous}
              keys={describeBinding(suggestionKeys.previous, mac)}
              onPress={() => go(true)}
            />
            <IconButton
              icon={<ArrowDown {...icon} />}
              label={words.next}
              keys={describeBinding(suggestionKeys.next, mac)}
              onPress={() => go(false)}
            />
          </>
        )}
        {open.length > 0 && !readOnly && (
          <Menu
            label={words.several}
            placement="bottom end"
            trigger={
              <AriaButton
                aria-label={words.several}
                className={classes(buttonStyles.button, buttonStyles.square, buttonStyles.flat)}
              >
                <ListChecks {...icon} />
              </AriaButton>
            }
            groups={[
              {
                id: 'shown',
                entries: [
                  { id: 'accept', label: words.acceptShown(shown.length), onAction: () => settleShown('accept') },
                  { id: 'reject', label: words.rejectShown(shown.length), onAction: () => settleShown('reject') },
                ],
              },
              {
                id: 'selected',
                entries: [
                  { id: 'acceptSelected', label: words.acceptSelected, onAction: () => decideSelected(editor, 'accept') },
                  { id: 'rejectSelected', label: words.rejectSelected, onAction: () => decideSelected(editor, 'reject') },
                ],
              },
            ]}
          />
        )}
      </div>
      <p role="status" className={items.hidden}>
        {said}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>{open.length === 0 ? words.empty : words.filteredOut}</p>
      ) : (
        <GridList
          aria-label={words.list}
          className={items.list ?? ''}
          items={shown}
          dependencies={[staff, readOnly]}
          onAction={(id) => {
            const chosen = open.find((suggestion) => suggestion.id === id)
            if (chosen) showSuggestion(editor, chosen, true)
          }}
        >
          {(suggestion) => {
            const { deleted, inserted, about } = describeSuggestion(suggestion, text)
            return (
              <GridListItem
                id={suggestion.id}
                textValue={`${nameOf(suggestion.person)}: ${words.kinds[suggestion.kind]} ${deleted} ${inserted} ${about}`}
                className={items.item ?? ''}
              >
                <SuggestionRow
                  suggestion={suggestion}
                  name={nameOf(suggestion.person)}
                  colour={colourOf(staff, suggestion.person)}
                  readOnly={readOnly}
                  onDecide={(verdict) => settleOne(verdict, suggestion.id)}
                />
              </GridListItem>
            )
          }}
        </GridList>
      )}
    </div>
  )
}
