import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

const hair = ['#2b211c', '#4a3324', '#6d4a2c', '#8f6a3f', '#a7a29a', '#59402e', '#1f2226', '#7b3f25']
const clothes = ['#2f6f73', '#8d2f36', '#3b4a63', '#5c6434', '#7a5a86', '#b5633f', '#444b52', '#c08a3a', '#24303a']

/** Somebody seen from behind; `x`, `y` is the nape, `s` the scale. */
const listener = (x: number, y: number, s: number, look: number, dress: number): string => {
  const colour = hair[look % hair.length] ?? '#2b211c'
  const cloth = clothes[dress % clothes.length] ?? '#444b52'
  const shoulders = path(
    `M${x - 130 * s} ${y + 260 * s} C${x - 128 * s} ${y + 110 * s} ${x - 100 * s} ${y + 78 * s} ${x - 36 * s} ${y + 58 * s} L${x + 36 * s} ${y + 58 * s} C${x + 100 * s} ${y + 78 * s} ${x + 128 * s} ${y + 110 * s} ${x + 130 * s} ${y + 260 * s}Z`,
    cloth,
  )
  const neck = rect(x - 26 * s, y + 10 * s, 52 * s, 62 * s, '#d7a67f', `rx="${14 * s}"`)
  const ears = [circle(x - 62 * s, y - 14 * s, 13 * s, '#d7a67f'), circle(x + 62 * s, y - 14 * s, 13 * s, '#d7a67f')]
  const cuts = [
    ellipse(x, y - 30 * s, 62 * s, 72 * s, colour),
    path(
      `M${x - 70 * s} ${y + 70 * s} C${x - 92 * s} ${y - 70 * s} ${x - 50 * s} ${y - 112 * s} ${x} ${y - 110 * s} S${x + 92 * s} ${y - 70 * s} ${x + 70 * s} ${y + 70 * s} C${x + 30 * s} ${y + 86 * s} ${x - 30 * s} ${y + 86 * s} ${x - 70 * s} ${y + 70 * s}Z`,
      colour,
    ),
    group([ellipse(x, y - 30 * s, 62 * s, 70 * s, colour), circle(x, y - 108 * s, 30 * s, colour)]),
    group([
      ellipse(x, y - 30 * s, 62 * s, 70 * s, colour),
      path(
        `M${x - 20 * s} ${y + 20 * s} C${x - 60 * s} ${y + 130 * s} ${x + 50 * s} ${y + 130 * s} ${x + 20 * s} ${y + 20 * s}Z`,
        colour,
      ),
      rect(x - 22 * s, y + 34 * s, 44 * s, 12 * s, '#d9473a', `rx="${5 * s}"`),
    ]),
  ]
  const shine = path(
    `M${x - 34 * s} ${y - 78 * s} C${x - 14 * s} ${y - 98 * s} ${x + 20 * s} ${y - 96 * s} ${x + 38 * s} ${y - 74 * s}`,
    'none',
    `stroke="#ffffff" stroke-width="${7 * s}" opacity="0.16" stroke-linecap="round"`,
  )
  return group([shoulders, neck, ...ears, cuts[Math.floor(look / hair.length) % cuts.length] ?? '', shine])
}

const days = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт']

/** The week on the screen: a column of minutes for each day, the last one taller than the sheet. */
const screen = (): string => {
  const parts = [
    ['#2f6f73', '#d99a3d', '#b5533c'],
    [120, 60, 30],
    [128, 70, 42],
    [118, 84, 52],
    [132, 78, 70],
    [130, 96, 104],
  ] as const
  const [colours, ...columns] = parts
  return group([
    polygon(
      [
        [520, 120],
        [1330, 120],
        [1330, 620],
        [520, 620],
      ],
      '#20262b',
    ),
    rect(534, 134, 782, 472, '#fdfaf2'),
    ...Array.from({ length: 20 }, (_, i) => line([534 + i * 40, 134], [534 + i * 40, 606], '#c8d8dd', 1.5)),
    ...Array.from({ length: 12 }, (_, i) => line([534, 134 + i * 40], [1316, 134 + i * 40], '#c8d8dd', 1.5)),
    lettering('Неделя учителя', 574, 206, 50, '#24303a', { font: 'narrowBold' }),
    lettering('49 часов', 1280, 206, 50, '#b5533c', { font: 'narrowBold', anchor: 1 }),
    ...columns.flatMap((column, day) => {
      let y = 556
      const x = 590 + day * 142
      return [
        ...column.map((value, i) => {
          y -= value
          return rect(x, y, 88, value - 3, String(colours[i] ?? '#2f6f73'))
        }),
        lettering(days[day] ?? '', x + 44, 594, 32, '#24303a', { anchor: 0.5 }),
      ]
    }),
    line([574, 336], [1290, 336], '#24303a', 4, 'stroke-dasharray="14 10"'),
    lettering('норма', 576, 326, 28, '#24303a', { font: 'sans' }),
  ])
}

