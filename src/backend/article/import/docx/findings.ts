/** What was met in a document on the way and a person should hear of; counted while it is read. */
export interface Findings {
  insertions: number
  deletions: number
  moves: number
  notes: number
  tables: number
  comments: number
  formulas: number
  /** Charts and diagrams that the document keeps as data instead of a picture. */
  charts: number
  /** Documents put into this one whole. */
  inserted: number
  /** Addresses of pictures that lie outside of the file. */
  readonly outside: string[]
  /** Pictures the document names but does not hold. */
  lost: number
}

export const noFindings = (): Findings => ({
  insertions: 0,
  deletions: 0,
  moves: 0,
  notes: 0,
  tables: 0,
  comments: 0,
  formulas: 0,
  charts: 0,
  inserted: 0,
  outside: [],
  lost: 0,
})

/** The findings as sentences for the report. */
export const tellFindings = (found: Findings): readonly string[] => {
  const warnings: string[] = []
  const edits = [
    found.insertions > 0 && `вставок ${found.insertions}`,
    found.deletions > 0 && `удалений ${found.deletions}`,
    found.moves > 0 && `перемещений ${found.moves}`,
  ].filter((part) => part !== false)
  if (edits.length > 0)
    warnings.push(`Исправления документа (${edits.join(', ')}) стали правками материала: примите или отклоните их.`)
  if (found.notes > 0)
    warnings.push(
      `Сноски (${found.notes}): в тексте стоят знаки в квадратных скобках, сами сноски — абзацами в конце. Решите, нужны ли они в газете.`,
    )
  if (found.comments > 0) warnings.push(`Комментарии на полях (${found.comments}) стали комментариями к материалу.`)
  if (found.formulas > 0) warnings.push(`Формулы (${found.formulas}) взяты строкой текста: проверьте их.`)
  if (found.charts > 0)
    warnings.push(
      `Диаграммы и схемы (${found.charts}) не взяты. Откройте документ, сохраните каждую как рисунок PNG и добавьте в материал.`,
    )
  if (found.inserted > 0)
    warnings.push(
      `Вставленные документы (${found.inserted}) не взяты. Откройте документ в Word, сохраните заново и импортируйте ещё раз.`,
    )
  if (found.lost > 0)
    warnings.push(
      `Рисунков, которых в файле нет, хотя он их называет: ${found.lost}. Вставьте их в документ заново или добавьте отдельно.`,
    )
  for (const address of found.outside)
    warnings.push(`Снимок ${address} лежит вне документа и не взят: сохраните его и добавьте в материал.`)
  return warnings
}
