import { type Result, success } from '../../../shared/api/result.ts'
import { type Mailbox, sameAddress } from '../../../shared/mailing/address-book.ts'
import type { BouncesRead, NotedBounce } from '../../../shared/mailing/bounce.ts'
import type { Newsroom } from '../../newsroom.ts'
import { publisherOf } from '../../publishing/publishers.ts'
import { withMailbox } from '../address-book.ts'
import type { Bounce } from './delivery-status.ts'
import { readBounce } from './read-bounce.ts'

interface LetterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Did a person decide on this address after the letter came back? Their word stands. */
const isDecided = (mailbox: Mailbox, at: number): boolean => mailbox.since > at

const noted = (mailbox: Mailbox, { kind, reason }: Bounce, at: number): Mailbox => {
  if (isDecided(mailbox, at)) return mailbox
  if (kind === 'soft' && mailbox.state === 'active') return { ...mailbox, softBounce: { at, reason } }
  if (kind !== 'hard' || mailbox.state !== 'active') return mailbox
  const { softBounce: _passed, ...rest } = mailbox
  return { ...rest, state: 'bouncing', reason: `Возврат: ящика нет (${reason}).`, since: at }
}

/**
 * Takes in letters in which mail servers say what became of the newspaper's (rules B7 to B9): an address under which nobody
 * reads is written to no more; a letter that may get through another time leaves a note. The same letters again change
 * nothing.
 */
export const noteBounces = async (
  newsroom: Newsroom,
  letters: readonly LetterFile[],
  person: string | null,
): Promise<Result<BouncesRead>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const bounces: NotedBounce[] = []
  const others: string[] = []
  for (const { name, bytes } of letters) {
    const letter = await readBounce(bytes)
    if (letter === null) {
      others.push(name)
      continue
    }
    // A clock that runs ahead somewhere must not decide on what comes later.
    const at = Math.min(letter.at ?? newsroom.environment.now(), newsroom.environment.now())
    for (const bounce of letter.bounces) {
      const { address, kind, reason } = bounce
      await newsroom.addresses.change((book) => withMailbox(book, address, (mailbox) => noted(mailbox, bounce, at)))
      const owner = newsroom.addresses
        .get()
        .organisations.find(({ mailboxes }) => mailboxes.some((mailbox) => sameAddress(mailbox.address, address)))
      const mailbox = owner?.mailboxes.find((each) => sameAddress(each.address, address))
      const isNoted =
        mailbox !== undefined &&
        (kind === 'hard' ? mailbox.state === 'bouncing' : kind === 'soft' && mailbox.softBounce?.at === at)
      bounces.push({ address, organisation: owner?.name ?? null, kind, reason, noted: isNoted })
    }
  }
  if (bounces.length > 0) newsroom.emit({ type: 'changed', feature: 'mailing', id: null })
  return success({ bounces, others })
}
