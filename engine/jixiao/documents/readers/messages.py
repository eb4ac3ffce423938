"""Every message about a file that holds a report, once: what is wrong, and what to do about it."""

from __future__ import annotations

# The file as a whole
MISSING_FILE = "找不到文件，请核对路径"
IS_FOLDER = "这是文件夹，请给出其中的文件"
CLOSED_FOLDER = "文件夹打不开（没有权限），里面有什么没有看，请检查权限"
NOT_REGULAR = "这不是普通文件，请给出报告文件（docx、pdf、html、txt、xlsx、ofd）"
UNREADABLE = "文件打不开（{why}），请检查权限或路径"
NO_PERMISSION = "没有权限"
TOO_LARGE = "文件超过 {limit} MB，请压缩图片、删去无关内容或拆分"
REPORT_TOO_LONG = "报告超过 {limit} 万字，请只留下报告本身，或者拆分"
TOO_MANY_NUMBERS = "报告里的数超过 {limit} 万个，不像一份报告，请只留下要读的部分，或者拆分"
EMPTY_FILE = "文件是空的，请核对是否下载或保存完整"
NO_EXTRA = "读这种文件要先安装 {name}，请运行 pip install 'jixiao[documents]'"

# What it is, where it is nothing that can be read
OLD_WORD = "这是旧版 Word 或 WPS 文字的二进制文件（.doc、.wps），请另存为 docx"
OLD_EXCEL = "这是旧版 Excel 或 WPS 表格的二进制文件（.xls、.et），请另存为 xlsx"
BINARY_EXCEL = "这是 xlsb 文件，请另存为 xlsx"
SLIDES = "这是演示文稿，不是报告，请给出 docx、pdf 或 txt"
OLD_OFFICE = "这是旧版 Office 的二进制文件，请另存为 docx 或 xlsx"
ENCRYPTED = "文件加了密码，请用 Word 或 WPS 打开，去掉密码后另存"
OPEN_DOCUMENT = "这是 odt 或 ods 文件，请另存为 docx 或 xlsx"
RICH_TEXT = "这是 rtf 文件，请另存为 docx"
OFFICE_XML = "这是 Word 或 Excel 的单个 XML 文件，请另存为 docx 或 xlsx"
OWN_RESULT = "这是 jixiao 写出的结果，不是报告；请给出原来的报告，写成案例的用 jixiao check 核算；网页里带着案例，用 jixiao read 取回"
OTHER_XML = "这是 XML 文件，不是报告，请给出 docx、pdf、html 或 txt"
PICTURE = "这是图片，里面没有可读的文字，请先做文字识别（OCR），或给出 docx、带文字的 pdf"
OTHER_ARCHIVE = "这是压缩文件，请解压后给出其中的报告"
UNKNOWN_KIND = "认不出是什么文件，请给出 docx、pdf、html、txt、xlsx 或 ofd"

# Text
WRONG_ENCODING = "文件编码是 {name}，请另存为 UTF-8"
UNKNOWN_ENCODING = "认不出文件编码，请另存为 UTF-8"
DAMAGED_ENCODING = "文件像是 {name}，但有的字节不是，可能已损坏或被截断，请重新保存"
TOO_MANY_PARTS = "这个网页文件里的部分超过 {limit} 个，没有打开，请另存为 docx"
TOO_MANY_LINES = "文件超过 {limit} 万行，请删去无关内容或拆分"

# XML
BROKEN_XML = "文件里的“{name}”已损坏（第 {line} 行），请用 Word 或 WPS 打开后重新保存"
XML_WITH_DTD = "文件里的“{name}”带有 DTD 声明，正常的文件里没有，没有读，请核对文件来源"
NO_TEXT = "文件里没有文字，请核对给的是哪个文件"
ONLY_PICTURES = "文件里没有文字，只有图片，请先做文字识别（OCR），或给出带文字的文件"
NO_TEXT_IN_OFD = "这个 ofd 里没有文字，多半是扫描件，请先做文字识别（OCR），或给出 docx、带文字的 pdf"
TOO_LONG = "文件里的段落和文字片段超过 {limit} 万，请拆分或删去无关内容"
NO_DOCUMENT = "文件里找不到正文，可能已损坏，请用 Word 或 WPS 打开后重新保存"

# What a reader is told of a file that was read
REVISIONS_OPEN = "文件里有还没有接受的修订（{counts}），这里按全部接受后的文字读，请核对后接受或拒绝修订"
INSERTED = "插入 {count} 处"
DELETED = "删除 {count} 处"
MOVED = "移动 {count} 处"
HIDDEN_TEXT = "有 {count} 处隐藏文字没有读"
COMMENTS = "有 {count} 条批注没有读"
SYMBOLS_UNREAD = "有 {count} 个符号（字体 {fonts}）认不出，没有读"
PARTS_UNREAD = "有 {count} 处嵌入的对象或文件没有读，里面有数的请另外给出"

# What stands apart from the running text
CONTENTS = "目录"
TEXT_BOX = "文本框"
FOOTNOTE = "脚注"
ENDNOTE = "尾注"
