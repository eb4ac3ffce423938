"""Evaluation + Case → findings: what a reviewer must look at."""

from jixiao.audit.find import find

__all__ = ["find"]
