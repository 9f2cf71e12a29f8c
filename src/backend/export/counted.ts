const rules = new Intl.PluralRules('ru-RU')

/** «1 строка», «2 строки», «5 строк». */
export const counted = (count: number, one: string, few: string, many: string): string => {
  const rule = rules.select(count)
  return `${count} ${rule === 'one' ? one : rule === 'few' ? few : many}`
}