/** A plenary meeting: rows of backs, a screen with a week counted in minutes, a speaker at a lectern. */
export const meeting = (): string => {
  const random = randomFrom(1295)
  const rows = [
    { y: 700, s: 0.56, step: 132, from: 60 },
    { y: 830, s: 0.78, step: 186, from: -20 },
    { y: 1000, s: 1.08, step: 262, from: 60 },
  ]
  return sheet(
    [
      gradient('wall', ['#7c4a35', '#93583c', '#6b3f2e']),
      gradient('curtain', ['#8d2f36', '#6d2129']),
      gradient('lectern', ['#c58a4c', '#8a5a2c']),
      glow('light', '#fff4d8', 0.8),
      blur('soft', 30),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      ...Array.from({ length: 18 }, (_, i) => rect(i * 102 + 8, 0, 86, 660, '#ffffff', 'opacity="0.035"')),
      // Curtains beside the stage.
      ...[0, 1, 2, 3, 4].flatMap((i) => [
        path(
          `M${i * 62} 0 C${i * 62 + 24} 220 ${i * 62 - 14} 460 ${i * 62 + 10} 690 H${i * 62 + 66} C${i * 62 + 50} 460 ${i * 62 + 86} 220 ${i * 62 + 62} 0Z`,
          i % 2 ? '#7c2830' : 'url(#curtain)',
        ),
        path(
          `M${1800 - i * 62} 0 C${1776 - i * 62} 220 ${1814 - i * 62} 460 ${1790 - i * 62} 690 H${1734 - i * 62} C${1750 - i * 62} 460 ${1714 - i * 62} 220 ${1738 - i * 62} 0Z`,
          i % 2 ? '#7c2830' : 'url(#curtain)',
        ),
      ]),
      rect(0, 660, 1800, 60, '#4a2f22'),
      rect(0, 656, 1800, 12, '#c58a4c'),
      group(
        [
          polygon(
            [
              [520, 120],
              [1330, 120],
              [1420, 700],
              [430, 700],
            ],
            '#fff4d8',
            'opacity="0.25"',
          ),
        ],
        'filter="url(#soft)"',
      ),
      screen(),
      circle(925, 370, 620, 'url(#light)', 'opacity="0.22"'),
      // The presidium's table with water and papers.
      rect(560, 628, 560, 60, '#2d5a4c'),
      rect(548, 616, 584, 16, '#3d7564'),
      ...[640, 800, 960].map((x) => group([rect(x + 34, 611, 62, 6, '#fdfaf2')])),
      // The speaker.
      path('M1424 470 C1430 430 1456 416 1480 412 L1524 412 C1550 418 1572 432 1578 476 L1586 640 H1416Z', '#35566b'),
      polygon(
        [
          [1484, 412],
          [1502, 456],
          [1520, 412],
        ],
        '#f7f1e4',
      ),
      rect(1488, 384, 28, 34, '#d7a67f'),
      ellipse(1502, 352, 37, 44, '#e0b28c'),
      path(
        'M1462 366 C1452 296 1484 286 1506 288 C1546 290 1550 330 1542 370 C1536 340 1520 322 1500 322 C1480 324 1468 340 1462 366Z',
        '#5b3a24',
      ),
      circle(1490, 354, 3.6, '#22282c'),
      circle(1514, 354, 3.6, '#22282c'),
      path('M1490 374 C1498 382 1508 382 1515 374', 'none', 'stroke="#9a4b3c" stroke-width="4" stroke-linecap="round"'),
      path('M1432 470 C1396 500 1372 480 1356 446', 'none', 'stroke="#35566b" stroke-width="30" stroke-linecap="round"'),
      circle(1352, 436, 17, '#e0b28c'),
      polygon(
        [
          [1400, 560],
          [1604, 560],
          [1588, 700],
          [1416, 700],
        ],
        'url(#lectern)',
      ),
      polygon(
        [
          [1388, 540],
          [1616, 540],
          [1606, 566],
          [1398, 566],
        ],
        '#d9a163',
      ),
      line([1470, 540], [1462, 486], '#22282c', 5),
      circle(1461, 480, 10, '#22282c'),
      circle(1502, 630, 30, '#d9a163'),
      lettering('П', 1502, 645, 42, '#6b3f2e', { anchor: 0.5, font: 'serifBold' }),
      // The hall.
      ...rows.flatMap(({ y, s, step, from }, row) => [
        rect(0, y + 90 * s, 1800, 600, row === 2 ? '#2a1d18' : '#3a2822', 'opacity="0.55"'),
        ...Array.from({ length: 15 }, (_, i) => i)
          .filter((i) => from + i * step < 1900)
          .map((i) =>
            listener(
              from + i * step + (random() - 0.5) * 26 * s,
              y + (random() - 0.5) * 24 * s,
              s,
              Math.floor(random() * 64),
              i * 4 + row * 2,
            ),
          ),
      ]),
      // A raised hand with a mandate.
      path('M1190 1080 C1200 960 1196 900 1190 850', 'none', 'stroke="#8d2f36" stroke-width="62" stroke-linecap="round"'),
      path('M1190 850 L1188 800', 'none', 'stroke="#e0b28c" stroke-width="44" stroke-linecap="round"'),
      rect(1118, 676, 138, 104, '#d9473a', 'rx="8" transform="rotate(-5 1187 728)"'),
      rect(1134, 694, 106, 14, '#fdfaf2', 'opacity="0.9" transform="rotate(-5 1187 728)"'),
    ],
  )
}
