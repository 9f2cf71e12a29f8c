import { Collaboration } from '@tiptap/extension-collaboration'
import {
  type AnyExtension,
  type Editor,
  EditorContent,
  ReactNodeViewRenderer,
  type ReactNodeViewRendererOptions,
  useEditor,
} from '@tiptap/react'
import { type CSSProperties, useEffect, useRef } from 'react'
import { bodyName, requireTextVersion } from '../../../../shared/article/article-document.ts'
import type { Author } from '../../../../shared/article/suggestion/author.ts'
import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { neededTextVersion } from '../../../../shared/article/text-version.ts'
import { useSession } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { CommentPlaces } from '../comment/comment-places.ts'
import { type Moved, Moving } from '../move/moving.ts'
import { PhotoView } from '../photo/PhotoView.tsx'
import type { SlashKeys } from '../slash/SlashMenu.tsx'
import { SlashTrigger } from '../slash/slash-trigger.ts'
import { colourOf } from '../suggest/person-colour.ts'
import { Suggesting } from '../suggest/suggesting.ts'
import type { ArticleSession } from '../sync/article-session.ts'
import { TypographyTyping } from '../typography/typing.ts'
import { isTypingOn } from '../typography/use-typing-choice.ts'
import { Attachment, Photo, Video } from './blocks.ts'
import { ArticleCommands, type BehindBlock } from './commands.ts'
import { plainExtensions, suggestionMarks } from './extensions.ts'
import { FirstLetter } from './first-letter.ts'
import { AttachmentView, VideoView } from './InsetView.tsx'
import { MarkdownTyping } from './markdown-typing.ts'
import type { PasteRemark } from './pasted.ts'
import { SlotEndMark } from './slot-end-mark.ts'
import { WordMarks } from './word-marks.ts'
import '../words/word-marks.css'
import './body.css'

/** What is marked in the properties of a photo is in its decorations, which alone would not draw it anew. */
const redraw: ReactNodeViewRendererOptions['update'] = ({ updateProps }) => {
  updateProps()
  return true
}

/** Blocks that are drawn by a component of their own. */
const drawn: Readonly<Record<string, AnyExtension>> = {
  photo: Photo.extend({ addNodeView: () => ReactNodeViewRenderer(PhotoView, { update: redraw }) }),
  video: Video.extend({ addNodeView: () => ReactNodeViewRenderer(VideoView) }),
  attachment: Attachment.extend({ addNodeView: () => ReactNodeViewRenderer(AttachmentView) }),
}
const visibleExtensions = plainExtensions.map((extension) => drawn[extension.name] ?? extension)

interface BodyEditorProps {
  readonly session: ArticleSession
  readonly readOnly: boolean
  /** Who suggests; null while what is written is the text. */
  readonly author: Author | null
  readonly onReady: (editor: Editor | null) => void
  readonly onLink: () => void
  readonly onPictures: (files: readonly File[], behind: BehindBlock) => void
  readonly onPaste: (remark: PasteRemark) => void
  /** Where the menu of blocks takes keys. */
  readonly slashKeys: SlashKeys
  readonly onMoved: (moved: Moved) => void
}

/** A word as CSS `content` takes it; a kind stands on a line of its own. */
const quoted = (word: string, end = '') => `'${word}${end}'`

/** The text of an article, in step with its document. The document must have been checked before. */
export const BodyEditor = (props: BodyEditorProps) => {
  const { session, readOnly, author, onReady, onLink, onPictures, onPaste, slashKeys, onMoved } = props
  const messages = useText()
  const text = messages.article
  const { staff } = useSession()
  const actions = useRef({ onLink, onPictures, onPaste, onMoved, author, staff })
  useEffect(() => {
    actions.current = { onLink, onPictures, onPaste, onMoved, author, staff }
  })
  const editor = useEditor(
    {
      extensions: [
        ...visibleExtensions,
        ...suggestionMarks.map((mark) => mark.configure({ colourOf: (person) => colourOf(actions.current.staff, person) })),
        Suggesting.configure({
          author: () => actions.current.author,
          onWrite: (body) => requireTextVersion(session.doc, neededTextVersion(body)),
        }),
        SlotEndMark,
        WordMarks,
        SlashTrigger.configure({ onKey: (event) => slashKeys.current?.(event) ?? false }),
        MarkdownTyping,
        Moving.configure({
          isSuggesting: () => actions.current.author !== null,
          onMoved: (moved) => actions.current.onMoved(moved),
          handleLabel: messages.block.move.handle,
        }),
        TypographyTyping.configure({ isOn: isTypingOn }),
        FirstLetter,
        CommentPlaces,
        Collaboration.configure({ fragment: session.doc.getXmlFragment(bodyName) }),
        ArticleCommands.configure({
          addLink: () => actions.current.onLink(),
          addPictures: (files, behind) => actions.current.onPictures(files, behind),
          tellPaste: (remark) => actions.current.onPaste(remark),
          pastedName: (number) => messages.article.paste.picture(number),
        }),
      ],
      editable: !readOnly,
      injectCSS: false,
      // The second line of defence: what comes in later and does not fit is kept in the document, and editing stops.
      enableContentCheck: true,
      onContentError: ({ error }) => session.refuse(error.message),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': text.body,
          lang: 'ru',
          class: 'article-body',
          spellcheck: 'false',
        },
      },
    },
    [session, readOnly],
  )
  useEffect(() => {
    onReady(editor)
    return () => onReady(null)
  }, [editor, onReady])
  const kinds: readonly BlockKind[] = ['lead', 'quote', 'question', 'answer', 'note', 'sidebarHead', 'tableHead', 'quoteSource']
  const labels: CSSProperties & Record<`--${string}`, string> = {
    '--label-printOnly': quoted(text.mediums.printOnly),
    '--label-webOnly': quoted(text.mediums.webOnly),
    '--label-join': quoted(messages.suggestion.margin.join, '\\a '),
    '--label-change': quoted(messages.suggestion.margin.change, '\\a '),
    '--label-inserted': quoted(messages.suggestion.margin.inserted, '\\a '),
    '--label-deleted': quoted(messages.suggestion.margin.deleted, '\\a '),
    ...Object.fromEntries(kinds.map((kind) => [`--label-${kind}`, quoted(text.marginKinds[kind], '\\a ')])),
  }
  return (
    <div style={labels}>
      <EditorContent editor={editor} />
    </div>
  )
}
