import { compareText } from '../../shared/language/sorting.ts'
import { advertType } from '../advert/advert-store.ts'
import { type CalendarRecord, calendarPath, calendarType } from '../calendar/calendar-store.ts'
import { correctionType } from '../correction/correction-store.ts'
import { printersPath, printersType } from '../export/printers.ts'
import { languagePath, languageType } from '../language/language-store.ts'
import { addressBookPath, addressBookType } from '../mailing/address-book.ts'
import { mailingType } from '../mailing/mailing-store.ts'
import { mediumType } from '../media/medium-type.ts'
import { staffType } from '../newsroom.ts'
import { type Notifications, notificationsPath, notificationsType } from '../notification/notification-store.ts'
import { preflightType } from '../preflight/overrides.ts'
import { proofType } from '../proof/proof-store.ts'
import { countsType } from '../publishing/count-store.ts'
import { embargoPath, embargoType } from '../publishing/embargo-store.ts'
import { settingsType } from '../settings/settings-type.ts'
import { signOffType } from '../signoff/signoff-store.ts'
import { variantType } from '../variant/variant-store.ts'
import { type Join, type Joined, joinHistory, joinListed, joinNamed, wholeNewer } from './join-members.ts'
import { mergeRecord, mergeRecords } from './merge-record.ts'
import { workflowRule } from './merge-workflow.ts'
import type { Merge } from './place.ts'
import { mergePlanning } from './planning-rules.ts'

const anyDropped = (...parts: readonly Joined<unknown>[]): boolean => parts.some(({ dropped }) => dropped)

const joinCalendar: Join<CalendarRecord> = (newer, older) => {
  const series = joinListed(newer.series, older.series, ({ id }) => id)
  const daysOff = joinListed(newer.daysOff, older.daysOff, ({ day }) => day)
  const decisions = joinNamed(newer.decisions, older.decisions)
  const issues = joinNamed(newer.issues, older.issues)
  return {
    value: { ...newer, series: series.value, daysOff: daysOff.value, decisions: decisions.value, issues: issues.value },
    dropped: anyDropped(series, daysOff, decisions, issues),
  }
}

/** What a person has seen in either copy is seen. */
const joinNotices: Join<Notifications> = (newer, older) => {
  const people = { ...older.people, ...newer.people }
  for (const [person, { seen, told, muted }] of Object.entries(newer.people)) {
    const other = older.people[person]
    people[person] = { muted, seen: { ...other?.seen, ...seen }, told: { ...other?.told, ...told } }
  }
  return { value: { ...newer, people, mentions: joinHistory(newer.mentions, older.mentions) }, dropped: false }
}

const mergeSingles = async (merge: Merge): Promise<void> => {
  await mergeRecord(merge, 'settings.json', 'settings', {
    kind: 'settings',
    type: settingsType,
    join: wholeNewer,
    nameOf: () => '',
  })
  await mergeRecord(merge, 'staff.json', 'staff', {
    kind: 'staff',
    type: staffType,
    nameOf: () => '',
    join: (newer, older) => {
      const members = joinListed(newer.members, older.members, ({ id }) => id)
      return { value: { ...newer, members: members.value }, dropped: members.dropped }
    },
  })
  await mergeRecord(merge, calendarPath(''), 'calendar', {
    kind: 'calendar',
    type: calendarType,
    join: joinCalendar,
    nameOf: () => '',
  })
  await mergeRecord(merge, notificationsPath(''), 'notifications', {
    kind: 'notification',
    type: notificationsType,
    join: joinNotices,
    nameOf: () => '',
  })
  await mergeRecord(merge, printersPath(''), 'printers', {
    kind: 'printer',
    type: printersType,
    nameOf: () => '',
    join: (newer, older) => {
      const profiles = joinListed(newer.profiles, older.profiles, ({ id }) => id)
      return { value: { ...newer, profiles: profiles.value }, dropped: profiles.dropped }
    },
  })
  await mergeRecord(merge, languagePath(''), 'language', {
    kind: 'language',
    type: languageType,
    nameOf: () => '',
    join: (newer, older) => {
      const rules = joinListed(newer.rules, older.rules, ({ id }) => id)
      const words = joinListed(newer.words, older.words, (word) => word)
      return { value: { ...newer, rules: rules.value, words: words.value.sort(compareText) }, dropped: rules.dropped }
    },
  })
  await mergeRecord(merge, embargoPath(''), 'embargoes', {
    kind: 'embargo',
    type: embargoType,
    nameOf: () => '',
    join: (newer, older) => {
      const articles = joinNamed(newer.articles, older.articles)
      return { value: { ...newer, articles: articles.value }, dropped: articles.dropped }
    },
  })
  await mergeRecord(merge, addressBookPath(''), 'addresses', {
    kind: 'address',
    type: addressBookType,
    nameOf: () => '',
    join: (newer, older) => {
      const organisations = joinListed(
        newer.organisations,
        older.organisations,
        ({ id }) => id,
        (one, other) => {
          const mailboxes = joinListed(
            one.mailboxes,
            other.mailboxes,
            ({ address }) => address.toLowerCase(),
            (a, b) => ({
              value: a.since >= b.since ? a : b,
              dropped: false,
            }),
          )
          return {
            value: { ...one, mailboxes: mailboxes.value },
            dropped: one.name !== other.name || one.region !== other.region,
          }
        },
      )
      return { value: { ...newer, organisations: organisations.value }, dropped: organisations.dropped }
    },
  })
}

