import { useText } from '../../i18n/text.tsx'

/** Mounted by the frame at #/page and #/page/<page>. */
export const PageScreen = (_: { readonly page: number | null }) => {
  const text = useText()
  return <h1>{text.app.section.page}</h1>
}
