import { circle, gradient, group, height, lettering, line, path, polygon, rect, sheet, width } from './draw.ts'

const rows = [
  ['Уроки', 18, '#2f6f73'],
  ['Подготовка и проверка работ', 13, '#d99a3d'],
  ['Отчёты и справки', 8, '#b5533c'],
  ['Родители и классное руководство', 5, '#5e5a86'],
  ['Замены и дежурства', 3, '#6d8a4f'],
  ['Совещания', 2, '#8a7f6d'],
] as const

const hour = 52
const left = 130

/** Where a teacher's week goes: hours by kind of work, on a sheet of a squared exercise book. */
export const chart = (): string => {
  let total = 0
  const bar = rows.map(([, hours, colour]) => {
    const x = left + total * 31.4
    total += hours
    return rect(x, 982, hours * 31.4 - 4, 54, colour)
  })
  return sheet(
    [gradient('desk', ['#8f6238', '#6d4526'], true), gradient('paper', ['#fffdf6', '#f7f1e2'])],
    [
      rect(0, 0, width, height, 'url(#desk)'),
      ...Array.from({ length: 9 }, (_, i) =>
        path(
          `M0 ${70 + i * 140} C500 ${30 + i * 140} 1200 ${110 + i * 140} 1800 ${60 + i * 140}`,
          'none',
          'stroke="#4f3018" stroke-width="3" opacity="0.35"',
        ),
      ),
      polygon(
        [
          [52, 62],
          [1772, 46],
          [1780, 1168],
          [60, 1172],
        ],
        '#2b1a0d',
        'opacity="0.4"',
      ),
      polygon(
        [
          [40, 44],
          [1760, 32],
          [1764, 1152],
          [44, 1156],
        ],
        'url(#paper)',
      ),
      group([
        ...Array.from({ length: 42 }, (_, i) =>
          line([60 + i * 40.6, 44], [60 + i * 40.6, 1150], '#b9d0d8', 1.4, 'opacity="0.75"'),
        ),
        ...Array.from({ length: 27 }, (_, i) =>
          line([46, 70 + i * 40.6], [1758, 70 + i * 40.6], '#b9d0d8', 1.4, 'opacity="0.75"'),
        ),
        line([1650, 40], [1652, 1150], '#d9473a', 3, 'opacity="0.5"'),
      ]),
      ...Array.from({ length: 14 }, (_, i) => circle(74, 110 + i * 76, 9, '#6d4526')),
      lettering('Куда уходит неделя учителя', left, 178, 88, '#24303a', { font: 'narrowBold' }),
      lettering('часов, в среднем по листкам ста двенадцати первичных организаций', left, 238, 40, '#5b6670', { font: 'narrow' }),
      ...rows.flatMap(([label, hours, colour], i) => {
        const y = 300 + i * 108
        return [
          lettering(label, left, y + 26, 36, '#24303a', { font: 'sans' }),
          rect(left + 5, y + 45, hours * hour, 46, '#24303a', 'opacity="0.15"'),
          rect(left, y + 40, hours * hour, 46, colour),
          ...Array.from({ length: Math.floor((hours * hour) / 26) }, (_, k) =>
            line([left + 8 + k * 26, y + 84], [left + 24 + k * 26, y + 42], '#ffffff', 2, 'opacity="0.22"'),
          ),
          lettering(String(hours), left + hours * hour + 22, y + 82, 60, colour, { font: 'narrowBold' }),
        ]
      }),
      ...bar,
      line([left + 36 * 31.4, 962], [left + 36 * 31.4, 1060], '#24303a', 5),
      lettering('норма — 36', left + 36 * 31.4, 1104, 40, '#24303a', { font: 'narrowBold', anchor: 0.5 }),
      lettering('49', left + 49 * 31.4, 1110, 66, '#b5533c', { font: 'narrowBold', anchor: 1 }),
      // A pencil on the sheet.
      group(
        [
          rect(0, 0, 430, 34, '#d9a13b'),
          rect(0, 11, 430, 12, '#c98a2a'),
          rect(-44, 0, 46, 34, '#b9c0c4'),
          rect(-82, 0, 40, 34, '#c9605a', 'rx="8"'),
          polygon(
            [
              [430, 0],
              [500, 17],
              [430, 34],
            ],
            '#ecd0a0',
          ),
          polygon(
            [
              [480, 12],
              [500, 17],
              [480, 22],
            ],
            '#24303a',
          ),
        ],
        'transform="translate(1300 560) rotate(24)"',
      ),
    ],
  )
}
