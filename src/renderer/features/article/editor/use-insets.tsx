import type { Editor } from '@tiptap/react'
import { useCallback, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { vkVideoAddress } from '../../../../shared/article/vk-video.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { PictureDialog } from '../photo/PictureDialog.tsx'
import { withCards } from '../photo/photo-words.ts'
import { AddressDialog } from './AddressDialog.tsx'
import { type BehindBlock, insertAttachments, insertPhotos, insertVideo } from './commands.ts'
import { followBlock } from './follow-block.ts'
import styles from './Insets.module.css'
import type { PasteRemark } from './pasted.ts'
import { type FileKind, useAddFiles } from './use-add-files.ts'

const types: Readonly<Record<FileKind, string>> = {
  picture: 'image/jpeg,image/png,image/webp,image/tiff',
  document: 'application/pdf,image/jpeg,image/png,image/tiff',
}

/**
 * Photos, films and documents for the text of an editor, whose body they come into: ways to ask for them, what is said
 * meanwhile (`notices`), and the dialogs and pickers they need (`outlets`), both to be drawn by the caller.
 */
export const useInsets = (editor: Editor | null, body: Y.XmlFragment) => {
  const text = useText().article
  const client = useClient()
  const { adding, failures, add } = useAddFiles()
  const [video, setVideo] = useState(false)
  const [library, setLibrary] = useState(false)
  const [pasted, setPasted] = useState<PasteRemark | null>(null)
  const photos = useRef<HTMLInputElement>(null)
  const documents = useRef<HTMLInputElement>(null)
  const takePictures = useCallback(
    async (media: readonly string[], place: () => BehindBlock) => {
      const photos = await withCards(client, media)
      if (editor && !editor.isDestroyed) insertPhotos(editor, photos, place())
    },
    [client, editor],
  )
  const addFiles = useCallback(
    async (files: readonly File[], kind: FileKind, behind: BehindBlock = null) => {
      if (!editor || files.length === 0) return
      // Where they were dropped, or asked for: while they are on their way the person goes on writing elsewhere.
      const place = followBlock(body, behind ?? editor.state.selection.$to.index(0))
      const taken = await add(files, kind)
      if (taken.length === 0 || editor.isDestroyed) return
      if (kind === 'document') insertAttachments(editor, taken, place())
      else
        await takePictures(
          taken.map(({ media }) => media),
          place,
        )
    },
    [editor, body, add, takePictures],
  )
  const picker = (kind: FileKind, label: string) => (
    <input
      ref={kind === 'picture' ? photos : documents}
      type="file"
      accept={types[kind]}
      multiple
      hidden
      aria-label={label}
      onChange={(event) => {
        void addFiles([...(event.target.files ?? [])], kind)
        event.target.value = ''
      }}
    />
  )
  return {
    addPictures: useCallback(
      (files: readonly File[], behind: BehindBlock) => void addFiles(files, 'picture', behind),
      [addFiles],
    ),
    tellPaste: setPasted,
    askPhoto: () => photos.current?.click(),
    askPicture: () => setLibrary(true),
    askVideo: () => setVideo(true),
    askAttachment: () => documents.current?.click(),
    notices: (
      <>
        {adding && <p className={styles.notice}>{adding === 'picture' ? text.photo.adding : text.attachment.adding}</p>}
        {pasted?.kind === 'partly' && (
          <div className={styles.notice} role="status">
            {pasted.elsewhere > 0 && <p>{text.paste.elsewhere(pasted.elsewhere)}</p>}
            {pasted.comments > 0 && <p>{text.paste.comments(pasted.comments)}</p>}
            {pasted.deletions > 0 && <p>{text.paste.deletions(pasted.deletions)}</p>}
          </div>
        )}
        {pasted?.kind === 'tooLong' && (
          <FailureMessage failure={{ code: 'invalidInput', ...text.paste.tooLong(pasted.characters) }} />
        )}
        {failures.map((failure) => (
          <FailureMessage key={failure.what} failure={failure} />
        ))}
      </>
    ),
    outlets: (
      <>
        {picker('picture', text.addPhoto)}
        {picker('document', text.attachment.add)}
        {library && <PictureDialog onClose={() => setLibrary(false)} onPicture={(id) => void takePictures([id], () => null)} />}
        {video && editor && (
          <AddressDialog
            title={text.video.add}
            words={text.video}
            read={vkVideoAddress}
            onAddress={(address) => insertVideo(editor, address)}
            onClose={() => setVideo(false)}
          />
        )}
      </>
    ),
  }
}
