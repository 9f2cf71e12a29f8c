import { gradient, group, height, lettering, line, path, rect, sheet, width } from './draw.ts'

const districts = [
  ['Город', 31200, '#2f6f73'],
  ['Приозёрный', 29400, '#3b8186'],
  ['Заречный', 27800, '#5b9a86'],
  ['Степной', 25900, '#d99a3d'],
  ['Нагорный', 24100, '#cb7a3c'],
  ['Лесной', 22300, '#b5533c'],
] as const

const mean = districts.reduce((sum, [, pay]) => sum + pay, 0) / districts.length

/** «31 200» with a thin gap. */
const money = (value: number): string => `${Math.floor(value / 1000)} ${String(value % 1000).padStart(3, '0')}`

/** What one teaching post is paid in six districts: columns from the dearest to the cheapest, and their mean. */
export const pay = (): string => {
  const top = (value: number) => 1010 - value * 0.0215
  return sheet(
    [gradient('paper', ['#fffdf6', '#f4efe2'])],
    [
      rect(0, 0, width, height, 'url(#paper)'),
      // Everything stays off the edges: a page may crop them.
      group(
        [
          lettering('Одна и та же ставка', 90, 146, 96, '#24303a', { font: 'narrowBold' }),
          lettering('рублей в месяц за восемнадцать часов в неделю', 90, 208, 46, '#5b6670', { font: 'narrow' }),
          ...[10000, 20000, 30000].flatMap((value) => [
            line([90, top(value)], [1710, top(value)], '#c9c4b4', 2.5),
            lettering(money(value), 90, top(value) - 12, 34, '#7c7a6e', { font: 'narrow' }),
          ]),
          line([200, top(mean)], [1710, top(mean)], '#24303a', 4, 'stroke-dasharray="16 12"'),
          ...districts.flatMap(([name, value, colour], i) => {
            const x = 250 + i * 246
            const y = top(value)
            return [
              rect(x + 8, y + 8, 170, 1010 - y - 8, '#24303a', 'opacity="0.12"'),
              rect(x, y, 170, 1010 - y, colour),
              // The tip of each column is a coin seen from its edge.
              ...Array.from({ length: Math.floor((1010 - y) / 30) }, (_, k) =>
                path(`M${x} ${1010 - k * 30} h170`, 'none', 'stroke="#ffffff" stroke-width="3" opacity="0.22"'),
              ),
              lettering(money(value), x + 85, y + 66, 56, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
              lettering(name, x + 85, 1074, 48, '#24303a', { font: 'narrowBold', anchor: 0.5 }),
            ]
          }),
          line([90, 1010], [1710, 1010], '#24303a', 6),
          lettering(`в среднем ${money(Math.round(mean / 100) * 100)}`, 1710, top(mean) - 16, 40, '#24303a', {
            font: 'narrowBold',
            anchor: 1,
          }),
          lettering('Анкеты восьмидесяти четырёх первичных организаций, без доплат и надбавок', 90, 1150, 38, '#5b6670', {
            font: 'narrow',
          }),
        ],
        'transform="translate(900 600) scale(0.85) translate(-900 -590)"',
      ),
    ],
  )
}
