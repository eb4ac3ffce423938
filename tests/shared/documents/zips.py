"""docx and ofd files written part by part, so that a test says exactly what is in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
OFD = "http://www.ofdspec.org/2016"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Give a zip file of these members."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(ZipInfo(name), text, archive.compression)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """Write a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Write a paragraph; content without a tag is its text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if '<' in content else run(content)}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """Write a cell."""
    inside = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str | tuple[str, ...]) -> str:
    """Write a table; a row is a tuple of cells, as texts or written, or a row as written."""
    written = [one if isinstance(one, str) else row(*one) for one in rows]
    return f"<w:tbl><w:tblPr/>{''.join(written)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Write a row of cells, as texts or written."""
    inside = "".join(one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """Write a paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, kind: str, pattern: str, more: str = "", start: int | None = 1) -> str:
    """Write one level of a list."""
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{at}">{begins}<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Write numbering.xml of one list."""
    return f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}</w:numbering>'


def styles(*written: str) -> str:
    """Write styles.xml."""
    return f"<w:styles {SPACES}>{''.join(written)}</w:styles>"


def notes(kind: str, *texts: str) -> str:
    """Write footnotes.xml or endnotes.xml, ids from 1."""
    name = kind.removesuffix("s")
    inside = "".join(
        f'<w:{name} w:id="{at}">{paragraph(one)}</w:{name}>' for at, one in enumerate(texts, start=1)
    )
    return f"<w:{kind} {SPACES}>{inside}</w:{kind}>"


def docx(*blocks: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """Write a docx: the blocks of its body, and other parts by kind (styles, numbering, footnotes …)."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{main}" ContentType="{MAIN_TYPE}"/></Types>',
        "_rels/.rels": _relations({"officeDocument": main}),
        main: f"{HEAD}<w:document {SPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
        f"word/_rels/{main.rpartition('/')[2]}.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    members |= {f"word/{kind}.xml": HEAD + text for kind, text in parts.items()}
    return packed(members)


def strict(*blocks: str, **parts: str) -> bytes:
    """Write the same in the strict format."""
    with ZipFile(io.BytesIO(docx(*blocks, **parts))) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed({name: text.replace(W, STRICT_W).replace(R, STRICT_R) for name, text in members.items()})


def _relations(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def text_object(text: str, x: float, y: float, size: float = 5, **more: str) -> str:
    """Write a text of a page of an ofd file whose base line begins at a place."""
    code = " ".join(
        f'{name}="{value}"' for name, value in {"DeltaX": f"g {max(len(text) - 1, 1)} {size}", **more}.items()
    )
    return f'<ofd:TextObject ID="9" Boundary="{x} {y - size} 100 {size}" Font="1" Size="{size}"><ofd:TextCode X="0" Y="{size}" {code}>{text}</ofd:TextCode></ofd:TextObject>'


def ofd(*pages: str, template: str = "") -> bytes:
    """Write an ofd file of pages, each as its objects."""
    names = [f"Pages/Page_{at}/Content.xml" for at in range(len(pages))]
    listed = "".join(f'<ofd:Page ID="{at + 1}" BaseLoc="{name}"/>' for at, name in enumerate(names))
    common = (
        '<ofd:CommonData><ofd:TemplatePage ID="77" BaseLoc="Tpls/0.xml"/></ofd:CommonData>'
        if template
        else ""
    )
    uses = '<ofd:Template TemplateID="77"/>' if template else ""
    members: dict[str, str | bytes] = {
        "OFD.xml": f'{HEAD}<ofd:OFD xmlns:ofd="{OFD}"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f'{HEAD}<ofd:Document xmlns:ofd="{OFD}">{common}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>',
    }
    if template:
        members["Doc_0/Tpls/0.xml"] = _page(template)
    for name, page in zip(names, pages, strict=True):
        members[f"Doc_0/{name}"] = _page(page, uses)
    return packed(members)


def _page(objects: str, before: str = "") -> str:
    return f'{HEAD}<ofd:Page xmlns:ofd="{OFD}">{before}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>'
