import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { listSuggestions, type Suggestion } from '../../../../shared/article/suggestion/list-suggestions.ts'

/** How long the text rests before the list is read again, in milliseconds: typing never waits for it. */
const pause = 150

/** The open suggestions of the text; positions may be those of a moment ago. */
export const useSuggestions = (editor: Editor | null): readonly Suggestion[] => {
  const [open, setOpen] = useState<readonly Suggestion[]>([])
  useEffect(() => {
    if (!editor) return
    let timer = 0
    const read = () => {
      if (!editor.isDestroyed) setOpen(listSuggestions(editor.state.doc))
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(read, pause)
    }
    read()
    editor.on('update', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])
  return open
}
