"""What can't be carried from a table in Excel or Word into its YAML, and what to do."""

from __future__ import annotations

STUCK = "{what}改成了“{new}”，但是{why}；请直接改 YAML，或者把这一格改回来"
NOT_SLOTS = "“{text}”不是照原来的样子改的，看不出改了哪一处；请只改其中的数和名称，或者直接改 YAML"
NO_NOTE = "表下面的“{text}”没有了；要去掉它，请直接改 YAML，这里请恢复这一行"
NEW_NOTE = "表外的“{text}”没有地方写进 YAML；请删去这一行，或者写进指标说明、评分标准"
NO_POINTS = "“{name}”没有分值；请补上"
NO_STANDARD = "“{name}”没有评分标准；请补上"
SAME_NAME = "有两行都叫“{name}”；请改成不同的名称"
NO_ROWS = "一项指标也没有了；请恢复，至少要有一项"
BLOCK_CHANGED = "“由被评价单位自己设指标”这一行不能在这里添上或删去；请恢复，或者直接改 YAML 里的“自设”"
QUALITATIVE_CHANGED = (
    "这一格原来分“定量指标：”和“定性指标：”两行，现在不是了；请恢复这两个开头，或者直接改 YAML"
)
NOT_SAID = "这一格是“{seen}”，照着改了 YAML 以后却成了“{got}”，所以没有改；请直接改 YAML"
EMPTY_TITLE = "标题没有了；请恢复"
ORDER = "照着调换、增加或删去指标以后，YAML 里的顺序和表里不一样，所以没有改；请直接改 YAML"
CONFLICT = (
    "这一格和 YAML 都改过，改得不一样：原来是“{base}”，这里是“{seen}”，YAML 里是“{theirs}”；请先改成一样的"
)
CONFLICT_NOTES = "表下面的注和 YAML 都改过；请从现在的 YAML 重新导出一份再改"
CONFLICT_GONE = "这一行改过，可是 YAML 里已经删去了“{name}”；请从现在的 YAML 重新导出一份再改"
CONFLICT_EDITED = "表里删去了“{name}”，可是 YAML 里改过它；请从现在的 YAML 重新导出一份再改"
CONFLICT_ORDER = "指标的顺序在表里和 YAML 里都调换过；请从现在的 YAML 重新导出一份再改"

# What is told of an edit that was carried over
FULL_CHANGED = "合计改成了{new}，满分跟着由{old}改为{new}；等级划分没有跟着改，请一并核对。满分不变的，请把各项分值调到合计{old}"
