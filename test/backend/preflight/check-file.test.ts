import { describe, expect, test } from 'vitest'
import { openPdf } from '../../../src/backend/export/pdf/write-pdf.ts'
import { checkFile, checkMemory, checkWhole } from '../../../src/backend/preflight/file/check-file.ts'
import { readPictureInk } from '../../../src/backend/preflight/file/picture-ink.ts'
import { newspaperPrinter } from '../../../src/shared/export/printer-profile.ts'
import type { RuleId } from '../../../src/shared/preflight/rules.ts'
import { fontFiles, profile, textPage } from '../export/handmade.ts'
import { type Change, pdfName, pdfText, printed } from './printed.ts'

const breathe = async () => undefined
/** L98. One for all files here: what was found in one must never stand for another. */
const shared = checkMemory()
const check = (file: Uint8Array, pages: readonly number[] = [1]) =>
  checkFile([file], { pages, printer: newspaperPrinter, breathe, inkOfJpeg: readPictureInk, memory: shared })
const rulesOf = async (change: Change): Promise<readonly RuleId[]> => [
  ...new Set((await check(await printed(change))).map(({ rule }) => rule)),
]

const swapped = (from: string, to: string) => ({ bytes: (file: string) => file.replace(from, to) })
const rgbProfile = Uint8Array.from(profile)
rgbProfile.set(Buffer.from('RGB '), 16)

/** Each breaks one thing of a file that is otherwise right, and names the rule that must notice. */
const mutants: readonly (readonly [string, Change, RuleId])[] = [
  ['a newer version of PDF', { version: '1.7' }, 'X01'],
  ['an encryption', swapped('/ID [', '/Encrypt 1 0 R /ID ['), 'X02'],
  ['no identifier', swapped('/ID [', '/IX ['), 'X03'],
  ['no output intent', { profile: null }, 'X04'],
  ['a profile for screens', { profile: rgbProfile }, 'X04'],
  ['no mark of the standard', { xmp: (packet) => packet.replace('GTS_PDFXVersion>PDF', 'GTS_PDFXVersion>PDX') }, 'X05'],
  ['no date in the metadata', { xmp: (packet) => packet.replaceAll('xmp:MetadataDate', 'xmp:OtherDate') }, 'X06'],
  ['nothing said of trapping', { info: (info) => Object.assign(info, { Trapped: pdfName('Unknown') }) }, 'X07'],
  ['no trim box', { trim: null }, 'X08'],
  ['a trim box beyond the sheet', { trim: [400, 600] }, 'X08'],
  ['another unit', { page: (page) => Object.assign(page, { UserUnit: 2 }) }, 'X08'],
  ['a font that is not in the file', { bareFont: true }, 'X09'],
  ['a script', { root: (root) => Object.assign(root, { OpenAction: { S: 'JavaScript', JS: pdfText('app.alert(1)') } }) }, 'X10'],
  [
    'a link on the page',
    { page: (page) => Object.assign(page, { Annots: [{ Type: 'Annot', Subtype: 'Link', Rect: [100, 100, 200, 120] }] }) },
    'X11',
  ],
  [
    'LZW',
    {
      root: (root, engine) => {
        const odd = engine.ref({ Filter: 'LZWDecode' })
        odd.end('x')
        Object.assign(root, { Odd: odd })
      },
    },
    'X12',
  ],
  [
    'a transfer curve',
    {
      page: (_, engine) => {
        const odd = engine.ref({ Type: 'ExtGState', TR: 'Custom' })
        odd.end()
        engine.page().states.TR = odd
      },
    },
    'X13',
  ],
  [
    'PostScript',
    {
      page: (_, engine) => {
        const odd = engine.ref({ Type: 'XObject', Subtype: 'PS' })
        odd.end('x')
        engine.page().xobjects.PS = odd
      },
    },
    'X14',
  ],
  [
    'a file outside the file',
    {
      root: (root, engine) => {
        const odd = engine.ref({ F: pdfText('other.pdf') })
        odd.end('x')
        Object.assign(root, { Odd: odd })
      },
    },
    'X15',
  ],
  ['text in RGB', { text: { colour: '1 0 0 rg' } }, 'X16'],
  ['a picture in RGB', { picture: { width: 120, rgb: true } }, 'X16'],
  [
    'transparency mixed in RGB',
    { page: (page) => Object.assign(page, { Group: { S: 'Transparency', CS: 'DeviceRGB' } }) },
    'X16',
  ],
  ['layers', { root: (root) => Object.assign(root, { OCProperties: { OCGs: [] } }) }, 'X17'],
  ['another format', { trim: [290, 420] }, 'N01'],
  ['too little bleed', { bleed: 3 }, 'N02'],
  ['black text that cuts a hole', { text: { state: 'KO' } }, 'N04'],
  ['small text of several inks', { text: { colour: '0.6 0.4 0.4 1 k' } }, 'N05'],
  ['tiny text', { text: { size: 5 } }, 'N06'],
  ['small reversed text', { text: { size: 8, state: 'KO', colour: '0 0 0 0 k' } }, 'N06'],
  ['a hairline', { content: '0 0 0 1 K 0.1 w 100 800 m 300 800 l S' }, 'N07'],
  ['a picture of too many pixels', { picture: { width: 40 } }, 'N08w'],
  ['a tint with too much ink', { content: '/KO gs 1 0.9 0.8 0.6 k 100 500 200 200 re f' }, 'N09'],
  ['a picture with too much ink', { picture: { width: 120, inks: [230, 220, 200, 150] } }, 'N09'],
  [
    'black over a heavy picture',
    { picture: { width: 120, inks: [170, 170, 170, 90] }, content: '/OP gs 0 0 0 1 k 210 310 60 40 re f' },
    'N09',
  ],
  [
    'an ink of its own',
    {
      page: (_, engine) => {
        const tint = engine.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 1, 0], N: 1 })
        tint.end()
        const space = engine.value(['Separation', 'Red', 'DeviceCMYK', tint])
        engine.page().colourSpaces.Red = space
      },
      content: '/Red cs 1 scn 100 100 50 50 re f',
    },
    'N10',
  ],
  ['white that overprints', { content: '/OP gs 0 0 0 0 k 100 100 50 50 re f' }, 'N11'],
  ['a file cut short', { bytes: (file) => file.slice(0, -200) }, 'S01'],
]

