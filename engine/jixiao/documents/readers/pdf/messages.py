"""Every message about a pdf, once: what is wrong, and what to do about it."""

from __future__ import annotations

TOO_LARGE = "pdf 超过 {limit} MB，请压缩图片、删去无关的页或拆分"
ENCRYPTED = "pdf 加了打开密码，请去掉密码后另存"
BROKEN = "pdf 打不开或已损坏，请重新下载，或用原来的软件重新导出"
NO_PAGES = "pdf 里没有页，请核对是否下载或保存完整"
TOO_MANY_PAGES = "pdf 超过 {limit} 页，请只留下报告本身的页"
PAGE_TOO_LARGE = "pdf 第 {page} 页的内容太大，读不了；请删去这一页的图形，或用原来的软件重新导出"
STREAM_TOO_LARGE = "pdf 里有一段内容展开后超过 {limit} MB，没有读；请用原来的软件重新导出"
TOO_SLOW = "pdf 读了 {limit} 秒还没有读完，请拆分，或用原来的软件重新导出"
SCANNED = (
    "这是扫描件，页上只有图片，没有文字；请先用文字识别（OCR）另存为带文字的 pdf 或 docx，或给出原来的文件"
)
NO_TEXT = "pdf 里没有文字（可能转成了图形），请给出原来的文件，或先用文字识别（OCR）另存"

# What is said of a pdf that was read
GLYPHS_UNREAD = "有 {count} 个字没有对应的字符（{pages}），读不出，以“\ufffd”代替；请给出原来的文件，或用文字识别（OCR）另存"
PAGES_UNREAD = "{pages}只有图片，没有文字，没有读；里面有数的请先用文字识别（OCR）另存"
ROTATED_UNREAD = "{pages}的文字是横放的，没有读；请把这些页转正后另存"
TABLES_UNREAD = "{pages}的线条太多，其中的表格按普通文字读"
