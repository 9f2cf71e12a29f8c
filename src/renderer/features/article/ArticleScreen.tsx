import { useText } from '../../i18n/text.tsx'

/** Mounted by the frame at #/article and #/article/<article>. */
export const ArticleScreen = (_: { readonly article: string | null }) => {
  const text = useText()
  return <h1>{text.app.section.article}</h1>
}