const mergeIssueRecords = async (merge: Merge): Promise<void> => {
  await mergeRecords(merge, 'preflight', {
    kind: 'preflight',
    type: preflightType,
    join: (newer, older) => {
      const overrides = joinListed(newer.overrides, older.overrides, ({ hash }) => hash)
      return { value: { ...newer, overrides: overrides.value }, dropped: overrides.dropped }
    },
  })
  await mergeRecords(merge, 'proofs', {
    kind: 'proof',
    type: proofType,
    join: (newer, older) => {
      const proofs = joinListed(
        newer.proofs,
        older.proofs,
        ({ page, number, taken }) => `${page} ${number} ${taken.at}`,
        (one, other) => {
          const remarks = joinListed(one.remarks, other.remarks, ({ id }) => id)
          const ticks = joinNamed(one.ticks, other.ticks)
          return { value: { ...one, remarks: remarks.value, ticks: ticks.value }, dropped: remarks.dropped }
        },
      )
      return { value: { ...newer, proofs: proofs.value.sort((a, b) => a.taken.at - b.taken.at) }, dropped: proofs.dropped }
    },
  })
  await mergeRecords(merge, 'signoffs', {
    kind: 'signoff',
    type: signOffType,
    join: (newer, older) => {
      const replacing = joinNamed(newer.replacing, older.replacing)
      const value = {
        ...newer,
        pages: joinHistory(newer.pages, older.pages),
        issue: joinHistory(newer.issue, older.issue),
        sent: joinHistory(newer.sent, older.sent),
        replacing: replacing.value,
        changed: [...new Set([...newer.changed, ...older.changed])].sort(),
      }
      return { value, dropped: replacing.dropped }
    },
  })
}

/** Joins every record that is no document, by the rules of its kind (rules J24 to J27). */
export const mergeAllRecords = async (merge: Merge, headlineOf: (article: string) => string): Promise<void> => {
  await mergeRecords(merge, 'media', { kind: 'media', type: mediumType, join: wholeNewer, nameOf: ({ name }) => name })
  await mergeRecords(
    merge,
    'workflow',
    workflowRule(headlineOf, (article) => merge.changed.add(article)),
  )
  await mergeSingles(merge)
  await mergeIssueRecords(merge)
  await mergeRecords(merge, 'variants', {
    kind: 'variant',
    type: variantType,
    join: wholeNewer,
    changedAt: ({ editedAt }) => editedAt,
    nameOf: ({ article, channel }) => `${headlineOf(article)} · ${channel}`,
  })
  await mergeRecords(merge, 'counts', {
    kind: 'count',
    type: countsType,
    join: (newer) => ({ value: newer, dropped: false }),
    changedAt: ({ at }) => at,
  })
  await mergeRecords(merge, 'adverts', {
    kind: 'advert',
    type: advertType,
    nameOf: ({ content }) => content.title || content.advertiser,
    join: (newer, older) => ({
      value: {
        ...newer,
        approvals: joinHistory(newer.approvals, older.approvals),
        changedAfterApproval: newer.changedAfterApproval || older.changedAfterApproval,
      },
      dropped: true,
    }),
  })
  await mergeRecords(merge, 'corrections', {
    kind: 'correction',
    type: correctionType,
    join: wholeNewer,
    nameOf: ({ article }) => headlineOf(article),
  })
  await mergePlanning(merge)
  await mergeRecords(merge, 'mailings', { kind: 'mailing', type: mailingType, join: wholeNewer, nameOf: ({ issue }) => issue })
}
