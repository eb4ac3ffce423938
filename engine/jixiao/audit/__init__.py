"""Evaluation + Case → findings: what a reviewer must look at."""

from jixiao.audit.find import Auditor, open_auditor

__all__ = ["Auditor", "open_auditor"]
