"""Every message of the command line, once: what is wrong, and what to do about it."""

from __future__ import annotations

USAGE = "用法："
COMMANDS = "命令："
OPTIONS = "选项："
EPILOGUE = "各命令的说明：jixiao 命令 --help"
SEE_HELP = "用法见 {command} --help"

NO_COMMAND = "缺少命令，{hint}"
UNKNOWN_COMMAND = "不认识的命令“{word}”，{hint}"
UNKNOWN_OPTION = "不认识的选项“{word}”，{hint}"
MISSING_WORDS = "缺少参数：{words}"
MISSING_VALUE = "选项 {option} 后面缺少参数"
NO_VALUE = "选项 {option} 不带参数"
EMPTY_WORD = "参数是空的，应为：{words}"
NOT_THIS_SUFFIX = (
    "{path}：这个命令不能写 {suffix} 文件，可用的格式：{known}。要写纯文本，请换成 .txt，或加 --format text"
)
NOT_AMONG = "选项 {option} 不能是“{word}”，可用：{known}"

WARNING = "提醒：{warning}"

NEW_WHAT = "应写 new table，或 new case 指标表（代码、代码@版本或文件）"
NOT_FOR_NEW = "选项 {option} 不用于 new {kind}"
NOT_A_NAME = "选项后面的名称是空的，或有不可见的字符"
NOT_OVERWRITTEN = "“{path}”已经有了，不会覆盖；请换一个文件名，或先把它移走"
CODE_IN_USE = "提醒：这个文件夹里已有案例用代码“{code}”，结果和处置会混在一起；请换一个，或不写 --code"
TABLE_ELSEWHERE = (
    "提醒：“{path}”不在规则文件夹“{rules}”里，核算这个案例时找不到它；请把它放进当前文件夹下的 rules 文件夹"
)

READ_NEEDS_FOLDER = "读一个文件夹，要用 -o 写明把案例写进哪个文件夹"
READ_DONE = "写进 {folder}：案例 {cases} 个，读不了的 {failed} 个"
COMPARED_FOR_PEOPLE = "--compare 的结果只给人看，不写 --format json 和 --table"
ONE_REPORT = "--text 一次只能看一份报告"
KEPT = "已有，未改：{path}"
KEPT_WITH_NEW = "已有，未改：{path}；新读到 {count} 处，附在文件末尾作备注"

NO_POINTS = "缺少选项 --points：请写明分值，如 --points 5"
NOT_POINTS = "分值“{word}”不行，应为大于零的数，如 5"
NOT_POINTS_READ = "选项 --points：{why}"
ONE_SENTENCE = "评分标准只能是一句，请用引号括起来；多出来的是“{word}”"
NAME_IT = "句中如果写了指标的名称，请用 --name 写明，如 --name 预算执行率"
NOT_A_READING = "口径“{word}”应写成 名称=值，如 不足一步=不计"
READING_TWICE = "口径“{name}”写了两次"
IDLE_READING = "口径“{name}”对这一句不起作用：句中用不到，或已经写明"
MORE_THAN_ONE = "只能看一张表的一个指标，多出来的是“{word}”"

ONE_WORD = "只能查一个词，多出来的是“{word}”"
NO_WORDS = "这个命令只有选项，请去掉“{word}”"
NO_FOLDER = "缺少选项 -o：请写明写进哪个文件夹，如 -o 格式说明"
SCHEMAS_WRITTEN = "已写入 {path}：格式说明 {count} 个"
ONE_COMMAND = "只能看一个命令的说明，多出来的是“{word}”"
WHICH_SHELL = "请写明是哪一种命令行：{known}"
UNKNOWN_SHELL = "不认识的命令行“{word}”，{hint}"

