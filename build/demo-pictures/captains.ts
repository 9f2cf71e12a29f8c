import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, rect, sheet } from './draw.ts'

/** A ship's wheel with eight handles. */
const wheel = (x: number, y: number, r: number): string =>
  group([
    ...Array.from({ length: 8 }, (_, i) =>
      group(
        [
          rect(-r * 0.045, -r * 1.34, r * 0.09, r * 1.34, '#8f5a2c', `rx="${r * 0.04}"`),
          rect(-r * 0.075, -r * 1.36, r * 0.15, r * 0.3, '#b87a3f', `rx="${r * 0.07}"`),
        ],
        `transform="translate(${x} ${y}) rotate(${i * 45})"`,
      ),
    ),
    circle(x, y, r * 0.92, 'none', `stroke="#6d4020" stroke-width="${r * 0.2}"`),
    circle(x, y, r * 0.92, 'none', `stroke="#b87a3f" stroke-width="${r * 0.13}"`),
    circle(x, y, r * 0.28, '#8f5a2c'),
    circle(x, y, r * 0.17, '#d9a13b'),
  ])

interface Look {
  readonly coat: string
  readonly hair: string
  readonly cut: (x: number) => string
}

const person = (x: number, { coat, hair, cut }: Look, mirrored: number): string =>
  group([
    path(
      `M${x - 230} 900 C${x - 220} 700 ${x - 160} 640 ${x - 60} 616 H${x + 60} C${x + 160} 640 ${x + 220} 700 ${x + 230} 900Z`,
      coat,
    ),
    polygon(
      [
        [x - 56, 616],
        [x, 730],
        [x + 56, 616],
      ],
      '#f7f1e4',
    ),
    rect(x - 36, 548, 72, 86, '#d7a67f', 'rx="26"'),
    ellipse(x, 474, 92, 112, '#e6ba94'),
    cut(x),
    circle(x - 34 + mirrored * 8, 476, 8, '#22282c'),
    circle(x + 34 + mirrored * 8, 476, 8, '#22282c'),
    path(
      `M${x - 52 + mirrored * 8} 452 q18 -12 36 0 M${x + 16 + mirrored * 8} 452 q18 -12 36 0`,
      'none',
      `stroke="${hair}" stroke-width="8" stroke-linecap="round"`,
    ),
    path(`M${x - 28 + mirrored * 10} 532 q28 24 56 0`, 'none', 'stroke="#9a4b3c" stroke-width="8" stroke-linecap="round"'),
    path(
      `M${x + mirrored * 10} 480 q${mirrored * 16} 26 0 30`,
      'none',
      'stroke="#c08a64" stroke-width="6" stroke-linecap="round"',
    ),
  ])

const microphone = (x: number, lean: number): string =>
  group([
    rect(x - 50, 894, 100, 18, '#22282c', 'rx="8"'),
    line([x, 894], [x + lean, 700], '#22282c', 10),
    rect(x + lean - 26, 626, 52, 92, '#3b444b', 'rx="24"'),
    ...[0, 1, 2].map((i) => line([x + lean - 22, 650 + i * 18], [x + lean + 22, 650 + i * 18], '#8a959c', 4)),
  ])

