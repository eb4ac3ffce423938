"""What is wrong with a question itself, rather than with a file."""

from __future__ import annotations

NO_CASE = "没有写要核算哪个案例或文件夹"
NO_SENTENCE = "评分标准是空的"
NOT_EXACT = "{number} 不是准确的数：浮点数存不准小数，请写整数、Fraction、Decimal 或文字，如 '4.5'"
NOT_POINTS_READ = "分值“{points}”不行：{why}"
NOT_POINTS = "分值“{points}”不行，应为大于零的数，如 5"
UNKNOWN_READING = "没有名为“{name}”的口径，{hint}"
NOT_AMONG_READINGS = "口径“{name}”不能是“{value}”，可用：{known}"

NOT_FOR_NEW = "“{name}”不能用于 new {kind}：应为 new table，或 new case 和一张指标表"
NOT_A_CODE = "代码“{code}”不行，只能用{wanted}"
NOT_A_YEAR = "年度“{word}”不行，应为 {first} 到 {last} 之间的四位数"
NOT_A_NAME = "名称是空的，或有不可见的字符"
WHICH_TABLE = "请写明用哪个指标表：new case 代码@版本。现有：{known}"
MANY_OR_CASE = "一个单位一行的采集表是空的，不能再写 case"
