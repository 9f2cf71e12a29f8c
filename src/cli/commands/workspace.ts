import { resolve } from 'node:path'
import { articleApi } from '../../shared/article/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, optional, word } from '../command.ts'

export const createCommand: Command = {
  name: 'create',
  synopsis: 'create ПАПКА [--demo]',
  summary: 'создать редакцию в пустой или новой папке; --demo — учебную, с номером и материалами',
  words: [1, 1],
  flags: ['demo'],
  values: [],
  run: async (line, { call }) => {
    const state = await call(workspaceApi.create, { folder: word(line, 0), demo: line.flags.has('demo') })
    return { value: { folder: state.folder }, lines: [`Редакция создана: ${state.folder ?? ''}`] }
  },
}

export const importCommand: Command = {
  name: 'import',
  synopsis: 'import ПАПКА ФАЙЛ… [--rubric НАЗВАНИЕ]',
  summary: 'принять документы (docx), страницы (html), тексты (txt, md), письма (eml) и снимки (jpg, png); папка берётся целиком',
  words: [2, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['rubric'],
  run: async (line, { call, environment, backend, progress }) => {
    await call(workspaceApi.open, { folder: word(line, 0) })
    const paths = line.words.slice(1).map((path) => resolve(path))
    const job = environment.newId()
    const stop = backend.subscribe((event) => {
      if (event.type === 'jobProgress' && event.job === job) progress(`файл ${event.done + 1} из ${event.total}: ${event.label}`)
    })
    const files = await call(articleApi.import, { paths, rubric: optional(line, 'rubric') ?? null, job }).finally(stop)
    const lines = files.flatMap((file) => [
      file.problem === null ? `${file.file}: ${file.headline ?? 'снимок'}` : `${file.file}: не принят. ${file.problem}`,
      ...file.warnings.map((warning) => `  ${warning}`),
    ])
    return { value: files, lines, failed: files.some((file) => file.problem !== null) }
  },
}

export const checkCommand: Command = {
  name: 'check',
  synopsis: 'check ПАПКА [--repair]',
  summary: 'проверить файлы редакции; --repair — исправить, что можно исправить без потерь',
  words: [1, 1],
  flags: ['repair'],
  values: [],
  run: async (line, { call }) => {
    const findings = await call(workspaceApi.check, { folder: word(line, 0), repair: line.flags.has('repair') })
    const lines = findings.map(({ file, problem, repaired }) => `${file}: ${problem}${repaired === null ? '' : ` → ${repaired}`}`)
    return {
      value: findings,
      lines: lines.length > 0 ? lines : ['Замечаний нет.'],
      failed: findings.some(({ repaired }) => repaired === null),
    }
  },
}
