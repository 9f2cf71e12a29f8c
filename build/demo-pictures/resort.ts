import { blur, circle, ellipse, gradient, group, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

const pine = (x: number, y: number, s: number): string =>
  group([
    path(`M${x - 13 * s} ${y} L${x - 7 * s} ${y - 420 * s} H${x + 7 * s} L${x + 13 * s} ${y}Z`, '#8a5136'),
    ...(
      [
        [0, -440, 130, 64],
        [-74, -372, 96, 48],
        [78, -356, 100, 50],
        [-10, -312, 110, 46],
        [60, -520, 76, 44],
        [-56, -500, 84, 44],
      ] as const
    ).flatMap(([dx, dy, rx, ry]) => [
      ellipse(x + dx * s, y + dy * s, rx * s, ry * s, '#2d5a4c'),
      ellipse(x + dx * s, y + (dy - 20) * s, rx * 0.82 * s, ry * 0.5 * s, '#eef4f8', 'opacity="0.92"'),
    ]),
  ])

/** A health resort with columns among snowy pines, mountains behind it. */
export const resort = (): string => {
  const random = randomFrom(31)
  return sheet(
    [
      gradient('sky', ['#7fb2d6', '#bcd8e6', '#f6e3c8']),
      gradient('peak', ['#ffffff', '#a9bfda']),
      gradient('snow', ['#f6f9fc', '#cbd9ea']),
      gradient('wall', ['#fdf3dc', '#ecd8ae']),
      blur('soft', 10),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#sky)'),
      circle(1440, 210, 78, '#fff3cf'),
      circle(1440, 210, 150, '#fff3cf', 'opacity="0.3"'),
      polygon(
        [
          [-60, 720],
          [280, 270],
          [460, 470],
          [700, 190],
          [960, 520],
          [1150, 330],
          [1500, 720],
        ],
        '#8aa3c4',
      ),
      ...(
        [
          [280, 270, 150],
          [700, 190, 190],
          [1150, 330, 120],
        ] as const
      ).map(([x, y, h]) =>
        polygon(
          [
            [x, y],
            [x + h * 0.8, y + h],
            [x + h * 0.36, y + h * 0.82],
            [x + h * 0.1, y + h * 1.1],
            [x - h * 0.25, y + h * 0.8],
            [x - h * 0.76, y + h],
          ],
          'url(#peak)',
        ),
      ),
      path('M0 700 C400 600 800 660 1200 610 S1700 640 1800 600 V1200 H0Z', '#5f7f8f'),
      ...Array.from({ length: 46 }, (_, i) =>
        polygon(
          [
            [i * 42 - 26, 720],
            [i * 42 + 26, 720],
            [i * 42, 590 + random() * 40],
          ],
          i % 2 ? '#3f6a68' : '#4b7674',
        ),
      ),
      path('M0 740 C500 690 1200 690 1800 740 V1200 H0Z', 'url(#snow)'),
      // The house.
      rect(470, 480, 860, 350, 'url(#wall)'),
      rect(470, 470, 860, 24, '#d9bd86'),
      polygon(
        [
          [440, 474],
          [1360, 474],
          [1300, 400],
          [500, 400],
        ],
        '#f4f8fb',
      ),
      polygon(
        [
          [700, 420],
          [1100, 420],
          [900, 300],
        ],
        '#f1dfb8',
      ),
      path('M680 424 L900 290 L1120 424', 'none', 'stroke="#f8fbfd" stroke-width="26"'),
      circle(900, 382, 30, '#5f93ad'),
      rect(690, 424, 420, 26, '#e3cb97'),
      ...[716, 808, 900, 992, 1084].map((x) =>
        group([
          rect(x - 17, 450, 34, 356, '#fffaf0'),
          rect(x + 6, 450, 11, 356, '#dcc89c'),
          rect(x - 26, 450, 52, 18, '#f4e6c6'),
          rect(x - 28, 798, 56, 22, '#f4e6c6'),
        ]),
      ),
      rect(846, 640, 108, 180, '#7b4a2c'),
      line([900, 640], [900, 820], '#5b341c', 5),
      ...[510, 600, 1150, 1240].flatMap((x) =>
        [530, 680].map((y) =>
          group([
            rect(x - 6, y - 6, 62, 102, '#fffaf0'),
            rect(x, y, 50, 90, y > 600 && x < 700 ? '#ffd98a' : '#7fa9bf'),
            line([x + 25, y], [x + 25, y + 90], '#fffaf0', 5),
            line([x, y + 34], [x + 50, y + 34], '#fffaf0', 5),
            rect(x - 10, y + 92, 70, 10, '#f8fbfd'),
          ]),
        ),
      ),
      ...[0, 1, 2].map((i) =>
        rect(640 - i * 20, 818 + i * 16, 520 + i * 40, 18, ['#efe4cc', '#e2d4b4', '#d3c39e'][i] ?? '#efe4cc'),
      ),
      // The alley, a bench, skis in the snow, two people.
      path('M840 866 C800 980 640 1080 520 1200 H1100 C1060 1080 980 980 960 866Z', '#dfe7f1'),
      path('M840 866 C800 980 640 1080 520 1200', 'none', 'stroke="#a9bfda" stroke-width="6" opacity="0.7"'),
      path('M960 866 C980 980 1060 1080 1100 1200', 'none', 'stroke="#a9bfda" stroke-width="6" opacity="0.7"'),
      pine(180, 1010, 1.35),
      pine(1640, 1000, 1.3),
      pine(390, 860, 0.74),
      pine(1420, 850, 0.8),
      pine(60, 860, 0.8),
      group(
        [
          rect(0, 0, 210, 16, '#8f5a36'),
          rect(0, -46, 210, 14, '#8f5a36'),
          rect(0, -22, 210, 12, '#8f5a36'),
          rect(14, 14, 14, 56, '#3b444b'),
          rect(182, 14, 14, 56, '#3b444b'),
          rect(-4, -54, 218, 12, '#fff', 'rx="6"'),
        ],
        'transform="translate(1180 1010)"',
      ),
      ...[0, 1].map((i) =>
        group(
          [
            path(
              'M0 260 V20 C0 0 14 -10 22 -14',
              'none',
              `stroke="${i ? '#b5403a' : '#3b6f9c'}" stroke-width="16" stroke-linecap="round"`,
            ),
          ],
          `transform="translate(${1440 + i * 46} 860) rotate(${i ? 6 : -4})"`,
        ),
      ),
      ...(
        [
          [720, 1080, '#b5403a', '#24466b'],
          [812, 1090, '#3b8186', '#8d2f36'],
        ] as const
      ).map(([x, y, coat, hat]) =>
        group([
          ellipse(x, y + 8, 52, 9, '#8ea3c6', 'opacity="0.6"'),
          rect(x - 22, y - 44, 18, 48, '#24303a'),
          rect(x + 4, y - 44, 18, 48, '#24303a'),
          path(
            `M${x - 38} ${y - 30} C${x - 40} ${y - 130} ${x - 22} ${y - 150} ${x} ${y - 150} C${x + 22} ${y - 150} ${x + 40} ${y - 130} ${x + 38} ${y - 30}Z`,
            coat,
          ),
          circle(x, y - 174, 25, '#e6ba94'),
          path(`M${x - 28} ${y - 176} C${x - 28} ${y - 216} ${x + 28} ${y - 216} ${x + 28} ${y - 176}Z`, hat),
          circle(x, y - 210, 9, '#fff'),
        ]),
      ),
      ...Array.from({ length: 60 }, () =>
        circle(random() * 1800, random() * 1100, 1.6 + random() * 3, '#fff', `opacity="${(0.4 + random() * 0.5).toFixed(2)}"`),
      ),
    ],
  )
}
