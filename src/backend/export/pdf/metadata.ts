import { createHash } from 'node:crypto'
import type { PdfTarget } from './colours.ts'
import { type PdfEngine, type PdfInfo, packedStream } from './engine.ts'
import type { Pack } from './pack.ts'
import { pdfName, pdfText } from './spell.ts'

/** What the file says of itself; equal facts give equal bytes. */
export interface DocumentFacts {
  readonly title: string
  readonly author: string
  readonly date: Date
}

const program = 'Профдвижение. Редакция'

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export const infoOf = (facts: DocumentFacts, target: PdfTarget): PdfInfo => ({
  Title: facts.title,
  Author: facts.author,
  Creator: program,
  Producer: program,
  CreationDate: facts.date,
  ModDate: facts.date,
  ...(target === 'print' ? { Trapped: pdfName('False') } : {}),
})

const documentId = (facts: DocumentFacts, target: PdfTarget): string => {
  const hash = createHash('sha256').update(`${target}\n${facts.title}\n${facts.date.toISOString()}`).digest('hex')
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * The XMP of the file: for print what PDF/X-4 (ISO 15930-7, 6.5) asks for, for the web the mark of PDF/UA-1
 * (ISO 14289-1, 5). It takes the place of pdfkit's own, which does not escape titles.
 */
export const metadataOf = (facts: DocumentFacts, target: PdfTarget): string => {
  const date = `${facts.date.toISOString().slice(0, 19)}Z`
  const own =
    target === 'print'
      ? '<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>'
      : '<pdfuaid:part>1</pdfuaid:part>'
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${escapeXml(program)}</xmp:CreatorTool><dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>
<xmpMM:DocumentID>uuid:${documentId(facts, target)}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass><pdf:Producer>${escapeXml(program)}</pdf:Producer>
${own}</rdf:Description>`
}

/** The printing condition the file is made for: a CMYK output profile and what people call it. */
export interface PrintCondition {
  readonly profile: Uint8Array
  readonly name: string
}

export const addOutputIntent = (engine: PdfEngine, { profile, name }: PrintCondition, pack: Pack): void => {
  const stream = packedStream(engine, pack(profile), { N: 4, Alternate: 'DeviceCMYK' })
  const intent = engine.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    // Not one of the ICC registry's conditions: the profile itself says everything.
    OutputConditionIdentifier: pdfText('Custom'),
    OutputCondition: pdfText(name),
    RegistryName: pdfText(''),
    Info: pdfText(name),
    DestOutputProfile: stream,
  })
  intent.end()
  engine.root.data.OutputIntents = [intent]
}
