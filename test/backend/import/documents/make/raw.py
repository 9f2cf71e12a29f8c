"""Documents as Word and others write them, put together part by part: what LibreOffice never writes itself."""
import zipfile
from pathlib import Path

from pictures import emf, jpeg, png, wmf

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" mc:Ignorable="w14"'
)
WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

STYLES = f'''<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="21"><w:name w:val="Quote"/><w:basedOn w:val="a"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="af"><w:name w:val="Подзаголовок редакции"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="List Paragraph"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="NumberedStyle"><w:name w:val="Пункт"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="a6"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="ListLink"><w:name w:val="Список редакции"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
</w:styles>'''


def level(n: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = f'''<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2.")}{level(2, "lowerRoman", "(%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "&#xF0B7;")}{level(1, "bullet", "o")}{level(2, "bullet", "▪")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1.", 3)}{level(1, "russianLower", "%2)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "Пункт %1:")}</w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="ListLink"/>{level(0, "lowerLetter", "%1)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="ListLink"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
</w:numbering>'''


def r(text: str, looks: str = '') -> str:
    return f'<w:r w:rsidR="00AB12CD">{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = '', extra: str = '') -> str:
    inner = r(content) if not content.startswith('<') and content else content
    named = f'<w:pStyle w:val="{style}"/>' if style else ''
    return f'<w:p w:rsidR="00112233" w14:paraId="1A2B3C4D"><w:pPr>{named}{extra}</w:pPr>{inner}</w:p>'


def item(text: str, depth: int, number: int) -> str:
    return p(text, 'a5', f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(content: str, extra: str = '') -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{extra}</w:tcPr>{content}</w:tc>'


def row(cells: list, extra: str = '') -> str:
    return f'<w:tr><w:trPr>{extra}</w:trPr>{"".join(cells)}</w:tr>'


def tbl(rows: list) -> str:
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


WHO = 'w:id="7" w:author="Корректор" w:date="2026-11-20T10:00:00Z"'


def ins(content: str) -> str:
    return f'<w:ins {WHO}>{content}</w:ins>'


def cut(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def drawing(rel: str, alternative: str = '', link: bool = False) -> str:
    attribute = 'r:link' if link else 'r:embed'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="2160000" cy="1440000"/><wp:docPr id="1" name="Рисунок 1" descr="{alternative}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip {attribute}="{rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def shape(content: str) -> str:
    return (
        '<w:drawing><wp:inline><wp:extent cx="2160000" cy="1440000"/><wp:docPr id="3" name="Надпись"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def old_shape(content: str, kind: str = 'shape') -> str:
    return f'<w:pict><v:{kind} style="width:170pt;height:60pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:{kind}></w:pict>'


def field(instruction: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def write(path: Path, body: str, parts: dict = {}, links: dict = {}, part_links: dict = {}) -> None:
    """`parts`: name → text or bytes; `links`: id → (type, target, external) of the main part; `part_links`: of others."""
    standard = {'styles.xml': STYLES, 'numbering.xml': NUMBERING}
    texts = {**standard, **{name: part for name, part in parts.items() if name.endswith('.xml')}}
    media = {name: part for name, part in parts.items() if not name.endswith('.xml')}
    kinds = {'styles.xml': 'styles', 'numbering.xml': 'numbering', 'footnotes.xml': 'footnotes', 'endnotes.xml': 'endnotes', 'comments.xml': 'comments'}
    named = {f'rStd{i}': (kinds[name], name, False) for i, name in enumerate(texts) if name in kinds}

    def rels(rows: dict) -> str:
        outside = ' TargetMode="External"'
        lines = ''.join(
            f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"{outside if external else ""}/>' for id_, (kind, target, external) in rows.items()
        )
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'

    overrides = ''.join(f'<Override PartName="/word/{name}" ContentType="{WORD}.{kinds[name]}+xml"/>' for name in texts if name in kinds)
    types = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}</Types>'
    )
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, content) -> None:
            info = zipfile.ZipInfo(name, (2026, 11, 20, 10, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)

        put('[Content_Types].xml', types)
        put('_rels/.rels', rels({'rId1': ('officeDocument', 'word/document.xml', False)}))
        main = body if isinstance(body, bytes) else f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMES}><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
        put('word/document.xml', main)
        put('word/_rels/document.xml.rels', rels({**named, **links}))
        for name, rows in part_links.items():
            put(f'word/_rels/{name}.rels', rels(rows))
        for name, text in texts.items():
            put(f'word/{name}', f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
        for name, content in media.items():
            put(f'word/{name}', content)


def notes(kind: str, entries: dict) -> str:
    separators = ''.join(
        f'<w:{kind} w:type="{t}" w:id="{i}"><w:p><w:r><w:{t}/></w:r></w:p></w:{kind}>' for i, t in ((-1, 'separator'), (0, 'continuationSeparator'))
    )
    bodies = ''.join(f'<w:{kind} w:id="{i}">{content}</w:{kind}>' for i, content in entries.items())
    return f'<w:{kind}s {NAMES}>{separators}{bodies}</w:{kind}s>'


def mark(kind: str, id_: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def comments(entries: dict) -> str:
    bodies = ''.join(f'<w:comment w:id="{i}" w:author="{author}" w:initials="К">{p(text)}</w:comment>' for i, (author, text) in entries.items())
    return f'<w:comments {NAMES}>{bodies}</w:comments>'


def strict() -> bytes:
    """Another prefix, the strict namespaces, UTF-16: the same words."""
    space = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><ns0:document xmlns:ns0="{space}"><ns0:body>'
        '<ns0:p><ns0:pPr><ns0:pStyle ns0:val="1"/></ns0:pPr><ns0:r><ns0:t>Строгий вид документа</ns0:t></ns0:r></ns0:p>'
        '<ns0:p><ns0:r><ns0:t xml:space="preserve">Слова </ns0:t></ns0:r><ns0:r><ns0:rPr><ns0:b/></ns0:rPr><ns0:t><![CDATA[те же & <целы>]]></ns0:t></ns0:r></ns0:p>'
        '<ns0:p><ns0:r><ns0:t>Знаки &amp; &lt;скобки&gt; &#1103;&#x451;</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
    )
    return text.encode('utf-16')


def make(folder: Path) -> None:
    write(folder / '19 как пишет Word.docx',
        p('Совет молодых педагогов', 'a3')
        + '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/>' + r('В ') + '<w:proofErr w:type="spellStart"/>' + r('совет вошли ', '<w:b/>') + '<w:proofErr w:type="spellEnd"/><w:smartTag w:element="number"><w:r><w:t>восемь</w:t></w:r></w:smartTag><w:bookmarkEnd w:id="0"/><w:sdt><w:sdtPr><w:alias w:val="поле"/></w:sdtPr><w:sdtContent>' + r(' человек из разных школ') + '</w:sdtContent></w:sdt>' + r('.') + '</w:p>'
        + p('План работы', 'af') + p(r('Весной — ', '<w:i w:val="0"/>') + r('слёт', '<w:rStyle w:val="a6"/>') + r(', осенью — конкурс.'))
        + p('Молодость — не помеха опыту.', '21')
        + p('<w:hyperlink r:id="rLink" w:history="1">' + r('Страница совета', '<w:color w:val="0563C1"/>') + '</w:hyperlink>' + r(' обновляется. ') + '<w:hyperlink w:anchor="_Toc1">' + r('К началу') + '</w:hyperlink>')
        + '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>' + p('☒ Взносы сданы') + '</w:sdtContent></w:sdt>',
        links={'rLink': ('hyperlink', 'https://sovet.example/', True)})

    write(folder / '20 исправления Word.docx',
        p('Правка перед печатью', '1')
        + p(r('Собрание назначено ') + cut('устаревшая дата ') + ins(r('новая дата ')) + r('и место.'))
        + p(r('Текст ') + f'<w:moveFrom {WHO}><w:r><w:t>переставленное </w:t></w:r></w:moveFrom>' + r('до и после ') + f'<w:moveTo {WHO}><w:r><w:t>переставленное</w:t></w:r></w:moveTo>' + r('.'))
        + p(r('Первая половина'), '', f'<w:rPr><w:del {WHO}/></w:rPr>') + p(r(' и вторая половина одного абзаца.'))
        + p(r('Жирное стало обычным', f'<w:rPrChange {WHO}><w:rPr><w:b/></w:rPr></w:rPrChange>') + r('; ') + ins(r('вписано ') + cut('вписано и вычеркнуто ')) + r('осталось.'))
        + tbl([row([cell(p('Строка прежняя')), cell(p('1'))]), row([cell(p(ins(r('Строка новая')))), cell(p('2'))], f'<w:ins {WHO}/>'), row([cell(p(cut('Строка снятая'))), cell(p(cut('999')))], f'<w:del {WHO}/>')])
        + p(r('Последний абзац со знаком удаления.'), '', f'<w:rPr><w:del {WHO}/></w:rPr>'))

    write(folder / '21 надписи.docx',
        p('Надписи всех видов', '1')
        + p(r('Основной текст. ') + '<w:r><mc:AlternateContent><mc:Choice Requires="wps">' + shape(p('Надпись новая, показана однажды')) + '</mc:Choice><mc:Fallback>' + old_shape(p('Надпись новая, показана однажды')) + '</mc:Fallback></mc:AlternateContent></w:r>')
        + p(r('Без запасной. ') + '<w:r>' + shape(p('Надпись только новая') + p('во втором абзаце')) + '</w:r>')
        + p(r('Старая. ') + '<w:r>' + old_shape(p('Надпись старого вида')) + '</w:r>')
        + p(r('Овал. ') + '<w:r>' + old_shape(p('Надпись в овале'), 'oval') + '</w:r>')
        + p(r('Надпись-украшение. ') + '<w:r><w:pict><v:shape style="width:100pt;height:40pt"><v:textpath on="t" string="Слава труду"/></v:shape></w:pict></w:r>')
        + p('Конец текста.'))

    write(folder / '22 сноски Word.docx',
        p('Сноски с разметкой', '1')
        + p(r('Первое') + mark('footnote', 5) + r(' утверждение и второе') + mark('footnote', 2) + r('.')) + p(r('Третье') + mark('footnote', 9) + r('.')),
        {'footnotes.xml': notes('footnote', {
            2: p('<w:r><w:footnoteRef/></w:r>' + r(' Вторая сноска с ') + '<w:hyperlink r:id="rId1">' + r('адресом') + '</w:hyperlink>' + r('.')),
            5: p('<w:r><w:footnoteRef/></w:r>' + r(' Первая сноска, ') + r('жирная', '<w:b/>') + r('.')) + p('Её второй абзац.'),
            9: p('<w:r><w:footnoteRef/></w:r>' + r(' Третья сноска.'))})},
        part_links={'footnotes.xml': {'rId1': ('hyperlink', 'https://note.example/', True)}})

    write(folder / '23 концевые сноски Word.docx',
        p('Примечания в конце', '1') + p(r('Слово') + mark('endnote', 1) + r(' и дело') + mark('endnote', 2) + r(', а также') + mark('footnote', 1) + r(' смесь.')),
        {'endnotes.xml': notes('endnote', {1: p('<w:r><w:endnoteRef/></w:r>' + r(' Примечание о слове.')), 2: p('<w:r><w:endnoteRef/></w:r>' + r(' Примечание о деле.'))}),
         'footnotes.xml': notes('footnote', {1: p('<w:r><w:footnoteRef/></w:r>' + r(' Постраничная сноска.'))})})

    write(folder / '24 комментарии Word.docx',
        p('Замечания на полях', '1')
        + p('<w:commentRangeStart w:id="0"/>' + r('Спорное место') + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' + r(' обсудили.') + '<w:r><w:commentReference w:id="1"/></w:r>')
        + tbl([row([cell(p(r('Ячейка') + '<w:r><w:commentReference w:id="2"/></w:r>')), cell(p('Другая'))])]) + p('Итог подведён.'),
        {'comments.xml': comments({0: ('Ответственный секретарь', 'Проверить цифры'), 1: ('Автор', 'Цифры верны'), 2: ('Бильд-редактор', 'Нужен снимок')})})

    write(folder / '25 рисунки целые и битые.docx',
        p('Рисунки в документе', '1') + p(drawing('rPng', 'Портрет слесаря')) + p('Рис. 1. Слесарь у станка')
        + p(drawing('rEmf', 'Чертёж')) + p('Рис. 2. Чертёж узла') + p(drawing('rBroken', '')) + p(drawing('rLost', '')) + p(drawing('rOutside', '', True)) + p(drawing('rJpg', 'Вид цеха'))
        + p('Общий вид цеха', 'a4') + p('<w:r><w:pict><v:shape style="width:50pt;height:30pt"><v:imagedata r:id="rOld" o:title="Старая картинка"/></v:shape></w:pict></w:r>') + p(drawing('rWmf')) + p('Текст после рисунков.'),
        {'media/image1.png': png(20), 'media/image2.emf': emf(), 'media/image3.png': png(24)[:200], 'media/image4.jpg': jpeg(23), 'media/image5.png': png(25), 'media/image6.wmf': wmf()},
        {'rPng': ('image', 'media/image1.png', False), 'rEmf': ('image', 'media/image2.emf', False), 'rBroken': ('image', 'media/image3.png', False),
         'rLost': ('image', 'media/image99.png', False), 'rOutside': ('image', 'http://track.example/pixel.png', True), 'rJpg': ('image', '/word/media/image4.jpg', False),
         'rOld': ('image', 'media/image5.png', False), 'rWmf': ('image', 'media/image6.wmf', False)})

    inner = tbl([row([cell(p('внутри А')), cell(p('внутри Б'))]), row([cell(tbl([row([cell(p('глубже В')), cell(p('глубже Г'))])]) + p('рядом')), cell(p('внутри Д'))])])
    write(folder / '26 вложенные таблицы.docx',
        p('Таблицы в таблицах', '1')
        + tbl([row([cell(p('Шапка на две графы'), '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
               row([cell(p('Слитая вниз'), '<w:vMerge w:val="restart"/>'), cell(inner + p('после'))]),
               row([cell(p(''), '<w:vMerge/>'), cell(p(drawing('rPng', 'Снимок в ячейке')) + p('под снимком'))]),
               row([cell(p('Пусто справа')), cell(p(''))])]) + p('Хвост текста.'),
        {'media/image1.png': png(26)}, {'rPng': ('image', 'media/image1.png', False)})

    write(folder / '27 списки Word.docx',
        p('Списки с номерами', '1') + item('первый', 0, 1) + item('первый вложенный', 1, 1) + item('глубокий', 2, 1) + item('второй глубокий', 2, 1) + item('второй вложенный', 1, 1) + item('второй', 0, 1) + item('снова вложенный', 1, 1)
        + p('Между списками.') + item('римский', 0, 3) + item('русская буква', 1, 3) + item('ещё буква', 1, 3) + item('следующий римский', 0, 3)
        + p('Пункт по стилю', 'NumberedStyle') + p('Другой пункт', 'NumberedStyle') + p('Без номера, хотя стиль с ним', 'NumberedStyle', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
        + item('через стиль списка', 0, 6) + item('и ещё', 0, 6) + item('с десяти', 0, 7) + item('одиннадцатый', 0, 7)
        + item('знак', 0, 2) + item('знак второго уровня', 1, 2) + item('знак третьего', 2, 2))

    font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:rtl w:val="0"/>'
    write(folder / '28 как из Google Документов.docx',
        p(r('Лагерь для детей педагогов', font + '<w:b w:val="1"/><w:sz w:val="52"/>'), '', '<w:pageBreakBefore w:val="0"/><w:spacing w:after="60"/>')
        + p('<w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>') + p(r('Смена длится ', font) + r('двадцать один', font + '<w:b w:val="1"/>') + r(' день.', font + '<w:b w:val="0"/>'))
        + p(r('Что включено', font + '<w:b w:val="1"/>'), '2') + item('питание', 0, 2) + item('экскурсии', 0, 2)
        + p('<w:hyperlink r:id="rId9">' + r('Заявка', font + '<w:color w:val="1155cc"/><w:u w:val="single"/>') + '</w:hyperlink>' + r(' онлайн.', font)) + p(''),
        links={'rId9': ('hyperlink', 'https://docs.example/forms/d/e/1', True)})

    write(folder / '29 поля и формулы.docx',
        p('Поля, формулы, знаки', '1')
        + p(field(' TOC \\o "1-3" ', r('Оглавление: Поля')))
        + p(r('Поле даты ') + '<w:fldSimple w:instr=" DATE "><w:r><w:t>20 ноября</w:t></w:r></w:fldSimple>' + r(', ссылка ') + field(' HYPERLINK "https://field.example/" ', r('из поля')) + r(', опасная ') + field(' HYPERLINK "javascript:alert(1)" ', r('без адреса')) + r('.'))
        + p(r('Формула ') + '<m:oMath><m:r><m:t>S=a</m:t></m:r><m:r><m:t>·b</m:t></m:r></m:oMath>' + r(' проста.')) + '<m:oMathPara><m:oMath><m:r><m:t>отдельная формула</m:t></m:r></m:oMath></m:oMathPara>'
        + p(r('Знак ') + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(' и дефис нераз') + '<w:r><w:noBreakHyphen/></w:r>' + r('рывный, перенос мяг') + '<w:r><w:softHyphen/></w:r>' + r('кий.') + '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>' + r('справа'))
        + p('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>чтение</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>основа</w:t></w:r></w:rubyBase></w:ruby></w:r>' + '<w:bdo w:val="ltr">' + r(' и обратно') + '</w:bdo>'))

    write(folder / '30 строгий вид.docx', strict())

    write(folder / '31 диаграммы и вставки.docx',
        p('Без заголовка стилем, но с длинной первой строкой, которая и станет названием')
        + p('<w:r><w:drawing><wp:inline><wp:docPr id="5" name="Диаграмма"/><a:graphic><a:graphicData uri="x"><c:chart r:id="rChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
        + p('<w:r><w:drawing><wp:inline><wp:docPr id="6" name="Схема"/><a:graphic><a:graphicData uri="x"><dgm:relIds r:dm="rDm"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
        + '<w:altChunk r:id="rChunk"/>' + p('Слова между вставками целы.'))
