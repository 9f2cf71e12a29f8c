import { useEffect, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { mediaApi } from '../../../../shared/media/api.ts'
import type { ChannelPreview, ChannelState } from '../../../../shared/publishing/channel.ts'
import { type VariantView, variantApi } from '../../../../shared/variant/api.ts'
import type { PostForm, VariantContent } from '../../../../shared/variant/variant.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { PartPreview } from '../channel/PartPreview.tsx'
import { channelName } from '../publishing-model.ts'
import { contentOf, draftOf, type VariantDraft, wrongFields } from './draft.ts'
import { PhotoChoice } from './PhotoChoice.tsx'
import styles from './VariantDialog.module.css'

interface VariantDialogProps {
  readonly article: string
  readonly channel: ChannelState
  /** The article itself when absent. */
  readonly form?: PostForm
  readonly view: VariantView
  readonly onClose: () => void
}

/** Typing is shown in the preview after a rest of so many milliseconds. */
const restMs = 300

/** Writes what an article says in one channel, with its look beside it. */
export const VariantDialog = ({ article, channel, form = 'article', view, onClose }: VariantDialogProps) => {
  const text = useText()
  const words = text.variant
  const client = useClient()
  const [draft, setDraft] = useState<VariantDraft>(() => draftOf(view))
  const [preview, setPreview] = useState<ChannelPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const wrong = wrongFields(draft)
  const isPost = view.shape === 'post'
  const change = (more: Partial<VariantDraft>) => setDraft({ ...draft, ...more })

  useEffect(() => {
    if (wrongFields(draft).size > 0) return
    let over = false
    const timer = setTimeout(async () => {
      const content = contentOf(draft, view, () => ({ x: 0.5, y: 0.5 }))
      const shown = await client.call(variantApi.tryOut, { article, channel: channel.id, form, content })
      if (!over && shown.ok) setPreview(shown.value)
    }, restMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [draft, view, article, channel.id, form, client])

  const focuses = async (): Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }>> => {
    const cropped = draft.photos.filter(({ isIn, ratio }) => isIn && ratio !== 'whole')
    const read = await Promise.all(cropped.map(({ media }) => client.call(mediaApi.read, { id: media })))
    return new Map(
      cropped.flatMap(({ media }, at) => {
        const medium = read[at]
        return medium?.ok && medium.value.focus ? [[media, medium.value.focus] as const] : []
      }),
    )
  }
  const write = async (content: VariantContent | null) => {
    setBusy(true)
    const written = await client.call(variantApi.write, { article, channel: channel.id, form, content })
    setBusy(false)
    setFailure(written.ok ? null : written.failure)
    if (written.ok) onClose()
  }
  const save = async () => {
    if (wrong.size > 0 || busy) return
    const known = await focuses()
    await write(contentOf(draft, view, (media) => known.get(media) ?? { x: 0.5, y: 0.5 }))
  }

  return (
    <Dialog
      title={words.title(channelName(channel, text.channel.kinds))}
      isOpen
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          {view.content !== null && (
            <Button kind="flat" onPress={() => void write(null)} isDisabled={busy}>
              {words.reset}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={busy || wrong.size > 0}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <div className={styles.fields}>
          {isPost ? (
            <>
              <Field
                label={words.text}
                hint={words.textHint}
                lines={12}
                value={draft.text}
                onChange={(value) => change({ text: value })}
              />
              <Field
                label={words.link}
                hint={words.linkHint}
                value={draft.link}
                onChange={(value) => change({ link: value })}
                error={wrong.has('link') ? words.wrongAddress : null}
              />
              <Field label={words.tags} hint={words.tagsHint} value={draft.tags} onChange={(value) => change({ tags: value })} />
              <Field
                label={words.video}
                hint={words.videoHint}
                value={draft.video}
                onChange={(value) => change({ video: value })}
                error={wrong.has('video') ? words.wrongAddress : null}
              />
              <CheckBox isSelected={draft.join === true} onChange={(join) => change({ join })}>
                {words.join}
              </CheckBox>
              <PhotoChoice photos={draft.photos} onChange={(photos) => change({ photos })} />
            </>
          ) : (
            <>
              <Field label={words.headline} value={draft.title} onChange={(title) => change({ title })} />
              <Field label={words.summary} lines={4} value={draft.summary} onChange={(summary) => change({ summary })} />
            </>
          )}
          {failure && <FailureMessage failure={failure} />}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section className={styles.preview} aria-label={words.preview} tabIndex={0}>
          {preview?.warnings.map((warning) => (
            <p key={warning} className={styles.warning}>
              {warning}
            </p>
          ))}
          {preview && <PartPreview parts={preview.parts} kind={channel.kind} />}
        </section>
      </div>
    </Dialog>
  )
}
