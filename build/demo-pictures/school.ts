import { blur, circle, ellipse, glow, gradient, group, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

const leafColours = ['#d9822b', '#c4521d', '#e8a93a', '#a93b1c', '#efc25a', '#8c4a1e']

const tree = (x: number, ground: number, size: number, seed: number): string => {
  const random = randomFrom(seed)
  const top = ground - size
  const trunk = path(
    `M${x - size * 0.035} ${ground} C${x - size * 0.02} ${ground - size * 0.3} ${x - size * 0.05} ${top + size * 0.5} ${x - size * 0.015} ${top + size * 0.3} L${x + size * 0.02} ${top + size * 0.3} C${x + size * 0.04} ${top + size * 0.55} ${x + size * 0.02} ${ground - size * 0.3} ${x + size * 0.05} ${ground} Z`,
    '#4a3226',
  )
  const branches = [-0.9, -0.4, 0.3, 0.8].map((lean) =>
    line([x, ground - size * 0.42], [x + lean * size * 0.26, top + size * 0.34 - Math.abs(lean) * 20], '#4a3226', size * 0.016),
  )
  const crown = Array.from({ length: 260 }, () => {
    const angle = random() * Math.PI * 2
    const reach = Math.sqrt(random())
    const cx = x + Math.cos(angle) * reach * size * 0.34
    const cy = top + size * 0.36 + Math.sin(angle) * reach * size * 0.34
    const low = (cy - top) / (size * 0.7)
    const colour = leafColours[Math.floor(random() * leafColours.length * (low > 0.5 ? 1 : 0.8))] ?? '#d9822b'
    return circle(cx, cy, size * (0.018 + random() * 0.032), colour, `opacity="${(0.55 + random() * 0.45).toFixed(2)}"`)
  })
  return group([ellipse(x, ground, size * 0.3, size * 0.03, '#3c2f22', 'opacity="0.28"'), trunk, ...branches, ...crown])
}

const schoolWindow = (x: number, y: number, lit: boolean): string =>
  group([
    rect(x - 7, y - 7, 84, 124, '#efe2cd'),
    rect(x, y, 70, 110, lit ? 'url(#lamp)' : 'url(#glass)'),
    polygon(
      [
        [x, y + 70],
        [x + 44, y],
        [x + 62, y],
        [x, y + 100],
      ],
      '#ffffff',
      `opacity="${lit ? 0.12 : 0.22}"`,
    ),
    rect(x + 32, y, 6, 110, '#efe2cd'),
    rect(x, y + 36, 70, 5, '#efe2cd'),
    rect(x - 11, y + 115, 92, 9, '#d8c7ab'),
  ])

/** A school at the edge of a small town in autumn, early on a Saturday. */
export const school = (): string => {
  const random = randomFrom(47)
  const ground = 905
  const lit = new Set([3, 4, 13, 20])
  const windows = [0, 1].flatMap((floor) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((column) => {
      const x = 322 + column * 108
      if (column === 5 && floor === 1) return []
      return schoolWindow(x, 500 + floor * 190, lit.has(floor * 11 + column))
    }),
  )
  const bricks = Array.from({ length: 420 }, () =>
    rect(
      295 + Math.floor(random() * 60) * 20.2,
      470 + Math.floor(random() * 43) * 10,
      17,
      7,
      random() > 0.5 ? '#8f3f2c' : '#c96a50',
      'opacity="0.3"',
    ),
  )
  const clouds = [
    [260, 210, 1.1],
    [820, 130, 0.8],
    [1430, 250, 1.25],
  ] as const
  const leaves = Array.from({ length: 330 }, () => {
    const y = ground + 20 + random() ** 0.7 * 270
    const near = (y - ground) / 290
    const x = random() * 1800
    const colour = leafColours[Math.floor(random() * leafColours.length)] ?? '#d9822b'
    return ellipse(
      x,
      y,
      4 + near * 11,
      2 + near * 5,
      colour,
      `transform="rotate(${(random() * 80 - 40).toFixed(0)} ${x.toFixed(0)} ${y.toFixed(0)})"`,
    )
  })
  const fence = Array.from({ length: 46 }, (_, i) => {
    const x = i * 40 + 6
    return x > 800 && x < 1000 ? '' : rect(x, 872, 9, 78, '#34413f')
  })
  return sheet(
    [
      gradient('sky', ['#6f97a8', '#b9cdc9', '#f3dfb8', '#f6cf97']),
      gradient('wall', ['#b9573f', '#a34a35']),
      gradient('glass', ['#54707c', '#9fb7b5'], true),
      gradient('lamp', ['#ffe7a3', '#f5b950']),
      gradient('grass', ['#8b8a45', '#5c6434']),
      gradient('walk', ['#cfc0a4', '#9a8f7c']),
      glow('sun', '#fff1c4', 0.95),
      blur('soft', 14),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#sky)'),
      circle(1490, 640, 520, 'url(#sun)'),
      ...clouds.map(([x, y, s]) =>
        group(
          [
            ellipse(x, y, 190 * s, 34 * s, '#fffaf0'),
            ellipse(x - 60 * s, y - 26 * s, 90 * s, 40 * s, '#fffaf0'),
            ellipse(x + 50 * s, y - 34 * s, 110 * s, 48 * s, '#fffaf0'),
          ],
          'opacity="0.75" filter="url(#soft)"',
        ),
      ),
      path('M0 760 C200 690 330 720 520 690 S900 640 1120 690 S1500 640 1800 700 V960 H0Z', '#7f8f84', 'opacity="0.75"'),
      path('M0 800 C260 740 460 790 700 750 S1180 770 1400 730 S1700 760 1800 745 V960 H0Z', '#69764f'),
      // The building.
      rect(1360, 380, 60, 90, '#8f3f2c'),
      polygon(
        [
          [262, 470],
          [330, 400],
          [1480, 400],
          [1548, 470],
        ],
        '#59605c',
      ),
      polygon(
        [
          [330, 400],
          [1480, 400],
          [1468, 388],
          [342, 388],
        ],
        '#737b76',
      ),
      rect(290, 470, 1230, 440, 'url(#wall)'),
      ...bricks,
      rect(290, 462, 1230, 14, '#efe2cd'),
      rect(290, 650, 1230, 10, '#d8c7ab'),
      rect(290, 872, 1230, 38, '#7c6f63'),
      ...windows,
      // The porch.
      polygon(
        [
          [800, 660],
          [905, 600],
          [1010, 660],
        ],
        '#efe2cd',
      ),
      polygon(
        [
          [832, 654],
          [905, 613],
          [978, 654],
        ],
        '#a34a35',
      ),
      rect(806, 658, 198, 14, '#fff5e3'),
      rect(846, 690, 118, 215, '#3b2a22'),
      rect(852, 698, 50, 207, '#6b4430'),
      rect(908, 698, 50, 207, '#6b4430'),
      rect(862, 712, 30, 70, 'url(#lamp)'),
      rect(918, 712, 30, 70, 'url(#lamp)'),
      ...[818, 974].map((x) => rect(x, 672, 20, 236, '#f3e7d3')),
      ...[0, 1, 2].map((step) => rect(800 - step * 22, 896 + step * 13, 210 + step * 44, 13, step % 2 ? '#cbbca2' : '#e0d3bb')),
      // A flag and the yard.
      line([742, 905], [742, 560], '#c9c4b8', 7),
      path('M746 565 C790 550 800 590 850 572 V624 C800 640 790 602 746 618Z', '#2f6f73'),
      rect(0, ground, 1800, 300, 'url(#grass)'),
      polygon(
        [
          [806, 932],
          [1004, 932],
          [1330, 1200],
          [420, 1200],
        ],
        'url(#walk)',
      ),
      ...Array.from({ length: 9 }, (_, i) =>
        line([806 - i * i * 4.8, 932 + i * i * 3.4], [1004 + i * i * 4.2, 932 + i * i * 3.4], '#8a7f6d', 1.5, 'opacity="0.6"'),
      ),
      ellipse(760, 1110, 210, 36, '#8fa6ab'),
      ellipse(760, 1110, 210, 36, 'url(#glass)', 'opacity="0.45"'),
      ellipse(820, 1102, 90, 10, '#f3dfb8', 'opacity="0.6"'),
      ...fence,
      rect(0, 884, 806, 7, '#34413f'),
      rect(1000, 884, 800, 7, '#34413f'),
      ...leaves,
      tree(150, 985, 720, 5),
      tree(1650, 1000, 800, 11),
      tree(1210, 925, 330, 23),
      // Somebody comes to work with a bag.
      ellipse(1075, 1068, 42, 8, '#3c2f22', 'opacity="0.4"'),
      path('M1058 1064 L1066 965 H1090 L1096 1064 H1084 L1078 1000 L1070 1064Z', '#26313a'),
      path('M1046 985 C1050 915 1062 895 1080 895 S1106 920 1108 985 L1098 1010 H1056Z', '#8d2f36'),
      circle(1080, 872, 21, '#e2b48f'),
      path('M1058 880 C1052 838 1108 838 1102 880 C1098 898 1062 898 1058 880Z', '#4a3226'),
      path('M1058 868 C1060 838 1100 838 1102 868 C1090 858 1070 858 1058 868Z', '#d99a3d'),
      rect(1100, 985, 36, 44, '#5a4632', 'rx="5"'),
      line([1108, 940], [1116, 986], '#7a2930', 9),
    ],
  )
}
