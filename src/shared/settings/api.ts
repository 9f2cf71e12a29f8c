import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { pageStyleSchema } from './page-style.ts'
import { publishingRulesSchema } from './publishing-rules.ts'
import { publicationSchema, workflowRulesSchema } from './settings.ts'

export const settingsApi = {
  read: reading(
    'settings.read',
    z.object({}),
    z.object({ publication: publicationSchema, rules: workflowRulesSchema, publishing: publishingRulesSchema }),
  ),
  /** Changes all of the publication but its style. */
  update: writing(
    'settings.update',
    'describePublication',
    z.object({ publication: publicationSchema.omit({ style: true }) }),
    z.object({}),
  ),
  /**
   * Gives the publication's pages another look; refuses one that does not fit together. Issues that are done keep theirs,
   * and so do those named in `keep`; the others in hand are laid out anew.
   */
  restyle: writing(
    'settings.restyle',
    'prepareForPrint',
    z.object({ style: pageStyleSchema, keep: z.array(z.string()).max(200).default([]) }),
    z.object({}),
  ),
  /** The issues in hand, which another look would change: how many stories stand in each, and does it keep a look of its own? */
  restyled: reading(
    'settings.restyled',
    z.object({}),
    z.array(z.object({ issue: z.string(), stories: z.number(), keeps: z.boolean() })),
  ),
  /** How strictly approvals are given; where people sign, only the owner changes it. */
  updateRules: writing('settings.updateRules', 'owner', z.object({ rules: workflowRulesSchema }), z.object({})),
  /** What is decided about posts: quiet hours, embargo, likeness, marks of links. */
  updatePublishing: writing(
    'settings.updatePublishing',
    'publish',
    z.object({ publishing: publishingRulesSchema }),
    z.object({}),
  ),
} as const
