import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { proofApi } from '../../shared/proof/api.ts'
import type { Proof, Remark } from '../../shared/proof/proof.ts'
import { quoteOf } from '../../shared/proof/quote.ts'
import { revisionProgress } from '../../shared/proof/revision-check.ts'
import { contentHash } from '../layout/layout-stories.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { writeProof } from './proof-file.ts'
import { checkRevision, findProof, type ProofPlace, pageNow, pageOfProof, summarise } from './revision.ts'

const missingRemark = (): Result<never> =>
  failure('notFound', 'Этого замечания на оттиске уже нет.', { todo: 'Обновите сверку: его мог снять другой сотрудник.' })

/** Proofs of pages and their revision. Everybody of the newsroom may take and check them: it is all told with a name. */
export const proofHandlers = (newsroom: Newsroom): Handlers<typeof proofApi> => {
  const { proofs, environment } = newsroom
  const changed = (issue: string) => newsroom.emit({ type: 'changed', feature: 'proof', id: issue })

  /** Changes one proof of a page in the name of who asks. */
  const edit = async (
    place: ProofPlace,
    number: number,
    change: (now: Proof) => Proof,
  ): Promise<Result<Record<string, never>>> => {
    const found = findProof(newsroom, place, number)
    if (!found.ok) return found
    await proofs.change(place.issue, (now) =>
      now.map((proof) => (proof.page === place.page && proof.number === number ? change(proof) : proof)),
    )
    changed(place.issue)
    return success({})
  }

  const deedOf = (person: string | null): Result<{ person: string; at: number }> => {
    const held = rolesOf(newsroom, person)
    return held.ok ? success({ person: person ?? '', at: environment.now() }) : held
  }

  /** Changes one remark of a proof, or takes it away where `change` says null. */
  const editRemark = async (place: ProofPlace, number: number, id: string, change: (now: Remark) => Remark | null) => {
    const found = findProof(newsroom, place, number)
    if (!found.ok) return found
    if (!found.value.remarks.some((remark) => remark.id === id)) return missingRemark()
    return edit(place, number, (proof) => ({
      ...proof,
      remarks: proof.remarks.flatMap((remark) => (remark.id === id ? (change(remark) ?? []) : remark)),
    }))
  }

  return {
    list: async ({ issue }) => {
      if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
      return success(proofs.of(issue).map((proof) => summarise(newsroom, proof)))
    },
    take: async ({ issue, page }, { person }) => {
      const taken = deedOf(person)
      if (!taken.ok) return taken
      const now = await pageNow(newsroom, { issue, page })
      if (!now.ok) return now
      const display = await proofs.keep(now.value)
      const articles = [...new Set(now.value.zones.map(({ article }) => article))]
      const stories = articles.map((article) => ({ article, hash: contentHash(newsroom, article, 'current') ?? '' }))
      const after = await proofs.change(issue, (before) => {
        const number = Math.max(0, ...before.filter((proof) => proof.page === page).map((proof) => proof.number)) + 1
        return [...before, { page, number, taken: taken.value, display, stories, ticks: {}, remarks: [], revised: null }]
      })
      changed(issue)
      return success({ number: after.at(-1)?.number ?? 1 })
    },
    check: async ({ issue, page, before, after }) => {
      const checked = await checkRevision(newsroom, { issue, page }, before, after)
      if (!checked.ok) return checked
      const { display: _display, ...told } = checked.value
      return success(told)
    },
    tick: async ({ issue, page, before, correction, ticked }, { person }) => {
      const deed = deedOf(person)
      if (!deed.ok) return deed
      return edit({ issue, page }, before, (proof) => {
        const { [correction]: known, ...others } = proof.ticks
        return { ...proof, ticks: ticked ? { ...others, [correction]: known ?? deed.value } : others }
      })
    },
    remark: async ({ issue, page, number, words, near, text }, { person }) => {
      const deed = deedOf(person)
      if (!deed.ok) return deed
      const proof = findProof(newsroom, { issue, page }, number)
      if (!proof.ok) return proof
      const display = await pageOfProof(newsroom, proof.value)
      if (!display.ok) return display
      const quote = quoteOf(display.value, words, near)
      if (quote === null)
        return failure('notFound', `Слов «${words}» на оттиске № ${number} нет.`, {
          safe: 'Замечание не записано, текст остался в поле.',
          todo: 'Щёлкните слово на оттиске или впишите слова так, как они стоят на полосе.',
        })
      const id = environment.newId()
      const remark: Remark = { id, quote, text, ...deed.value, settled: null }
      const outcome = await edit({ issue, page }, number, (now) => ({ ...now, remarks: [...now.remarks, remark] }))
      return outcome.ok ? success({ remark: id }) : outcome
    },
    settle: async ({ issue, page, number, remark, done }, { person }) => {
      const deed = deedOf(person)
      if (!deed.ok) return deed
      return editRemark({ issue, page }, number, remark, (now) => ({
        ...now,
        settled: done === null ? null : { ...deed.value, done },
      }))
    },
    removeRemark: async ({ issue, page, number, remark }, { person }) => {
      const deed = deedOf(person)
      if (!deed.ok) return deed
      return editRemark({ issue, page }, number, remark, (now) => (now.settled === null ? null : now))
    },
    confirm: async ({ issue, page, before, after }, { person }) => {
      const deed = deedOf(person)
      if (!deed.ok) return deed
      const checked = await checkRevision(newsroom, { issue, page }, before, after)
      if (!checked.ok) return checked
      const { done, total } = revisionProgress(checked.value)
      if (done < total)
        return failure('conflict', `Сверено ${done} из ${total}.`, {
          safe: 'Отметки сохранены.',
          todo: 'Проверьте остальные правки и отметьте их, потом полоса будет сверена.',
        })
      const { display } = checked.value
      return edit({ issue, page }, before, (proof) => ({ ...proof, revised: { ...deed.value, display } }))
    },
    export: (request) => writeProof(newsroom, request),
  }
}
