/** A row of a table with its number as the program that made it shows it. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** Text of a file that a spreadsheet made: UTF-8, UTF-16 with its mark, or what Windows calls ANSI in Russia. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const separators = [';', ',', '\t'] as const

/** The sign that stands most often outside quotes in the first lines, which may begin with a title; Excel in Russia writes semicolons. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Reads a table of comma- or semicolon-separated values; quoted cells may hold separators, line breaks and «""». */
export const readCsv = (bytes: Uint8Array): readonly TableRow[] => {
  const text = textOf(bytes).replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let startedAt = 1
  const endRow = (): void => {
    rows.push({ number: startedAt, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      startedAt = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
