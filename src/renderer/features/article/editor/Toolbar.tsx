import { type Editor, useEditorState } from '@tiptap/react'
import {
  Bold,
  ChevronDown,
  Film,
  Globe,
  ImagePlus,
  Images,
  Italic,
  Link2,
  Link2Off,
  Newspaper,
  Paperclip,
  PencilLine,
  Quote,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  Toolbar as AriaToolbar,
  Separator,
  TooltipTrigger,
} from 'react-aria-components'
import { blockKinds } from '../../../../shared/article/text-schema.ts'
import { describeBinding } from '../../../app/keys.ts'
import { onMac } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import buttonStyles from '../../../ui/Button.module.css'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import { OutlineMenu } from '../move/OutlineMenu.tsx'
import type { SuggestingMode } from '../suggest/use-suggesting-mode.ts'
import { suggestionKeys } from '../suggest/use-suggestion-keys.ts'
import { typographyKey } from '../typography/typography-key.ts'
import { describePlace, setKind, toggleMedium } from './commands.ts'
import { kindsByDigit } from './shortcuts.ts'
import styles from './Toolbar.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface ToggleProps {
  readonly label: string
  readonly keys: string
  readonly icon: ReactNode
  readonly isSelected: boolean
  readonly onPress: () => void
}

const Toggle = ({ label, keys, icon: sign, isSelected, onPress }: ToggleProps) => (
  <TooltipTrigger delay={500}>
    <AriaToggleButton
      aria-label={label}
      isSelected={isSelected}
      onChange={onPress}
      className={classes(buttonStyles.button, buttonStyles.square, buttonStyles.flat)}
    >
      {sign}
    </AriaToggleButton>
    <Tooltip>
      {label} <kbd>{keys}</kbd>
    </Tooltip>
  </TooltipTrigger>
)

interface ToolbarProps {
  readonly editor: Editor
  readonly onLink: () => void
  readonly onPhoto: () => void
  readonly onPicture: () => void
  readonly onVideo: () => void
  readonly onAttachment: () => void
  readonly onFind: () => void
  readonly onTypography: () => void
  readonly mode: SuggestingMode
}

/** What can be done to the text at the caret; every button shows the state of that place. */
export const Toolbar = ({
  editor,
  onLink,
  onPhoto,
  onPicture,
  onVideo,
  onAttachment,
  onFind,
  onTypography,
  mode,
}: ToolbarProps) => {
  const messages = useText()
  const text = messages.article
  const place = useEditorState({ editor, selector: ({ editor: current }) => describePlace(current) })
  const mac = onMac()
  const ctrl = (code: string) => describeBinding({ code, ctrl: true }, mac)
  const ctrlAlt = (code: string) => describeBinding({ code, ctrl: true, alt: true }, mac)
  const kind = place.kind === null ? (place.inset ? text.insets[place.inset] : text.severalKinds) : text.kinds[place.kind]
  return (
    <AriaToolbar aria-label={text.toolbar} className={styles.toolbar ?? ''} data-region="">
      <Menu
        label={text.kind}
        trigger={
          <AriaButton
            className={classes(buttonStyles.button, buttonStyles.flat, styles.kind)}
            aria-label={`${text.kind}: ${kind}`}
          >
            <span className={styles.kindName}>{kind}</span>
            <ChevronDown {...icon} />
          </AriaButton>
        }
        groups={[
          {
            id: 'kinds',
            entries: blockKinds.map((each, digit) => ({
              id: each,
              label: text.kinds[each],
              ...(digit < kindsByDigit.length && { keys: ctrlAlt(`Digit${digit}`) }),
              isSelected: place.kind === each,
              onAction: () => setKind(editor, each),
            })),
          },
        ]}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Toggle
        label={text.bold}
        keys={ctrl('KeyB')}
        icon={<Bold {...icon} />}
        isSelected={place.bold}
        onPress={() => editor.chain().focus().toggleMark('bold').run()}
      />
      <Toggle
        label={text.italic}
        keys={ctrl('KeyI')}
        icon={<Italic {...icon} />}
        isSelected={place.italic}
        onPress={() => editor.chain().focus().toggleMark('italic').run()}
      />
      <Toggle
        label={place.link ? text.unlink : text.link}
        keys={ctrlAlt('KeyL')}
        icon={place.link ? <Link2Off {...icon} /> : <Link2 {...icon} />}
        isSelected={place.link}
        onPress={() => (place.link ? editor.chain().focus().extendMarkRange('link').unsetMark('link').run() : onLink())}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Toggle
        label={text.printOnly}
        keys={ctrlAlt('KeyP')}
        icon={<Newspaper {...icon} />}
        isSelected={place.medium === 'printOnly'}
        onPress={() => toggleMedium(editor, 'printOnly')}
      />
      <Toggle
        label={text.webOnly}
        keys={ctrlAlt('KeyW')}
        icon={<Globe {...icon} />}
        isSelected={place.medium === 'webOnly'}
        onPress={() => toggleMedium(editor, 'webOnly')}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <IconButton icon={<ImagePlus {...icon} />} label={text.addPhoto} onPress={onPhoto} />
      <IconButton icon={<Images {...icon} />} label={text.photo.library.open} onPress={onPicture} />
      <IconButton icon={<Film {...icon} />} label={text.video.add} onPress={onVideo} />
      <IconButton icon={<Paperclip {...icon} />} label={text.attachment.add} onPress={onAttachment} />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <OutlineMenu editor={editor} />
      <IconButton icon={<Search {...icon} />} label={messages.writing.find.open} keys={ctrl('KeyF')} onPress={onFind} />
      <IconButton
        icon={<Quote {...icon} />}
        label={messages.writing.typography.open}
        keys={describeBinding(typographyKey, mac)}
        onPress={onTypography}
      />
      <span className={styles.space} />
      <TooltipTrigger delay={500}>
        <AriaToggleButton
          isSelected={mode.author !== null}
          onChange={mode.toggle}
          isDisabled={!mode.possible}
          className={classes(buttonStyles.button, buttonStyles.flat)}
        >
          <PencilLine {...icon} />
          {messages.suggestion.mode}
        </AriaToggleButton>
        <Tooltip>
          {mode.possible ? messages.suggestion.modeHint : messages.suggestion.modeNobody}{' '}
          <kbd>{describeBinding(suggestionKeys.mode, mac)}</kbd>
        </Tooltip>
      </TooltipTrigger>
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <IconButton
        icon={<Undo2 {...icon} />}
        label={text.undo}
        keys={ctrl('KeyZ')}
        isDisabled={!place.canUndo}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <IconButton
        icon={<Redo2 {...icon} />}
        label={text.redo}
        keys={describeBinding({ code: 'KeyZ', ctrl: true, shift: true }, mac)}
        isDisabled={!place.canRedo}
        onPress={() => editor.chain().focus().redo().run()}
      />
    </AriaToolbar>
  )
}
