"""Documents that LibreOffice Writer writes: flat OpenDocument texts made here, saved by it as .docx."""
import base64
import subprocess
from pathlib import Path

from pictures import png

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="28pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:default-outline-level="3" style:parent-style-name="Standard"/>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Graphics" style:family="graphic"/><style:style style:name="Frame" style:family="graphic"/>
<text:notes-configuration text:note-class="footnote" text:start-value="0"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="G" style:family="graphic" style:parent-style-name="Graphics"><style:graphic-properties style:wrap="none" style:horizontal-pos="center"/></style:style>
<text:list-style style:name="Signs">LEVELSIGNS</text:list-style>
<text:list-style style:name="Numbers">LEVELNUMBERS</text:list-style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">FURNITURE</style:master-page></office:master-styles>
<office:body><office:text>'''
SIGNS = ''.join(
    f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"><style:list-level-properties text:space-before="{n}cm" text:min-label-width="0.5cm"/></text:list-level-style-bullet>'
    for n in range(1, 5)
)
NUMBERS = ''.join(
    f'<text:list-level-style-number text:level="{n}" style:num-format="{f}" style:num-suffix="{s}" text:display-levels="{d}"><style:list-level-properties text:space-before="{n}cm" text:min-label-width="0.5cm"/></text:list-level-style-number>'
    for n, f, s, d in ((1, '1', '.', 1), (2, '1', '.', 2), (3, 'I', ')', 1))
)


def p(text: str, style: str = 'Text_20_body') -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def link(text: str, address: str) -> str:
    return f'<text:a xlink:type="simple" xlink:href="{address}">{text}</text:a>'


def items(entries: list, style: str, depth: int = 0) -> str:
    inner = ''.join(f'<text:list-item>{p(text)}{items(below, style, depth + 1) if below else ""}</text:list-item>' for text, below in entries)
    named = f' text:style-name="{style}"' if depth == 0 else ''
    return f'<text:list{named}>{inner}</text:list>'


def cell(content: str, columns: int = 1) -> str:
    span_ = f' table:number-columns-spanned="{columns}"' if columns > 1 else ''
    return f'<table:table-cell office:value-type="string"{span_}>{content}</table:table-cell>' + '<table:covered-table-cell/>' * (columns - 1)


def table(rows: list, name: str = 'T') -> str:
    width = max(len(row) for row in rows)
    body = ''.join(f'<table:table-row>{"".join(cell(one if one.startswith("<") else p(one)) for one in row)}</table:table-row>' for row in rows)
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{width}"/>{body}</table:table>'


def note(text: str, kind: str = 'footnote') -> str:
    return f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation><text:note-body>{p(text, "Footnote")}</text:note-body></text:note>'


def comment(text: str, author: str) -> str:
    return f'<office:annotation><dc:creator>{author}</dc:creator><dc:date>2026-11-20T10:00:00</dc:date>{p(text)}</office:annotation>'


def image(seed: int, name: str, alternative: str = '', anchor: str = 'as-char') -> str:
    data = base64.b64encode(png(seed)).decode()
    return (
        f'<draw:frame draw:style-name="G" draw:name="{name}" text:anchor-type="{anchor}" svg:width="6cm" svg:height="4cm">'
        f'<draw:image draw:mime-type="image/png"><office:binary-data>{data}</office:binary-data></draw:image>'
        f'{f"<svg:desc>{alternative}</svg:desc>" if alternative else ""}</draw:frame>'
    )


def box(content: str, name: str, anchor: str = 'paragraph') -> str:
    return f'<draw:frame draw:style-name="Frame" draw:name="{name}" text:anchor-type="{anchor}" svg:width="7cm" fo:min-height="2cm"><draw:text-box fo:min-height="2cm">{content}</draw:text-box></draw:frame>'


def document(body: str, furniture: str = '') -> str:
    head = HEAD.replace('LEVELSIGNS', SIGNS).replace('LEVELNUMBERS', NUMBERS).replace('FURNITURE', furniture)
    return f'{head}{body}</office:text></office:body></office:document>'


CHANGES = '''<text:tracked-changes text:track-changes="true">
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Корректор</dc:creator><dc:date>2026-11-20T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Корректор</dc:creator><dc:date>2026-11-20T10:01:00</dc:date></office:change-info>%s</text:deletion></text:changed-region>
</text:tracked-changes>'''

DOCUMENTS = {
    'заметка': document(
        p('В районе открыли школу молодого профлидера', 'Title')
        + p('Тридцать человек, шесть занятий, одна защита проекта', 'Subtitle')
        + p(span('Первое занятие прошло в среду: слушатели разбирали коллективный договор.', 'B'))
        + p('Занятия ведут юристы областного комитета. «Нам важно, чтобы люди не боялись спрашивать», — говорит Мария Ёлкина.')
        + p('Записаться можно до 5 декабря по телефону 8 (000) 123-45-67.')
    ),
    'заголовки трёх уровней': document(
        h('Колдоговор: что нового', 1) + p('Документ подписали в понедельник.') + h('Оплата труда', 2) + p('Оклады вырастут на 7,5 %.')
        + h('Доплаты', 3) + p('За вредность — отдельно.') + h('Отдых', 2) + p('Путёвки — по заявлению.', 'Text_20_body') + p('Хороший отдых — половина работы.', 'Quotations')
    ),
    'выделения и ссылки': document(
        h('Где узнать о льготах', 1)
        + p(f'Обычный текст, {span("жирный", "B")}, {span("курсив", "I")}, {span(span("и то и другое", "I"), "B")} и {span("зачёркнутое", "S")}.')
        + p(f'Сайт {link("профсоюза", "https://prof.example/льготы?a=1&amp;b=2")}, почта {link("приёмной", "mailto:info@prof.example")}, телефон {link("дежурного", "tel:+70000000000")}, папка {link("на диске", "file:///C:/Users/secret.txt")}.')
        + p(f'Площадь зала 120 м{span("2", "Up")}.')
    ),
    'маркированный список': document(
        h('Что взять с собой', 1) + p('Список короткий:')
        + items([('паспорт', []), ('документы', [('договор', [('приложение первое', []), ('приложение второе', [])]), ('справка', [])]), ('хорошее настроение', [])], 'Signs')
        + p('Остальное выдадут.')
    ),
    'нумерованный список': document(
        h('Порядок собрания', 1)
        + items([('Открытие', []), ('Доклады', [('Председатель', [('вступление', []), ('итоги', [])]), ('Ревизор', [])]), ('Голосование', [])], 'Numbers')
        + p('После перерыва отсчёт начинается заново.') + items([('Регистрация', []), ('Обед', [])], 'Numbers')
    ),
    'таблица': document(
        h('Размеры стипендий', 1) + p('Суммы в рублях.')
        + table([['Район', 'Человек', 'Сумма'], ['Северный', '12', '36 000'], ['Южный', '7', '21 000'], ['Итого', '19', '57 000']]) + p('Выплаты начнутся в январе.')
    ),
    'таблица в таблице': document(
        h('График дежурств', 1)
        + table([['Неделя', 'Смены'], ['Первая', table([['утро', 'Петров'], ['вечер', 'Сидорова']], 'Inner')], ['Вторая', p('без смен') + p('выходные')]]) + p('Замены — по согласованию.')
    ),
    'сноски': document(
        h('Право на отпуск', 1)
        + p(f'Отпуск длится 28 дней{note("Статья 115 Трудового кодекса.")}, а для молодых{note("До восемнадцати лет; статья 267.")} — 31 день.')
        + p(f'Делить его можно по соглашению{note("Одна часть — не короче 14 дней.")}.')
    ),
    'концевые сноски': document(
        h('Кто такой стажёр', 1)
        + p(f'Стажёр — работник{note("Подробнее в словаре терминов.", "endnote")}, и договор с ним заключают сразу{note("В течение трёх дней.")}.')
        + p(f'Испытание оговаривают{note("Не дольше трёх месяцев.", "endnote")} письменно.')
    ),
    'комментарии': document(
        h('Отчёт комиссии', 1)
        + p(f'Комиссия проверила{comment("Уточнить число проверок", "Редактор Орлова")} девять предприятий.')
        + p(f'Нарушений стало меньше{comment("Вставить цитату председателя", "Корректор")}.')
    ),
    'исправления писателя': document(
        (CHANGES % p('лишние слова прежней редакции '))
        + h('Новая спартакиада', 1)
        + p('Игры пройдут <text:change text:change-id="c2"/>в субботу<text:change-start text:change-id="c1"/> на новом стадионе<text:change-end text:change-id="c1"/>, начало в десять.')
    ),
    'снимок в рамке с подписью': document(
        h('Праздник двора', 1) + p('Соседи собрались у подъезда.')
        + p(box(p(image(1, 'Рисунок1', 'Люди у накрытого стола') + 'Рисунок 1: Стол накрыли всем двором', 'Figure'), 'Рамка1', 'as-char'))
        + p('Пели до вечера.')
    ),
    'снимки и подписи': document(
        h('Субботник', 1) + p('Вышли сто человек.') + p(image(2, 'Снимок1', 'Женщина с граблями')) + p('Фото: первые минуты субботника в парке')
        + p('Потом был чай.') + p(image(3, 'Снимок2')) + p('Самовар на поляне', 'Caption') + p(f'Последний кадр {image(4, "Снимок3", "Закат")} сделан на закате.')
    ),
    'врезка': document(
        h('Скидки на проезд', 1) + p('Карта действует с января.' + box(p('Справка') + p('Карту выдают в профкоме за один день.'), 'Врезка1')) + p('Старые карты меняют бесплатно.')
    ),
    'переносы и пробелы': document(
        h('Мягкие перено\u00adсы', 1) + p('Проф\u00adсоюз\u00adный коми\u00adтет, 5\u00a0ноября, №\u00a047.<text:line-break/>Вторая строка<text:tab/>после табуляции.') + p('Слово\u200bсо\u2011вставками и и\u0306 составное.')
    ),
    'колонтитулы': document(
        h('Приказ о премии', 1) + p('Премию получат все.'),
        f'<style:header>{p("Редакция газеты, черновик", "Standard")}</style:header><style:footer>{p("Не для печати", "Standard")}</style:footer>',
    ),
    'большая таблица': document(
        h('Победители конкурса', 1)
        + table([['№', 'Фамилия', 'Район', 'Баллы']] + [[str(n), f'Участник{n}', f'Район{n % 9}', str(1000 - n * 3)] for n in range(1, 181)])
    ),
    'Отчёт профкома № 5 (правка) — копия': document(
        h('Отчёт профкома', 1) + p('Имя файла с кириллицей, знаками и пробелами.') + p(image(5, 'Картинка', 'Диаграмма взносов'))
    ),
}


def make(folder: Path, scratch: Path) -> None:
    for number, (name, text) in enumerate(DOCUMENTS.items(), 1):
        source = scratch / f'{number:02} {name}.fodt'
        source.write_text(text, encoding='utf-8')
        subprocess.run(['soffice', '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', str(folder), str(source)], check=True, capture_output=True)
