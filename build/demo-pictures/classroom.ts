import { blur, circle, ellipse, glow, gradient, group, lettering, line, type Point, path, polygon, rect, sheet } from './draw.ts'

/** A desk seen from the door; `s` is its scale, `x`, `y` the middle of its front edge. */
const desk = (x: number, y: number, s: number): string =>
  group([
    ellipse(x + 10 * s, y + 118 * s, 150 * s, 14 * s, '#2b1d12', 'opacity="0.3"'),
    rect(x - 118 * s, y, 9 * s, 118 * s, '#39434a'),
    rect(x + 109 * s, y, 9 * s, 118 * s, '#39434a'),
    rect(x - 104 * s, y + 8 * s, 208 * s, 46 * s, '#a06a37'),
    polygon(
      [
        [x - 140 * s, y],
        [x + 140 * s, y],
        [x + 116 * s, y - 44 * s],
        [x - 116 * s, y - 44 * s],
      ],
      'url(#wood)',
    ),
    rect(x - 140 * s, y, 280 * s, 11 * s, '#7d4d24'),
    // A chair is turned over on the desk, as in the evening.
    rect(x - 60 * s, y - 74 * s, 120 * s, 16 * s, '#c98a49', `rx="${6 * s}"`),
    line([x - 46 * s, y - 74 * s], [x - 58 * s, y - 168 * s], '#2f3a40', 7 * s),
    line([x + 46 * s, y - 74 * s], [x + 58 * s, y - 168 * s], '#2f3a40', 7 * s),
    line([x - 50 * s, y - 120 * s], [x + 50 * s, y - 120 * s], '#2f3a40', 5 * s),
    rect(x - 66 * s, y - 58 * s, 132 * s, 36 * s, '#b9793d', `rx="${7 * s}"`),
  ])

const pot = (x: number, y: number): string =>
  group([
    ...[-60, -34, -8, 20, 46].map((lean, i) =>
      path(
        `M${x} ${y} C${x + lean * 0.4} ${y - 60} ${x + lean} ${y - 90 - (i % 2) * 30} ${x + lean * 1.6} ${y - 100 - (i % 2) * 40} C${x + lean * 0.7} ${y - 70} ${x + lean * 0.3 + 12} ${y - 40} ${x + 8} ${y}Z`,
        i % 2 ? '#4e7a4c' : '#3d6640',
      ),
    ),
    polygon(
      [
        [x - 44, y - 8],
        [x + 44, y - 8],
        [x + 32, y + 62],
        [x - 32, y + 62],
      ],
      '#b5633f',
    ),
    rect(x - 50, y - 18, 100, 18, '#c67550'),
  ])

const window = (points: readonly [Point, Point, Point, Point]): string => {
  const [a, b, c, d] = points
  const between = (p: Point, q: Point, t: number): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
  return group([
    polygon(points, 'url(#dawn)'),
    path(
      `M${d[0]} ${d[1] - 120} C${d[0] + 90} ${d[1] - 210} ${d[0] + 180} ${d[1] - 120} ${c[0]} ${c[1] - 170} L${c[0]} ${c[1]} L${d[0]} ${d[1]}Z`,
      '#6b7f7b',
      'opacity="0.6"',
    ),
    polygon(points, 'none', 'stroke="#f6efe1" stroke-width="22"'),
    line(between(a, b, 0.5), between(d, c, 0.5), '#f6efe1', 14),
    line(between(a, d, 0.32), between(b, c, 0.32), '#f6efe1', 12),
  ])
}

