import { blur, circle, ellipse, glow, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

/** A half-round hall before the opening: rows of seats, a stage with a map full of lights. */
export const hall = (): string => {
  const random = randomFrom(2026)
  const towns = Array.from({ length: 64 }, () => {
    const u = random()
    const v = random()
    return [530 + u * 740, 335 + v * 130 + Math.sin(u * 5) * 12] as const
  })
  const rows = Array.from({ length: 6 }, (_, row) => {
    const y = 735 + row * 74 + row * row * 3
    const s = 0.62 + row * 0.16
    const count = 15
    return group(
      Array.from({ length: count }, (_, i) => {
        const off = i - (count - 1) / 2
        const x = 900 + off * 122 * s * 1.12
        const lift = Math.abs(off) * Math.abs(off) * 1.7 * s
        return group([
          rect(x - 44 * s, y - lift, 88 * s, 100 * s, row % 2 ? '#7c2830' : '#8d2f36', `rx="${20 * s}"`),
          rect(x - 34 * s, y - lift + 10 * s, 68 * s, 20 * s, '#b5535a', `rx="${10 * s}" opacity="0.55"`),
          rect(x - 52 * s, y - lift + 48 * s, 12 * s, 44 * s, '#4a2f22', `rx="${5 * s}"`),
          random() > 0.93
            ? rect(
                x - 26 * s,
                y - lift + 34 * s,
                52 * s,
                36 * s,
                '#fdfaf2',
                `rx="${3 * s}" transform="rotate(${-8 + random() * 16} ${x} ${y})"`,
              )
            : '',
        ])
      }),
    )
  })
  return sheet(
    [
      gradient('dark', ['#1b2233', '#2c2a3c', '#3a2a2c']),
      gradient('screen', ['#173a5a', '#22577a']),
      gradient('stage', ['#a9713c', '#6d4422']),
      glow('light', '#fff0c4', 0.8),
      glow('town', '#ffd98a', 0.95),
      blur('soft', 24),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#dark)'),
      // Ribs of the vault, and lamps on them.
      ...Array.from({ length: 7 }, (_, i) =>
        path(
          `M${-100 - i * 30} ${430 - i * 62} C400 ${120 - i * 70} 1400 ${120 - i * 70} ${1900 + i * 30} ${430 - i * 62}`,
          'none',
          'stroke="#4b4a63" stroke-width="10" opacity="0.8"',
        ),
      ),
      ...Array.from({ length: 11 }, (_, i) => {
        const x = 150 + i * 150
        const y = 96 - Math.sin((i / 10) * Math.PI) * 56
        return group([circle(x, y, 90, 'url(#light)', 'opacity="0.55"'), circle(x, y, 9, '#fff6d8')])
      }),
      rect(430, 176, 940, 380, '#0f1a26', 'rx="8"'),
      rect(446, 192, 908, 348, 'url(#screen)'),
      path(
        'M500 400 C520 300 600 280 660 310 C720 260 800 300 860 280 C940 240 1040 250 1110 270 C1190 250 1270 280 1300 330 C1270 360 1290 410 1240 430 C1180 410 1150 470 1080 450 C1000 480 920 440 860 460 C780 450 740 480 690 450 C620 470 540 460 500 400Z',
        '#2f7a8f',
        'stroke="#8fc7d1" stroke-width="4" transform="translate(0 36)"',
      ),
      ...towns.flatMap(([x, y]) => [circle(x, y, 20, 'url(#town)', 'opacity="0.7"'), circle(x, y, 4.5, '#fff3cf')]),
      lettering('Точка сбора. Россия', 900, 254, 50, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
      group(
        [
          polygon(
            [
              [446, 192],
              [1354, 192],
              [1620, 760],
              [180, 760],
            ],
            '#8fc7d1',
            'opacity="0.13"',
          ),
        ],
        'filter="url(#soft)"',
      ),
      // The stage, a lectern, two chairs.
      path('M250 640 H1550 L1640 724 H160Z', 'url(#stage)'),
      path('M160 724 H1640 V760 H160Z', '#4a2f1a'),
      polygon(
        [
          [1180, 560],
          [1300, 560],
          [1286, 680],
          [1194, 680],
        ],
        '#d9a163',
      ),
      rect(1168, 546, 144, 18, '#e8b878'),
      line([1240, 546], [1232, 506], '#14191d', 5),
      circle(1231, 502, 9, '#14191d'),
      ...[560, 700].map((x) =>
        group([
          rect(x, 590, 74, 64, '#2f6f73', 'rx="12"'),
          rect(x - 6, 640, 86, 20, '#3b8186', 'rx="8"'),
          line([x + 8, 660], [x, 690], '#14191d', 6),
          line([x + 68, 660], [x + 76, 690], '#14191d', 6),
        ]),
      ),
      rect(646, 630, 44, 10, '#d9a163'),
      line([668, 640], [668, 690], '#14191d', 6),
      ellipse(900, 1180, 1000, 120, '#150f12', 'opacity="0.6" filter="url(#soft)"'),
      ...rows,
      // A camera on a tripod in the aisle.
      group(
        [
          line([0, 0], [-70, 300], '#0f1316', 12),
          line([0, 0], [70, 300], '#0f1316', 12),
          line([0, 0], [6, 300], '#0f1316', 12),
          rect(-70, -90, 140, 92, '#14191d', 'rx="12"'),
          circle(-92, -44, 34, '#22282c'),
          circle(-92, -44, 20, '#3b6f9c'),
          rect(40, -112, 46, 30, '#14191d', 'rx="6"'),
          circle(52, -70, 7, '#d9473a'),
        ],
        'transform="translate(1420 900)"',
      ),
    ],
  )
}
