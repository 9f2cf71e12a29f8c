/// <reference path="./hyphen.d.ts" />
import patterns, { type PatternNode, type PatternTree } from 'hyphen/patterns/ru.js'

const [levels, tree, exceptions] = patterns
const wordBorder = '.'

const isPair = (node: PatternNode): node is readonly [PatternTree, number] => Array.isArray(node)

/**
 * Where the patterns divide a word in small letters: numbers of letters before the place, ascending, two at least on each
 * side. At every place the highest level of all patterns that meet the word counts, and an odd one divides (Liang 1983).
 */
export function patternPoints(word: string): readonly number[] {
  const known = Object.hasOwn(exceptions, word) ? exceptions[word] : undefined
  if (known !== undefined) return known
  const found = new Uint8Array(word.length + 1)
  meet(tree[wordBorder], word, 0, 0, found)
  for (let from = 0; from < word.length - 1; from += 1) meet(tree, word, from, from, found)
  const points: number[] = []
  for (let at = 2; at < word.length - 1; at += 1) if ((found[at] ?? 0) % 2 === 1) points.push(at)
  return points
}

/** Raises the levels by the patterns that begin at a letter; `offset` is where their first level counts. */
function meet(from: PatternNode | undefined, word: string, start: number, offset: number, found: Uint8Array): void {
  let node = from
  for (let at = start; node !== undefined; at += 1) {
    const row = typeof node === 'number' ? node : isPair(node) ? node[1] : -1
    const own = levels[row]
    if (own !== undefined)
      for (let i = 0; i < own.length; i += 1) {
        const place = offset + i
        const level = own[i] ?? 0
        if (level > (found[place] ?? 0)) found[place] = level
      }
    if (typeof node === 'number' || at > word.length) return
    const more: PatternTree = isPair(node) ? node[0] : node
    node = more[at === word.length ? wordBorder : word.charAt(at)]
  }
}
