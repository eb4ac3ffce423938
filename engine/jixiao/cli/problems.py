"""What the operating system refuses, in Chinese whatever the locale."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "文件夹不存在，请先建好",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EEXIST: "路径里有一段不是文件夹",
    errno.EISDIR: "这是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EDQUOT: "超出磁盘配额",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ELOOP: "链接循环",
}


def reason(problem: OSError) -> str:
    """Say why a file can't be written."""
    return _REASONS.get(problem.errno or 0) or problem.strerror or type(problem).__name__
