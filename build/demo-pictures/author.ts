import { circle, ellipse, group, path, rect, sheet } from './draw.ts'

/** A portrait cut of large flat patches, in the middle of its sheet: it may be cropped to a square or an upright. */
export const author = (): string =>
  sheet(
    [],
    [
      rect(0, 0, 1800, 1200, '#e9c46a'),
      circle(900, 560, 520, '#f1d58e'),
      ...Array.from({ length: 26 }, (_, i) => rect(i * 72, 0, 6, 1200, '#d9ac48', 'opacity="0.35"')),
      // Coat, scarf, neck.
      path('M330 1200 C350 980 520 900 720 860 H1080 C1280 900 1450 980 1470 1200Z', '#24466b'),
      path('M900 1010 L780 860 L700 960 L820 1200 H980 L1100 960 L1020 860Z', '#fdf8ea'),
      path('M760 1200 L880 1010 H920 L1040 1200Z', '#b5403a'),
      rect(790, 740, 220, 190, '#cf9a72', 'rx="60"'),
      path('M790 810 C850 900 960 900 1010 810 V860 C960 940 840 940 790 860Z', '#b07c56', 'opacity="0.6"'),
      // Face.
      ellipse(900, 540, 240, 300, '#e6ba94'),
      path('M900 240 C1060 240 1140 360 1140 540 C1140 700 1040 840 900 840Z', '#d7a67f'),
      ellipse(650, 560, 36, 62, '#d7a67f'),
      ellipse(1150, 560, 36, 62, '#c08a64'),
      // Hair and beard.
      path(
        'M640 520 C610 330 700 190 880 180 C1060 160 1190 290 1160 520 C1140 430 1100 380 1040 350 C960 400 800 400 730 370 C680 400 650 450 640 520Z',
        '#4a3324',
      ),
      path(
        'M662 600 C670 800 760 930 900 936 C1040 930 1130 800 1138 600 C1110 680 1060 700 1010 690 C960 664 840 664 790 690 C740 700 690 680 662 600Z',
        '#5b3f2c',
      ),
      path('M900 936 C1040 930 1130 800 1138 600 C1110 680 1060 700 1010 690 C976 672 936 666 900 666Z', '#4a3324'),
      path('M800 742 C860 716 940 716 1000 742 C960 776 840 776 800 742Z', '#9a4b3c'),
      path(
        'M780 704 C830 668 880 676 900 692 C920 676 970 668 1020 704 C970 712 930 712 900 706 C870 712 830 712 780 704Z',
        '#3d2a1e',
      ),
      // Nose, brows, glasses, eyes.
      path(
        'M900 500 C890 580 866 620 880 640 C894 652 920 652 934 640',
        'none',
        'stroke="#b07c56" stroke-width="16" stroke-linecap="round"',
      ),
      path(
        'M716 448 C760 420 810 424 846 444 M954 444 C990 424 1040 420 1084 448',
        'none',
        'stroke="#3d2a1e" stroke-width="26" stroke-linecap="round"',
      ),
      ...[782, 1018].map((x) =>
        group([
          circle(x, 528, 92, '#ffffff', 'opacity="0.22"'),
          circle(x, 528, 92, 'none', 'stroke="#24303a" stroke-width="16"'),
          ellipse(x, 532, 30, 22, '#fdf8ea'),
          circle(x + 4, 532, 15, '#24303a'),
        ]),
      ),
      path(
        'M874 518 C888 506 912 506 926 518 M690 516 L646 500 M1110 516 L1154 500',
        'none',
        'stroke="#24303a" stroke-width="16"',
      ),
      path(
        'M730 476 C750 462 780 460 800 466',
        'none',
        'stroke="#ffffff" stroke-width="10" opacity="0.7" stroke-linecap="round"',
      ),
    ],
  )
