import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { toSingleLine } from '../../../../shared/article/text-diff.ts'
import type { PhotoProperty } from '../../../../shared/article/words/stretch.ts'
import { mediaApi, type PictureUse } from '../../../../shared/media/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { marksOfProperty } from '../editor/word-marks.ts'
import { areaHistory } from '../words/history.ts'
import { MarkedArea } from '../words/MarkedArea.tsx'
import { FocusPicture } from './FocusPicture.tsx'
import { PhotoFacts } from './PhotoFacts.tsx'
import styles from './PhotoView.module.css'
import { usePhotoSurroundings } from './photo-place.tsx'

interface PropertyProps {
  readonly label: string
  readonly property: PhotoProperty
  readonly view: NodeViewProps
}

const Property = ({ label, property, view }: PropertyProps) => {
  const { node, editor, decorations, updateAttributes } = view
  const value = String(node.attrs[property])
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  /** What was typed and has not come back from the editor yet. */
  const [typed, setTyped] = useState<string | null>(null)
  if (typed === value) setTyped(null)
  return (
    <div className={styles.property}>
      <label htmlFor={id}>{label}</label>
      <MarkedArea
        id={id}
        stretch={property}
        className={styles.area}
        value={typed ?? value}
        marks={marksOfProperty(decorations, property)}
        readOnly={!editor.isEditable}
        area={area}
        onEdit={(text) => {
          const line = toSingleLine(text)
          setTyped(line)
          updateAttributes({ [property]: line })
        }}
        history={areaHistory(editor)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.code === 'Enter') event.preventDefault()
        }}
      />
    </div>
  )
}

/** Where a photo is to be seen; one in no issue may yet go anywhere. */
const useOf = (medium: unknown, issue: string | null): PictureUse => {
  if (medium === 'printOnly') return 'print'
  if (medium === 'webOnly') return 'web'
  return issue === null ? 'anywhere' : 'everywhere'
}

/** A photo in the text: the picture, its caption as text, and who took it and what it shows as fields. */
export const PhotoView = (view: NodeViewProps) => {
  const { node, editor, selected, deleteNode } = view
  const text = useText().article.photo
  const [missing, setMissing] = useState(false)
  const media = String(node.attrs.media)
  const readOnly = !editor.isEditable
  const { issue } = usePhotoSurroundings()
  const wanted = { id: media, issue, use: useOf(node.attrs.medium, issue) }
  const medium = useQuery(mediaApi.read, media === '' ? null : wanted, ['media', 'issue'])
  return (
    <NodeViewWrapper
      as="figure"
      className={styles.photo}
      data-medium={String(node.attrs.medium)}
      data-block="photo"
      {...(node.attrs.inserted && { 'data-suggested-inserted': '' })}
      {...(node.attrs.deleted && { 'data-suggested-deleted': '' })}
      data-selected={selected ? '' : undefined}
    >
      <div contentEditable={false} className={styles.picture}>
        {media === '' || missing ? (
          <p className={styles.missing}>{media === '' ? text.none : text.missing}</p>
        ) : (
          <FocusPicture
            media={media}
            focus={medium.value?.focus ?? null}
            alternative={String(node.attrs.alternative)}
            readOnly={readOnly || medium.value === null}
            onMissing={() => setMissing(true)}
          />
        )}
      </div>
      {medium.value && (
        <div contentEditable={false}>
          <PhotoFacts media={media} medium={medium.value} caption={node.textContent} credit={String(node.attrs.credit)} />
        </div>
      )}
      <div className={styles.caption}>
        <span contentEditable={false} className={styles.name}>
          {text.caption}
        </span>
        <NodeViewContent as="div" role="group" className={styles.words} aria-label={text.caption} />
      </div>
      <div contentEditable={false} className={styles.properties}>
        <Property label={text.credit} property="credit" view={view} />
        <Property label={text.alternative} property="alternative" view={view} />
        {!readOnly && (
          <IconButton
            icon={<Trash2 size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
            label={text.remove}
            onPress={deleteNode}
          />
        )}
      </div>
    </NodeViewWrapper>
  )
}
