import { resolve } from 'node:path'
import { articleExportApi, articleFormats, suggestionTreatments } from '../../shared/article/export/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, oneOf, optional, required, word } from '../command.ts'

export const copyCommand: Command = {
  name: 'copy',
  synopsis:
    'copy ПАПКА --article МАТЕРИАЛ --as docx|html|markdown|plain|messenger [--suggestions redline|accepted|standing] [--out ФАЙЛ]',
  summary:
    'отдать материал файлом: Word с правками и комментариями (redline) или чистовой, HTML, Markdown, текст; без --out — в папку exports',
  words: [1, 1],
  flags: [],
  values: ['article', 'as', 'suggestions', 'out'],
  run: async (line, { call }) => {
    const format = oneOf('--as', required(line, 'as'), articleFormats)
    const wanted = optional(line, 'suggestions') ?? (format === 'docx' ? 'redline' : 'standing')
    const suggestions = oneOf('--suggestions', wanted, suggestionTreatments)
    const article = required(line, 'article')
    const folder = resolve(word(line, 0))
    const file = resolve(optional(line, 'out') ?? `${folder}/exports`)
    await call(workspaceApi.open, { folder })
    const copy = await call(articleExportApi.make, { article, format, suggestions, file })
    return { value: copy, lines: [`Записан ${copy.file ?? copy.name}`, ...copy.notes.map((note) => `  ${note}`)] }
  },
}
