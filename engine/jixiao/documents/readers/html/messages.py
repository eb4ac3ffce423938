"""Every message about a page of the web, once: what is wrong, and what to do about it."""

from __future__ import annotations

TOO_LARGE = "网页超过 {limit} MB，请只保存报告本身，或另存为 docx"
NO_PAGE = "这不是网页，里面没有 HTML 标记，请核对给的是哪个文件"
NO_PAGE_INSIDE = "这个网页文件里没有网页正文，请重新保存，或另存为 docx"
BROKEN = "网页已损坏，读不了；请重新保存，或另存为 docx"
NO_TEXT = "网页里没有正文（正文可能在另一个页面或附件里），请打开那个页面或附件再保存"
TOO_MANY_ELEMENTS = "网页里的标记超过 {limit} 个，请只保存报告本身，或另存为 docx"
TOO_DEEP = "网页里的标记嵌套超过 {limit} 层，请重新保存，或另存为 docx"
TOO_MANY_CELLS = "网页里有一张表超过 {limit} 格，请只留下要读的部分"

# What is said of a page that was read
BYTES_UNREAD = "有 {count} 处字节按编码读不出，以“\ufffd”代替；请重新下载或保存"
