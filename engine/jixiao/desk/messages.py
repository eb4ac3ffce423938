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

# Tables that others wrote
NO_ISSUED_TABLE = (
    "没有找到指标表：要有一行表头，写着指标（或一级指标、考核内容等）和分值、评分标准。"
    "扫描的图片先做文字识别；表头是别的叫法的，请改成“指标、分值、评分标准”再试"
)
IS_A_FORM = "这是采集表，不是指标表；核算用 jixiao check，存成案例用 jixiao read"
TOO_MANY_INDICATORS = "读出 {count} 项指标，超过 {limit} 项，不像指标表；请只留下指标表所在的工作表或页"
IMPORTED_TITLE = "表里没有名称，照文件名“{name}”"
IMPORTED_CODE = "表里没有，暂写 {code}；定下来再用，案例写“代码@版本”"
IMPORTED_YEAR = "年度取自表名或文件名"
IMPORTED_NO_YEAR = "表里没有写年度，暂写今年"
IMPORTED_SCOPE = "{key}取自表名或文件名"
IMPORTED_NO_SCOPE = "表里没有写{key}"
IMPORTED_TOTAL = "表里的合计是 {stated} 分，各指标相加是 {full} 分"
IMPORTED_FULL = "各指标分值之和"
IMPORTED_GRADES = "表里没有，照常用的四等写"
IMPORTED_GRADES_NOTED = "表下的注里写着等级，没有读；这里照常用的四等写，请照注核对"
IMPORTED_NAME = "表里几项都叫“{name}”，加上归类分开"
IMPORTED_NUMBER = "暂编 {code}"
IMPORTED_COMMON = "{code} 照共性框架（{common}）"
IMPORTED_NO_FORMULA = (
    "表里的公式“{text}”没有写进去：数据项里没有{names}，要由它算的，请先在 items.yaml 里定义；"
    "不定义的，这项指标的数值由单位直接填报"
)
IMPORTED_FORMULA = "照表里的公式写成数据项：{formula}"
IMPORTED_COMMON_FORMULA = "表里没有公式，照共性框架（{common}）：{formula}"
IMPORTED_NOT_TRIED = "分值不知道，没有试着理解"
MANY_OR_CASE = "一个单位一行的采集表是空的，不能再写 case"

# Many rows at once
UNKNOWN_ENGINE = "没有名为“{name}”的引擎，可用：{known}"
UNKNOWN_DIALECT = "没有名为“{name}”的 SQL 方言，可用：{known}"
UNKNOWN_COLUMN = "指标表里没有“{name}”这个数据项{hint}"
TWO_COLUMNS = "“{name}”有两列，SQL 里只能有一列"
TOO_MANY_DECIMALS = "“{column}”：小数最多写 {most} 位"
NOT_BY_SQL = "“{column}”：SQL 只认数据项、指标值和评定的列，自评、选用请用 jixiao batch"
NO_SPARK = (
    "用不了 Spark：{why}。请安装 jixiao[spark]（pip install 'jixiao[spark,bulk]'）和 Java 17，"
    "或者用 spark-submit 运行；--master 写的地址也请核对"
)
SPARK_FAILED = "Spark 没有算完：{why}"
NOT_ON_SPARK = "选项 {option} 不用于 --engine spark"
FOLDER_THERE = "“{path}”已经有了，请换一个名字，或先把它移走"
UNKNOWN_OUTPUT = "{path}：认不出要写哪一种文件，文件名请以 .parquet、.csv、.xlsx 或 .duckdb 结尾"
OUTPUT_IS_INPUT = "不能把结果写到输入文件“{path}”上，请换一个文件名"
OTHER_RUN = "这里是另一次运行留下的，输入、指标表或选项不同，不能接着算；请去掉 --resume 重新算"
SHEET_FULL = "Excel 的一张表最多 {most} 行，放不下；请写成 .parquet、.csv 或 .duckdb"
OUTPUT_IS_FOLDER = "“{path}”是文件夹，请写明结果的文件名"
OUTPUT_NOT_FILE = "“{path}”不是普通文件（是管道或设备），结果不能写到那里，请换一个文件名"
TABLE_OF_FILE = "“{path}”里的“::{table}”只用于 .duckdb，请去掉"
RESUME_DATABASE = (
    "数据库里的行没有固定的次序，也看不出改过没有，不能用 --resume 接着算；请去掉 --resume，或先导出成文件"
)
VARY_OR_LIST = "--vary 和 --variants 只用一个：--vary 组合成网格，--variants 一行一个方案"
NOTHING_VARIED = "没有写要变什么：请用 --vary 路径=值，或 --variants 文件；--list 列出可以变的地方"
