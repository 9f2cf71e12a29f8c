import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, rect, sheet } from './draw.ts'

const hours = [
  ['Пн–Пт', 'до 20:00'],
  ['Суббота', 'утром, не раньше 10:00'],
  ['Воскресенье', 'отдыхаем все'],
] as const

/** A notice on the door of a mathematics classroom: when the teacher answers. */
export const notice = (): string =>
  sheet(
    [
      gradient('wall', ['#d7e0cf', '#bccab4']),
      gradient('door', ['#a8693a', '#8a5129']),
      gradient('panel', ['#965c30', '#b0713f']),
      gradient('paper', ['#fffdf5', '#f6efdd']),
      glow('light', '#fff3cc', 0.8),
      blur('shade', 12),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      rect(0, 820, 1800, 380, '#7f9a86'),
      rect(0, 812, 1800, 14, '#5f7a67'),
      // The door in its frame.
      rect(250, 0, 1040, 1200, '#f2ead8'),
      rect(300, 0, 940, 1200, 'url(#door)'),
      ...Array.from({ length: 11 }, (_, i) =>
        path(
          `M${330 + i * 84} 0 C${350 + i * 84} 400 ${310 + i * 84} 800 ${334 + i * 84} 1200`,
          'none',
          'stroke="#6f3f1e" stroke-width="3" opacity="0.3"',
        ),
      ),
      rect(360, -20, 820, 150, 'url(#panel)', 'stroke="#6f3f1e" stroke-width="6"'),
      rect(360, 1030, 820, 200, 'url(#panel)', 'stroke="#6f3f1e" stroke-width="6"'),
      rect(1186, 640, 38, 170, '#c9b27a', 'rx="14"'),
      path('M1205 690 H1120 C1100 690 1100 716 1120 716 H1205Z', '#e3cf9a'),
      circle(1205, 770, 9, '#5a4632'),
      // The plate with a number.
      rect(1360, 250, 330, 190, '#2b4a46', 'rx="14" opacity="0.3" transform="translate(9 11)" filter="url(#shade)"'),
      rect(1360, 250, 330, 190, '#2f6f73', 'rx="14"'),
      rect(1374, 264, 302, 162, 'none', 'rx="9" stroke="#dfeee9" stroke-width="4"'),
      lettering('14', 1525, 362, 100, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
      lettering('МАТЕМАТИКА', 1525, 408, 34, '#dfeee9', { font: 'narrowBold', anchor: 0.5 }),
      // The notice.
      group(
        [
          rect(14, 18, 680, 790, '#3b2010', 'opacity="0.45" filter="url(#shade)"'),
          polygon(
            [
              [0, 0],
              [680, 0],
              [680, 720],
              [612, 790],
              [0, 790],
            ],
            'url(#paper)',
          ),
          polygon(
            [
              [680, 720],
              [612, 790],
              [604, 712],
            ],
            '#d9cdb2',
          ),
          lettering('Часы связи', 340, 138, 104, '#24303a', { font: 'narrowBold', anchor: 0.5 }),
          lettering('Отвечаю на вопросы об уроках', 340, 198, 38, '#5b6670', { font: 'sans', anchor: 0.5 }),
          line([56, 232], [624, 232], '#b5533c', 6),
          ...hours.flatMap(([day, time], i) => [
            lettering(day, 58, 316 + i * 84, 48, '#24303a', { font: 'sansBold' }),
            lettering(time, 624, 316 + i * 84, 42, i === 2 ? '#b5533c' : '#2f6f73', { font: 'narrowBold', anchor: 1 }),
            line([58, 342 + i * 84], [624, 342 + i * 84], '#c8bfa8', 2.5, 'stroke-dasharray="3 10"'),
          ]),
          lettering('Беда — звоните в любое время', 340, 584, 42, '#24303a', { font: 'serifBoldItalic', anchor: 0.5 }),
          lettering('18 + 22 = 40. Откуда? Спроси на перемене!', 58, 664, 29, '#2c4a78', {
            font: 'serifItalic',
            more: 'transform="rotate(-2 58 664)"',
          }),
          // A smiling clock drawn by a pupil.
          circle(520, 736, 34, '#ffffff', 'stroke="#d9473a" stroke-width="6"'),
          line([520, 736], [520, 714], '#d9473a', 5),
          line([520, 736], [504, 746], '#d9473a', 5),
          path(
            'M66 716 q24 -22 48 0 t48 0 t48 0 t48 0 t48 0 t48 0',
            'none',
            'stroke="#6d8a4f" stroke-width="6" stroke-linecap="round"',
          ),
          ...(
            [
              [40, 34, '#d9473a'],
              [640, 34, '#2f6f73'],
              [40, 752, '#d99a3d'],
            ] as const
          ).map(([x, y, colour]) =>
            group([
              ellipse(x + 5, y + 8, 16, 12, '#3b2010', 'opacity="0.4"'),
              circle(x, y, 16, colour),
              circle(x - 5, y - 5, 5, '#ffffff', 'opacity="0.6"'),
            ]),
          ),
        ],
        'transform="translate(430 180) rotate(-1.6)"',
      ),
      // A hook with a coat and a scarf.
      rect(1400, 560, 260, 26, '#8a5129', 'rx="8"'),
      ...[1450, 1530, 1610].map((x) =>
        path(`M${x} 580 v30 q0 18 18 18`, 'none', 'stroke="#3b444b" stroke-width="9" stroke-linecap="round"'),
      ),
      path('M1530 606 C1470 640 1440 720 1430 1040 C1470 1060 1600 1060 1640 1040 C1632 720 1600 640 1548 606Z', '#35566b'),
      path('M1538 620 V1050', 'none', 'stroke="#24404f" stroke-width="6"'),
      path('M1500 622 C1480 700 1520 760 1494 880 L1530 884 C1556 760 1520 700 1530 624Z', '#d9a13b'),
      ...[0, 1, 2, 3].map((i) => line([1498 + i * 9, 882], [1494 + i * 10, 912], '#d9a13b', 4)),
      circle(640, 420, 760, 'url(#light)', 'opacity="0.35"'),
    ],
  )
