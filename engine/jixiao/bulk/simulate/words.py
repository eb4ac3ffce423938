"""Messages about what is to be varied."""

from __future__ import annotations

NO_VALUES = "“{text}”没有写要取哪些值；请写成 路径=值，如 预算控制率.条款2.分值=3..5"
UNKNOWN_HEAD = (
    "指标表里没有可变的“{text}”{near}；可以写指标名称（或代码）加 .分值、.条款N.分值、.条款N.门槛、.口径.名称，"
    "或 满分、等级.优、口径.名称"
)
UNKNOWN_PART = (
    "“{name}”后面不认识“{part}”；可以写 分值、条款N.分值、条款N.门槛、条款N.系数、门槛N%、"
    "口径.名称、目标、公式、评分标准"
)
NO_CLAUSE = "“{name}”的评分标准只有{count}条，没有条款{number}"
NO_NUMBER = "“{name}”的条款{number}（{clause}）里没有{kind}；可以变的有：{known}"
MANY_NUMBERS = "“{name}”的条款{number}（{clause}）里有{count}个{kind}，请写明第几个：{known}"
NOT_SAID = "“{name}”的评分标准里没有写{text}；写到的数有：{known}"
NOT_READ = "“{name}”的评分标准读不懂，不能逐条改：{why}"
NO_TEXT = "“{name}”没有写{part}，没有可变的"
UNKNOWN_READING = "没有叫“{name}”的口径{near}"
UNKNOWN_GRADE = "指标表的等级里没有“{name}”；有：{known}"
UNKNOWN_LIMIT = "指标表的{kind}里没有“{name}”；有：{known}"
NOT_A_NUMBER = "“{path}”要取数，“{text}”不是数"
OTHER_UNIT = "“{path}”写的是{unit}，不能取“{text}”"
NO_STEP = "“{text}”的步长要大于0"
TOO_MANY_VALUES = "“{text}”有{count}个值，最多{most}个；请把步长写大一些"
TOO_MANY_VARIANTS = "这些取值组合起来有{count}个方案，最多{most}个；请少变几处或把步长写大一些"
TWICE = "“{path}”写了两次，请合成一处"
NO_VARIANTS = "没有写要变什么：请用 --vary 路径=值，或 --variants 文件"
GRADE_ORDER = "等级的最低分要从高到低：{grades}"
SHARED_POINTS = "任选的{names}分值要相同"
NOT_POSITIVE = "{path}要大于0"
READING_VALUE = "口径“{name}”没有“{value}”；可以取：{known}"