describe('a written file', () => {
  test('that is right has nothing to be said of it', async () => {
    expect(await check(await printed())).toEqual([])
    expect(await check(await printed({ picture: { width: 120 } }))).toEqual([])
  })

  test.each(mutants)('%s is noticed', async (_, change, rule) => {
    expect(await rulesOf(change)).toContain(rule)
  })

  test('each change breaks no more rules than it must', async () => {
    const alone = mutants.filter(([, , rule]) => /^N|X(?:0[1-7]|1[0-7])/.test(rule))
    for (const [name, change, rule] of alone) {
      if (name === 'an encryption') continue
      const others = (await rulesOf(change)).filter((found) => found !== rule)
      expect([name, others]).toEqual([name, []])
    }
  })

  test('of ours passes: text, greys, tints, marks and the draft word', async () => {
    for (const marks of [true, false]) {
      const writer = openPdf({
        facts: { title: 'Проба', author: 'Газета', date: new Date(0) },
        mark: null,
        fonts: fontFiles,
        print: { bleed: 5, marks, condition: { profile, name: 'Newsprint' } },
        pages: [textPage(1), textPage(2)],
      })
      const none = new Map()
      const file = Buffer.concat([writer.addPage(textPage(1), none), writer.addPage(textPage(2), none), writer.finish()].flat())
      expect(await check(file, [1, 2])).toEqual([])
    }
  })

  test('finds the place on the page, from its upper left corner', async () => {
    const [found] = await check(await printed({ content: '0 0 0 1 K 0.1 w 142.52 1133.08 m 242.52 1133.08 l S' }))
    expect(found?.object.area?.x).toBeCloseTo(100, 1)
    expect(found?.object.area?.y).toBeCloseTo(100, 1)
    expect(found?.object.area?.width).toBeCloseTo(100, 1)
  })

  test('with other pages than it should have is noticed for any target', async () => {
    const file = await printed()
    expect(checkWhole([file], 1)).toEqual([])
    expect(checkWhole([file], 2)).toMatchObject([{ rule: 'S02' }])
    expect(checkWhole([Buffer.from('%PDF-1.6 nothing')], 1)).toMatchObject([{ rule: 'S01' }])
  })
})
