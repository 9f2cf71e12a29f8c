import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { type ArticleWords, bindArticleWords } from './article-words.ts'
import { createFieldMarks, type FieldMarks } from './field-marks.ts'

/** All the text of the article that is open here; null until its editor is there. `root` holds its fields and its body. */
export const useArticleWords = (editor: Editor | null, doc: Y.Doc, root: RefObject<HTMLElement | null>) => {
  const [marks] = useState<FieldMarks>(createFieldMarks)
  const [words, setWords] = useState<ArticleWords | null>(null)
  useEffect(() => {
    if (!editor || !root.current) return
    const bound = bindArticleWords(editor, doc, marks, root.current)
    setWords(bound.words)
    return () => {
      bound.release()
      setWords(null)
    }
  }, [editor, doc, marks, root])
  return { words, marks }
}
