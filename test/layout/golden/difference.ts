import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

/** One line of a page told as text: a thing in a frame, or a line of type at its baseline. */
interface Told {
  readonly line: string
  readonly what: string
  readonly x: number
  readonly y: number
  /** Of a line of type: its size and its words. */
  readonly type: { readonly size: number; readonly words: string } | null
  readonly frame: { readonly width: number; readonly height: number } | null
}

const typeLine = /^(\S+(?: \S+)?) (-?[\d.]+) (-?[\d.]+) [a-z]\w* ([\d.]+) \| (.*)$/u
const frameLine = /^(\S+(?: \S+)?) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)×(-?[\d.]+)/u

const read = (page: string): readonly Told[] =>
  page.split('\n').flatMap((line): readonly Told[] => {
    const type = typeLine.exec(line)
    const frame = type ? null : frameLine.exec(line)
    const found = type ?? frame
    if (!found) return []
    const [, what = '', x, y] = found
    return [
      {
        ...{ line, what, x: Number(x), y: Number(y) },
        type: type && { size: Number(type[4]), words: type[5] ?? '' },
        frame: frame && { width: Number(frame[4]), height: Number(frame[5]) },
      },
    ]
  })

interface Difference {
  readonly before: readonly Told[]
  readonly after: readonly Told[]
}

/** What stands on one of two pages only; equal things that stand more than once are counted. */
const differing = (before: string, after: string): Difference => {
  const without = (told: readonly Told[], others: readonly Told[]) => {
    const left = new Map<string, number>()
    for (const { line } of others) left.set(line, (left.get(line) ?? 0) + 1)
    return told.filter(({ line }) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
  }
  const [old, now] = [read(before), read(after)]
  return { before: without(old, now), after: without(now, old) }
}

/** In words what differs between two pages told as text, the first of each kind; empty where nothing does. */
export const tellDifference = (before: string, after: string, most = 8): readonly string[] => {
  const difference = differing(before, after)
  const name = ({ what, type, x, y }: Told) => `${what} at ${x}, ${y}${type ? ` “${type.words}”` : ''}`
  const moved = difference.before.flatMap((old) => {
    const now = difference.after.find(({ what, type }) => what === old.what && type?.words === old.type?.words)
    return now ? [{ old, now }] : []
  })
  const isMoved = (told: Told) => moved.some(({ old, now }) => old === told || now === told)
  const told = [
    ...moved.map(({ old, now }) => `changed: ${name(old)} → ${now.line}`),
    ...difference.before.filter((each) => !isMoved(each)).map((each) => `gone: ${name(each)}`),
    ...difference.after.filter((each) => !isMoved(each)).map((each) => `new: ${name(each)}`),
  ]
  return told.length > most ? [...told.slice(0, most), `and ${told.length - most} more`] : told
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const [width, height] = [842, 1191]

const drawn = ({ x, y, type, frame }: Told): string =>
  type
    ? `<text x="${x}" y="${y}" font-size="${type.size}" font-family="serif">${escaped(type.words)}</text>`
    : `<rect x="${x}" y="${y}" width="${frame?.width ?? 0}" height="${frame?.height ?? 0}" fill="#9fb4c255" stroke="#789"/>`

const framed = ({ x, y, type, frame }: Told): string => {
  const box = type
    ? { x: x - 2, y: y - type.size, width: type.words.length * type.size * 0.55 + 4, height: type.size * 1.3 }
    : { x: x - 2, y: y - 2, width: (frame?.width ?? 0) + 4, height: (frame?.height ?? 0) + 4 }
  return `<rect data-differs="" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="#d0000022" stroke="#d00000" stroke-width="2"/>`
}

/** The two pages side by side, then what differs alone, each difference framed in red. */
export const drawDifference = (before: string, after: string): string => {
  const difference = differing(before, after)
  const panel = (at: number, name: string, page: readonly Told[], marked: readonly Told[]) =>
    `<g transform="translate(${at * (width + 20)} 30)"><text y="-8" font-size="18" font-family="sans-serif">${name}</text>` +
    `<rect width="${width}" height="${height}" fill="#fff" stroke="#888"/>${page.map(drawn).join('')}${marked.map(framed).join('')}</g>`
  const both = [...difference.before, ...difference.after]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${3 * (width + 20)}" height="${height + 30}" xml:space="preserve">` +
    `<rect width="100%" height="100%" fill="#e6e9e6"/>${panel(0, 'before', read(before), difference.before)}` +
    `${panel(1, 'after', read(after), difference.after)}${panel(2, 'difference', both, both)}</svg>`
  )
}

/** Writes the picture of a difference into a folder and returns what to say of it: the file, and in words what differs. */
export const reportDifference = async (folder: string, name: string, before: string, after: string): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const svg = drawDifference(before, after)
  writeFileSync(join(folder, `${name}.svg`), svg)
  const file = join(folder, `${name}.png`)
  await sharp(Buffer.from(svg)).png().toFile(file)
  return [`the page differs from its golden one, see ${file}`, ...tellDifference(before, after)].join('\n')
}
