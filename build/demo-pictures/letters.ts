import { blur, circle, ellipse, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

const envelope = (x: number, y: number, angle: number, colour: string, stamp: string, town: string): string =>
  group(
    [
      rect(10, 14, 620, 420, '#2b180a', 'opacity="0.4"'),
      rect(0, 0, 620, 420, colour),
      ...Array.from({ length: 21 }, (_, i) => rect(i * 30, 402, 15, 18, i % 2 ? '#b5403a' : '#24466b')),
      ...Array.from({ length: 21 }, (_, i) => rect(i * 30, 0, 15, 18, i % 2 ? '#b5403a' : '#24466b')),
      rect(478, 46, 104, 124, '#fdf8ea', 'stroke="#c9c0a8" stroke-width="4" stroke-dasharray="8 6"'),
      rect(488, 56, 84, 104, stamp),
      circle(530, 104, 28, '#ffffff', 'opacity="0.75"'),
      circle(470, 150, 62, 'none', 'stroke="#24303a" stroke-width="4" opacity="0.55"'),
      lettering(town, 470, 160, 30, '#24303a', { font: 'narrow', anchor: 0.5, more: 'opacity="0.6"' }),
      lettering('Редакция газеты', 60, 276, 40, '#2b4f8a', { font: 'serifItalic' }),
      line([58, 292], [430, 292], '#8a959c', 3),
      lettering('«Профсоюзная среда»', 60, 340, 40, '#2b4f8a', { font: 'serifItalic' }),
      line([58, 356], [500, 356], '#8a959c', 3),
    ],
    `transform="translate(${x} ${y}) rotate(${angle})"`,
  )

/** Letters on a desk, a pair of glasses and a pen over them. */
export const letters = (): string => {
  const random = randomFrom(4)
  return sheet(
    [gradient('desk', ['#2d5a4c', '#1f4238'], true), blur('soft', 12)],
    [
      rect(0, 0, 1800, 1200, 'url(#desk)'),
      ...Array.from({ length: 260 }, () => circle(random() * 1800, random() * 1200, 2, '#ffffff', 'opacity="0.05"')),
      envelope(90, 120, -9, '#f6edd6', '#3b8186', 'Кострома'),
      envelope(1120, 60, 8, '#efe3c4', '#b5403a', 'Тамбов'),
      envelope(180, 690, 7, '#e6ddc8', '#d99a3d', 'Елец'),
      envelope(1010, 660, -6, '#fbf5e6', '#5e5a86', 'Псков'),
      // An opened letter in the middle.
      group(
        [
          rect(12, 16, 560, 700, '#12261f', 'opacity="0.5"'),
          polygon(
            [
              [0, 0],
              [560, 0],
              [560, 640],
              [500, 700],
              [0, 700],
            ],
            '#fffdf6',
          ),
          polygon(
            [
              [560, 640],
              [500, 640],
              [500, 700],
            ],
            '#d9d2be',
          ),
          lettering('Дорогая редакция!', 60, 96, 52, '#2b4f8a', { font: 'serifItalic' }),
          ...Array.from({ length: 11 }, (_, i) =>
            path(
              `M60 ${160 + i * 44} ${Array.from({ length: i === 10 ? 6 : 13 - (i % 3) }, () => 'q8 -22 16 0 t16 0').join(' ')}`,
              'none',
              'stroke="#2b4f8a" stroke-width="4" opacity="0.85"',
            ),
          ),
        ],
        'transform="translate(600 230) rotate(-3)"',
      ),
      // Glasses.
      ellipse(820, 1000, 250, 24, '#12261f', 'opacity="0.5" filter="url(#soft)"'),
      ...[700, 900].map((x) =>
        group([
          circle(x, 930, 82, '#ffffff', 'opacity="0.28"'),
          circle(x, 930, 82, 'none', 'stroke="#3d2a1e" stroke-width="14"'),
        ]),
      ),
      path(
        'M780 918 C792 904 808 904 820 918 M620 912 C560 860 540 800 560 760 M980 912 C1040 860 1060 800 1040 760',
        'none',
        'stroke="#3d2a1e" stroke-width="13" stroke-linecap="round"',
      ),
      // A pen.
      group(
        [
          rect(0, 0, 380, 34, '#8d2f36', 'rx="16"'),
          rect(250, 0, 16, 34, '#d9a13b'),
          path('M380 4 L450 17 L380 30Z', '#b9c0c4'),
          rect(60, -6, 150, 8, '#d9a13b', 'rx="4"'),
        ],
        'transform="translate(1130 560) rotate(118)"',
      ),
    ],
  )
}
