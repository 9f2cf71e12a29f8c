import { circle, group, lettering, line, path, polygon, rect, sheet } from './draw.ts'

/** The poster of the educational marathon: a stopwatch whose dial is an open book. */
export const marathon = (): string =>
  sheet(
    [],
    [
      rect(0, 0, 1800, 1200, '#f4ead2'),
      polygon(
        [
          [0, 0],
          [980, 0],
          [560, 1200],
          [0, 1200],
        ],
        '#c03a30',
      ),
      polygon(
        [
          [980, 0],
          [1040, 0],
          [620, 1200],
          [560, 1200],
        ],
        '#24466b',
      ),
      // A running track.
      ...[0, 1, 2, 3].map((i) =>
        path(
          `M${1130 + i * 60} 1200 C${1260 + i * 60} 900 ${1560 + i * 40} 760 1860 ${620 + i * 90}`,
          'none',
          'stroke="#24466b" stroke-width="7" opacity="0.35"',
        ),
      ),
      lettering('Профсоюзный', 96, 170, 84, '#f4ead2', { font: 'narrowBold' }),
      lettering('ЭДЬЮТОН', 92, 318, 172, '#ffffff', { font: 'narrowBold' }),
      line([98, 368], [640, 368], '#ffd98a', 10),
      lettering('42', 84, 790, 430, '#ffd98a', { font: 'narrowBold' }),
      lettering('часа', 112, 920, 124, '#ffffff', { font: 'narrowBold' }),
      lettering('Шесть недель.', 112, 1030, 56, '#f4ead2', { font: 'narrow' }),
      lettering('Двадцать минут за вечер.', 112, 1096, 56, '#f4ead2', { font: 'narrow' }),
      // The stopwatch.
      circle(1236, 600, 408, '#24303a', 'opacity="0.18"'),
      rect(1158, 106, 124, 88, '#24466b', 'rx="14"'),
      rect(1132, 84, 176, 46, '#c03a30', 'rx="18"'),
      group([rect(-40, -30, 80, 60, '#24466b', 'rx="12"')], 'transform="translate(1508 292) rotate(42)"'),
      circle(1220, 584, 400, '#24466b'),
      circle(1220, 584, 350, '#fffdf6'),
      ...Array.from({ length: 60 }, (_, i) => {
        const angle = (i * Math.PI) / 30
        const from = i % 5 ? 322 : 296
        return line(
          [1220 + Math.sin(angle) * from, 584 - Math.cos(angle) * from],
          [1220 + Math.sin(angle) * 336, 584 - Math.cos(angle) * 336],
          i < 42 ? '#c03a30' : '#24303a',
          i % 5 ? 5 : 10,
        )
      }),
      // The book.
      path(
        'M1220 470 C1150 420 1050 420 980 446 V742 C1050 716 1150 716 1220 766Z',
        '#f4ead2',
        'stroke="#24303a" stroke-width="8"',
      ),
      path(
        'M1220 470 C1290 420 1390 420 1460 446 V742 C1390 716 1290 716 1220 766Z',
        '#fbf5e6',
        'stroke="#24303a" stroke-width="8"',
      ),
      ...[0, 1, 2, 3, 4].map((i) =>
        group([
          path(
            `M1012 ${500 + i * 46} C1070 ${484 + i * 46} 1140 ${490 + i * 46} 1190 ${516 + i * 46}`,
            'none',
            'stroke="#8a959c" stroke-width="7"',
          ),
          path(
            `M1250 ${516 + i * 46} C1300 ${490 + i * 46} 1370 ${484 + i * 46} 1428 ${500 + i * 46}`,
            'none',
            'stroke="#8a959c" stroke-width="7"',
          ),
        ]),
      ),
      line([1220, 584], [1010, 470], '#c03a30', 14),
      circle(1220, 584, 26, '#c03a30'),
      // Running shoes under the watch.
      ...[0, 1].map((i) =>
        group(
          [
            path(
              'M0 90 C-6 40 20 0 60 10 C90 40 150 60 220 74 C250 84 254 110 240 118 H10 C2 112 0 100 0 90Z',
              i ? '#c03a30' : '#d99a3d',
            ),
            rect(0, 112, 248, 22, '#fffdf6', 'rx="10"'),
            ...[0, 1, 2].map((k) => line([78 + k * 34, 36 + k * 10], [70 + k * 34, 66 + k * 8], '#fffdf6', 7)),
          ],
          `transform="translate(${1420 + i * 110} ${940 + i * 96}) rotate(-9)"`,
        ),
      ),
    ],
  )