/** A history classroom at half past seven in the morning, nobody there yet. */
export const classroom = (): string => {
  const chalk = 'stroke="#e9efe4" stroke-width="5" stroke-linecap="round" opacity="0.85"'
  const floor: readonly Point[] = [
    [0, 1130],
    [470, 800],
    [1560, 800],
    [1800, 960],
    [1800, 1200],
    [0, 1200],
  ]
  return sheet(
    [
      gradient('wall', ['#e8dcc3', '#d5c4a1']),
      gradient('side', ['#cdbb97', '#bda77e']),
      gradient('floor', ['#b98a58', '#8a5d36']),
      gradient('board', ['#2c4a41', '#20372f'], true),
      gradient('wood', ['#d79a56', '#b97b3e']),
      gradient('dawn', ['#a9c7d2', '#f8e3b4', '#f7c987']),
      glow('light', '#fff0bf', 0.85),
      blur('soft', 26),
      `<clipPath id="onFloor">${polygon(floor, '#000')}</clipPath>`,
    ],
    [
      // Walls, ceiling, floor in one-point perspective.
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      polygon(
        [
          [0, 0],
          [1800, 0],
          [1560, 110],
          [470, 110],
        ],
        '#f4ecdc',
      ),
      polygon(
        [
          [0, 0],
          [470, 110],
          [470, 800],
          [0, 1130],
        ],
        'url(#side)',
      ),
      polygon(floor, 'url(#floor)'),
      polygon(
        [
          [1560, 110],
          [1800, 0],
          [1800, 960],
          [1560, 800],
        ],
        '#c9b48b',
      ),
      group(
        [
          ...Array.from({ length: 12 }, (_, i) =>
            line([470 + i * 99, 800], [-900 + i * 330, 1200], '#7a5230', 2.5, 'opacity="0.5"'),
          ),
          ...[840, 900, 985, 1095].map((y) => line([0, y], [1800, y], '#7a5230', 2, 'opacity="0.25"')),
        ],
        'clip-path="url(#onFloor)"',
      ),
      window([
        [60, 150],
        [215, 180],
        [215, 720],
        [60, 815],
      ]),
      window([
        [272, 192],
        [395, 216],
        [395, 622],
        [272, 686],
      ]),
      polygon(
        [
          [40, 820],
          [232, 712],
          [250, 730],
          [46, 850],
        ],
        '#f6efe1',
      ),
      pot(150, 718),
      // The board with a time line and a map.
      rect(600, 230, 840, 400, '#8a5d36', 'rx="6"'),
      rect(618, 248, 804, 364, 'url(#board)'),
      path(
        'M660 520 H1090 M660 508 V532 M770 508 V532 M880 508 V532 M990 508 V532 M1090 520 L1072 508 M1090 520 L1072 532',
        'none',
        chalk,
      ),
      lettering('Кто здесь жил?', 660, 336, 58, '#f1f4ea', { font: 'serifItalic', more: 'opacity="0.92"' }),
      lettering('карта нашего города', 662, 396, 40, '#dfe8da', { font: 'serifItalic', more: 'opacity="0.85"' }),
      ...['1912', '1936', '1961', '1987'].map((year, i) =>
        lettering(year, 660 + i * 110, 572, 30, '#e9efe4', { anchor: 0.5, font: 'sans', more: 'opacity="0.85"' }),
      ),
      path(
        'M1150 560 C1120 470 1180 440 1170 380 C1200 300 1290 330 1330 300 C1390 320 1360 420 1390 470 C1360 560 1240 590 1150 560Z',
        'none',
        chalk,
      ),
      path(
        'M1140 470 C1200 440 1250 500 1300 450 S1370 420 1392 400',
        'none',
        'stroke="#8fc1d4" stroke-width="7" opacity="0.8" stroke-linecap="round"',
      ),
      ...(
        [
          [1210, 400],
          [1275, 380],
          [1330, 500],
          [1240, 525],
          [1300, 555],
          [1195, 500],
        ] as const
      ).map(([x, y]) =>
        group([path(`M${x - 13} ${y} L${x} ${y - 15} L${x + 13} ${y} V${y + 16} H${x - 13}Z`, '#f0c35a', 'opacity="0.9"')]),
      ),
      rect(600, 630, 840, 18, '#a06a37'),
      rect(700, 622, 46, 10, '#ffffff'),
      rect(760, 624, 30, 8, '#f0c35a'),
      rect(1290, 614, 70, 18, '#5e7f8d', 'rx="4"'),
      // A clock at half past seven, portraits, a door.
      circle(1020, 170, 46, '#ffffff', 'stroke="#3b2a22" stroke-width="9"'),
      line([1020, 170], [1020, 202], '#22282c', 6),
      line([1020, 170], [1004, 190], '#22282c', 8),
      ...Array.from({ length: 12 }, (_, i) =>
        circle(1020 + Math.sin((i * Math.PI) / 6) * 36, 170 - Math.cos((i * Math.PI) / 6) * 36, 2.6, '#22282c'),
      ),
      polygon(
        [
          [1622, 250],
          [1740, 214],
          [1740, 902],
          [1622, 836],
        ],
        '#8c5b33',
      ),
      polygon(
        [
          [1640, 280],
          [1722, 256],
          [1722, 520],
          [1640, 520],
        ],
        '#a06d3f',
      ),
      polygon(
        [
          [1640, 550],
          [1722, 556],
          [1722, 850],
          [1640, 800],
        ],
        '#a06d3f',
      ),
      circle(1636, 560, 9, '#e8c987'),
      // The teacher's table with a globe and notebooks.
      rect(1100, 700, 400, 20, '#8a5429'),
      rect(1120, 720, 360, 120, '#a96d38'),
      rect(1145, 742, 140, 76, '#8f5a2d'),
      rect(1315, 742, 140, 76, '#8f5a2d'),
      circle(1420, 640, 50, '#4f8794'),
      path('M1385 620 C1400 590 1430 600 1440 620 S1420 660 1400 655Z M1436 640 C1460 630 1466 650 1450 670Z', '#c9a95c'),
      path('M1378 612 A58 58 0 1 0 1466 672', 'none', 'stroke="#6b4430" stroke-width="7"'),
      rect(1398, 690, 46, 12, '#6b4430'),
      ...['#b5533c', '#2f6f73', '#d99a3d', '#5e5a86', '#b5533c'].map((colour, i) =>
        rect(1150 + (i % 2) * 6, 688 - i * 12, 120, 11, colour),
      ),
      // Desks in three rows.
      ...(
        [
          [640, 800, 0.62],
          [930, 805, 0.62],
          [520, 905, 0.86],
          [900, 912, 0.88],
          [1290, 912, 0.88],
          [330, 1060, 1.2],
          [850, 1075, 1.26],
          [1390, 1075, 1.26],
        ] as const
      ).map(([x, y, s]) => desk(x, y, s)),
      // Light from the windows.
      group(
        [
          polygon(
            [
              [70, 160],
              [215, 190],
              [900, 1200],
              [250, 1200],
            ],
            '#fff3c9',
            'opacity="0.26"',
          ),
          polygon(
            [
              [280, 200],
              [395, 224],
              [1250, 1200],
              [960, 1200],
            ],
            '#fff3c9',
            'opacity="0.16"',
          ),
        ],
        'filter="url(#soft)"',
      ),
      circle(180, 430, 520, 'url(#light)', 'opacity="0.55"'),
    ],
  )
}
