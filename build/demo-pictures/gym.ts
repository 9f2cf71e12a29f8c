import { blur, circle, ellipse, gradient, group, lettering, line, path, polygon, rect, sheet } from './draw.ts'

/** The thermometer on the wall, red up to thirteen. */
const thermometer = (): string => {
  const at = (degree: number) => 760 - (degree - 4) * 28
  return group([
    rect(1236, 204, 330, 690, '#20262b', 'rx="26" opacity="0.25"'),
    rect(1220, 190, 330, 690, '#fdf8ea', 'rx="26"'),
    rect(1240, 210, 290, 650, 'none', 'rx="16" stroke="#b9c6c2" stroke-width="4"'),
    rect(1316, 250, 44, 540, '#e4ebe8', 'rx="22"'),
    rect(1324, at(13), 28, 800 - at(13), '#d9473a', 'rx="10"'),
    circle(1338, 800, 44, '#d9473a'),
    circle(1326, 788, 10, '#ffffff', 'opacity="0.6"'),
    ...Array.from({ length: 19 }, (_, i) => {
      const degree = i + 4
      const long = degree % 5 === 0
      return line([1370, at(degree)], [long ? 1412 : 1392, at(degree)], '#24303a', long ? 5 : 3)
    }),
    ...[5, 10, 15, 20].map((degree) => lettering(String(degree), 1424, at(degree) + 14, 42, '#24303a', { font: 'narrowBold' })),
    polygon(
      [
        [1302, at(18)],
        [1264, at(18) - 20],
        [1264, at(18) + 20],
      ],
      '#2f6f73',
    ),
    lettering('норма', 1252, at(18) - 32, 30, '#2f6f73', { font: 'narrowBold' }),
    lettering('+13', 1500, 844, 72, '#d9473a', { font: 'narrowBold', anchor: 1 }),
  ])
}

const pane = (x: number): string =>
  group([
    rect(x - 14, 106, 268, 348, '#f3eee0'),
    rect(x, 120, 240, 320, 'url(#glass)'),
    ...[
      [30, 210],
      [130, 150],
      [190, 300],
    ].flatMap(([dx, dy]) => [0, 60, 120].map((angle) => frost(x + (dx ?? 0), 120 + (dy ?? 0), angle))),
    line([x + 120, 120], [x + 120, 440], '#f3eee0', 12),
    line([x, 250], [x + 240, 250], '#f3eee0', 12),
    // The net that keeps balls from the glass.
    ...Array.from({ length: 9 }, (_, i) => line([x - 20 + i * 35, 96], [x - 20 + i * 35, 464], '#3f4a48', 2, 'opacity="0.35"')),
    ...Array.from({ length: 11 }, (_, i) => line([x - 20, 96 + i * 36], [x + 260, 96 + i * 36], '#3f4a48', 2, 'opacity="0.35"')),
  ])

const frost = (x: number, y: number, angle: number): string =>
  group(
    [
      line([-46, 0], [46, 0], '#ffffff', 5),
      line([-30, 0], [-42, -14], '#ffffff', 4),
      line([30, 0], [42, -14], '#ffffff', 4),
      line([-30, 0], [-42, 14], '#ffffff', 4),
      line([30, 0], [42, 14], '#ffffff', 4),
    ],
    `transform="translate(${x} ${y}) rotate(${angle})" opacity="0.8"`,
  )

/** A cold school gym with a large thermometer on its wall. */
export const gym = (): string =>
  sheet(
    [
      gradient('wall', ['#b9cfc9', '#93b3ad']),
      gradient('floor', ['#cf9a5c', '#a8713c']),
      gradient('glass', ['#dcebf4', '#9dbdd6']),
      gradient('ball', ['#e78a3c', '#b85a22'], true),
      blur('soft', 16),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      rect(0, 560, 1800, 260, '#5f8a85'),
      rect(0, 552, 1800, 10, '#f3eee0'),
      ...[110, 420, 730].map(pane),
      polygon(
        [
          [0, 820],
          [1800, 820],
          [1800, 1200],
          [0, 1200],
        ],
        'url(#floor)',
      ),
      ...Array.from({ length: 25 }, (_, i) =>
        line([900 + (i - 12) * 74, 820], [900 + (i - 12) * 190, 1200], '#8a5a2c', 2, 'opacity="0.4"'),
      ),
      path('M-40 1080 C300 930 1500 930 1840 1080', 'none', 'stroke="#f5efe0" stroke-width="12"'),
      ellipse(900, 1010, 250, 66, 'none', 'stroke="#b5403a" stroke-width="10"'),
      // Wall bars.
      ...[60, 270].flatMap((x) => [
        rect(x, 420, 18, 420, '#8f5f34'),
        rect(x + 180, 420, 18, 420, '#8f5f34'),
        ...Array.from({ length: 9 }, (_, i) => rect(x, 440 + i * 44, 198, 14, '#c58a4c', 'rx="6"')),
      ]),
      // The basket.
      rect(640, 500, 260, 176, '#fdf8ea'),
      rect(640, 500, 260, 176, 'none', 'stroke="#24303a" stroke-width="10"'),
      rect(722, 566, 96, 74, 'none', 'stroke="#b5403a" stroke-width="8"'),
      ellipse(770, 672, 62, 15, 'none', 'stroke="#d9473a" stroke-width="10"'),
      ...[-50, -25, 0, 25, 50].map((x) => line([770 + x, 678], [770 + x * 0.55, 770], '#fdf8ea', 4)),
      ...[700, 728, 752].map((y, i) => line([770 - 46 + i * 7, y], [770 + 46 - i * 7, y], '#fdf8ea', 3)),
      // A bench with a jacket, hats and a radiator that is cold.
      ...Array.from({ length: 9 }, (_, i) => rect(936 + i * 28, 660, 22, 150, '#e9eeea', 'rx="9"')),
      rect(926, 676, 262, 12, '#c9d4cf'),
      rect(926, 780, 262, 12, '#c9d4cf'),
      ellipse(620, 1010, 300, 22, '#6d4220', 'opacity="0.45"'),
      rect(360, 900, 520, 34, '#d9a163', 'rx="6"'),
      rect(400, 934, 26, 76, '#8f5f34'),
      rect(814, 934, 26, 76, '#8f5f34'),
      path('M440 900 C430 850 470 832 520 836 C600 826 640 850 650 900 L640 946 C600 930 520 956 470 940Z', '#2f5d8a'),
      path('M520 838 C540 870 540 910 524 940', 'none', 'stroke="#1f3f60" stroke-width="6"'),
      path('M690 900 C690 846 790 846 790 900Z', '#b5403a'),
      circle(740, 846, 17, '#f5efe0'),
      rect(684, 884, 112, 18, '#f5efe0', 'rx="8"'),
      // A ball nobody throws.
      ellipse(1120, 1128, 110, 18, '#6d4220', 'opacity="0.5"'),
      circle(1120, 1046, 84, 'url(#ball)'),
      path(
        'M1036 1046 H1204 M1120 962 V1130 M1062 986 C1100 1020 1100 1072 1062 1106 M1178 986 C1140 1020 1140 1072 1178 1106',
        'none',
        'stroke="#5b2c12" stroke-width="6"',
      ),
      thermometer(),
    ],
  )
