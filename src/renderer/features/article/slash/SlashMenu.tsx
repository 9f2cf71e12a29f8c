import { type Editor, useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useId, useMemo, useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { classes } from '../../../ui/classes.ts'
import { setKindAt } from '../editor/commands.ts'
import styles from './SlashMenu.module.css'
import {
  entryName,
  findEntries,
  firstShown,
  type InsetKind,
  isInsetKind,
  type SlashEntry,
  shownEntries,
  slashKinds,
} from './slash-entries.ts'
import { closeSlash, type SlashQuery, slashQuery } from './slash-trigger.ts'

/** What takes the keys of the editor while the menu is open. */
export type SlashKeys = RefObject<((event: KeyboardEvent) => boolean) | null>

export type SlashActions = Readonly<Record<InsetKind, () => void>>

interface SlashMenuProps {
  readonly editor: Editor
  readonly keys: SlashKeys
  readonly actions: SlashActions
}

const lineHeight = 30

/** Below the caret where there is room, else above it; pixels of the window. */
const placeOf = (editor: Editor, position: number, lines: number) => {
  const { left, top, bottom } = editor.view.coordsAtPos(position)
  const height = lines * lineHeight + 10
  return { left, top: bottom + height + 8 < window.innerHeight ? bottom + 4 : Math.max(4, top - height - 4) }
}

interface OpenProps extends SlashMenuProps {
  readonly query: SlashQuery
}

const OpenMenu = ({ editor, keys, actions, query }: OpenProps) => {
  const messages = useText()
  const text = messages.block.slash
  const id = useId()
  const entries = useMemo(
    () =>
      slashKinds.map((kind) => ({
        kind,
        label: entryName(messages.article, kind),
        words: text.words[kind],
      })),
    [messages, text],
  )
  const found = findEntries(entries, query.query)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, found.length - 1)
  const choose = (entry: SlashEntry) => {
    closeSlash(editor)
    setKindAt(editor, query, isInsetKind(entry.kind) ? null : entry.kind)
    if (isInsetKind(entry.kind)) actions[entry.kind]()
  }
  useEffect(() => {
    keys.current = (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return false
      const entry = found[at]
      if (event.key === 'Escape') closeSlash(editor)
      else if (!entry) return false
      else if (event.key === 'ArrowDown') setChosen((at + 1) % found.length)
      else if (event.key === 'ArrowUp') setChosen((at + found.length - 1) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(entry)
      else return false
      event.preventDefault()
      return true
    }
    return () => {
      keys.current = null
    }
  })
  const first = firstShown(at, found.length)
  const optionId = (entry: SlashEntry) => `${id}-${entry.kind}`
  const inHand = found[at]
  useEffect(() => {
    const { dom } = editor.view
    if (!inHand) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${inHand.kind}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, inHand])
  const shown = found.slice(first, first + shownEntries)
  return (
    <>
      <p role="status" className={styles.status}>
        {inHand ? text.inHand(inHand.label, at + 1, found.length) : text.nothing}
      </p>
      {inHand && (
        <div
          id={id}
          role="listbox"
          tabIndex={-1}
          aria-label={text.label}
          className={styles.menu}
          style={placeOf(editor, query.from, shown.length)}
        >
          {shown.map((entry) => (
            <div
              key={entry.kind}
              id={optionId(entry)}
              role="option"
              tabIndex={-1}
              aria-selected={entry === inHand}
              className={classes(styles.entry, entry === inHand && styles.inHand)}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(entry)
              }}
            >
              {entry.label}
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** The menu of blocks at the caret: typing looks for one, arrows and Enter choose, Esc leaves what was typed (rule Z11). */
export const SlashMenu = (props: SlashMenuProps) => {
  const { editor } = props
  const query = useEditorState({ editor, selector: ({ editor: current }) => slashQuery(current.state) })
  useEffect(() => {
    const close = () => closeSlash(editor)
    editor.on('blur', close)
    return () => {
      editor.off('blur', close)
    }
  }, [editor])
  return query && <OpenMenu key={`${query.from}`} {...props} query={query} />
}
