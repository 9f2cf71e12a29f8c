import {
  type AddressState,
  addressStates,
  type Mailbox,
  type Organisation,
  sameAddress,
} from '../../shared/mailing/address-book.ts'
import type { ImportColumn, ImportPlan } from '../../shared/mailing/import-plan.ts'
import { addressStateLabels } from '../../shared/mailing/labels.ts'
import { isMailAddress } from '../../shared/mailing/mail-address.ts'
import type { TableRow } from './table/read-csv.ts'

/** What people call the columns; the first that fits a heading wins, so that «адрес почты» is no «почтовый адрес». */
const headings: readonly (readonly [ImportColumn, RegExp])[] = [
  ['address', /e-?mail|эл\.?\s*поч|электронн|адрес\S*\s+(?:эл|поч)|^почта|^адрес(?:а|\s*\d*)?$/],
  ['district', /округ/],
  ['region', /регион|субъект|область|край/],
  ['state', /состояни|статус/],
  ['name', /организац|назван|наименован/],
]

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

const columnOf = (heading: string): ImportColumn | null =>
  headings.find(([, pattern]) => pattern.test(folded(heading)))?.[0] ?? null

interface Candidate {
  readonly row: number
  readonly name: string
  readonly region: string
  readonly district: string
  readonly addresses: readonly string[]
  readonly state: AddressState | null
}

interface Read {
  readonly plan: Pick<ImportPlan, 'columns' | 'unused' | 'rows'>
  readonly candidates: readonly Candidate[]
  readonly problems: readonly { readonly row: number; readonly what: string }[]
}

/** The first rows may hold a title: the headings stand where an address column is found. */
const longestPreface = 10

const readRows = (rows: readonly TableRow[]): Read => {
  const at = rows.slice(0, longestPreface).findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'address'))
  const head = rows[at]?.cells ?? []
  const columns = head.map(columnOf)
  const named = head.flatMap((heading, index) => {
    const column = columns[index]
    return column ? [{ column, heading: heading.trim() }] : []
  })
  const unused = head
    .filter((heading, index) => heading.trim() !== '' && columns[index] === null)
    .map((heading) => heading.trim())
  const body = at < 0 ? [] : rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const problems: { row: number; what: string }[] = []
  const seen = new Map<string, number>()
  const candidates = body.flatMap(({ number, cells }): Candidate[] => {
    const all = (column: ImportColumn) => cells.filter((cell, index) => columns[index] === column && cell.trim() !== '')
    const one = (column: ImportColumn) => (all(column)[0] ?? '').replace(/\s+/g, ' ').trim()
    const addresses: string[] = []
    for (const written of all('address').flatMap((cell) => cell.split(/[\s,;]+/))) {
      const address = written.replace(/^mailto:|^<|>$/g, '')
      if (address === '') continue
      const before = seen.get(address.toLowerCase())
      if (!isMailAddress(address)) problems.push({ row: number, what: `«${address}» — не адрес почты, пропущено.` })
      else if (before !== undefined)
        problems.push({ row: number, what: `Адрес ${address} уже есть в строке ${before}, повтор пропущен.` })
      else {
        seen.set(address.toLowerCase(), number)
        addresses.push(address)
      }
    }
    const [name, region] = [one('name') || one('region'), one('region')]
    if (name === '') problems.push({ row: number, what: 'Нет названия организации, строка пропущена.' })
    else if (addresses.length === 0) problems.push({ row: number, what: `${name}: нет ни одного адреса, строка пропущена.` })
    if (name === '' || addresses.length === 0) return []
    const state = addressStates.find((each) => folded(addressStateLabels[each]) === folded(one('state'))) ?? null
    return [{ row: number, name, region, district: one('district'), addresses, state }]
  })
  return { plan: { columns: named, unused, rows: body.length }, candidates, problems }
}

const mailboxesOf = (known: readonly Mailbox[], { addresses, state }: Candidate, now: number): Mailbox[] => [
  ...known,
  ...addresses
    .filter((address) => !known.some((each) => sameAddress(each.address, address)))
    .map((address): Mailbox => ({ address, state: state ?? 'active', reason: null, since: now })),
]

/** What an import would make of the list, and what a person should know before. Pure; `newId` gives ids to new ones. */
export const planImport = (
  rows: readonly TableRow[],
  present: readonly Organisation[],
  now: number,
  newId: () => string,
): { readonly plan: ImportPlan; readonly organisations: readonly Organisation[] } => {
  const read = readRows(rows)
  const organisations = [...present]
  const added: string[] = []
  const changed = new Set<string>()
  const same = new Set<string>()
  const problems = [...read.problems]
  let addresses = 0
  for (const candidate of read.candidates) {
    const { name, region, district } = candidate
    const taken = candidate.addresses.filter((address) =>
      organisations.some(
        (each) =>
          (folded(each.name) !== folded(name) || folded(each.region) !== folded(region || each.region)) &&
          each.mailboxes.some((mailbox) => sameAddress(mailbox.address, address)),
      ),
    )
    for (const address of taken)
      problems.push({ row: candidate.row, what: `Адрес ${address} уже есть у другой организации, пропущено.` })
    const own = { ...candidate, addresses: candidate.addresses.filter((address) => !taken.includes(address)) }
    const at = organisations.findIndex(
      (each) =>
        folded(each.name) === folded(name) && (region === '' || each.region === '' || folded(each.region) === folded(region)),
    )
    const known = organisations[at]
    if (known === undefined) {
      if (own.addresses.length === 0) continue
      organisations.push({ id: newId(), name, region, district, mailboxes: mailboxesOf([], own, now) })
      addresses += own.addresses.length
      added.push(name)
      continue
    }
    const mailboxes = mailboxesOf(known.mailboxes, own, now)
    const next = { ...known, region: region || known.region, district: district || known.district, mailboxes }
    const differs =
      next.region !== known.region || next.district !== known.district || mailboxes.length !== known.mailboxes.length
    addresses += mailboxes.length - known.mailboxes.length
    organisations[at] = next
    if (added.includes(name)) continue
    if (differs) changed.add(name)
    else same.add(known.id)
  }
  const plan = {
    ...read.plan,
    added,
    changed: [...changed],
    same: [...same].filter((id) => !changed.has(organisations.find((each) => each.id === id)?.name ?? '')).length,
    addresses,
    problems: problems.toSorted((a, b) => a.row - b.row),
  }
  return { plan: { ...plan, columns: [...plan.columns] }, organisations }
}
