import { openZip, partName, type ZipEntry } from '../../article/import/zip.ts'
import type { TableRow } from './read-csv.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi,
    (whole, name?: string, hex?: string, code?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const point = hex === undefined ? Number(code) : Number.parseInt(hex, 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )

/** The words of a string item: its runs one after another, without the reading aids of other languages. */
const wordsOf = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map((match) => unescaped(match[1] ?? ''))
    .join('')

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null

/** «BC12» is column 54, counted from 0. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** More columns than any list of addresses has. */
const columnLimit = 200

const cellText = (tag: string, inside: string, shared: readonly string[]): string => {
  const kind = attribute(tag, 't')
  if (kind === 'inlineStr') return wordsOf(inside)
  const value = unescaped(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? '')
  return kind === 's' ? (shared[Number(value)] ?? '') : value
}

const rowsOf = (sheet: string, shared: readonly string[]): readonly TableRow[] => {
  const rows: TableRow[] = []
  for (const [, rowTag = '', inside = ''] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells: string[] = []
    let next = 0
    for (const [, tag = '', content = ''] of inside.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = attribute(tag, 'r')
      const column = reference === null ? next : columnOf(reference)
      if (column < 0 || column >= columnLimit) continue
      while (cells.length <= column) cells.push('')
      cells[column] = cellText(tag, content, shared)
      next = column + 1
    }
    rows.push({ number: Number(attribute(rowTag, 'r') ?? (rows.at(-1)?.number ?? 0) + 1), cells })
  }
  return rows
}

const textOf = (entry: ZipEntry | undefined): string | null => {
  const bytes = entry?.read() ?? null
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

/** Where the first sheet in the order of the tabs lies in the archive. */
const firstSheet = (entries: ReadonlyMap<string, ZipEntry>): string => {
  const usual = 'xl/worksheets/sheet1.xml'
  const workbook = textOf(entries.get('xl/workbook.xml')) ?? ''
  const links = textOf(entries.get('xl/_rels/workbook.xml.rels')) ?? ''
  const first = /<sheet\b[^>]*>/.exec(workbook)?.[0] ?? ''
  const id = attribute(first, 'r:id')
  const link = [...links.matchAll(/<Relationship\b[^>]*>/g)].map((match) => match[0]).find((tag) => attribute(tag, 'Id') === id)
  const target = link === undefined ? null : attribute(link, 'Target')
  if (target === null) return usual
  return partName(target.startsWith('/') ? target : `xl/${target}`)
}

/** Reads the first sheet of an Excel workbook (ECMA-376); null where the file is none or is damaged. */
export const readXlsx = (bytes: Uint8Array): readonly TableRow[] | null => {
  const archive = openZip(bytes)
  if (!archive.ok) return null
  const { entries } = archive
  const sheet = textOf(entries.get(firstSheet(entries)))
  if (sheet === null) return null
  const strings = textOf(entries.get('xl/sharedstrings.xml')) ?? ''
  const shared = [...strings.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map((match) => wordsOf(match[1] ?? ''))
  return rowsOf(sheet, shared)
}
