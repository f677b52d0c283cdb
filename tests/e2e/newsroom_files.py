"""Writes one article in the formats that newsrooms keep drafts in, as their word processors do, with what they leave behind: styles,
split runs, deleted text, notes. An article is a headline and paragraphs."""
import html
import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAVED = "2023-04-18T01:02:03Z"


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return out.getvalue()


def halves(text):
    return escape(text[:len(text) // 2]), escape(text[len(text) // 2:])


def docx_of(body, **parts):
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    styles = (f'<w:styles xmlns:w="{W}"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style>'
              '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>')
    core = ('<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:created>2019-01-01T00:00:00Z</dcterms:created>'
            f'<dcterms:modified>{SAVED}</dcterms:modified></cp:coreProperties>')
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/styles.xml": styles, "docProps/core.xml": core, **parts})


def docx(headline, paragraphs):
    body = f'<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>{escape(headline)}</w:t></w:r></w:p>'
    for text in paragraphs:
        first, second = halves(text)
        body += (f'<w:p><w:r><w:t>{first}</w:t></w:r><w:del><w:r><w:delText>9조원</w:delText></w:r></w:del>'
                 f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{second}</w:t></w:r></w:p>')
    return docx_of(body)


def odt_of(body, **parts):
    content = ('<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b"><office:automatic-styles>'
               '<style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>'
               f'{body}</office:text></office:body></office:document-content>')
    meta = f'<office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:date>{SAVED}</dc:date></office:meta></office:document-meta>'
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta, **parts})


def odt(headline, paragraphs):
    body = ('<text:tracked-changes><text:changed-region><text:deletion><text:p>9조원</text:p></text:deletion></text:changed-region>'
            f'</text:tracked-changes><text:p text:style-name="P1">{escape(headline)}</text:p>')
    for text in paragraphs:
        first, second = halves(text)
        body += f'<text:p text:style-name="Standard">{first}<text:span>{second}</text:span></text:p>\n'
    return odt_of(body)


def hwpx_of(body, **parts):
    section = f'<hs:sec xmlns:hs="s" xmlns:hp="p">{body}</hs:sec>'
    header = '<hh:head xmlns:hh="h"><hh:styles><hh:style id="0" name="바탕글"/><hh:style id="7" name="제목"/></hh:styles></hh:head>'
    package = f'<opf:package xmlns:opf="o"><opf:metadata><opf:meta name="ModifiedDate" content="text">{SAVED}</opf:meta></opf:metadata></opf:package>'
    return archive({"mimetype": "application/hwp+zip", "Contents/header.xml": header, "Contents/content.hpf": package,
                    "Contents/section0.xml": section, **parts})


def hwpx(headline, paragraphs):
    body = f'<hp:p styleIDRef="7"><hp:run><hp:secPr/><hp:t>{escape(headline)}</hp:t></hp:run></hp:p>'
    for text in paragraphs:
        first, second = halves(text)
        body += (f'<hp:p styleIDRef="0"><hp:run><hp:t>{first}<hp:deleteBegin/>9조원<hp:deleteEnd/></hp:t></hp:run>'
                 f'<hp:run><hp:t>{second}</hp:t></hp:run></hp:p>')
    return hwpx_of(body)


def html_page(headline, paragraphs):
    body = "".join(f"<p>{html.escape(text)}</p>\n" for text in paragraphs)
    return f"<!DOCTYPE html><title>x</title><nav>9조원</nav><article><h1>{html.escape(headline)}</h1>\n{body}</article>".encode()


def nitf_of(headline, content, encoding="UTF-8", **head):
    dates = "".join(f'<{name.replace("_", ".")} norm="{day}"/>' for name, day in head.items())
    return (f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "nitf-3-5.dtd">\n'
            f'<nitf><head><title>9조원</title><docdata>{dates}</docdata></head><body><body.head><hedline><hl1>{escape(headline)}</hl1></hedline>'
            '<byline>9조원 기자</byline><dateline>9조원</dateline></body.head>\n'
            f'<body.content>{content}</body.content><body.end><tagline>9조원</tagline></body.end></body></nitf>\n').encode(encoding)


def nitf(headline, paragraphs, encoding="UTF-8"):
    return nitf_of(headline, "".join(f"<block><p>\n  {escape(text)}\n</p></block>\n" for text in paragraphs), encoding)


def nitf_cp949(headline, paragraphs):
    return nitf(headline, paragraphs, "cp949")


def news_item(headline, inline, **dates):
    created, version = dates.get("created", ""), dates.get("version", "")
    return (f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>{version}</versionCreated></itemMeta>'
            f'<contentMeta><contentCreated>{created}</contentCreated><slugline>9조원</slugline><headline>{escape(headline)}</headline></contentMeta>'
            f'<contentSet>{inline}</contentSet></newsItem>')


def xhtml(body):
    return ('<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>9조원</h:title></h:head>'
            f'<h:body>{body}</h:body></h:html></inlineXML>')


def newsml(headline, paragraphs):
    body = "".join(f"<h:p>{escape(text)}</h:p>\n" for text in paragraphs)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + news_item(headline, xhtml(body))).encode()


def text(headline, paragraphs):
    return "\n\n".join([headline, *paragraphs]).encode() + b"\n"


def markdown(headline, paragraphs):
    return "\n\n".join(["# " + headline, *paragraphs]).encode() + b"\n"


def cp949(headline, paragraphs):
    return text(headline, paragraphs).decode().encode("cp949")


def utf16(headline, paragraphs):
    return b"\xff\xfe" + text(headline, paragraphs).decode().encode("utf-16-le")


# name of the draft → how it is written
FORMATS = {"article.txt": text, "article.md": markdown, "article.html": html_page, "article.docx": docx, "article.odt": odt,
           "article.hwpx": hwpx, "cp949.txt": cp949, "utf16.txt": utf16, "article.nitf": nitf, "cp949.nitf": nitf_cp949, "newsml.xml": newsml}