/** A studio: two people at one table, a ship's wheel between them. */
export const captains = (): string =>
  sheet(
    [
      gradient('wall', ['#173a4d', '#24566b', '#1b4053']),
      gradient('table', ['#c58a4c', '#8a5a2c']),
      glow('lamp', '#fff0c4', 0.75),
      blur('soft', 26),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      ...Array.from({ length: 12 }, (_, i) => rect(i * 150 + 4, 0, 142, 900, '#ffffff', 'opacity="0.03"')),
      // Waves along the wall.
      ...[0, 1, 2].map((row) =>
        path(
          `M-40 ${640 + row * 70} ${Array.from({ length: 12 }, () => 'q40 -44 80 0 t80 0').join(' ')}`,
          'none',
          `stroke="#7fb2bf" stroke-width="8" opacity="${0.28 - row * 0.06}"`,
        ),
      ),
      circle(420, 180, 380, 'url(#lamp)', 'opacity="0.6"'),
      circle(1380, 180, 380, 'url(#lamp)', 'opacity="0.6"'),
      lettering('ДВА КАПИТАНА', 900, 286, 110, '#ffe9b0', { font: 'narrowBold', anchor: 0.5 }),
      line([500, 322], [1300, 322], '#d9a13b', 6),
      wheel(900, 646, 196),
      person(
        430,
        {
          coat: '#2b3947',
          hair: '#8b8d8c',
          cut: (x) =>
            group([
              path(
                `M${x - 96} 470 C${x - 110} 330 ${x + 110} 330 ${x + 96} 470 C${x + 80} 410 ${x + 40} 392 ${x} 396 C${x - 40} 392 ${x - 80} 410 ${x - 96} 470Z`,
                '#8b8d8c',
              ),
              path(
                `M${x - 60} 520 C${x - 50} 610 ${x + 50} 610 ${x + 60} 520 C${x + 40} 556 ${x - 40} 556 ${x - 60} 520Z`,
                '#a3a5a3',
              ),
            ]),
        },
        1,
      ),
      person(
        1370,
        {
          coat: '#8d2f36',
          hair: '#4a2c1c',
          cut: (x) =>
            path(
              `M${x - 104} 600 C${x - 150} 340 ${x - 60} 330 ${x} 336 C${x + 70} 330 ${x + 150} 350 ${x + 104} 600 C${x + 76} 620 ${x + 74} 500 ${x + 70} 450 C${x + 20} 440 ${x - 30} 420 ${x - 44} 396 C${x - 60} 430 ${x - 76} 450 ${x - 78} 500 C${x - 80} 560 ${x - 80} 620 ${x - 104} 600Z`,
              '#4a2c1c',
            ),
        },
        -1,
      ),
      ellipse(900, 930, 900, 40, '#0d2530', 'opacity="0.5" filter="url(#soft)"'),
      path('M60 900 H1740 L1800 1200 H0Z', 'url(#table)'),
      rect(40, 884, 1720, 34, '#d9a163', 'rx="10"'),
      ...[0, 1, 2].map((i) =>
        path(
          `M30 ${990 + i * 70} C600 ${970 + i * 70} 1200 ${1010 + i * 70} 1770 ${990 + i * 70}`,
          'none',
          'stroke="#6b4320" stroke-width="3" opacity="0.4"',
        ),
      ),
      microphone(640, -40),
      microphone(1160, 40),
      // A chart of the sea and two glasses of tea.
      polygon(
        [
          [620, 980],
          [1190, 970],
          [1240, 1140],
          [580, 1150],
        ],
        '#f6edd6',
      ),
      path(
        'M660 1100 C760 1020 840 1120 930 1040 S1100 1060 1160 1010',
        'none',
        'stroke="#b5403a" stroke-width="7" stroke-dasharray="20 14"',
      ),
      path('M700 1010 q40 -20 70 8 t60 20 t40 30', 'none', 'stroke="#3b8186" stroke-width="5"'),
      circle(1160, 1010, 14, '#b5403a'),
      ...[330, 1480].map((x) =>
        group([
          ellipse(x, 1090, 90, 18, '#5b3618', 'opacity="0.5"'),
          path(`M${x - 56} 960 H${x + 56} L${x + 46} 1086 H${x - 46}Z`, '#c9782c', 'opacity="0.92"'),
          ellipse(x, 960, 56, 13, '#e39a4a'),
          path(`M${x - 58} 1000 H${x + 58} L${x + 48} 1090 H${x - 48}Z`, '#b9c0c4'),
          path(`M${x + 54} 1010 C${x + 110} 1004 ${x + 110} 1074 ${x + 50} 1068`, 'none', 'stroke="#b9c0c4" stroke-width="14"'),
        ]),
      ),
    ],
  )
