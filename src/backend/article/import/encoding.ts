/** A text as characters, and what its bytes were; or why they are no text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly complaint: string; readonly todo: string }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'koi8-r'

const saveAgain = 'Откройте его в редакторе, где он создан, и сохраните как обычный текст в кодировке UTF-8.'

/** First bytes of files that people take for texts. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'это документ Word, LibreOffice или архив, а не текст'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'это документ старого Word, а не текст'],
  [[0x25, 0x50, 0x44, 0x46], 'это PDF, а не текст'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'это документ RTF, а не текст'],
  [[0xff, 0xd8, 0xff], 'это снимок JPEG, а не текст'],
  [[0x89, 0x50, 0x4e, 0x47], 'это снимок PNG, а не текст'],
]

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte)

/** Occurrences per thousand letters of Russian prose, а to я, then ё; rounded counts of large corpora, the rarest raised for short texts. */
const perThousand = [
  80, 16, 45, 17, 30, 84, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 2, 19, 17, 3, 6, 20, 4,
]
const alphabet = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё'
const weight = new Map(Array.from(alphabet, (letter, i) => [letter, Math.log((perThousand[i] ?? 1) / 1000)] as const))

/** Mean logarithm of frequency in Russian prose is about −2.9; evenly spread letters have −3.9. */
const convincing = -3.8
/** A character above ASCII that Russian typists use, beside letters. */
const expectedSign = /[«»—–№…“”„’‘•°§\u00a0©]/
/** What a character costs that no Russian text has: rarer than the rarest letter. */
const strange = -9
/** A capital after a small letter, or Latin and Russian in one word: marks of a text read in the wrong encoding. */
const misread = /[а-яё][А-ЯЁ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]/g

/** How Russian the text is: mean log frequency of what is not ASCII. Reads the first 20,000 characters. */
const russianScore = (text: string): number => {
  const sample = text.slice(0, 20_000)
  let sum = 0
  let count = 0
  for (const character of sample) {
    if (character < '\u0080') continue
    if (expectedSign.test(character)) continue
    sum += weight.get(character.toLowerCase()) ?? strange
    count += 1
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : (sum + (sample.match(misread)?.length ?? 0) * strange) / count
}

const decodeAs = (bytes: Uint8Array, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes)

const strictly = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const binary = (complaint: string): DecodedText => ({ ok: false, complaint, todo: saveAgain })

/** Control characters in a text that was decoded: many of them mean it was no text. */
const isBinary = (text: string): boolean => {
  if (text.includes('\0')) return true
  const sample = text.slice(0, 20_000)
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return controls > 4 && controls * 50 > sample.length
}

/** The bytes are UTF-8 but for a few places: a file cut or damaged on its way. */
const damagedUtf8 = (bytes: Uint8Array): string | null => {
  const text = decodeAs(bytes, 'utf-8')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  if (broken === 0 || sound < broken * 10) return null
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
  return `текст UTF-8 повреждён: не читается знаков — ${broken}, первый в строке ${line}`
}

/**
 * Reads bytes as text: UTF-8 with or without a mark, UTF-16 by its mark, else windows-1251 or KOI8-R, whichever makes
 * Russian of them. A damaged or unknown encoding is refused rather than guessed: letters would be lost unseen.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const known = signatures.find(([first]) => startsWith(bytes, first))
  if (known) return binary(known[1])
  const marked: TextEncoding | null = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : null
  const encoding = marked ?? 'utf-8'
  const text = strictly(bytes, encoding)
  if (text !== null) return isBinary(text) ? binary('в нём двоичные данные, а не текст') : { ok: true, text, encoding }
  if (marked) return binary('текст UTF-16 повреждён')
  if (bytes.includes(0)) return binary('в нём двоичные данные, а не текст')
  const damaged = damagedUtf8(bytes)
  if (damaged) return binary(damaged)
  const candidates = (['windows-1251', 'koi8-r'] as const).map((name) => {
    const decoded = decodeAs(bytes, name)
    return { name, decoded, score: russianScore(decoded) }
  })
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score < convincing || isBinary(best.decoded)) return binary('его кодировка не распознана')
  return { ok: true, text: best.decoded, encoding: best.name }
}
