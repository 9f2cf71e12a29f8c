import { signOffLine } from '../signoff/imprint-slot.ts'

/** What an imprint may have to say, in the order in which it is told of. */
export const imprintLineIds = [
  'title',
  'founder',
  'publisher',
  'editor',
  'number',
  'signed',
  'printRun',
  'price',
  'editorAddress',
  'publisherAddress',
  'printer',
  'printerAddress',
  'ageMark',
  'registration',
] as const
export type ImprintLineId = (typeof imprintLineIds)[number]

/** An address follows within the line: an index, a town or a street. */
const address = /\d{6}|(?:^|[\s,])(?:г\.|ул\.|просп|проезд|пер\.|наб\.|шоссе|д\. ?\d)/u

const someLine = (lines: readonly string[], ...patterns: readonly RegExp[]): boolean =>
  lines.some((line) => patterns.every((pattern) => pattern.test(line)))

/** What of a newspaper its imprint is judged by. */
export interface ImprintFacts {
  readonly name: string
  readonly imprint: readonly string[]
}

/**
 * Does a newspaper say this of itself? Its title stands over the imprint, number and date in the nameplate and the running
 * heads of every issue; all else stands in the lines a person wrote.
 */
const says = (id: ImprintLineId, { name, imprint }: ImprintFacts): boolean => {
  switch (id) {
    case 'title':
      return name.trim() !== ''
    case 'number':
      return true
    case 'founder':
      return someLine(imprint, /учредител\p{L}*(?:\s+и\s+\p{L}+)?[\s:.—–-]+[\p{L}«"]/iu)
    case 'publisher':
      // The publisher's address does not yet say who that is.
      return someLine(imprint, /(?<!адрес[^.:;]*)издател\p{L}*(?:\s+и\s+\p{L}+)?[\s:.—–-]+[\p{L}«"]/iu)
    case 'editor':
      return someLine(
        imprint,
        /(?:главн\p{L}*\s+редактор|гл\.\s*ред)\p{L}*[\s:.—–-]+\p{Lu}/iu,
        /редактор\p{L}*[\s:.—–-]+\p{Lu}|ред\.[\s:—–-]*\p{Lu}/u,
      )
    case 'signed':
      return signOffLine(imprint) >= 0
    case 'printRun':
      return someLine(imprint, /тираж\D{0,12}\d/iu)
    case 'price':
      return someLine(imprint, /цена|бесплатн/iu)
    case 'editorAddress':
      return someLine(imprint, /редакци/iu, address)
    case 'publisherAddress':
      return someLine(imprint, /издател/iu, address)
    case 'printer':
      return someLine(imprint, /отпечатан\p{L}*\s*[\s:.—–-]+[\p{L}«"]|типографи\p{L}*[\s:.—–-]+[\p{L}«"]/iu)
    case 'printerAddress':
      return someLine(imprint, /отпечатан|типографи/iu, address)
    case 'ageMark':
      return someLine(imprint, /(?<!\d)\d{1,2}\s?\+/u)
    case 'registration':
      return someLine(imprint, /регистрац|зарегистрирован|свидетельств|(?:^|\s)(?:ПИ|Эл)\s*№/iu)
  }
}

/** The required lines that a newspaper's imprint lacks, in their order. */
export const missingLines = (facts: ImprintFacts, required: readonly ImprintLineId[]): readonly ImprintLineId[] =>
  imprintLineIds.filter((id) => required.includes(id) && !says(id, facts))
