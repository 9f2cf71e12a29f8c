import { failure, type Result, success } from '../../shared/api/result.ts'
import { type ArticleContent, contentFor, textOf } from '../../shared/article/content.ts'
import { timeOf } from '../../shared/calendar/day.ts'
import type { TeaserPack } from '../../shared/variant/api.ts'
import { writeMarkup } from '../../shared/variant/markup.ts'
import { mainStories, spreadOverWeek } from '../../shared/variant/teaser.ts'
import { untouched, variantKey } from '../../shared/variant/variant.ts'
import type { Newsroom } from '../newsroom.ts'
import { publish } from '../publishing/publish.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { timeRulesOf } from '../publishing/release-time.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { variantComplaint, variantState } from './approved-variant.ts'
import { paragraphsOf } from './paragraphs.ts'
import { putVariant, variantOf } from './variant-store.ts'

interface Pack {
  readonly issue: string
  readonly channel: string
}

const form = 'teaser' as const

/** Longest proposal beside the headline, in characters: a teaser is read in one look. */
const usualLength = 280

/** The first sentences of a text that fit; with «…» where not even the first does. */
const beginning = (text: string): string => {
  if (text.length <= usualLength) return text
  const room = text.slice(0, usualLength)
  const end = [...room.matchAll(/[.!?…]["»)]*(?=\s)/g)].at(-1)
  if (end) return room.slice(0, end.index + end[0].length)
  return `${room.slice(0, Math.max(room.lastIndexOf(' '), 1)).replace(/[\s,;:—-]+$/u, '')}…`
}

/** What a teaser begins with: the headline and what the story says first. The link to it comes with every post. */
export const teaserText = (approved: ArticleContent): string => {
  const { headline, deck, body } = contentFor(approved, 'web')
  const paragraphs = body.filter((block) => block.type === 'paragraph' && textOf(block.content).trim() !== '')
  const lead = paragraphs.find((block) => block.type === 'paragraph' && block.attrs.kind === 'lead') ?? paragraphs[0]
  const words = deck.trim() === '' ? textOf(lead?.content ?? []) : deck
  const line = (text: string, bold: boolean) => ({
    runs: [{ text: text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim(), bold, italic: false, href: null }],
    ...{ quote: false, tight: false },
  })
  return writeMarkup([line(headline, true), line(beginning(words), false)].filter(({ runs }) => runs[0]?.text !== ''))
}

const storiesOf = async ({ issues, articles }: Newsroom, serial: string): Promise<Result<readonly string[]>> => {
  const issue = await issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} в этой редакции нет.`)
  return success(mainStories(issue.placements).filter((id) => articles.has(id)))
}

/** The teasers of an issue for a channel, in the order of its pages. */
export const readPack = async (newsroom: Newsroom, { issue, channel }: Pack): Promise<Result<TeaserPack>> => {
  const stories = await storiesOf(newsroom, issue)
  if (!stories.ok) return stories
  const pack: TeaserPack = []
  for (const article of stories.value) {
    const record = variantOf(newsroom.variants, article, channel, form)
    const workflow = await newsroom.workflow.get(article)
    const hash = newsroom.articles.entry(article)?.contentHash ?? ''
    const approved = workflow?.approvals.at(-1)?.variants?.[variantKey(channel, form)] ?? null
    const row = [...newsroom.outbox.rows.all()].findLast(
      ([, each]) => each.article === article && each.channel === channel && each.form === form && each.state !== 'cancelled',
    )
    pack.push({
      article,
      headline: newsroom.articles.entry(article)?.headline ?? '',
      isApproved: workflow?.status === 'approved' || workflow?.status === 'published',
      text: record?.content?.text ?? null,
      state: variantState(record, approved, hash),
      complaint: variantComplaint(record, approved, hash),
      proposedAt: record?.proposedAt ?? null,
      delivery: row?.[0] ?? null,
    })
  }
  return success(pack)
}

/** Proposes a teaser for every main story that has none, spread over the week of the issue (rule N7). */
export const proposePack = async (newsroom: Newsroom, pack: Pack, person: string | null): Promise<Result<{ made: number }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, environment, articles, variants } = newsroom
  const channel = outbox.channels.get(pack.channel)
  if (!channel) return failure('notFound', `Канала «${pack.channel}» в этой редакции нет.`)
  const stories = await storiesOf(newsroom, pack.issue)
  if (!stories.ok) return stories
  const from = newsroom.issues.entries().find(({ serial }) => serial === pack.issue)?.plannedFor ?? ''
  const now = environment.now()
  const { quiet } = timeRulesOf(newsroom, '', channel.kind)
  const times = spreadOverWeek(stories.value.length, from, { quiet, embargo: null }, now)
  let made = 0
  for (const [at, article] of stories.value.entries()) {
    if (variantOf(variants, article, pack.channel, form)?.content) continue
    const content = await articles.content(article)
    await putVariant(variants, {
      schemaVersion: 1,
      ...{ article, channel: pack.channel, form, content: { ...untouched, text: teaserText(content) } },
      base: { contentHash: contentHash(content), paragraphs: [...paragraphsOf(content)] },
      proposedAt: times[at] ?? null,
      editedBy: publisher.value.id,
      editedAt: now,
    })
    made += 1
  }
  newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
  newsroom.emit({ type: 'changed', feature: 'workflow', id: null })
  return success({ made })
}

/** Queues every teaser that is approved and not ordered yet, each for its time; says what stands against the others. */
export const orderPack = async (
  newsroom: Newsroom,
  pack: Pack,
  person: string | null,
): Promise<Result<{ ordered: number; refused: string[] }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const read = await readPack(newsroom, pack)
  if (!read.ok) return read
  const refused: string[] = []
  let ordered = 0
  for (const { article, headline, text, delivery, proposedAt } of read.value) {
    if (text === null || delivery !== null) continue
    const past = proposedAt === null || proposedAt <= newsroom.environment.now()
    const order = past
      ? failure('conflict', proposedAt === null ? 'время не назначено' : `время ${timeOf(proposedAt)} уже прошло`)
      : await publish(newsroom, { article, channel: pack.channel, at: proposedAt, form }, person)
    if (order.ok) ordered += 1
    else refused.push(`${headline}: ${[order.failure.what, order.failure.todo].filter(Boolean).join(' ')}`)
  }
  return success({ ordered, refused })
}
