import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { contentFor, photosOf, textOf } from '../../shared/article/content.ts'
import type { variantApi } from '../../shared/variant/api.ts'
import { type PostForm, type VariantContent, variantKey } from '../../shared/variant/variant.ts'
import type { Newsroom } from '../newsroom.ts'
import { previewChannel } from '../publishing/preview-channel.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { variantComplaint, variantState } from './approved-variant.ts'
import { likenessOf } from './likeness.ts'
import { paragraphsOf, without } from './paragraphs.ts'
import { proposalOf } from './proposal.ts'
import { orderPack, proposePack, readPack } from './teasers.ts'
import { putVariant, variantOf } from './variant-store.ts'

interface Outlet {
  readonly article: string
  readonly channel: string
  readonly form: PostForm
}

const outletOf = ({ article, channel, form = 'article' }: Omit<Outlet, 'form'> & { form?: PostForm | undefined }): Outlet => ({
  article,
  channel,
  form,
})

/** Variants of articles for single channels: looked at, written, confirmed. */
export const variantHandlers = (newsroom: Newsroom): Handlers<typeof variantApi> => {
  const { variants, outbox, articles, environment } = newsroom
  const tell = (article: string): void => {
    newsroom.emit({ type: 'changed', feature: 'publishing', id: article })
    newsroom.emit({ type: 'changed', feature: 'workflow', id: article })
  }
  const known = ({ article, channel }: Outlet): Result<null> => {
    if (!outbox.channels.get(channel)) return failure('notFound', `Канала «${channel}» в этой редакции нет.`)
    return articles.has(article) ? success(null) : failure('notFound', `Материала ${article} нет в этой редакции.`)
  }
  const keep = async (outlet: Outlet, content: VariantContent | null, person: string): Promise<void> => {
    const present = await articles.content(outlet.article)
    const record = variantOf(variants, outlet.article, outlet.channel, outlet.form)
    await putVariant(variants, {
      schemaVersion: 1,
      ...outlet,
      content,
      base: { contentHash: contentHash(present), paragraphs: [...paragraphsOf(present)] },
      proposedAt: record?.proposedAt ?? null,
      editedBy: person,
      editedAt: environment.now(),
    })
    tell(outlet.article)
  }
  return {
    read: async (asked) => {
      const outlet = outletOf(asked)
      const there = known(outlet)
      if (!there.ok) return there
      const preview = await previewChannel(newsroom, { ...outlet, tried: null })
      if (!preview.ok) return preview
      const { article, channel, form } = outlet
      const record = variantOf(variants, article, channel, form)
      const content = await articles.content(article)
      const hash = contentHash(content)
      const approval = (await newsroom.workflow.get(article))?.approvals.at(-1)
      const approved = approval?.variants?.[variantKey(channel, form)] ?? null
      const state = variantState(record, approved, hash)
      const before = record?.base.paragraphs ?? []
      const now = paragraphsOf(content)
      return success({
        content: record?.content ?? null,
        state,
        complaint: variantComplaint(record, approved, hash),
        shape: preview.value.parts.some((part) => part.kind === 'article') ? 'article' : 'post',
        proposal: proposalOf(content, preview.value.parts, outbox.channels.get(channel)?.settings ?? {}),
        photos: photosOf(contentFor(content, 'web')).map(({ attrs, content: words }) => ({
          media: attrs.media,
          caption: textOf(words).trim() || attrs.alternative,
        })),
        lost: state === 'stale' ? [...without(before, now)] : [],
        gained: state === 'stale' ? [...without(now, before)] : [],
      })
    },
    tryOut: ({ content, ...asked }) => previewChannel(newsroom, { ...outletOf(asked), tried: content }),
    write: async ({ content, ...asked }, { person }) => {
      const outlet = outletOf(asked)
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      const there = known(outlet)
      if (!there.ok) return there
      const pictures = new Set(photosOf(await articles.content(outlet.article)).map((photo) => photo.attrs.media))
      const foreign = (content?.photos ?? []).filter(({ media }) => !pictures.has(media))
      if (foreign.length > 0)
        return failure('invalidInput', 'В варианте есть снимок, которого нет в материале.', {
          safe: 'Вариант не изменён.',
          todo: 'Поставьте снимок в материал или уберите его из варианта.',
        })
      await keep(outlet, content, publisher.value.id)
      return success({})
    },
    confirm: async (asked, { person }) => {
      const outlet = outletOf(asked)
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      const there = known(outlet)
      if (!there.ok) return there
      const record = variantOf(variants, outlet.article, outlet.channel, outlet.form)
      if (record === null || record.content === null)
        return failure('conflict', 'Своего варианта у этого канала нет.', {
          safe: 'Ничего не изменено.',
          todo: 'Обновите страницу.',
        })
      await keep(outlet, record.content, publisher.value.id)
      return success({})
    },
    teasers: (pack) => readPack(newsroom, pack),
    proposeTeasers: (pack, { person }) => proposePack(newsroom, pack, person),
    setTeaserTime: async ({ article, channel, at }, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      const record = variantOf(variants, article, channel, 'teaser')
      if (!record) return failure('notFound', 'Анонса этого материала ещё нет.')
      await putVariant(variants, { ...record, proposedAt: at })
      tell(article)
      return success({})
    },
    orderTeasers: (pack, { person }) => orderPack(newsroom, pack, person),
    likeness: async ({ article }) => {
      if (!articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
      return success([...(await likenessOf(newsroom, article))])
    },
  }
}
