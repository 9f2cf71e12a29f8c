import type { VariantContent } from '../../shared/variant/variant.ts'
import type { Newsroom } from '../newsroom.ts'
import type { FormatContext } from './channels/channel-adapter.ts'
import { siteLinkOf } from './site-link.ts'

interface Formatted {
  readonly article: string
  readonly variant: VariantContent | null
  readonly delivery: string
  readonly settings: Readonly<Record<string, string>>
}

/** All that the formatter of a channel may know of a delivery, as the newsroom is set up now. */
export const formatContext = (
  newsroom: Pick<Newsroom, 'settings' | 'outbox'>,
  { article, variant, delivery, settings }: Formatted,
): FormatContext => {
  const { publication, publishing } = newsroom.settings.get()
  const { portal, joinAddress } = publication
  const { on, medium, campaign } = publishing.marks
  const joins = variant?.join ?? publishing.join
  return {
    ...{ portal, delivery, settings, variant },
    page: siteLinkOf(newsroom, article),
    marks: on ? { medium, campaign } : null,
    join: joins ? joinAddress || portal : null,
  }
}
