import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { hashSchema, revocationReasons } from '../ledger/entry.ts'
import { roles } from '../workflow/states.ts'
import { staffMemberSchema } from './staff.ts'

const rolesSchema = z.array(z.enum(roles)).min(1)
const personSchema = z.object({ person: z.string() })
const passphraseSchema = z.string().max(1000)

const keyStateSchema = z.object({
  person: z.string(),
  /** Id of the key that counts, and of one that waits for the owner's word. */
  active: hashSchema.nullable(),
  pending: hashSchema.nullable(),
  /** Is the key open in this program, so that the person can sign? */
  isOpen: z.boolean(),
  /** Keys they had before: when each was revoked, in milliseconds since 1970, and why. */
  former: z.array(z.object({ key: hashSchema, at: z.number(), reason: z.enum(revocationReasons) })),
})
export type PersonKey = z.infer<typeof keyStateSchema>

export const staffApi = {
  list: reading('staff.list', z.object({}), z.array(staffMemberSchema)),
  /** Whether people sign here, and how it stands with each one's key. */
  keys: reading(
    'staff.keys',
    z.object({}),
    z.object({
      begun: z.boolean(),
      owner: z.string().nullable(),
      /** May the person who asks add people, give roles and confirm keys? */
      mayManage: z.boolean(),
      mayBegin: z.boolean(),
      people: z.array(keyStateSchema),
    }),
  ),
  add: writing(
    'staff.add',
    'owner',
    z.object({ name: z.string().trim().min(1).max(200), roles: rolesSchema }),
    z.object({ id: z.string() }),
  ),
  setRoles: writing('staff.setRoles', 'owner', personSchema.extend({ roles: rolesSchema }), z.object({})),
  /** Gives roles for a time, in milliseconds since 1970: while another person is away. */
  deputize: writing(
    'staff.deputize',
    'owner',
    personSchema.extend({ roles: rolesSchema, from: z.number(), until: z.number() }),
    z.object({ deputy: z.string() }),
  ),
  endDeputy: writing('staff.endDeputy', 'owner', personSchema.extend({ deputy: z.string() }), z.object({})),
  /** Takes all roles from a person and revokes their key, from now on. */
  dismiss: writing('staff.dismiss', 'owner', personSchema, z.object({})),
  /** The one who asks becomes the owner; everyone's roles are signed as they stand, and what was approved is taken over. */
  beginKeys: writing('staff.beginKeys', 'staff', z.object({ passphrase: passphraseSchema }), z.object({ key: hashSchema })),
  /** Makes a key for the one who asks; it counts when the owner has confirmed it. */
  requestKey: writing('staff.requestKey', 'everyone', z.object({ passphrase: passphraseSchema }), z.object({ key: hashSchema })),
  /** The owner says that this key is this person's; one they had before is revoked. */
  confirmKey: writing('staff.confirmKey', 'owner', personSchema.extend({ key: hashSchema }), z.object({})),
  changePassphrase: writing(
    'staff.changePassphrase',
    'everyone',
    z.object({ from: passphraseSchema, to: passphraseSchema }),
    z.object({}),
  ),
  /** Opens the key of the one who asks in this program. */
  signIn: reading('staff.signIn', z.object({ passphrase: passphraseSchema }), z.object({})),
  signOut: reading('staff.signOut', z.object({}), z.object({})),
} as const
