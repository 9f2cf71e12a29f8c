import { type Editor, useEditorState } from '@tiptap/react'
import { ListTree } from 'lucide-react'
import { useText } from '../../../i18n/text.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { outlineOf } from './outline.ts'

/** The subheads of the text: choosing one carries the caret there. */
export const OutlineMenu = ({ editor }: { readonly editor: Editor }) => {
  const text = useText().block.outline
  const outline = useEditorState({ editor, selector: ({ editor: current }) => outlineOf(current.state.doc) })
  const nothing = { id: 'none', label: text.none, isDisabled: true, onAction: () => undefined }
  const entries = outline.map(({ index, title }) => ({
    id: `${index}`,
    label: title === '' ? text.empty : title,
    onAction: () => {
      const position = outlineOf(editor.state.doc).find((each) => each.index === index)?.position
      // The menu gives the keyboard back to its button first.
      if (position !== undefined) requestAnimationFrame(() => editor.chain().focus(position).scrollIntoView().run())
    },
  }))
  return (
    <Menu
      label={text.open}
      trigger={<IconButton icon={<ListTree size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />} label={text.open} />}
      groups={[{ id: 'outline', entries: entries.length > 0 ? entries : [nothing] }]}
    />
  )
}
