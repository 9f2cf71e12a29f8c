"""Writes down what must be found after an import, reading the documents by XPath and by LibreOffice's export as text."""
import hashlib
import json
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from pathlib import Path

STRICT = {
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
}
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
MC = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
M = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
V = '{urn:schemas-microsoft-com:vml}'
A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'


def words(text: str) -> list:
    text = unicodedata.normalize('NFC', text)
    return re.findall(r'[^\W_]+', re.sub('[\u00ad\u200b\u200c\u200d\u2060\ufeff]', '', text))


def accepted(root: ET.Element) -> ET.Element:
    """Accepts all revisions and keeps one branch of every alternative."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for row in list(root.iter(f'{W}tr')):
        if row.find(f'{W}trPr/{W}del') is not None and row in parents:
            parents[row].remove(row)
    for name in ('del', 'moveFrom'):
        for element in list(root.iter(f'{W}{name}')):
            if parents[element].tag in (f'{W}rPr', f'{W}trPr'):
                continue
            parents[element].remove(element)
    for element in list(root.iter(f'{MC}AlternateContent')):
        fallback = element.find(f'{MC}Fallback')
        if fallback is not None and any(True for _ in fallback.iter(f'{W}t')):
            for choice in element.findall(f'{MC}Choice'):
                element.remove(choice)
        elif fallback is not None:
            element.remove(fallback)
    return root


def text_of(element: ET.Element) -> str:
    out = []

    def visit(node: ET.Element) -> None:
        if node.tag in (f'{W}t', f'{M}t'):
            out.append(node.text or '')
        elif node.tag in (f'{W}tab', f'{W}br', f'{W}cr', f'{W}ptab', f'{W}rt', f'{W}rubyBase', f'{W}sym', f'{W}noBreakHyphen') and node.get(f'{W}val') is None:
            out.append(' ')
        elif node.tag == f'{V}textpath':
            out.append(f' {node.get("string", "")} ')
        for child in node:
            # A box stands apart from the line it hangs on.
            if child.tag == f'{W}txbxContent':
                out.append(' ')
            visit(child)
        if node.tag == f'{M}oMathPara' or node.tag == f'{W}p' and node.find(f'{W}pPr/{W}rPr/{W}del') is None:
            out.append(' ')

    visit(element)
    return ''.join(out)


def parse(archive: zipfile.ZipFile, name: str):
    if name not in archive.namelist():
        return None
    data = archive.read(name)
    text = data.decode('utf-16' if data[:2] in (b'\xff\xfe', b'\xfe\xff') else 'utf-8')
    for strict, usual in STRICT.items():
        text = text.replace(strict, usual)
    return ET.fromstring(re.sub(r'^<\?xml[^>]*\?>', '', text.lstrip('\ufeff')))


def read(path: Path) -> dict:
    with zipfile.ZipFile(path) as archive:
        source = parse(archive, 'word/document.xml')
        raw = ET.tostring(source, encoding='unicode')
        deleted = [word for element in source.iter(f'{W}delText') for word in words(element.text or '')]
        count = lambda name, text: sum(1 for e in source.iter(f'{W}{name}') if any(True for _ in e.iter(f'{W}{text}')))
        facts = {'insertions': count('ins', 't'), 'deletions': count('del', 'delText'), 'moves': count('moveTo', 't')}
        body = accepted(source).find(f'{W}body')
        counted = Counter(words(text_of(body)))
        notes = {}
        for kind in ('footnote', 'endnote'):
            part = parse(archive, f'word/{kind}s.xml')
            used = [e.get(f'{W}id') for e in body.iter(f'{W}{kind}Reference')]
            texts = {e.get(f'{W}id'): ' '.join(text_of(e).split()) for e in (part if part is not None else [])}
            notes[f'{kind}s'] = [texts[id_] for id_ in used]
        comments = parse(archive, 'word/comments.xml')
        texts = {e.get(f'{W}id'): ' '.join(text_of(e).split()) for e in (comments if comments is not None else [])}
        notes['comments'] = [texts[e.get(f'{W}id')] for e in body.iter(f'{W}commentReference')]
        for text in [*notes['footnotes'], *notes['endnotes'], *notes['comments']]:
            counted.update(words(text))
        rels = parse(archive, 'word/_rels/document.xml.rels')
        targets = {e.get('Id'): e for e in (rels if rels is not None else [])}
        pictures = []
        for e in body.iter():
            id_ = e.get(f'{R}embed') if e.tag == f'{A}blip' else e.get(f'{R}id') if e.tag == f'{V}imagedata' else None
            target = targets.get(id_)
            if target is None or target.get('TargetMode') == 'External':
                continue
            name = target.get('Target').lstrip('/')
            name = name if name.startswith('word/') else f'word/{name}'
            if name in archive.namelist() and not re.search(r'\.(emf|wmf)$', name):
                data = archive.read(name)
                # A picture that is cut short is no picture.
                if not (data.startswith(b'\x89PNG') and b'IEND' not in data):
                    pictures.append(hashlib.sha256(data).hexdigest())
    return {'words': ' '.join(sorted(counted.elements())), 'deletedWords': ' '.join(deleted), **facts, **notes, 'pictures': pictures, 'numbered': '<w:numPr>' in raw or 'numPr' in raw}


def exported(path: Path, scratch: Path) -> Counter:
    """The words LibreOffice sees, revisions accepted by its export, numbers of lists written out."""
    subprocess.run(['soffice', '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', str(scratch), str(path)], check=True, capture_output=True)
    return Counter(words((scratch / f'{path.stem}.txt').read_text(encoding='utf-8-sig')))


def make(folder: Path, scratch: Path) -> None:
    told = []
    for path in sorted(folder.glob('*.docx')):
        facts = read(path)
        listed = exported(path, scratch)
        own = Counter(facts['words'].split())
        extra, missing = listed - own, own - listed
        # What the export has over the document's own words are the numbers of its lists.
        facts['numbers'] = ' '.join(sorted(extra.elements())) if facts.pop('numbered') else ''
        told.append(f'{path.name}: +{dict(extra)} −{dict(missing)}')
        (folder / f'{path.stem}.json').write_text(json.dumps(facts, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    print('\n'.join(told))
