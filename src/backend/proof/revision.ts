import { createHash } from 'node:crypto'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import { comparePages } from '../../shared/proof/compare-pages.ts'
import { changeNames } from '../../shared/proof/page-change.ts'
import { pageWords } from '../../shared/proof/page-words.ts'
import type { Proof, Remark } from '../../shared/proof/proof.ts'
import { findQuote } from '../../shared/proof/quote.ts'
import type { PlacedRemark, ProofSummary, RevisionCheck } from '../../shared/proof/revision-check.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { displayHash } from './proof-store.ts'

/** A page of an issue, and a proof of it. */
export interface ProofPlace {
  readonly issue: string
  readonly page: number
}

/** Whose deed it was, as people read it; one who is gone from the newsroom is told by the id. */
export const tellDeed = (newsroom: Newsroom, { person, at }: { readonly person: string; readonly at: number }) => ({
  name: newsroom.staff().find(({ id }) => id === person)?.name ?? person,
  at,
})

export const findProof = (newsroom: Newsroom, { issue, page }: ProofPlace, number: number): Result<Proof> => {
  const found = newsroom.proofs.of(issue).find((proof) => proof.page === page && proof.number === number)
  return found
    ? success(found)
    : failure('notFound', `Оттиска № ${number} полосы ${page} в номере ${issue} нет.`, {
        todo: 'Выберите оттиск из списка или сделайте новый.',
      })
}

/** The page as it stands now. */
export const pageNow = async (newsroom: Newsroom, { issue, page }: ProofPlace): Promise<Result<PageDisplay>> => {
  if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
  const { pages } = await layoutOf(newsroom, issue, 'current')
  const found = pages[page - 1]
  return found ? success(found) : failure('notFound', `Полосы ${page} в номере ${issue} нет: в нём ${pages.length}.`)
}

/** The page a proof shows. */
export const pageOfProof = async (newsroom: Newsroom, proof: Proof): Promise<Result<PageDisplay>> => {
  const page = await newsroom.proofs.page(proof.display)
  return page
    ? success(page)
    : failure('damaged', `Изображение оттиска № ${proof.number} полосы ${proof.page} повреждено или удалено.`, {
        safe: 'Сама полоса, отметки и замечания корректора целы.',
        todo: 'Верните папку «proofs» из резервной копии или сделайте новый оттиск.',
        reference: proof.display,
      })
}

export const summarise = (newsroom: Newsroom, { page, number, taken, remarks, revised }: Proof): ProofSummary => ({
  ...{ page, number },
  taken: tellDeed(newsroom, taken),
  open: remarks.filter(({ settled }) => settled?.done !== true).length,
  revised: revised && tellDeed(newsroom, revised),
})

const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex')

const titlesOn = (page: PageDisplay): readonly (readonly [string, string])[] =>
  pageWords(page).flatMap(({ article, part, words }) =>
    article !== null && part === 'headline' ? [[article, words.map(({ text }) => text).join(' ')] as const] : [],
  )

/** The remarks that are to be looked at against a proof: its own, and those of earlier proofs that were never made. */
const remarksFor = (
  proofs: readonly Proof[],
  { page, number }: Proof,
): readonly { readonly on: number; readonly remark: Remark }[] =>
  proofs
    .filter((proof) => proof.page === page && proof.number <= number)
    .flatMap((proof) => proof.remarks.map((remark) => ({ on: proof.number, remark })))
    .filter(({ on, remark }) => on === number || remark.settled?.done !== true)

/** Compares a proof of a page with a later one, or with the page as it is now. */
export const checkRevision = async (
  newsroom: Newsroom,
  place: ProofPlace,
  number: number,
  after: number | null,
): Promise<Result<RevisionCheck & { readonly display: string }>> => {
  const proof = findProof(newsroom, place, number)
  if (!proof.ok) return proof
  const later = after === null ? null : findProof(newsroom, place, after)
  if (later && !later.ok) return later
  const old = await pageOfProof(newsroom, proof.value)
  if (!old.ok) return old
  const now = later ? await pageOfProof(newsroom, later.value) : await pageNow(newsroom, place)
  if (!now.ok) return now
  const changes = comparePages(old.value, now.value)
  const ids = changeNames(changes).map(hashOf)
  const display = displayHash(now.value)
  const { revised, ticks } = proof.value
  return success({
    ...{ before: number, after, display },
    pages: { before: old.value, after: now.value },
    corrections: changes.map((change, at) => {
      const id = ids[at] ?? ''
      const tick = ticks[id]
      return { id, change, tick: tick ? tellDeed(newsroom, tick) : null }
    }),
    remarks: remarksFor(newsroom.proofs.of(place.issue), proof.value).map(({ on, remark }): PlacedRemark => {
      const [beforePlaces, afterPlaces] = [findQuote(old.value, remark.quote), findQuote(now.value, remark.quote)]
      const { id, quote, text, settled } = remark
      return {
        ...{ id, number: on, quote, text },
        written: tellDeed(newsroom, remark),
        settled: settled && { ...tellDeed(newsroom, settled), done: settled.done },
        beforePlaces: beforePlaces && [...beforePlaces],
        afterPlaces: afterPlaces && [...afterPlaces],
      }
    }),
    titles: Object.fromEntries([...titlesOn(old.value), ...titlesOn(now.value)]),
    revised: revised?.display === display ? tellDeed(newsroom, revised) : null,
  })
}
