import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { addressStates, organisationSchema } from './address-book.ts'
import { bouncesReadSchema } from './bounce.ts'
import { importPlanSchema } from './import-plan.ts'
import { letterOrderSchema, mailingSchema } from './mailing.ts'

const tableSchema = z.object({ name: z.string(), bytes: z.base64() })

export const mailingApi = {
  addresses: reading('mailing.addresses', z.object({}), z.array(organisationSchema)),
  /** Adds an organisation or changes the one of the same id. */
  saveOrganisation: writing(
    'mailing.saveOrganisation',
    'publish',
    z.object({
      id: z.string().nullable(),
      name: z.string().trim().min(1).max(300),
      region: z.string().trim().max(200),
      district: z.string().trim().max(200),
      addresses: z.array(z.object({ address: z.string().trim(), state: z.enum(addressStates) })).max(20),
    }),
    z.object({ id: z.string() }),
  ),
  removeOrganisation: writing('mailing.removeOrganisation', 'publish', z.object({ id: z.string() }), z.object({})),
  /** What a table (CSV, XLSX) would change; changes nothing. */
  planImport: reading('mailing.planImport', tableSchema, importPlanSchema),
  /** Takes a table in, as `planImport` said. */
  importAddresses: writing('mailing.importAddresses', 'publish', tableSchema, importPlanSchema),
  /** Takes in letters (EML) in which mail servers say that the newspaper's came back; marks addresses by them. */
  readBounces: writing(
    'mailing.readBounces',
    'publish',
    z.object({ letters: z.array(tableSchema).min(1).max(500) }),
    bouncesReadSchema,
  ),
  /** Writes the list as CSV that a spreadsheet opens into the folder's `exports`. */
  exportAddresses: reading('mailing.exportAddresses', z.object({}), z.object({ file: z.string() })),
  /** The letter about an issue as it was made up last; null while it was not. */
  read: reading('mailing.read', letterOrderSchema.pick({ issue: true, channel: true }), mailingSchema.nullable()),
  /** Makes up the letter about an issue out of approved content, frozen from then on. Refused once it is being sent. */
  compose: writing('mailing.compose', 'publish', letterOrderSchema, z.object({ id: z.string() })),
  /** Sends the letter to one address as a test; as often as one likes. */
  test: writing('mailing.test', 'publish', z.object({ id: z.string(), to: z.string().trim() }), z.object({})),
  /** Queues the letter for every address that has not got one yet, each once; `queued` is how many were new. */
  start: writing('mailing.start', 'publish', z.object({ id: z.string() }), z.object({ queued: z.number() })),
  pause: writing('mailing.pause', 'publish', z.object({ id: z.string() }), z.object({})),
  /** Goes on. Letters that the mailbox or a change had stopped and that can't be out wait again. */
  resume: writing('mailing.resume', 'publish', z.object({ id: z.string() }), z.object({})),
} as const
