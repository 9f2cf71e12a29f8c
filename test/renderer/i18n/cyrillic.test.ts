import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../../src/renderer')
const cyrillic = /\p{Script=Cyrillic}/u

/** «ё» told from «е» by a pattern or a replacement is a rule of the language, not a word on screen. */
const isWord = (text: string): boolean => cyrillic.test(text.replaceAll(/[ёЁеЕ]/g, ''))

/** Texts with Cyrillic that the code itself holds: literals, templates, JSX. Comments are no part of the tree. */
const wordsIn = (name: string, source: string): readonly string[] => {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) ||
        ts.isJsxText(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node)) &&
      isWord(node.text)
    ) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${name}:${line + 1}: ${node.text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((name) => join(renderer, name))
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(join(renderer, 'i18n')))

describe('texts of the interface', () => {
  it('stand in i18n and nowhere else in the renderer', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap((path) => wordsIn(relative(renderer, path), readFileSync(path, 'utf8')))).toEqual([])
  })

  it.each([
    ["const a = 'Готово'", 1],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text to be read.
    ['const a = `из ${b} строк`', 2],
    ['const a = <p title="Имя">Слово</p>', 2],
    ['// Готово\nconst a = 1 /* строка */', 0],
    ["a.replaceAll('ё', 'е')", 0],
  ])('are found in %s', (source, count) => {
    expect(wordsIn('a.tsx', source)).toHaveLength(count)
  })
})
