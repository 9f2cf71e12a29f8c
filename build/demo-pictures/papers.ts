import { blur, ellipse, gradient, group, lettering, line, path, polygon, randomFrom, rect, sheet } from './draw.ts'

/** A leaning heap of sheets and folders. */
const heap = (x: number, base: number, count: number, seed: number): string => {
  const random = randomFrom(seed)
  const folders = ['#b5533c', '#d99a3d', '#5e5a86', '#6d8a4f', '#8d2f36']
  let y = base
  const sheets = Array.from({ length: count }, (_, i) => {
    const folder = i % 7 === 3
    const h = folder ? 26 : 10 + random() * 6
    y -= h
    const dx = (random() - 0.5) * 44 + Math.sin(i / 6) * 14
    const colour = folder
      ? (folders[Math.floor(random() * folders.length)] ?? '#b5533c')
      : ['#fdfaf2', '#f1ebdc', '#e9e1cd'][i % 3]
    return group([
      rect(x + dx, y, 330, h, colour ?? '#fdfaf2', folder ? 'rx="3"' : ''),
      rect(x + dx, y + h - 2, 330, 2.5, '#6b5a44', 'opacity="0.45"'),
      random() > 0.8
        ? rect(x + dx + 290 + random() * 30, y + 1, 40, 6, ['#d9473a', '#3b8186', '#f0b455'][i % 3] ?? '#d9473a')
        : '',
    ])
  })
  return group(sheets)
}

/** Tall heaps of paper, and apart from them one thin blue folder. */
export const papers = (): string =>
  sheet(
    [
      gradient('wall', ['#e6dcc4', '#d3c4a2']),
      gradient('table', ['#8a5a34', '#5f3a1e']),
      gradient('folder', ['#3b6f9c', '#2b5478'], true),
      gradient('lamp', ['#2d5a4c', '#1d3f35']),
      blur('soft', 20),
    ],
    [
      rect(0, 0, 1800, 1200, 'url(#wall)'),
      ...Array.from({ length: 15 }, (_, i) => rect(i * 124, 0, 60, 900, '#fff8e4', 'opacity="0.18"')),
      // A calendar on the wall.
      rect(1236, 96, 300, 330, '#6b5a44', 'opacity="0.25"'),
      rect(1224, 84, 300, 330, '#fdfaf2'),
      rect(1224, 84, 300, 84, '#b5403a'),
      lettering('СРЕДА', 1374, 146, 54, '#ffffff', { font: 'narrowBold', anchor: 0.5 }),
      ...Array.from({ length: 28 }, (_, i) => {
        const x = 1252 + (i % 7) * 38
        const y = 196 + Math.floor(i / 7) * 52
        return rect(x, y, 26, 32, i % 7 === 2 ? '#d9473a' : '#cfd6d3', 'rx="4"')
      }),
      polygon(
        [
          [0, 860],
          [1800, 860],
          [1800, 1200],
          [0, 1200],
        ],
        'url(#table)',
      ),
      rect(0, 852, 1800, 16, '#b07a46'),
      ...Array.from({ length: 6 }, (_, i) =>
        path(
          `M0 ${910 + i * 48} C600 ${890 + i * 48} 1200 ${930 + i * 48} 1800 ${904 + i * 48}`,
          'none',
          'stroke="#3f2511" stroke-width="3" opacity="0.35"',
        ),
      ),
      ellipse(600, 1000, 640, 46, '#2b180a', 'opacity="0.5" filter="url(#soft)"'),
      heap(90, 960, 52, 3),
      heap(800, 990, 36, 8),
      heap(440, 1010, 60, 5),
      // A cup that was forgotten on top, a sheet that slides down.
      polygon(
        [
          [1100, 700],
          [1330, 760],
          [1290, 900],
          [1080, 840],
        ],
        '#fdfaf2',
      ),
      ...[0, 1, 2, 3].map((i) => line([1116, 736 + i * 26], [1280, 778 + i * 26], '#9db0b8', 4)),
      // The one that counts.
      ellipse(1480, 1126, 270, 26, '#2b180a', 'opacity="0.55" filter="url(#soft)"'),
      group(
        [
          polygon(
            [
              [0, 0],
              [420, 0],
              [470, 210],
              [-50, 210],
            ],
            'url(#folder)',
          ),
          polygon(
            [
              [-50, 210],
              [470, 210],
              [470, 226],
              [-50, 226],
            ],
            '#1d3f60',
          ),
          polygon(
            [
              [70, 50],
              [350, 50],
              [366, 128],
              [56, 128],
            ],
            '#fdfaf2',
          ),
          lettering('5 документов', 211, 108, 46, '#24303a', { font: 'narrowBold', anchor: 0.5 }),
        ],
        'transform="translate(1270 900)"',
      ),
    ],
  )
