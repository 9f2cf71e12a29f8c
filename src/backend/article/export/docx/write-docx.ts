import type { ArticleContent } from '../../../../shared/article/content.ts'
import { element, writeXml, type XmlElement } from '../../import/docx/xml.ts'
import { packZip } from '../../import/zip.ts'
import type { Leaving } from '../article-copy.ts'
import type { LeavingPicture } from '../pictures.ts'
import { numberedLists, writeBody, writeParagraph } from './blocks.ts'
import { createMargin, type Margin } from './margin.ts'
import { plainRun } from './runs.ts'
import { numberingPart, type StyleId, stylesPart } from './styles.ts'
import { createTracker } from './tracked.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const extendedType = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'

/** English Metric Units of a centimetre and of a pixel at 96 to the inch. */
const unitsOfCentimetre = 360_000
const unitsOfPixel = 9525
/** Room for a picture on an A4 sheet, centimetres. */
const room = { width: 16.5, height: 20 }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external?: boolean
}

const relations = (rows: readonly Relation[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packages}/relationships">${rows
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${office}/${type}`}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

const contentTypes = (parts: readonly (readonly [part: string, type: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>${parts
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type.includes('/') ? type : `${word}.${type}+xml`}"/>`)
    .join('')}</Types>`

/** A picture in the line of the text, as wide as it is and no wider than the sheet. */
const drawingOf = (id: string, number: number, { width, height }: LeavingPicture, alternative: string): XmlElement => {
  const scale = Math.min(
    1,
    (room.width * unitsOfCentimetre) / (width * unitsOfPixel),
    (room.height * unitsOfCentimetre) / (height * unitsOfPixel),
  )
  const size = { cx: String(Math.round(width * unitsOfPixel * scale)), cy: String(Math.round(height * unitsOfPixel * scale)) }
  const properties = { id: String(number), name: `Снимок ${number}`, descr: alternative }
  const picture = element('pic:pic', {}, [
    element('pic:nvPicPr', {}, [element('pic:cNvPr', properties), element('pic:cNvPicPr')]),
    element('pic:blipFill', {}, [element('a:blip', { 'r:embed': id }), element('a:stretch', {}, [element('a:fillRect')])]),
    element('pic:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: '0', y: '0' }), element('a:ext', size)]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
    ]),
  ])
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  return element('w:drawing', {}, [
    element('wp:inline', { distT: '0', distB: '0', distL: '0', distR: '0' }, [
      element('wp:extent', size),
      element('wp:docPr', properties),
      element('a:graphic', {}, [element('a:graphicData', { uri }, [picture])]),
    ]),
  ])
}

/** What stands above the text; what is said of the article as a whole stands on the margin of its headline. */
const headOf = ({ rubric, kicker, headline, deck, byline }: ArticleContent, margin: Margin): readonly XmlElement[] => {
  const line = (style: StyleId, text: string): readonly XmlElement[] =>
    text.trim() === '' ? [] : [writeParagraph({ style }, [plainRun(text)])]
  const title = [
    ...margin.loose.flatMap(margin.begin),
    ...(headline === '' ? [] : [plainRun(headline)]),
    ...margin.loose.flatMap(margin.end),
  ]
  return [
    ...line('rubric', rubric),
    ...line('kicker', kicker),
    ...(title.length > 0 ? [writeParagraph({ style: 'Title' }, title)] : []),
    ...line('Subtitle', deck),
    ...line('byline', byline),
  ]
}

/** A4 with margins of 2 cm, lengths in twentieths of a point. */
const sheet = element('w:sectPr', {}, [
  element('w:pgSz', { 'w:w': '11906', 'w:h': '16838' }),
  element('w:pgMar', {
    'w:top': '1134',
    'w:right': '1134',
    'w:bottom': '1134',
    'w:left': '1134',
    'w:header': '709',
    'w:footer': '709',
    'w:gutter': '0',
  }),
])

/**
 * An article as a Word document. Suggestions are tracked changes of who made them, conversations stand on the margin with
 * their answers (rules F20, F21).
 */
export const writeDocx = (
  { content, body, threads }: Leaving,
  pictures: ReadonlyMap<string, LeavingPicture>,
  nameOf: (person: string) => string,
): Uint8Array => {
  const margin = createMargin(threads, nameOf)
  const links = new Map<string, string>()
  const drawn = [...pictures.keys()]
  let drawings = 0
  const written = writeBody(body, {
    tracker: createTracker(nameOf),
    margin,
    link: (address) => {
      const id = links.get(address) ?? `link${links.size + 1}`
      links.set(address, id)
      return id
    },
    picture: (media, alternative) => {
      const found = pictures.get(media)
      if (!found) return null
      drawings += 1
      return drawingOf(`image${drawn.indexOf(media) + 1}`, drawings, found, alternative)
    },
  })
  const main = element('w:document', { 'mc:Ignorable': 'w14 w15' }, [
    element('w:body', {}, [...headOf(content, margin), ...written, sheet]),
  ])
  const said = threads.length > 0
  const parts: [string, string | Uint8Array][] = [
    [
      '[Content_Types].xml',
      contentTypes([
        ['word/document.xml', 'document.main'],
        ['word/styles.xml', 'styles'],
        ['word/numbering.xml', 'numbering'],
        ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
        ...(said
          ? ([
              ['word/comments.xml', 'comments'],
              ['word/commentsExtended.xml', 'commentsExtended'],
            ] as const)
          : []),
      ]),
    ],
    [
      '_rels/.rels',
      relations([
        { id: 'main', type: 'officeDocument', target: 'word/document.xml' },
        { id: 'core', type: `${packages}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      ]),
    ],
    [
      'docProps/core.xml',
      `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(content.headline)}</dc:title><dc:creator>${escaped(content.byline)}</dc:creator><dc:language>ru-RU</dc:language></cp:coreProperties>`,
    ],
    ['word/document.xml', writeXml(main)],
    [
      'word/_rels/document.xml.rels',
      relations([
        { id: 'styles', type: 'styles', target: 'styles.xml' },
        { id: 'numbering', type: 'numbering', target: 'numbering.xml' },
        ...(said
          ? [
              { id: 'comments', type: 'comments', target: 'comments.xml' },
              { id: 'commentsExtended', type: extendedType, target: 'commentsExtended.xml' },
            ]
          : []),
        ...[...links].map(([target, id]) => ({ id, type: 'hyperlink', target, external: true })),
        ...drawn.map((_, at) => ({ id: `image${at + 1}`, type: 'image', target: `media/image${at + 1}.jpeg` })),
      ]),
    ],
    ['word/styles.xml', writeXml(stylesPart())],
    ['word/numbering.xml', writeXml(numberingPart(Math.max(0, ...numberedLists(body).map((list) => list ?? 0))))],
  ]
  if (said) parts.push(['word/comments.xml', writeXml(margin.comments)], ['word/commentsExtended.xml', writeXml(margin.extended)])
  drawn.forEach((media, at) => {
    const bytes = pictures.get(media)?.bytes
    if (bytes) parts.push([`word/media/image${at + 1}.jpeg`, bytes])
  })
  return packZip(new Map(parts))
}
