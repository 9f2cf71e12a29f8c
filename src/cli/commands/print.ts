import { resolve } from 'node:path'
import { exportApi, exportTargets } from '../../shared/export/api.ts'
import { counted } from '../../shared/language/plural.ts'
import { preflightApi } from '../../shared/preflight/api.ts'
import { blocks, countFindings, type Finding } from '../../shared/preflight/finding.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, oneOf, optional, required, WrongUsage, wholeNumber, word } from '../command.ts'
import { selectIssue } from '../select.ts'

const place = ({ page }: Finding): string => (page === null ? 'номер' : `с. ${page}`)

const mark = ({ override, severity }: Finding): string => (override ? 'пропущено' : severity === 'error' ? 'ОШИБКА' : 'замечание')

/** One finding in one line, with who let it pass and why. */
const findingLine = (finding: Finding): string => {
  const { rule, message, todo, override } = finding
  const passed = override ? ` Пропустил: ${override.name}, «${override.reason}».` : ''
  return `${mark(finding)}  ${rule}  ${place(finding)}  ${message} ${todo}${passed}`
}

const summary = (findings: readonly Finding[]): string => {
  const { errors, warnings, overridden } = countFindings(findings)
  const passed = overridden > 0 ? `, пропущено: ${overridden}` : ''
  return `${counted(errors, 'ошибка', 'ошибки', 'ошибок')}, ${counted(warnings, 'замечание', 'замечания', 'замечаний')}${passed}.`
}

export const preflightCommand: Command = {
  name: 'preflight',
  synopsis: 'preflight ПАПКА --issue НОМЕР [--profile ТИПОГРАФИЯ] [--accept ПРАВИЛО --reason ПРИЧИНА --as СОТРУДНИК]',
  summary: 'проверить номер перед печатью; --accept — пропустить замечания правила, названного номером (или all)',
  words: [1, 1],
  flags: [],
  values: ['issue', 'profile', 'accept', 'reason', 'as'],
  run: async (line, context) => {
    const { call } = context
    const wanted = required(line, 'issue')
    await call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue(context, wanted)
    const check = () => call(preflightApi.run, { issue, profile: optional(line, 'profile') ?? null })
    let outcome = await check()
    const accepted = line.values.get('accept') ?? []
    if (accepted.length > 0) {
      const reason = required(line, 'reason')
      const person = required(line, 'as')
      const chosen = outcome.findings.filter(
        ({ rule, overridable, override }) =>
          override === null && (accepted.includes(rule) || (accepted.includes('all') && overridable)),
      )
      if (chosen.length === 0) throw new WrongUsage(`--accept: таких замечаний нет: ${accepted.join(', ')}`)
      const findings = chosen.map(({ rule, hash, page, message }) => ({ rule, hash, page, message }))
      await call(preflightApi.override, { issue, findings, reason }, person)
      outcome = await check()
    }
    return {
      value: outcome,
      lines: [...outcome.findings.map(findingLine), `${outcome.profile}: ${summary(outcome.findings)}`],
      failed: outcome.findings.some(blocks),
    }
  },
}

export const exportCommand: Command = {
  name: 'export',
  synopsis: 'export ПАПКА --issue НОМЕР --to print|web --out ФАЙЛ [--profile ТИПОГРАФИЯ] [--pages 4,5,12-13] [--draft]',
  summary: 'записать PDF для типографии или для сайта; --draft — черновик с пометкой',
  words: [1, 1],
  flags: ['draft'],
  values: ['issue', 'to', 'out', 'pages', 'profile'],
  run: async (line, { call, environment, backend, progress, ...context }) => {
    const to = oneOf('--to', required(line, 'to'), exportTargets)
    const file = resolve(required(line, 'out'))
    const wanted = required(line, 'issue')
    await call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue({ call, environment, backend, progress, ...context }, wanted)
    const job = environment.newId()
    const stop = backend.subscribe((event) => {
      if (event.type === 'jobProgress' && event.job === job) progress(event.label)
    })
    try {
      const pages = optional(line, 'pages') ?? null
      const profile = optional(line, 'profile') ?? null
      const outcome = await call(exportApi.run, { issue, to, profile, file, pages, draft: line.flags.has('draft'), job })
      const size = `${Math.ceil(outcome.bytes / 1024)} КБ`
      const written = `Записан ${outcome.files.join(', ')}: полос ${outcome.pages}, ${size}.`
      // Programs that expect one file find the first where it has always been.
      return { value: { file: outcome.files[0], ...outcome }, lines: [...outcome.findings.map(findingLine), written] }
    } finally {
      stop()
    }
  },
}

export const printersCommand: Command = {
  name: 'printers',
  synopsis: 'printers ПАПКА',
  summary: 'показать типографии редакции: вылет, краски, файлы',
  words: [1, 1],
  flags: [],
  values: [],
  run: async (line, { call }) => {
    await call(workspaceApi.open, { folder: word(line, 0) })
    const { usual, profiles } = await call(exportApi.printers, {})
    const lines = profiles.map(
      ({ id, name, trim, bleed, inkLimit, colours, files }) =>
        `${id === usual ? '*' : ' '} ${id}  ${name}  ${trim.width} × ${trim.height} мм, вылет ${bleed} мм, краски ${inkLimit} %, ${colours.name}, ${files === 'one' ? 'один файл' : 'файл на полосу'}`,
    )
    return { value: { usual, profiles }, lines }
  },
}

export const noticeCommand: Command = {
  name: 'notice',
  synopsis: 'notice ПАПКА --article МАТЕРИАЛ | --issue НОМЕР --page N [--out ФАЙЛ] [--draft]',
  summary: 'записать материал или всю полосу листами A4 на стенд: крупный текст, снимок, код со ссылкой на портал',
  words: [1, 1],
  flags: ['draft'],
  values: ['article', 'issue', 'page', 'out'],
  run: async (line, context) => {
    const { call } = context
    const out = optional(line, 'out')
    const page = optional(line, 'page')
    const article = page === undefined ? required(line, 'article') : null
    await call(workspaceApi.open, { folder: word(line, 0) })
    const file = out === undefined ? null : resolve(out)
    const draft = line.flags.has('draft')
    const outcome =
      article === null
        ? await call(exportApi.noticeOfPage, {
            issue: await selectIssue(context, required(line, 'issue')),
            page: wholeNumber('--page', page ?? '', 1, 64),
            file,
            draft,
          })
        : await call(exportApi.notice, { article, file, draft })
    const count = counted(outcome.sheets, 'лист', 'листа', 'листов')
    return { value: outcome, lines: [`Записан ${outcome.file}: ${count}, код ведёт на ${outcome.address}`] }
  },
}
