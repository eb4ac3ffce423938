"""Every message of this stage, once: what is wrong, and what to do about it."""

from __future__ import annotations

# The file as a whole
MISSING_FILE = "找不到文件，请核对路径"
MISSING_FOLDER = "找不到文件夹，请核对路径"
IS_FOLDER = "这是文件夹，请给出其中的文件"
NOT_REGULAR = "这不是普通文件，请给出 YAML 文件"
UNREADABLE = "文件打不开（{why}），请检查权限或路径"
TOO_LARGE = "文件超过 {limit} 字节，请拆分或删去无关内容"
EMPTY_FILE = "文件是空的，请填写内容"
NOT_TEXT = "这是{kind}，不是 YAML 文本，请给出 .yaml 文件"
WRONG_ENCODING = "文件编码是 {name}，请另存为 UTF-8"
GUESSED_ENCODING = "文件编码像是 {name}，请另存为 UTF-8"
UNKNOWN_ENCODING = "认不出文件编码，请另存为 UTF-8"
DAMAGED_UTF8 = "此处的字节不是 UTF-8，文件可能损坏，请重新保存为 UTF-8"
NO_KNOWN_KEY = "按 GB18030 读出的内容里没有案例、指标表或数据项，请核对文件，并另存为 UTF-8"
ANOTHER_KIND = "这是{found}，不是{wanted}，请核对给的是哪个文件"
MORE_MISTAKES = "错误已有 {count} 处，其余未列出，请先改正以上各处"

# YAML
NOT_PRINTABLE = "有不可见的控制字符（U+{code}），请删去"
DIRECTIVE = "不支持以 % 开头的 YAML 指令，请删去这一行"
TOO_DEEP = "嵌套超过 {limit} 层，请减少层次"
TOO_MANY_NODES = "内容展开后超过 {limit} 个节点，请拆分文件或去掉别名（*）"
SELF_ALIAS = "别名“*{name}”引用了自己，请删去"
UNKNOWN_ALIAS = "别名“*{name}”没有定义；如果是文字，请加引号"
TAG = "不支持 YAML 标签“{tag}”，请删去；如果是文字，请加引号"
SEVERAL_DOCUMENTS = "一个文件只能有一份内容，请删去“---”或拆成两个文件"
KEY_NOT_TEXT = "键应为文字，请写成“键: 值”"
DUPLICATE_KEY = "键“{key}”重复，第 {first} 行已有，请删去一处或改名"
DUPLICATE_FIRST_KEY = "键“{key}”重复，第 {first} 行已有；如果从这一行起是另一项，请在它前面加“- ”"
NOT_A_MAPPING = "内容应由“键: 值”组成，第一行可写“{example}”"
SYNTAX = "YAML 语法有误：{problem}"
UNQUOTED = "“{key}”的文字{why}，YAML 读不出是文字，请整段加引号，写成 {key}: {text}"
WIDE_COLON = "此处用了全角冒号“：”，请改为半角冒号加空格“: ”"
TIGHT_COLON = "此处的冒号后缺空格，请写成“键: 值”"
WIDE_COMMA = "此处用了全角逗号“，”，请改为半角逗号加空格“, ”"
OTHER_COMMA = "几个“键: 值”之间要用半角逗号加空格“, ”，请改正"
WIDE_BRACE = "此处用了全角括号“{sign}”，请改为半角“{mended}”；如果是文字，请整段加引号"
UNSEEN_INDENT = "行首有{name}，看上去像空格，其实不是，请删去，改用半角空格缩进"
UNSEEN_AT_COLON = "冒号旁有{name}，看上去像空格，其实不是，请改为半角空格"
CUT_IN_BRACES = "空格加“#”后面的都成了备注，括号因此没有闭合；“#”是文字的，请把整段文字加引号"
CHINESE_QUOTES = "中文引号不能代替 YAML 的引号，请在外面再加半角引号，写成 {text}"
OTHER_DASH = "列表的每一项以半角“-”加空格开头，这里写的是“{sign}”，请改正"
TIGHT_DASH = "此处的“-”后缺空格，请写成“- ”"
MISSING_DASH = "此处缺“- ”：列表的每一项都以“- ”开头，请补上，并与第 {line} 行的“- ”对齐"
NO_DASHES = "几项并列的，每一项前要有“- ”，请从这一行起逐行补上"
COMMENTED_HEADING = "这一行属于第 {line} 行的“# {key}:”，那一行还没有生效，请去掉它开头的“# ”"
SHIFTED = "缩进不齐：行首有 {found} 个空格，应与第 {line} 行的“{key}”对齐（{wanted} 个空格），请改正"
MISSING_COLON = "此处缺冒号，请写成 {mended}"
WRAPPED = (
    "这一行像是接着第 {line} 行“{key}”的文字，折行后没有缩进；请接到上一行后面，或缩进得比“{key}”多两个空格"
)
OPEN_QUOTE = "从这里起的引号没有闭合，请在文字的末尾补上"
NOTE = "这一行不是“键: 值”；是说明的请在前面加“# ”，是上一行的文字请与上一行连起来"
PASTED = "这一行像是从 Excel 粘贴来的（有制表符），请写成 {example}"

