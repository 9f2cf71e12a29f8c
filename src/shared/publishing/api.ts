import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { postForms } from '../variant/variant.ts'
import { channelCheckSchema, channelKinds, channelPreviewSchema, channelSchema, channelStateSchema } from './channel.ts'
import { countedChannelSchema } from './counts.ts'
import { deliverySchema } from './delivery.ts'
import { handOutSchema } from './hand-out.ts'
import { onlineStorySchema, sitePackageSchema } from './issue-online.ts'
import { issuePageStateSchema } from './issue-page.ts'
import { logEntrySchema, reportFilterSchema, reportLineSchema } from './report.ts'

/** For the article itself when absent. */
const form = z.enum(postForms).optional()

export const publishingApi = {
  channels: reading('publishing.channels', z.object({}), z.array(channelStateSchema)),
  /**
   * Connects a channel or changes its settings; a null secret keeps the one there is. The channel is kept even when its
   * test fails: `problem` says what the network answered.
   */
  addChannel: writing(
    'publishing.addChannel',
    'connectChannel',
    z.object({
      id: channelSchema.shape.id,
      kind: z.enum(channelKinds),
      settings: z.record(z.string(), z.string()),
      secret: z.string().nullable(),
    }),
    z.object({ problem: z.string().nullable(), checks: z.array(channelCheckSchema) }),
  ),
  /** Makes a post in the channel and takes it away again: one line a step. Only where a channel is `triable`. */
  tryChannel: writing(
    'publishing.tryChannel',
    'connectChannel',
    z.object({ channel: z.string() }),
    z.object({ checks: z.array(channelCheckSchema) }),
  ),
  preview: reading('publishing.preview', z.object({ article: z.string(), channel: z.string(), form }), channelPreviewSchema),
  /** Queues an approved article for a channel; the same article, version and channel again returns the delivery there is. */
  publish: writing(
    'publishing.publish',
    'publish',
    z.object({ article: z.string(), channel: z.string(), at: z.iso.datetime({ offset: true }).nullable(), form }),
    z.object({ delivery: z.string() }),
  ),
  /** Gives a delivery that waits another time; refused in quiet hours and under an embargo, naming the next free time. */
  move: writing(
    'publishing.move',
    'publish',
    z.object({ delivery: z.string(), at: z.iso.datetime({ offset: true }) }),
    z.object({}),
  ),
  /** Until when an article stays in the house, milliseconds since 1970: as somebody said, and with the day of its issue. */
  embargo: reading(
    'publishing.embargo',
    z.object({ article: z.string() }),
    z.object({ said: z.number().nullable(), until: z.number().nullable() }),
  ),
  setEmbargo: writing(
    'publishing.setEmbargo',
    'publish',
    z.object({ article: z.string(), until: z.number().nullable() }),
    z.object({}),
  ),
  /** Every delivery but the letters about issues, which stand with their mailing. */
  outbox: reading(
    'publishing.outbox',
    z.object({}),
    z.object({
      deliveries: z.array(deliverySchema),
      /** Why nothing is sent from this folder here; null while it sends. */
      paused: z.string().nullable(),
    }),
  ),
  /** Every errand of an article, the newest first, with links, times and the texts as they were sent. */
  log: reading('publishing.log', z.object({ article: z.string() }), z.array(logEntrySchema)),
  /** What came out from `from` up to `to`, milliseconds since 1970; the newest first. */
  report: reading('publishing.report', z.object({ from: z.number(), to: z.number() }), z.array(reportLineSchema)),
  /** Writes the log of an article as a table (CSV) into the folder's `exports`; returns its path. */
  exportLog: writing('publishing.exportLog', 'everyone', z.object({ article: z.string() }), z.object({ file: z.string() })),
  /** Writes the report as a table (CSV) into the folder's `exports`; returns its path. */
  exportReport: writing(
    'publishing.exportReport',
    'everyone',
    reportFilterSchema.extend({ from: z.number(), to: z.number() }),
    z.object({ file: z.string() }),
  ),
  /**
   * Asks the channels that count what readers have done with what came out from `from` up to `to`, and keeps it with its
   * time. Posts nothing. Progress comes as `jobProgress` events of `job`; what was counted before `cancelCounts` stays.
   */
  fetchCounts: writing(
    'publishing.fetchCounts',
    'publish',
    z.object({ from: z.number(), to: z.number(), job: z.string() }),
    z.object({ channels: z.array(countedChannelSchema), cancelled: z.boolean() }),
  ),
  /** The stories of an issue on the newspaper's site, in the order of its pages, and where their printed codes lead. */
  issueOnline: reading('publishing.issueOnline', z.object({ issue: z.string() }), z.array(onlineStorySchema)),
  /**
   * Writes a folder for other sites into the newsroom's `exports`: a feed with the full text of the issue's approved stories,
   * and their pictures.
   */
  savePackage: writing('publishing.savePackage', 'publish', z.object({ issue: z.string() }), sitePackageSchema),
  /** The page of an issue on every site that takes one. */
  issuePages: reading('publishing.issuePages', z.object({ issue: z.string() }), z.array(issuePageStateSchema)),
  /**
   * Queues the page of an issue for a site: its PDF, its cover and every story with its link; where it is out already, its
   * change into what the issue is now. The issue must be signed. The making tells its progress as `job`.
   */
  publishIssue: writing(
    'publishing.publishIssue',
    'publish',
    z.object({ issue: z.string(), channel: z.string(), job: z.string() }),
    z.object({ delivery: z.string() }),
  ),
  /** Queues taking the page of an issue away from a site. */
  removeIssuePage: writing(
    'publishing.removeIssuePage',
    'publish',
    z.object({ issue: z.string(), channel: z.string() }),
    z.object({ delivery: z.string() }),
  ),
  cancelCounts: reading('publishing.cancelCounts', z.object({ job: z.string() }), z.object({})),
  /** Sends everything that is due; returns when nothing is due any more. */
  drain: writing('publishing.drain', 'everyone', z.object({}), z.object({ sent: z.number() })),
  /**
   * A person says what became of a delivery: it came out, it did not (send again), or it is given up. `sendAgain` with a
   * `url` means that the doubtful post came out there and only the posts after it are still to be sent.
   */
  resolve: writing(
    'publishing.resolve',
    'publish',
    z.object({ delivery: z.string(), outcome: z.enum(['published', 'sendAgain', 'cancel']), url: z.string().nullable() }),
    z.object({}),
  ),
  /**
   * Asks the channel whether a delivery of unknown outcome is there, without posting. `found` settles it as published;
   * `absent` counts towards the proof that it is not; `noAnswer` changes nothing.
   */
  check: writing(
    'publishing.check',
    'publish',
    z.object({ delivery: z.string() }),
    z.object({ outcome: z.enum(['found', 'absent', 'noAnswer']), reason: z.string().nullable() }),
  ),
  /** What a person puts in by hand for a delivery that waits for it. */
  handOut: reading('publishing.handOut', z.object({ delivery: z.string() }), handOutSchema),
  /** Makes this installation the one that sends; every delivery not proven sent becomes unknown first. */
  takeOver: writing('publishing.takeOver', 'publish', z.object({}), z.object({ unknown: z.number() })),
} as const
