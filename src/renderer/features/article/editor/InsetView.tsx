import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Film, Paperclip, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { vkVideoAddress } from '../../../../shared/article/vk-video.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './InsetView.module.css'
import { useSaveAttachment } from './use-save-attachment.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface InsetProps {
  readonly view: NodeViewProps
  readonly sign: ReactNode
  /** What is written in the block. */
  readonly title: string
  readonly remove: string
  /** What becomes of it where it goes out. */
  readonly leads: string
  readonly children: ReactNode
}

const Inset = ({ view, sign, title, remove, leads, children }: InsetProps) => (
  <NodeViewWrapper
    as="figure"
    className={styles.inset}
    data-medium="everywhere"
    data-block={view.node.type.name}
    {...(view.node.attrs.inserted && { 'data-suggested-inserted': '' })}
    {...(view.node.attrs.deleted && { 'data-suggested-deleted': '' })}
    data-selected={view.selected ? '' : undefined}
  >
    <span contentEditable={false} className={styles.sign}>
      {sign}
    </span>
    <div className={styles.middle}>
      <div className={styles.line}>
        <span contentEditable={false} className={styles.name}>
          {title}
        </span>
        <NodeViewContent as="div" role="group" className={styles.words} aria-label={title} />
      </div>
      <div contentEditable={false} className={styles.facts}>
        {children}
        <span className={styles.leads}>{leads}</span>
      </div>
    </div>
    {view.editor.isEditable && (
      <span contentEditable={false}>
        <IconButton icon={<Trash2 {...icon} />} label={remove} onPress={view.deleteNode} />
      </span>
    )}
  </NodeViewWrapper>
)

/** A film in the text: its title as text, and where it is to be seen. */
export const VideoView = (view: NodeViewProps) => {
  const text = useText().article.video
  const written = String(view.node.attrs.address)
  const address = vkVideoAddress(written)
  return (
    <Inset view={view} sign={<Film {...icon} />} title={text.title} remove={text.remove} leads={text.leads}>
      {address === null ? (
        <span className={styles.wrong}>{text.wrong}</span>
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          {address.replace('https://', '')}
        </a>
      )}
    </Inset>
  )
}

/** An attached document: what it is called in the text, its file and how large that is. */
export const AttachmentView = (view: NodeViewProps) => {
  const text = useText().article.attachment
  const formats = useFormat()
  const { media, name, size } = view.node.attrs
  const { save, problem, saved } = useSaveAttachment(String(media), String(name))
  return (
    <Inset view={view} sign={<Paperclip {...icon} />} title={text.title} remove={text.remove} leads={text.leads}>
      <span className={media === '' ? styles.wrong : styles.file}>
        {media === '' ? text.missing : `${text.file}: ${String(name)}, ${formats.bytes(Number(size))}`}
      </span>
      {media !== '' && (
        <Button kind="flat" onPress={() => void save()}>
          {text.save}
        </Button>
      )}
      {saved !== null && <span role="status">{text.saved(saved)}</span>}
      {problem && <FailureMessage failure={problem} />}
    </Inset>
  )
}