# Shape of the content
UNKNOWN_KEY = "不认识的键“{key}”"
UNKNOWN_KEY_NEAR = "不认识的键“{key}”{near}"
UNKNOWN_KEY_KNOWN = "不认识的键“{key}”，可用：{known}"
UNKNOWN_KEY_COLON = "不认识的键“{key}”：冒号应为半角并后跟空格，请写成“键: 值”"
UNKNOWN_KEY_COLON_COMMA = "不认识的键“{key}”：冒号和逗号都应为半角并后跟空格，请写成“键: 值, 键: 值”"
UNKNOWN_KEY_TEXT = "“{key}”像是前面“{before}”的文字，被半角逗号分开了，请把整段文字加引号，或改用全角逗号"
UNKNOWN_KEY_INDENT = "“{key}”没有缩进，因此不在上面的“{section}”里；请在行首加两个空格"
UNSEEN_IN_NAME = "“{name}”里有{sign}，看上去像空格或看不出来，请删去"
UNKNOWN_KEY_DIGITS = "不认识的键“{key}”：数字里有逗号的，请去掉逗号或加引号"
MISSING_KEY = "缺少“{key}”，请补上"
KEY_COLON = "“{key}”里的冒号是全角的，请写成半角冒号加空格：{mended}"
NO_CONTENT = "这里没有内容，请填写，或删去这个键"
WRONG_TYPE = "应为{wanted}，实为{found}{hint}"
AS_LIST = "，几个的请写成 [{items}]，用半角逗号隔开"
AS_WHOLE = "，请写成 {number}"
AS_EXAMPLE = "，请写成 {example} 这样"
NOT_AMONG = "“{found}”不在可选之列{near}，可用：{known}"
NOT_MATCHING = "“{found}”不符合要求：{wanted}"
TOO_SMALL = "“{found}”过小，至少为 {limit}"
TOO_BIG = "“{found}”过大，最多为 {limit}"
TOO_FEW = "至少要有 {limit} 项，请补上"
TOO_MANY = "最多 {limit} 项，请删减"
NOT_VALID = "不符合要求：{wanted}，请对照 rules/schema 里的说明改正"

# Names
UNDEFINED_ITEM = "未定义的数据项“{name}”{near}；新数据项先写进 items.yaml"
ALIAS_OF_ITEM = "“{name}”是数据项“{item}”的别名，请写“{item}”"
UNKNOWN_INDICATOR = "指标“{name}”不在指标表“{table}”里{near}，请改名或删去"
UNKNOWN_BLOCK = "“{name}”不是指标表“{table}”里的自设板块{near}，请改名"
UNKNOWN_GRADE = "等级“{name}”不在指标表“{table}”里，可用：{known}"
REPEATED_NAME = "{kind}“{name}”重复，第 {first} 行已有，请删去一处或改名"
ITEM_COLLISION = "“{name}”已用于 {earlier} 的数据项“{item}”，同一个名称只能指一个数据项，请改名"
WIDE_COMMA_IN_NAME = (
    "“{name}”里用了全角逗号，读成了一项；几项的请用半角逗号加空格“, ”隔开，就是一项的请整段加引号"
)
UNKNOWN_SOURCE = "出处“{text}”没有以“来源”里的简称开头{near}；来源有：{known}。请改正，或在“来源”里补上"

