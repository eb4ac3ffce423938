"""Every message about a workbook, once: what is wrong, and what to do about it."""

from __future__ import annotations

BROKEN = "xlsx 打不开或已损坏，请用 Excel 或 WPS 打开后重新保存"
NO_WORKBOOK = "文件里没有工作表，不是 xlsx，请核对给的是哪个文件"
TOO_LARGE = "xlsx 展开后超过 {limit} MB，请删去图片和无关的工作表"
TOO_MANY_CELLS = "xlsx 的单元格超过 {limit} 个，请只留下要读的工作表"
WITH_ENTITIES = "xlsx 里带有 XML 实体声明，正常的文件里没有，没有读，请核对文件来源"
NO_TEXT = "xlsx 里看得见的工作表都是空的，请核对给的是哪个文件"

# What is said of a workbook that was read
HIDDEN_SHEETS = "工作表“{names}”是隐藏的，没有读；要读请取消隐藏后保存"
HIDDEN_LINES = "工作表“{name}”有隐藏的{what}，没有读；要读请取消隐藏后保存"
ROWS = "行（{count} 行）"
COLUMNS = "列（{count} 列）"
UNCALCULATED = "有 {count} 个公式没有存下算出的值，按空格读；请用 Excel 或 WPS 打开，保存一次"
MACROS = "文件里有宏或控件，没有运行，也没有读"
LINKS = "文件里有指向别的文件的链接或嵌入的对象，没有打开，也没有读；用到它们的公式按上次算出的值读"
