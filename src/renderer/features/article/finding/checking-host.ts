import { compileRules, findBreaches } from '../../../../shared/language/house/find-breaches.ts'
import { type Affixes, readAffixes, readStems, type Stems } from '../../../../shared/language/spelling/affixes.ts'
import { findUnknown } from '../../../../shared/language/spelling/find-unknown.ts'
import { createSpeller, type Speller } from '../../../../shared/language/spelling/speller.ts'
import { type CheckReply, checkRequestSchema, type Finding } from './protocol.ts'

export interface CheckingPorts {
  readonly reply: (reply: CheckReply) => void
  /** Reads a text file of the program. */
  readonly load: (address: string) => Promise<string>
}

/** What runs in the worker: hears requests, unchecked, and answers those for findings and suggestions. */
export const createCheckingHost = ({ reply, load }: CheckingPorts): ((message: unknown) => Promise<void>) => {
  let rules = compileRules([])
  let own: readonly string[] = []
  let dictionary: { readonly stems: Stems; readonly affixes: Affixes } | null = null
  let speller: Speller | null = null

  const renew = () => {
    speller = dictionary && createSpeller(dictionary.stems, dictionary.affixes, own)
  }
  const check = (text: string): Finding[] => {
    const house = findBreaches(text, rules).map((breach): Finding => ({ kind: 'house', ...breach }))
    const spelling = (speller ? findUnknown(text, speller) : [])
      .filter(({ from, to }) => !house.some((breach) => from < breach.to && to > breach.from))
      .map((unknown): Finding => ({ kind: 'spelling', ...unknown }))
    return [...house, ...spelling].sort((one, other) => one.from - other.from)
  }
  return async (message) => {
    const request = checkRequestSchema.parse(message)
    switch (request.type) {
      case 'start':
        try {
          const [affixes, stems] = await Promise.all([load(request.affixes), load(request.stems)])
          dictionary = { affixes: readAffixes(affixes), stems: readStems(stems) }
          renew()
          reply({ type: 'dictionary', there: true })
        } catch {
          reply({ type: 'dictionary', there: false })
        }
        return
      case 'learn':
        rules = compileRules(request.rules)
        own = request.words
        renew()
        return
      case 'check':
        reply({ type: 'checked', run: request.run, findings: request.texts.map(check) })
        return
      case 'suggest':
        reply({ type: 'suggested', run: request.run, words: [...(speller?.suggest(request.word) ?? [])] })
    }
  }
}
