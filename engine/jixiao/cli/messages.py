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
NEAR = "是否为 {name}"
KNOWN = "可用：{known}"
MISSING_WORDS = "缺少参数：{words}"
MISSING_VALUE = "选项 {option} 后面缺少参数"
NO_VALUE = "选项 {option} 不带参数"
EMPTY_WORD = "参数是空的，应为：{words}"
NOT_AMONG = "选项 {option} 不能是“{word}”，可用：{known}"

OUTPUT_IS_INPUT = "不能把结果写到输入文件“{path}”上，请换一个文件名"
NOT_WRITTEN = "写不了“{path}”：{why}"
STDOUT_FAILED = "结果没有写完：{why}"
WRITTEN = "已写入 {path}"
PROGRESS = "正在核算"
INTERRUPTED = "已中断，没有得出结果"
PIPE_CLOSED = "结果没有写完：接收的程序已关闭"
INTERNAL = (
    "程序内部错误（{kind}），没有得出结果。请把命令和文件发给开发者；"
    "设置环境变量 JIXIAO_DEBUG=1 后重新运行可看到详情"
)
