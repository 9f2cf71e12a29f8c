import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

/** A spread notebook with handwriting; a reporter's table from above. */
const notebook = (): string => {
  const random = randomFrom(7)
  const scribble = (x: number, y: number, length: number): string => {
    let d = `M${x} ${y}`
    for (let at = 0; at < length; at += 12) {
      const gap = random() < 0.16
      d += gap
        ? ` m14 0`
        : ` q${3 + random() * 3} ${-16 * random()} ${6} ${-2 + random() * 4} q3 ${8 * random()} 6 ${random() * 3 - 1}`
    }
    return path(d, 'none', 'stroke="#2c4a78" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round" opacity="0.9"')
  }
  return group(
    [
      rect(14, 20, 860, 640, '#2b1a0d', 'opacity="0.35" rx="14" filter="url(#shade)"'),
      rect(0, 0, 860, 640, '#7b2f2b', 'rx="14"'),
      rect(14, 12, 416, 616, '#fdf8ea', 'rx="6"'),
      rect(430, 12, 416, 616, '#fffbf0', 'rx="6"'),
      rect(398, 12, 64, 616, 'url(#fold)'),
      ...Array.from({ length: 14 }, (_, i) => line([36, 92 + i * 38], [404, 92 + i * 38], '#bcd0d6', 1.6)),
      ...Array.from({ length: 14 }, (_, i) => line([456, 92 + i * 38], [826, 92 + i * 38], '#bcd0d6', 1.6)),
      lettering('Кто? Что? Где?', 44, 82, 40, '#24303a', { font: 'serifItalic' }),
      ...Array.from({ length: 12 }, (_, i) => scribble(44, 124 + i * 38, i % 5 === 4 ? 150 : 300 + random() * 50)),
      lettering('6:00 — подъём', 470, 82, 40, '#24303a', { font: 'serifItalic' }),
      ...Array.from({ length: 7 }, (_, i) => scribble(470, 124 + i * 38, 290 + random() * 60)),
      // A drawing of a bus at the foot of the page.
      path('M490 470 H760 C784 470 790 486 792 510 L798 562 H490Z', '#e8b84a', 'stroke="#24303a" stroke-width="5"'),
      ...[506, 570, 634].map((x) => rect(x, 486, 50, 36, '#cfe3e8', 'stroke="#24303a" stroke-width="4"')),
      path('M702 486 H756 C770 488 772 500 774 522 H702Z', '#cfe3e8', 'stroke="#24303a" stroke-width="4"'),
      ...[548, 738].map((x) => group([circle(x, 564, 25, '#24303a'), circle(x, 564, 10, '#fdf8ea')])),
      line([470, 590], [826, 590], '#24303a', 4),
      path('M478 548 q-14 -10 -26 0 M474 530 q-16 -12 -30 2', 'none', 'stroke="#8a7f6d" stroke-width="4"'),
      rect(418, 0, 24, 700, '#c9a13b'),
      polygon(
        [
          [418, 700],
          [442, 700],
          [442, 730],
          [430, 716],
          [418, 730],
        ],
        '#c9a13b',
      ),
    ],
    'transform="translate(250 330) rotate(-7)"',
  )
}

