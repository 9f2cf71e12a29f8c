import type { ImportedFile } from '../../../shared/article/api.ts'
import type { Messages } from '../../i18n/ru.ts'

/** What became of a file, told from its row. */
export const outcomeOf = (row: ImportedFile): 'taken' | 'picture' | 'notReached' | 'refused' =>
  row.notReached ? 'notReached' : row.problem !== null ? 'refused' : row.article === null ? 'picture' : 'taken'

/** Rows a person should look at: something was not taken, or there is a word to say about it. */
export const needsLook = ({ problem, warnings }: ImportedFile): boolean => problem !== null || warnings.length > 0

/** How many texts, pictures by themselves and files not taken a report has. */
export const countsOf = (report: readonly ImportedFile[]) => ({
  articles: new Set(report.flatMap(({ article }) => article ?? [])).size,
  pictures: report.filter((row) => outcomeOf(row) === 'picture').length,
  refused: report.filter((row) => outcomeOf(row) === 'refused').length,
  notReached: report.filter((row) => outcomeOf(row) === 'notReached').length,
})

/** The report as plain text: to be sent to whoever made the files. */
export const importText = (report: readonly ImportedFile[], words: Messages['issue']): string => {
  const lines = report.flatMap((row) => {
    const outcome = outcomeOf(row)
    const what =
      outcome === 'taken'
        ? `${row.headline || words.untitled} — ${words.importSize(row.characters, row.photos)}`
        : outcome === 'picture'
          ? words.picture
          : `${words.notTaken}: ${row.problem ?? ''}`
    return [`${row.file}: ${what}`, ...row.warnings.map((warning) => `  — ${warning}`)]
  })
  return [words.importTitle, words.importSummary(countsOf(report)), '', ...lines].join('\n')
}
