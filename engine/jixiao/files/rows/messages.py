"""Every message about tables of rows, once: what is wrong, and what to do about it."""

from __future__ import annotations

# The file
UNKNOWN_KIND = (
    "认不出“{suffix}”是什么文件，请给出 .csv、.txt、.tsv、.parquet、.arrow、.feather、.xlsx、"
    ".duckdb 文件，或 postgresql://… 地址"
)
IS_FORM = "这是采集表（jixiao form 做的），请直接用 jixiao check 核算"
NO_HEADS = "表里什么也没有，第一行应是各列的名称"
NOT_DECODED = "第 {line} 行有不是 {name} 编码的字节（多半是字被截断了），请改正这一行，或另存为 UTF-8"
QUOTES = "第 {line} 行的引号不成对，后面的行因此分不清（{why}），请改正后再运行"
LONG_CELL = "第 {line} 行起有一格超过 {most} 个字，多半是引号没有闭合，请改正后再运行"
NOT_PARQUET = "文件打不开（{why}），请核对是不是完整的 {kind} 文件"
NESTED = "列“{head}”的类型是 {type}，不是一格一个值，请先展开"
MISSING_TABLE = "找不到表“{name}”，库里有：{known}，请写成 文件::表名"
WHICH_TABLE = "库里有几个表：{known}，请写成 文件::表名"
NO_TABLE = "库里没有表"
MISSING_LIBRARY = "读写这种文件要用 {name}，没有安装，请运行 pip install 'jixiao[bulk]'"
MISSING_DRIVER = "读 PostgreSQL 要用 psycopg，没有安装，请运行 pip install 'psycopg[binary]'"
DATABASE = "数据库没有给出数据：{why}"
DATABASE_BUSY = "另一个程序正开着这个库，写不进去；请先关掉它，再加 --resume 接着写"
NOT_A_DATABASE = "这不是 DuckDB 文件，写不进去；请换一个文件名"
NOT_WRITTEN = "库里的表“{table}”写不了：{why}"
WIDTH = "这一行有 {found} 格，表头有 {wanted} 格；请核对有没有多出或缺少的分隔符"

# Heads
UNIT_MISFIT = "列“{head}”：{owner}的单位是{wanted}，不能是“{unit}”，请改表头或数据"
UNKNOWN_UNIT = "列“{head}”没有用上：括号里的“{unit}”不是认得的单位{hint}"
NEARLY = "列“{head}”没有用上{near}；是的话请改表头，或用 --map 指明"
UNKNOWN_RATED = "列“{head}”没有用上：指标表里没有指标“{name}”{near}"
TWICE = "列“{head}”和列“{other}”说的是同一件事，请留一列"
NOT_OURS = "这个文件夹里有别的文件（{name}），算好的部分要放在这里，请先移走，或换一个结果文件名"
BUSY = "另一次运行正在把结果写到这里，请等它算完，或换一个结果文件名"
SAME_RESULT = "列“{head}”和要写出的列同名，请先改名"
NOTHING_USED = "没有一列是这个指标表要的。它要的数据项有：{wanted}。表头对不上的，可用 --map 指明"

# --map
MAP_HEAD = "“{head}”不是输入里的列，输入有：{known}"
MAP_TARGET = "“{target}”不是数据项、指标或评定、自评的写法{near}"
MAP_SHAPE = "应写成 列名: 数据项（单位），或 列名: 不用"

# Cells
UNREADABLE_CELL = "请改正这一格，或留空"
WHAT_TO_DO = "改正后，把这些行单独再算一次"
NO_SUCH_ROW = "没有第 {row} 行，表头以下共 {last} 行"

NO_VARIANTS = "文件里没有方案；第一行写要变的路径，以下一行一个方案"
VARIANTS_UNREAD = "读不了：{why}"
VARIANTS_ENCODING = "编码既不是 UTF-8，也不是 GB18030；请另存为 UTF-8"
VARIANT_TOO_LONG = "这一行的格比第一行的路径多；值里有逗号的，请用双引号括起来"
VARIANTS_TABLE = "第 {line} 行起读不成表（{why}），多半是引号没有闭合，请改正后再运行"
VARIANT_TWICE = "路径“{head}”写了两列，请留一列"
VARIANTS_SHAPE = "方案写成清单，一项一个方案：- {{预算控制率.条款2.分值: 3, 等级.优: 92}}"
