import { blur, circle, ellipse, gradient, group, lettering, line, path, rect, sheet } from './draw.ts'

const row = (y: number, label: string, value: string): string =>
  group([
    lettering(label, 52, y, 25, '#5b6670', { font: 'sans' }),
    rect(48, y + 12, 400, 64, '#ffffff', 'rx="10" stroke="#b7c3c8" stroke-width="3"'),
    lettering(value, 68, y + 55, 32, '#24303a', { font: 'sans' }),
  ])

/** The telephone's screen: a form of three lines and one large button. */
const screen = (): string =>
  group([
    rect(0, 0, 496, 900, '#f6f3ea', 'rx="34"'),
    rect(0, 0, 496, 128, '#2f6f73', 'rx="34"'),
    rect(0, 80, 496, 70, '#2f6f73'),
    lettering('Вступить', 48, 76, 46, '#ffffff', { font: 'narrowBold' }),
    lettering('в Профсоюз!', 48, 126, 46, '#ffd98a', { font: 'narrowBold' }),
    row(206, 'Имя и фамилия', 'Дарья Колпакова'),
    row(322, 'Место работы', 'Школа № 214'),
    row(438, 'Должность', 'Учитель'),
    rect(48, 548, 42, 42, '#2f6f73', 'rx="8"'),
    path('M58 570 L67 580 L82 558', 'none', 'stroke="#fff" stroke-width="6" stroke-linecap="round"'),
    lettering('Согласна на обработку', 108, 568, 25, '#24303a', { font: 'sans' }),
    lettering('моих данных', 108, 596, 25, '#24303a', { font: 'sans' }),
    path(
      'M60 690 C110 640 140 720 180 672 S250 640 270 690 S360 660 430 676',
      'none',
      'stroke="#2b4f8a" stroke-width="6" stroke-linecap="round"',
    ),
    line([48, 716], [448, 716], '#b7c3c8', 3),
    rect(48, 750, 400, 92, '#d9473a', 'rx="16"'),
    lettering('Отправить', 248, 812, 44, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
  ])

/** A hand with a telephone over a teacher's desk between two lessons. */
export const service = (): string =>
  sheet(
    [
      gradient('desk', ['#d3a06a', '#a9733f'], true),
      gradient('body', ['#2a3238', '#14191d'], true),
      gradient('skin', ['#e8bd98', '#cf9a72'], true),
      blur('soft', 22),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#desk)'),
      ...Array.from({ length: 10 }, (_, i) =>
        path(
          `M0 ${60 + i * 128} C500 ${20 + i * 128} 1200 ${100 + i * 128} 1800 ${40 + i * 128}`,
          'none',
          'stroke="#7d4d26" stroke-width="3" opacity="0.3"',
        ),
      ),
      // Exercise books with a red pencil.
      group(
        [
          rect(14, 14, 520, 680, '#5b3618', 'opacity="0.35"'),
          rect(0, 0, 520, 680, '#6d9a63', 'rx="6"'),
          rect(110, 110, 300, 150, '#fdf8ea', 'rx="6"'),
          lettering('Математика', 260, 176, 46, '#24303a', { font: 'serifBold', anchor: 0.5 }),
          lettering('4 «А»', 260, 232, 42, '#24303a', { font: 'serif', anchor: 0.5 }),
        ],
        'transform="translate(110 250) rotate(-13)"',
      ),
      group(
        [
          rect(14, 14, 520, 680, '#5b3618', 'opacity="0.35"'),
          rect(0, 0, 520, 680, '#fdfaf2', 'rx="4"'),
          ...Array.from({ length: 16 }, (_, i) => line([20, 60 + i * 38], [500, 60 + i * 38], '#b9d0d8', 2)),
          line([440, 10], [440, 670], '#d9473a', 3, 'opacity="0.6"'),
          ...Array.from({ length: 9 }, (_, i) =>
            path(
              `M40 ${92 + i * 38} q14 -22 28 0 t28 0 t28 0 t28 0 t28 0 t28 0 t28 0`,
              'none',
              'stroke="#2b4f8a" stroke-width="4" opacity="0.8"',
            ),
          ),
          path('M300 560 l24 34 l56 -84', 'none', 'stroke="#d9473a" stroke-width="12" stroke-linecap="round"'),
        ],
        'transform="translate(180 420) rotate(6)"',
      ),
      group(
        [
          rect(0, 0, 420, 30, '#c03a30', 'rx="4"'),
          rect(0, 10, 420, 10, '#9c2a22'),
          path('M420 0 L486 15 L420 30Z', '#ecd0a0'),
          path('M464 10 L486 15 L464 20Z', '#c03a30'),
        ],
        'transform="translate(520 1010) rotate(-24)"',
      ),
      // A bell and an apple at the far edge.
      ellipse(1560, 250, 150, 26, '#5b3618', 'opacity="0.4"'),
      circle(1560, 150, 104, '#b5403a'),
      circle(1528, 116, 26, '#e58a7a', 'opacity="0.7"'),
      path('M1560 60 C1556 20 1580 6 1600 2', 'none', 'stroke="#4a2f1c" stroke-width="10" stroke-linecap="round"'),
      path('M1584 34 C1630 0 1680 16 1690 40 C1650 62 1610 60 1584 34Z', '#6d8a4f'),
      // The hand behind the telephone.
      path(
        'M1120 1240 C1080 1090 980 1010 962 880 C956 820 990 800 1016 850 L1080 980 H1560 C1610 1060 1640 1150 1650 1240Z',
        'url(#skin)',
      ),
      path('M1560 1240 C1630 1120 1660 960 1640 700 C1630 640 1590 640 1582 700 L1560 900Z', 'url(#skin)'),
      rect(1040, 1140, 700, 80, '#8d2f36'),
      group(
        [
          rect(22, 26, 540, 980, '#3b2010', 'rx="60" opacity="0.45" filter="url(#soft)"'),
          rect(0, 0, 540, 980, 'url(#body)', 'rx="56"'),
          `<g transform="translate(22 40)">${screen()}</g>`,
          rect(200, 16, 140, 14, '#3b444b', 'rx="7"'),
        ],
        'transform="translate(1050 120) rotate(4 270 490)"',
      ),
      // Fingers in front of it.
      ...[0, 1, 2].map((i) =>
        group(
          [rect(0, 0, 130, 66, 'url(#skin)', 'rx="33"'), rect(8, 14, 40, 38, '#f3d3b6', 'rx="16"')],
          `transform="translate(${1540 - i * 4} ${560 + i * 92}) rotate(${6 + i * 3})"`,
        ),
      ),
      path('M968 880 C1010 830 1090 800 1150 812 C1176 824 1172 868 1140 876 C1090 884 1060 920 1040 980Z', 'url(#skin)'),
      rect(1096, 822, 54, 40, '#f3d3b6', 'rx="18"'),
    ],
  )
