import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

/** Houses across the yard, some windows lit. */
const yard = (): readonly string[] => {
  const random = randomFrom(20)
  return (
    [
      [150, 430, 300, 520],
      [470, 500, 240, 450],
      [730, 380, 320, 570],
      [1070, 470, 300, 480],
    ] as const
  ).flatMap(([x, y, w, h], house) => [
    rect(x, y, w, h, ['#26324f', '#1f2a45', '#2b3757', '#222d4a'][house] ?? '#26324f'),
    ...Array.from({ length: Math.floor(h / 62) * Math.floor(w / 58) }, (_, i) => {
      const columns = Math.floor(w / 58)
      const lit = random()
      return rect(
        x + 18 + (i % columns) * 56,
        y + 26 + Math.floor(i / columns) * 62,
        28,
        36,
        lit > 0.62 ? (lit > 0.85 ? '#ffd98a' : '#f0b455') : '#35436a',
        lit > 0.62 ? '' : 'opacity="0.7"',
      )
    }),
  ])
}

/** A kitchen at nine in the evening: a cup, checked notebooks, a telephone face down. */
export const evening = (): string => {
  const random = randomFrom(9)
  const snow = Array.from({ length: 120 }, () =>
    circle(
      150 + random() * 1220,
      90 + random() * 740,
      1.6 + random() * 4,
      '#ffffff',
      `opacity="${(0.35 + random() * 0.55).toFixed(2)}"`,
    ),
  )
  return sheet(
    [
      gradient('room', ['#c98d55', '#a9693c']),
      gradient('night', ['#141d3a', '#24345f', '#4a5480']),
      gradient('table', ['#b87a43', '#7d4d26']),
      gradient('cup', ['#fbf4e6', '#d9cbb0'], true),
      gradient('shade', ['#e7a23f', '#c4742a']),
      glow('light', '#ffe9b0', 0.95),
      glow('moon', '#dfe8ff', 0.9),
      blur('soft', 16),
      `<clipPath id="pane">${rect(150, 90, 1220, 740, '#000')}</clipPath>`,
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#room)'),
      ...Array.from({ length: 15 }, (_, i) => rect(i * 124, 0, 58, 900, '#fff3d6', 'opacity="0.06"')),
      // The window.
      rect(110, 50, 1300, 830, '#f3e7d0'),
      rect(150, 90, 1220, 740, 'url(#night)'),
      group(
        [
          circle(1180, 230, 230, 'url(#moon)', 'opacity="0.55"'),
          circle(1180, 230, 62, '#f4f2e2'),
          circle(1160, 216, 12, '#dcd9c6'),
          circle(1200, 248, 9, '#dcd9c6'),
          ...yard(),
          ...snow,
        ],
        'clip-path="url(#pane)"',
      ),
      rect(744, 90, 32, 740, '#f3e7d0'),
      rect(150, 300, 1220, 20, '#f3e7d0'),
      polygon(
        [
          [150, 90],
          [470, 90],
          [150, 640],
        ],
        '#ffffff',
        'opacity="0.05"',
      ),
      rect(80, 866, 1360, 40, '#fbf3e2'),
      rect(80, 900, 1360, 12, '#c9b48f'),
      // A curtain.
      ...[0, 1, 2, 3].map((i) =>
        path(
          `M${1330 + i * 42} 30 C${1350 + i * 42} 300 ${1310 + i * 42} 600 ${1340 + i * 42} 940 H${1392 + i * 42} C${1366 + i * 42} 600 ${1400 + i * 42} 300 ${1376 + i * 42} 30Z`,
          i % 2 ? '#2f6f73' : '#3b8186',
        ),
      ),
      rect(60, 22, 1520, 18, '#6b4430', 'rx="9"'),
      // A lamp over the table.
      line([1640, 0], [1640, 210], '#3b2a22', 7),
      circle(1640, 420, 560, 'url(#light)', 'opacity="0.75"'),
      polygon(
        [
          [1590, 210],
          [1690, 210],
          [1790, 380],
          [1490, 380],
        ],
        'url(#shade)',
      ),
      ellipse(1640, 380, 150, 26, '#fff0bf'),
      // A cat on the sill watches the snow.
      path('M330 868 C300 760 352 690 402 692 C450 694 490 770 470 868Z', '#2b211c'),
      ellipse(404, 664, 56, 50, '#2b211c'),
      polygon(
        [
          [358, 648],
          [360, 590],
          [396, 622],
        ],
        '#2b211c',
      ),
      polygon(
        [
          [450, 648],
          [448, 590],
          [412, 622],
        ],
        '#2b211c',
      ),
      path('M466 850 C540 850 560 800 540 752', 'none', 'stroke="#2b211c" stroke-width="24" stroke-linecap="round"'),
      path('M360 710 C350 770 350 820 362 862', 'none', 'stroke="#f0b455" stroke-width="4" opacity="0.35"'),
      // The table.
      polygon(
        [
          [0, 960],
          [1800, 960],
          [1800, 1200],
          [0, 1200],
        ],
        'url(#table)',
      ),
      ...Array.from({ length: 5 }, (_, i) =>
        path(
          `M0 ${995 + i * 44} C600 ${975 + i * 44} 1200 ${1015 + i * 44} 1800 ${990 + i * 44}`,
          'none',
          'stroke="#5d3517" stroke-width="3" opacity="0.35"',
        ),
      ),
      ellipse(1400, 1050, 560, 90, '#ffe9b0', 'opacity="0.25" filter="url(#soft)"'),
      // Notebooks, the upper one with a mark.
      ...['#5e8a5a', '#3f6f96', '#b5533c', '#5e8a5a', '#d99a3d', '#3f6f96'].map((colour, i) =>
        group([
          rect(700 + (i % 3) * 12, 1070 - i * 22, 400, 22, colour, 'rx="3"'),
          rect(706 + (i % 3) * 12, 1076 - i * 22, 392, 10, '#fdf8ea', 'opacity="0.85"'),
        ]),
      ),
      polygon(
        [
          [706, 962],
          [1096, 962],
          [1060, 906],
          [752, 906],
        ],
        '#fdf8ea',
      ),
      ...Array.from({ length: 4 }, (_, i) => line([756 - i * 10, 918 + i * 12], [1000 - i * 4, 918 + i * 12], '#9db7c4', 2.5)),
      lettering('5', 1020, 950, 50, '#d9473a', { font: 'serifBoldItalic', more: 'transform="skewX(-10) translate(160 0)"' }),
      // The cup and its steam.
      ellipse(1390, 1108, 170, 28, '#3b2010', 'opacity="0.4"'),
      path('M1270 920 H1510 C1512 1030 1480 1106 1440 1112 H1340 C1300 1106 1268 1030 1270 920Z', 'url(#cup)'),
      path('M1506 950 C1600 936 1600 1060 1484 1056', 'none', 'stroke="#e3d6bd" stroke-width="26" stroke-linecap="round"'),
      ellipse(1390, 920, 120, 24, '#efe3cb'),
      ellipse(1390, 922, 104, 18, '#8a4316'),
      path('M1276 975 H1504 M1282 1000 H1500', 'none', 'stroke="#b5533c" stroke-width="8"'),
      ...[-50, 0, 48].map((x, i) =>
        path(
          `M${1390 + x} 880 C${1350 + x} ${810 - i * 8} ${1440 + x} 770 ${1396 + x} ${690 - i * 14}`,
          'none',
          'stroke="#fff7e2" stroke-width="16" opacity="0.5" stroke-linecap="round" filter="url(#soft)"',
        ),
      ),
      // The telephone, face down.
      polygon(
        [
          [250, 1120],
          [520, 1120],
          [548, 1052],
          [292, 1052],
        ],
        '#1d2226',
      ),
      polygon(
        [
          [250, 1120],
          [520, 1120],
          [520, 1134],
          [250, 1134],
        ],
        '#0f1214',
      ),
      ellipse(330, 1074, 22, 9, '#3b444b'),
      ellipse(330, 1074, 9, 4, '#6f7b84'),
      ellipse(386, 1074, 14, 6, '#3b444b'),
      // A wall clock: nine.
      circle(1660, 620, 88, '#fbf3e2', 'stroke="#6b4430" stroke-width="15"'),
      ...Array.from({ length: 12 }, (_, i) =>
        circle(1660 + Math.sin((i * Math.PI) / 6) * 68, 620 - Math.cos((i * Math.PI) / 6) * 68, i % 3 ? 3.5 : 6, '#3b2a22'),
      ),
      line([1660, 620], [1660, 562], '#3b2a22', 7),
      line([1660, 620], [1618, 620], '#3b2a22', 10),
      circle(1660, 620, 8, '#d9473a'),
    ],
  )
}