const microphone = (): string =>
  group(
    [
      rect(18, 30, 96, 560, '#2b1a0d', 'opacity="0.35" rx="40" filter="url(#shade)"'),
      path('M22 190 L36 560 C38 590 74 590 76 560 L90 190Z', 'url(#steel)'),
      rect(14, 168, 84, 34, '#59636b', 'rx="12"'),
      rect(38, 300, 36, 62, '#20262b', 'rx="10"'),
      rect(48, 312, 16, 24, '#d9473a', 'rx="5"'),
      ellipse(56, 86, 82, 92, '#30383e'),
      ...Array.from({ length: 13 }, (_, i) =>
        path(
          `M${-20 + i * 2} ${24 + i * 11} Q56 ${8 + i * 11} ${132 - i * 2} ${24 + i * 11}`,
          'none',
          'stroke="#7f8b92" stroke-width="3" opacity="0.7"',
        ),
      ),
      ...Array.from({ length: 11 }, (_, i) =>
        path(
          `M${-14 + i * 14} ${20 + Math.abs(i - 5) * 6} Q${-8 + i * 13} 90 ${-8 + i * 13} ${150 - Math.abs(i - 5) * 5}`,
          'none',
          'stroke="#7f8b92" stroke-width="2.4" opacity="0.55"',
        ),
      ),
      ellipse(30, 52, 22, 34, '#ffffff', 'opacity="0.14"'),
      rect(-24, 130, 160, 44, '#2f6f73', 'rx="10"'),
      lettering('РЕПОРТЁР', 56, 163, 30, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
    ],
    'transform="translate(1370 300) rotate(24) scale(1.12)"',
  )

const tea = (): string =>
  group([
    ellipse(1500, 965, 218, 206, '#2b1a0d', 'opacity="0.35" filter="url(#shade)"'),
    circle(1480, 940, 205, '#f4ecdd'),
    circle(1480, 940, 182, '#e6dac4'),
    circle(1480, 940, 196, 'none', 'stroke="#2f6f73" stroke-width="7"'),
    path('M1596 880 C1690 850 1700 970 1604 966', 'none', 'stroke="#f9f3e6" stroke-width="30" stroke-linecap="round"'),
    circle(1480, 940, 130, '#faf5ea'),
    circle(1480, 940, 112, '#9c4f1f'),
    circle(1480, 940, 112, 'url(#brew)'),
    circle(1452, 964, 48, '#f2d35c'),
    circle(1452, 964, 39, '#f8e58f'),
    ...Array.from({ length: 8 }, (_, i) =>
      line([1452, 964], [1452 + Math.cos((i * Math.PI) / 4) * 38, 964 + Math.sin((i * Math.PI) / 4) * 38], '#fdf6d2', 4),
    ),
    path(
      'M1410 880 C1440 858 1500 856 1530 880',
      'none',
      'stroke="#ffffff" stroke-width="7" opacity="0.4" stroke-linecap="round"',
    ),
  ])

const photos = (): string =>
  group([
    ...(
      [
        [150, 120, -12, '#7fa3b5', '#5c6434'],
        [370, 80, 7, '#e6b36a', '#8d4a2c'],
      ] as const
    ).map(([x, y, turn, sky, land]) =>
      group(
        [
          rect(10, 12, 300, 220, '#2b1a0d', 'opacity="0.35" filter="url(#shade)"'),
          rect(0, 0, 300, 220, '#fdfaf2'),
          rect(14, 14, 272, 180, sky),
          circle(220, 66, 26, '#fff3cf'),
          path('M14 194 V140 C70 96 120 150 170 116 S250 120 286 100 V194Z', land),
          rect(96, 108, 74, 58, '#f3e7d3'),
          polygon(
            [
              [86, 110],
              [133, 74],
              [180, 110],
            ],
            '#a34a35',
          ),
          rect(124, 132, 20, 34, '#3b2a22'),
        ],
        `transform="translate(${x} ${y}) rotate(${turn})"`,
      ),
    ),
  ])

/** What a worker who writes has on the table: a notebook, a microphone, prints, tea with lemon. */
export const reporter = (): string =>
  sheet(
    [
      gradient('desk', ['#31565a', '#244448'], true),
      gradient('steel', ['#9aa5ab', '#4b555c'], true),
      `<linearGradient id="fold"><stop offset="0" stop-color="#c9bfa6" stop-opacity="0"/><stop offset="0.5" stop-color="#a3967a" stop-opacity="0.7"/><stop offset="1" stop-color="#c9bfa6" stop-opacity="0"/></linearGradient>`,
      glow('brew', '#e08a3a', 0.9),
      glow('lamp', '#fff0c9', 0.55),
      blur('shade', 12),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#desk)'),
      ...Array.from({ length: 7 }, (_, i) => rect(0, i * 180, 1800, 3, '#1b3437', 'opacity="0.5"')),
      ...Array.from({ length: 16 }, (_, i) =>
        path(
          `M${(i % 4) * 480 - 60} ${40 + Math.floor(i / 4) * 300 + (i % 3) * 46} q240 ${i % 2 ? 26 : -26} 480 0`,
          'none',
          'stroke="#1b3437" stroke-width="2.5" opacity="0.35"',
        ),
      ),
      circle(420, 260, 900, 'url(#lamp)'),
      photos(),
      notebook(),
      microphone(),
      path('M1180 860 C1120 1010 1250 1100 1180 1230', 'none', 'stroke="#16191c" stroke-width="13" opacity="0.85"'),
      tea(),
      // A pen across the page, headphones left out of the picture.
      group(
        [
          rect(8, 12, 380, 22, '#2b1a0d', 'opacity="0.35" filter="url(#shade)"'),
          rect(0, 0, 330, 24, '#8d2f36', 'rx="11"'),
          rect(0, 0, 130, 24, '#a9444c', 'rx="11"'),
          rect(30, -7, 110, 8, '#e0c27a', 'rx="4"'),
          polygon(
            [
              [328, 2],
              [378, 10],
              [378, 15],
              [328, 22],
            ],
            '#e0c27a',
          ),
          polygon(
            [
              [376, 10],
              [392, 13],
              [376, 15],
            ],
            '#24303a',
          ),
        ],
        'transform="translate(860 1010) rotate(-38)"',
      ),
    ],
  )
