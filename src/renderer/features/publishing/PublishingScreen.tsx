import { useText } from '../../i18n/text.tsx'

/** Mounted by the frame at #/publishing and #/publishing/<article>. */
export const PublishingScreen = (_: { readonly article: string | null }) => {
  const text = useText()
  return <h1>{text.app.section.publishing}</h1>
}