TWO_VERSIONS = "要写两个版本：旧的和新的"
NOT_A_COUNT = "选项 {option} 不能是“{word}”，应为 0 或正整数"
NOT_PROCESSES = "选项 --processes 不能是“{word}”，应为 0 到 {most} 的整数"
GATE_WITHOUT_CASES = "--max-moved、--no-grade-change 和 --strict 要与 --cases 同写"
NO_PAIR = "两边没有成对的指标表"
NOTHING_COMPARED = "没有一个案例可以比较：{tables}，等于没有检查；请给 --cases 用旧版本的案例"
GRADES_OPEN = "有 {count} 个案例变前变后等级都没有定，变没变无从知道：{names}；补齐缺的数才能判断"
STRICT_FAILS = "{what}（--strict：按不通过处理）"
TOO_MANY_MOVED = "有 {count} 个案例的得分变了，多于 --max-moved 的 {most} 个"
GRADES_CHANGED = "有 {count} 个案例的等级变了：{names}"

NOT_THIS_PAPER = "{kind}不能写成 {form}，请用 {known}"
PAPER_NEEDS_FILE = "{form} 不能显示在屏幕上，请用 -o 写明文件，如 -o 意见.{form}"
TEMPLATE_FOR_WORD = "--template 只用于写成 Word 的文书，如 --document opinion -o 意见.docx"
SUMMARY_IS_ONE = "汇总是一个文件，不是文件夹“{path}”；请用 -o 汇总.xlsx 或 -o 汇总.docx"
ONE_CASE_A_PAPER = (
    "{kind}一个案例一个文件，这里有 {count} 个案例；"
    "请把 -o 写成文件夹（如 -o 意见），一个案例写一个；几个案例合在一起用 --document summary"
)
NOT_FOR_PAPERS = "{option} 只用于屏幕上的结果，不用于文书"
NOT_READ_TEMPLATE = "读不了模板“{path}”：{why}"
PAPER_KEPT = "已有，未改：{path}，内容和现在的结果不同，可能有人填写过；要重新写，请先把它移走"
PAPERS_WRITTEN = "{path}：{kind} {count} 份"
NO_OFFICE = "写 Word、Excel 文件要先安装两个程序库，请运行 pip install 'jixiao[office]'"
WHICH_TEMPLATE = "请写明是哪一种文书的模板：{known}"
TEMPLATE_NEEDS_FILE = "请用 -o 写明文件，如 jixiao template {kind} -o 模板.docx"

EXPLAIN_ALONE = "--explain 只说明代码，不看文件，请去掉“{word}”"
FULL_OR_BRIEF = "--full 和 --brief 只能写一个"
UNKNOWN_CODE = "没有疑点代码“{code}”，{hint}"
UNKNOWN_LINT = "没有检查代码“{code}”，{hint}"

JSON_INTO_CASE = "json 不能写进案例文件“{path}”，那里可能有人改过；请换成 .json，或去掉 --format json"
OUTPUT_IS_INPUT = "不能把结果写到输入文件“{path}”上，请换一个文件名"
NOT_WRITTEN = "写不了“{path}”：{why}"
STDOUT_FAILED = "结果没有写完：{why}"
OUTPUT_IS_SOURCE = "“{path}”已经有了，是 YAML 文件（规则或案例），结果不会写到它上面；请换一个文件名"
OUTPUT_TWICE = "两个结果不能都写进“{path}”，请给它们不同的文件名"
WRITTEN = "已写入 {path}"
PROGRESS = "正在核算"
LINTING = "正在检查"
TOO_LITTLE_COVERED = "评分标准的条款用到了 {share}，没有达到 {least}"
NOT_PERCENT = "百分比“{word}”不行，应为 0 到 {most} 的整数，如 90"
TESTING = "正在核对"
MUTATING = "正在逐一改动"
INTERRUPTED = "已中断，没有得出结果"
NOWHERE = "当前文件夹已经不在了，没有得出结果；请换到别的文件夹再运行"
INTERNAL = (
    "程序内部错误（{kind}），没有得出结果。请把命令和文件发给开发者；"
    "设置环境变量 JIXIAO_DEBUG=1 后重新运行可看到详情"
)
