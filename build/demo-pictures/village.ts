import { blur, circle, ellipse, glow, gradient, group, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

const fir = (x: number, y: number, s: number, colour: string): string =>
  group([
    rect(x - 8 * s, y - 20 * s, 16 * s, 30 * s, '#3d2a22'),
    ...[0, 1, 2, 3].map((i) =>
      polygon(
        [
          [x - (120 - i * 24) * s, y - (20 + i * 74) * s],
          [x + (120 - i * 24) * s, y - (20 + i * 74) * s],
          [x, y - (170 + i * 74) * s],
        ],
        colour,
      ),
    ),
    ...[0, 1, 2, 3].map((i) =>
      path(
        `M${x - (96 - i * 20) * s} ${y - (34 + i * 74) * s} Q${x - 30 * s} ${y - (70 + i * 74) * s} ${x} ${y - (160 + i * 74) * s} L${x - 16 * s} ${y - (80 + i * 74) * s}Z`,
        '#ffffff',
        'opacity="0.55"',
      ),
    ),
  ])

/** Ends of split birch logs under a roof. */
const woodpile = (x: number, y: number, columns: number, rows: number): string => {
  const random = randomFrom(11)
  return group([
    rect(x - 24, y - rows * 46 - 26, columns * 48 + 48, rows * 46 + 40, '#3a2a22'),
    ...Array.from({ length: rows * columns }, (_, i) => {
      const cx = x + 24 + (i % columns) * 48 + (Math.floor(i / columns) % 2) * 8
      const cy = y - 22 - Math.floor(i / columns) * 46
      const r = 20 + random() * 4
      return group([
        circle(cx, cy, r, '#e9e2d6'),
        circle(cx, cy, r - 5, ['#d9a86c', '#c98f52', '#e0b67f'][Math.floor(random() * 3)] ?? '#d9a86c'),
        circle(cx + 2, cy + 1, r * 0.4, '#b97f44', 'opacity="0.7"'),
        line([cx - r, cy - 4], [cx - r + 8, cy - 6], '#2b211c', 3),
      ])
    }),
    polygon(
      [
        [x - 60, y - rows * 46 - 20],
        [x + columns * 48 + 60, y - rows * 46 - 20],
        [x + columns * 48 + 20, y - rows * 46 - 84],
        [x - 20, y - rows * 46 - 84],
      ],
      '#f4f7fb',
    ),
    rect(x - 60, y - rows * 46 - 22, columns * 48 + 120, 12, '#5b4334'),
  ])
}

/** A northern village at dusk: a log house with lit windows, smoke, a woodpile as high as its eaves. */
export const village = (): string => {
  const random = randomFrom(7)
  const smoke = Array.from({ length: 26 }, (_, i) =>
    circle(742 + i * 9 + random() * 30, 300 - i * 11, 22 + i * 3.2, '#f5e9df', `opacity="${(0.4 - i * 0.013).toFixed(3)}"`),
  )
  return sheet(
    [
      gradient('sky', ['#2c3f6b', '#6b6f9c', '#d99a86', '#f2c79b']),
      gradient('snow', ['#e6edf6', '#b9c8df']),
      gradient('roof', ['#ffffff', '#dbe5f1']),
      glow('window', '#ffd98a', 0.9),
      blur('soft', 14),
      blur('far', 4),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#sky)'),
      ...Array.from({ length: 70 }, () =>
        circle(random() * 1800, random() * 330, 1 + random() * 2.4, '#fff', `opacity="${(0.3 + random() * 0.6).toFixed(2)}"`),
      ),
      path('M0 640 C300 560 560 610 820 580 S1400 520 1800 600 V800 H0Z', '#4c5a80'),
      group(
        Array.from({ length: 34 }, (_, i) => fir(i * 56, 690 + random() * 26, 0.36 + random() * 0.16, '#33466a')),
        'filter="url(#far)"',
      ),
      path('M0 720 C400 660 700 740 1100 690 S1600 670 1800 720 V1200 H0Z', 'url(#snow)'),
      // Neighbours farther off.
      ...(
        [
          [1250, 640, 0.5],
          [1480, 668, 0.62],
          [140, 664, 0.55],
        ] as const
      ).map(([x, y, s]) =>
        group([
          rect(x, y, 220 * s, 130 * s, '#4a3226'),
          polygon(
            [
              [x - 30 * s, y + 6],
              [x + 250 * s, y + 6],
              [x + 110 * s, y - 120 * s],
            ],
            'url(#roof)',
          ),
          rect(x + 40 * s, y + 34 * s, 46 * s, 50 * s, '#ffd98a'),
          rect(x + 134 * s, y + 34 * s, 46 * s, 50 * s, '#ffc765'),
        ]),
      ),
      group(smoke, 'filter="url(#soft)"'),
      // The house.
      rect(700, 290, 84, 170, '#8d4a38'),
      rect(690, 276, 104, 26, '#f4f7fb'),
      rect(330, 560, 620, 360, '#6d4630'),
      ...Array.from({ length: 9 }, (_, i) => [
        rect(316, 560 + i * 40, 648, 34, i % 2 ? '#7b5238' : '#6a432d', 'rx="14"'),
        circle(322, 577 + i * 40, 17, '#c79a68'),
        circle(958, 577 + i * 40, 17, '#c79a68'),
      ]).flat(),
      polygon(
        [
          [250, 576],
          [1030, 576],
          [640, 330],
        ],
        'url(#roof)',
      ),
      polygon(
        [
          [320, 566],
          [960, 566],
          [640, 372],
        ],
        '#5b3a28',
      ),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => line([400 + i * 68, 564], [640, 372], '#4a2e20', 3)),
      circle(640, 500, 34, '#ffd98a'),
      line([606, 500], [674, 500], '#f4efe3', 6),
      line([640, 466], [640, 534], '#f4efe3', 6),
      ...[420, 590, 760].map((x) =>
        group([
          circle(x + 50, 710, 190, 'url(#window)', 'opacity="0.35"'),
          rect(x - 14, 634, 130, 156, '#3f7a8a'),
          polygon(
            [
              [x - 24, 634],
              [x + 126, 634],
              [x + 51, 596],
            ],
            '#f4efe3',
          ),
          rect(x, 648, 102, 128, '#ffcf74'),
          line([x + 51, 648], [x + 51, 776], '#f4efe3', 8),
          line([x, 700], [x + 102, 700], '#f4efe3', 8),
          rect(x - 22, 786, 146, 14, '#f4f7fb'),
        ]),
      ),
      path('M300 930 C480 890 820 896 1000 930 L1040 1000 H260Z', '#eef3f9'),
      woodpile(1080, 930, 12, 6),
      // A sledge with logs, and the trodden path.
      path('M640 930 C700 1010 620 1090 760 1200 H1120 C960 1090 860 1010 760 930Z', '#a9bad6', 'opacity="0.7"'),
      group(
        [
          path('M0 60 H300 C330 60 336 30 318 14', 'none', 'stroke="#7b4a2c" stroke-width="12" stroke-linecap="round"'),
          line([40, 60], [40, 26], '#7b4a2c', 10),
          line([240, 60], [240, 26], '#7b4a2c', 10),
          rect(16, 12, 270, 14, '#8f5a36'),
          ...[0, 1, 2, 3].map((i) => circle(56 + i * 58, -14, 27, '#e9e2d6')),
          ...[0, 1, 2, 3].map((i) => circle(56 + i * 58, -14, 20, '#d09a60')),
          ...[0, 1, 2].map((i) => circle(86 + i * 58, -58, 26, '#e9e2d6')),
          ...[0, 1, 2].map((i) => circle(86 + i * 58, -58, 19, '#c98f52')),
        ],
        'transform="translate(230 1060)"',
      ),
      ellipse(400, 1128, 200, 12, '#8ea3c6', 'opacity="0.5"'),
      fir(80, 1010, 1.15, '#24385c'),
      fir(1740, 1150, 1.35, '#1f3252'),
      // A woman with a basket of logs on the path.
      ellipse(900, 1150, 70, 12, '#7f94ba', 'opacity="0.6"'),
      path('M852 1148 C846 1060 858 990 900 984 C942 990 954 1060 948 1148Z', '#8d2f36'),
      circle(900, 958, 30, '#e0b28c'),
      path('M868 966 C862 916 938 916 932 966 C940 986 926 1004 900 1004 C874 1004 860 986 868 966Z', '#d99a3d'),
      circle(900, 962, 21, '#e0b28c'),
      rect(938, 1058, 72, 50, '#7b5238', 'rx="8"'),
      line([946, 1056], [974, 1030], '#7b5238', 6),
      line([1002, 1056], [974, 1030], '#7b5238', 6),
      ...[950, 972, 994].map((x) => circle(x, 1054, 12, '#e0b67f')),
      ...Array.from({ length: 90 }, () =>
        circle(random() * 1800, random() * 1200, 1.6 + random() * 3.4, '#fff', `opacity="${(0.3 + random() * 0.5).toFixed(2)}"`),
      ),
    ],
  )
}