# Figures
TOO_LONG_NUMBER = "“{text}”过长，不是可以精确读取的数字，请写成 225.18 这样的十进制数"
UNIT_MISMATCH = "单位“{unit}”与{owner}（{wanted}）不符，请核对"
MISSING_UNIT = "缺少单位：{owner}以{wanted}计，请补“单位: {wanted}”"
NOT_A_RATIO = "应为比率，“{text}”的单位是{unit}，请写成 93.38% 这样"
NOT_POSITIVE = "“{text}”应大于 0，请改正"
NEGATIVE = "“{text}”不能小于 0，请改正"

ITEM_OWNER = "数据项“{name}”"
TARGET_OWNER = "“目标”"
NO_PARTS = "“{name}”的明细里没有内容，请补上或删去"

# A table
TO_FILL_IN = "{name}还没有填{keys}（写着“待填”）：请照本地的文件填上，不用这项指标的整段删去"
SAME_GRADE = "等级“{name}”与“{other}”的最低分相同，请改正"
UNKNOWN_IN_CHOICE = "任选的“{name}”不在指标里{near}，请写指标的名称"
CHOICE_POINTS = "任选的指标分值应相同，“{name}”与“{other}”不同，请改正"
CHOICE_OF_BLOCK = "“{name}”是自设板块或附加指标，不能写在“任选”里"
EXTRA_BLOCK = "自设板块不能是附加指标，请删去“附加”或“自设”"
QUALITATIVE_ALONE = "“定性标准”只用于“自设: 是”的指标，请补上或删去"

# A case
AS_TEXT = "，请写成 {{值: 12.5, 单位: 万元, 出处: 报告 二}} 这样；没有这个数的，把整行删去"
AS_FIGURE = "，请写成 {{值: {number}, 单位: {unit}, 出处: 报告 二}} 这样"
NOT_FILLED_IN = "还没有填：{named}{lines}。请把内容填上；没有内容的，把这一行连同空下来的小标题删去，不要写 0"
ADOPTED_TWICE = "“{name}”已采用第 {first} 行的数，只能采用一处，请删去一个“采用”"
LEAVES_FOLDER = "“{path}”离开了案例所在的文件夹，请写同一文件夹里的文件名"
NO_TARGET_SIGN = "目标“{text}”没有方向，请以 ≥、≤ 或 = 开头，如 ≥3 项"
TARGET_OR_QUALITATIVE = "自设指标要写“目标”或“定性: 是”，二者取一"
QUALITATIVE_ACTUAL = "定性指标没有“实际”值，请删去，由“评定”给出档次和得分"
NOT_A_CHOICE = "“{name}”不是指标表“{table}”里任选的指标，“选用”里请删去"
NO_JUDGEMENT = "评定没有结论，请写等级、得分、达到、发现、次数、扣分、符合或事实之一"
LEVEL_TWICE = "“档次”和“等级”是一回事，只写一个"
HOLDS_WITHOUT_FACT = "“成立”要与“事实”同写，请补“事实”"

EXPECTED_OF_WHOLE = "案例分几个项目，这里只能写“平均分”，其余请写在各项目的“预期”里"
EXAMPLE_RANGE = "例的得分范围要写两个数，低的在前，如 [4, 4.5]"

BAD_DATE = "“{text}”不是日期，请写成 2025-12-31 这样"

# Checks
SAME_CHECK = "核查代码“{name}”重复，{first} 已有，请改名"

