"""What can be wrong with a template: what it is, and what to do."""

from __future__ import annotations

from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.reports.page.clip import clip

MAX_PLACE = 60
"""Cells of the paragraph that is shown as the place."""

GET_ANOTHER = "；用 jixiao template 可以另取一份好的"

NOT_A_TEMPLATE = f"不是能用的 Word 模板（.docx），或者文件坏了{GET_ANOTHER}"
NOT_READ = "读不了模板：{why}"
TOO_LARGE = f"模板太大（{{what}}），不用{GET_ANOTHER}"
HAS_MACRO = "模板里有宏，不用；请另存为不带宏的 .docx"
HAS_ENTITIES = f"模板的 XML 里有实体声明，正常的 Word 文件没有，不用{GET_ANOTHER}"
HAS_LINK = "模板要从外面取东西（{target}），不用；请把图片等直接放进文件里"
HAS_FIELD = "模板里有会取外部内容的域（{field}），不用；请删去这个域"

NOT_CLOSED = "标记没有写完：{% for %} 要有 {% endfor %}，{% if %} 要有 {% endif %}，{{ 要有 }}"
NOT_UNDERSTOOD = (
    "标记看不懂：只能写 {{ 名称 }}、{% for 甲 in 名称 %}…{% endfor %}、{% if 名称 %}…{% endif %}；"
    "{%p 占一整段，{%tr 占表格的一整行"
)
NOT_ALLOWED = "标记里有“{what}”，模板里不能用：只能写名称、for 和 if，不能运算、调用或取别的属性"
UNKNOWN_NAME = "没有“{name}”这个名称，{hint}"
NOT_IN_ROW = "“{of}”里没有“{name}”，{hint}"
IS_LIST = "“{name}”有好几条，不能直接写；请用 {{% for 甲 in {name} %}} 一条一条写"
IS_TEXT = "“{name}”只是一句文字，不能用 for，也没有“.”后面的名称"
NOT_OUTER = "“{name}”不是外面那一层 for 的：里层的 for 只能用 {{% for 乙 in {outer}.… %}}"
NAME_TAKEN = "“{name}”已经是一个名称，for 后面请换一个"
TOO_LONG = "写出来太长，不用；请看 for 是不是套错了"
BROKEN = "标记放的地方不对，写出来不成 Word 文件：表格的行用 {%tr … %}，整段用 {%p … %}，开头和结尾要在同一层"


def refuse(file: str, message: str, paragraph: str = "") -> Refused:
    """Give the refusal of a template, with the paragraph that it is about where that is known."""
    where = f"“{clip(paragraph, MAX_PLACE)}”这一段：" if paragraph.strip() else ""
    return Refused(Diagnostic(Place(file), f"{where}{message}"))
