import { expect, test } from 'vitest'
import { articleExportHandlers } from '../../../src/backend/article/export/article-export-handlers.ts'
import { writeNotice } from '../../../src/backend/export/notice.ts'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { rightsFindings } from '../../../src/backend/preflight/page/rights-findings.ts'
import { variantHandlers } from '../../../src/backend/variant/variant-handlers.ts'
import { emptyCard } from '../../../src/shared/media/card.ts'
import { untouched } from '../../../src/shared/variant/variant.ts'
import { addPicture, connectedDesk, p, photo, story, value } from '../../helpers/publishing.ts'

const smm = { person: 'smm' }
const own = { ...emptyCard.licence, kind: 'own' as const }
const sound = { ...emptyCard, caption: 'Первоклассники', credit: 'Анна Ветрова', licence: own }
const child = { name: 'Пётр', minor: true, consent: 'none' as const, until: null }

test('U30 a post with a picture whose rights lack something is not queued, and is held when they end before it goes', async () => {
  const { desk, place, server } = await connectedDesk()
  const picture = await addPicture(desk, 40)
  const article = await desk.approved(story('Первое сентября', photo(picture, 'У школы'), p('Текст.')))
  await desk.newsroom.media.setCard(picture, { ...sound, persons: [child] })
  const refused = await desk.handlers.publish({ article, channel: 'tg', at: null }, smm)
  expect(refused).toMatchObject({
    failure: {
      code: 'preflight',
      what: 'Публиковать нельзя: снимок «Первоклассники»: на снимке ребёнок (Пётр), а письменного согласия родителя нет.',
    },
  })
  // Until the twenty-sixth it may be shown: an hour later it is, two days later no more.
  await desk.newsroom.media.setCard(picture, { ...sound, licence: { ...own, until: '2026-11-26' } })
  const late = new Date(place.clock.now + 48 * 3_600_000).toISOString()
  expect(await desk.handlers.publish({ article, channel: 'tg', at: late }, smm)).toMatchObject({ failure: { code: 'preflight' } })
  const soon = new Date(place.clock.now + 3_600_000).toISOString()
  const delivery = await desk.publish(article, 'tg', soon)
  await desk.newsroom.media.setCard(picture, { ...sound, licence: { ...own, until: '2026-11-24' } })
  place.clock.now += 3_600_000
  await desk.drain()
  expect(await desk.delivery(delivery)).toMatchObject({ status: 'held' })
  expect((await desk.delivery(delivery)).reason).toContain('право на снимок закончилось 24.11.2026')
  expect(server.posts).toEqual([])
  // A picture nobody wrote a card for stops nothing (rule U22).
  const bare = await addPicture(desk, 50)
  const second = await desk.approved(story('Второе', photo(bare, 'У школы'), p('Текст.')))
  expect((await desk.delivery(await desk.publish(second))).status).toBe('queued')
})

test('M10 to M14 the preflight says which picture of which story lacks what, on the page it stands on', async () => {
  const { desk } = await connectedDesk()
  const { newsroom } = desk
  const issues = issueHandlers(newsroom)
  const chief = { person: 'chief' }
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 4, columns: null }, chief))
  const picture = await addPicture(desk, 60)
  const article = await desk.approved(story('Первое сентября', photo(picture, 'У школы'), p('Текст.')))
  value(await issues.place({ issue: serial, article, page: 3, before: null, continuation: null }, chief))
  const found = async (use: 'print' | 'web' = 'print') => {
    const issue = await newsroom.issues.get(serial)
    return issue ? rightsFindings(newsroom, { issue, displays: [], pages: [1, 2, 3, 4] }, use) : []
  }
  const rules = async (use: 'print' | 'web' = 'print') => (await found(use)).map(({ rule }) => rule)
  expect(await found()).toMatchObject([
    {
      rule: 'M10',
      page: 3,
      object: { kind: 'media', id: picture, article },
      message: 'Снимок «У школы» в материале «Первое сентября»: нет карточки.',
    },
  ])
  const card = async (change: Partial<typeof emptyCard>) => newsroom.media.setCard(picture, { ...sound, ...change })
  await card({})
  expect(await found()).toEqual([])
  // The day of the issue counts, not today.
  await card({ licence: { ...own, until: '2026-12-01' }, persons: [child] })
  expect(await rules()).toEqual(['M11', 'M12'])
  await card({ licence: { ...own, until: '2026-12-02', use: 'print' } })
  expect(await rules()).toEqual([])
  expect(await rules('web')).toEqual(['M11'])
  await card({ credit: '', licence: emptyCard.licence })
  expect((await found()).map(({ rule, message }) => [rule, message])).toEqual([
    [
      'M13',
      'Снимок «Первоклассники» в материале «Первое сентября»: не назван автор; не сказано, по какому праву снимок ставится.',
    ],
  ])
  await newsroom.media.setPass(picture, { person: 'chief', reason: 'из музея', at: 1 })
  expect(await rules()).toEqual(['M14'])
})

test('U37 U38 only what really goes is judged: posts, the package for sites, the notice board, a copy that is handed out', async () => {
  const { desk } = await connectedDesk()
  const { newsroom } = desk
  const [fine, stopped] = [await addPicture(desk, 70), await addPicture(desk, 80)]
  await newsroom.media.setCard(fine, sound)
  const article = await desk.approved(story('Первое сентября', photo(fine, 'У школы'), photo(stopped, 'В классе'), p('Текст.')))
  await newsroom.media.setCard(stopped, { ...sound, caption: '', persons: [child] })
  const why = 'снимок «В классе»: на снимке ребёнок (Пётр), а письменного согласия родителя нет'

  const shown = value(await desk.handlers.preview({ article, channel: 'tg', form: 'article' }, smm))
  expect(shown.warnings).toContain(`Публиковать нельзя: ${why}.`)
  const issues = issueHandlers(newsroom)
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 4, columns: null }, { person: 'chief' }))
  value(await issues.place({ issue: serial, article, page: 2, before: null, continuation: null }, { person: 'chief' }))
  expect(await desk.handlers.savePackage({ issue: serial }, smm)).toMatchObject({
    failure: { todo: `«Первое сентября»: ${why}` },
  })
  expect(await writeNotice(newsroom, { subject: { kind: 'article', article }, file: null, draft: false })).toMatchObject({
    failure: { code: 'preflight', what: `Вешать на стенд нельзя: ${why}.` },
  })
  value(await writeNotice(newsroom, { subject: { kind: 'article', article }, file: null, draft: true }))
  const copy = value(
    await articleExportHandlers(newsroom).make({ article, format: 'html', suggestions: 'standing', file: null }, smm),
  )
  expect(copy.notes).toEqual([expect.stringContaining(why)])
  expect(
    Buffer.from(copy.bytes ?? '', 'base64')
      .toString()
      .match(/<img /g),
  ).toHaveLength(1)

  // A post that leaves the picture out is nobody's concern.
  const photos = [{ media: fine, crop: null }]
  value(await variantHandlers(newsroom).write({ article, channel: 'tg', content: { ...untouched, photos } }, smm))
  await desk.approve(article)
  expect((await desk.delivery(await desk.publish(article))).status).toBe('queued')
  expect(await desk.drain()).toBe(1)
})
