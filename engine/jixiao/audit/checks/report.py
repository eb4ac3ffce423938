"""How a check came out, in a line for whoever asks."""

from __future__ import annotations

from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.tell import calculation, message
from jixiao.model.check import CheckReport, CheckResult


def check_report(ran: Ran) -> CheckReport:
    """Tell a check's result: what was compared, or which figures are not there."""
    check = ran.compiled.check
    return CheckReport(check.id, check.name, check.category, ran.result, _text(ran))


def _text(ran: Ran) -> str:
    match ran.result:
        case CheckResult.NO_FIGURES:
            return f"报告没有给出{'、'.join(ran.absent)}"
        case CheckResult.UNDECIDED:
            return "除数为零，或说法太多，算不出结果"
        case CheckResult.FAILS | CheckResult.ROUNDING:
            return message(ran)
        case _:
            return calculation(ran)