# Finding rules
NO_PROPERTY = "“{kind}”没有“{name}”这一项{near}；可用：{known}"
NO_LEVEL = "级别“{found}”不在可选之列，可用：{known}"
NO_CODE = "代码“{found}”应为小写英文、数字和连字符，如 claim-on-disputed-figure"
BAD_VARIABLE = "“{found}”不是变量的写法，变量以半角 $ 开头，如 ${name}"
VARIABLE_IN_LIST = "列表里不能写变量（{found}），请改为文字，或单写这个变量"
FREE_TWICE = "变量“{name}”没有在“当”里出现，在“没有”和“至少”的各条之间并不是同一个值，请改名，或写进“当”"
UNBOUND = "变量“{name}”没有在“当”里出现{near}，请在“当”里写明它是哪一项"
FREE_IN_THEN = "变量“{name}”只在“没有”或“至少”里，没有确定的值{near}，请写进“当”"
CODE_IS_FIXED = "疑点的代码不能是变量，请写明，如 claim-on-disputed-figure"
NOT_FROM_LEVEL = "变量“{name}”在“当”里不是级别，请写严重、一般、提示之一，或“级别”的变量"
NO_TEMPLATE = "“{name}”只能写文字或一个变量（如 $指标），不能用花括号拼接"
BAD_HOLE = "“{found}”不是变量的写法，花括号里只写变量名，如 {{指标}}"
STRAY_BRACE = "文字里的“{found}”应为成对的半角花括号，里面是变量名，如 {{指标}}"
TOO_LONG_TEXT = "文字超过 {limit} 个字，请缩短"
SAME_RULE = "规则“{name}”与 {earlier} 的重名，请改名"
TOO_MANY_RULES = "疑点规则最多 {limit} 条，请合并或删减"

# A common framework
SAME_FRAMEWORK = "共性框架代码“{name}”重复，{first} 已有，请改名"
YEARS_TURNED = "“止”不能早于“起”，请改正"
UNIT_OF_FORMULA = "写了公式的要写明它算出的单位，请补“单位”，如 单位: '%'"
UNIT_ALONE = "没有公式，不必写单位，请删去，或补上公式"
VARIANT_ALONE = "没有公式，不能有变体，请补上公式"
FORMULA_UNIT = "公式算出的单位是{found}，不是{wanted}，请核对公式和单位"
NOT_A_NUMBER = "公式应算出一个数，不是条件，请改正"
VARIANT_SAME = "变体的名称和指标的名称相同，请删去“名称”，或写它在那里的名称"
NAME_IN_CATEGORY = "“{name}”在这个归类里已有（第 {first} 行），请改名"
NO_FRAMEWORK = "没有共性框架“{reference}”{near}；现有：{known}"
IS_FRAMEWORK = (
    "“{reference}”是共性框架，没有分值和评分标准；请先用 jixiao new table --from {reference} 写一张指标表"
)

# The library of tables
NO_RULES = "这里没有指标表，也没有 items.yaml，请用 --rules 指定规则文件夹"
NO_BUILT_IN = "没有随程序安装的规则，请用 --rules 指定规则文件夹"
NO_TABLE = "没有指标表“{reference}”{near}；现有：{known}"
NO_MATCH = "没有适用于“{wanted}”的指标表；现有：{known}。请用“指标表: 代码@版本”指定，或补上指标表"
SEVERAL_MATCH = "适用于“{wanted}”的指标表不止一个：{known}。请用“指标表: 代码@版本”指定"
SEVERAL_VERSIONS = "指标表“{reference}”有多个版本：{known}。请写明“代码@版本”"
SAME_TABLE = "指标表“{reference}”有多个文件：{known}。请改其中的代码或版本"
NO_CASES = "文件夹里没有案例文件（含“案例”的 .yaml），请核对路径"

# Texts rewritten at their place
REWRITTEN_ALIAS = "这里的值是别名（*）所指的，别处也在用，请自己改"
REWRITTEN_SPLIT = "这里的值分写在几行，或有转义，请自己改"
REWRITTEN_TWICE = "两条预期要改成不同的数，请自己改"
LOSSY = "文件的编码不能原样写回，请另存为 UTF-8"

# A git revision
NO_GIT = "读不了 git 版本“{reference}”：{why}"
NO_REVISION = "没有这个版本：不是现有的文件、文件夹、指标表代码，也不是 git 版本（如 HEAD~1、HEAD~1:rules/某市/表.yaml）"
OUTSIDE_REPOSITORY = "“{reference}”不在这个 git 仓库里，请在仓库里运行"
REVISION_TOO_LARGE = "“{reference}”里的文件超过 {limit} 字节，请只比较规则文件夹"

# Versions to compare
NOTHING_TO_COMPARE = "“{reference}”里没有指标表"
NOT_COMPARABLE = "一边是一张表，一边是文件夹，请两边都写表，或都写文件夹"
