# 用法 / how to use this: make help

READY       := .venv/.ready
BENCH_READY := .venv-bench/.ready
SPARK_READY := .venv/.spark
BIN         := .venv/bin

# Any Python 3.11 or 3.12 that can make an environment: `make PYTHON=…` first, then whatever is on PATH under these
# names. One name may be there several times, and not every one of them runs (version managers leave stubs).
PYTHON  :=
PYTHONS  = $(foreach name,python3.12 python3.11 python3 python,$(wildcard $(addsuffix /$(name),$(subst :, ,$(PATH)))))
USABLE  := import sys, ensurepip, venv; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12)))

PIP = -m pip --disable-pip-version-check --no-input -qq

# Some machines keep Python from writing bytecode: the command would then compile hundreds of modules at every start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test lint docs bench tables lock clean FORCE

help: ## 显示本说明 / this text
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

demo: $(READY) ## 核算 cases/ 里的真实案例 / check the real cases
	$(BIN)/jixiao check cases

test: lint $(SPARK_READY) ## 全部检查与测试 / all checks and tests
	$(BIN)/pytest -n auto --dist worksteal

lint: $(READY) ## 只做静态检查 / static checks only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: $(READY) ## 重新生成 docs/ 里由例句得来的页面 / pages made from the examples
	$(BIN)/python docs/generate

bench: $(BENCH_READY) ## 与同类软件比较速度 / side by side with peers
	.venv-bench/bin/python benchmarks/start.py
	@echo
	.venv-bench/bin/python benchmarks/single.py
	@echo
	.venv-bench/bin/python benchmarks/folder.py
	@echo
	.venv-bench/bin/python benchmarks/impact.py
	@echo
	.venv-bench/bin/python benchmarks/reading.py
	@echo
	.venv-bench/bin/python benchmarks/bulk.py

tables: $(READY) ## 语法改动后重做分析表 / make the parsing tables anew after a change of grammar or patterns
	$(BIN)/python -m jixiao.language.tables
	$(BIN)/python -m jixiao.language.standard.tokens

clean: ## 删除环境与缓存 / remove environments and caches
	rm -rf .venv .venv-bench .venv-lock dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# ── Environments ─────────────────────────────────────────────────────────────────────────────────────────────────────
# .ready is written last, so an interrupted set-up starts again. It holds what the environment was made for (an
# environment does not survive a move of its folder); where that differs, or its Python is gone or another one, it is
# made again from nothing.

MADE_FOR = $(CURDIR) $(PYTHON)
stale    = $(if $(shell { test "$$(cat $(1)/.ready)" = "$(MADE_FOR)" && $(1)/bin/python -c '$(USABLE)' && echo ok; } 2>/dev/null),,FORCE)

define make-environment
@for python in $(PYTHON) $(PYTHONS); do "$$python" -c '$(USABLE)' >/dev/null 2>&1 && break; python=; done; \
if [ -z "$$python" ]; then \
	echo '找不到 Python 3.11 或 3.12（须带 venv 模块）。请安装其一，或指明位置：make PYTHON=/路径/python3.12' >&2; \
	echo 'No Python 3.11 or 3.12 with the venv module found. Install one, or: make PYTHON=/path/to/python3.12' >&2; \
	exit 1; \
fi; \
echo "正在用 $$python 建立 $(1)（约半分钟）… / setting up $(1) with $$python"; \
rm -rf $(1); "$$python" -m venv $(1)
endef

define set-up
$(make-environment)
@$(1)/bin/python $(PIP) install --require-hashes --no-deps -r requirements.lock \
	&& $(1)/bin/python $(PIP) install --no-deps --no-build-isolation --editable . || { \
	echo '依赖未能装好，环境没有建成。请按上面的提示检查网络或软件源，再运行一次。' >&2; \
	echo 'The dependencies could not be installed. See above, check the network or package index, and run again.' >&2; \
	exit 1; \
}
@if $(1)/bin/python $(PIP) -v install --require-hashes --no-deps --no-build-isolation --use-pep517 \
		-r requirements-inference.lock >$(1)/durable-rules.log 2>&1 \
	&& $(1)/bin/python -c 'import durable.engine' >>$(1)/durable-rules.log 2>&1; \
then :; else \
	echo '未能安装 durable-rules，推理改用自带的 Python 实现，结果相同。原因见 $(1)/durable-rules.log'; \
	echo 'durable-rules could not be installed; the built-in plain Python evaluator is used instead, with the same'; \
	echo 'results. The reason is in $(1)/durable-rules.log'; \
fi
endef

$(READY): requirements.lock requirements-inference.lock pyproject.toml $(call stale,.venv)
	$(call set-up,.venv)
	@echo '$(MADE_FOR)' >$@

$(BENCH_READY): requirements.lock requirements-inference.lock pyproject.toml benchmarks/requirements.txt $(call stale,.venv-bench)
	$(call set-up,.venv-bench)
	@.venv-bench/bin/python $(PIP) install -r benchmarks/requirements.txt
	@echo '$(MADE_FOR)' >$@

# Spark is large (it downloads 400 MB) and only tests need it: it joins the same environment when they first run.
$(SPARK_READY): requirements-spark.lock $(READY)
	@echo '正在装 PySpark（约 400 MB，只为测试）… / installing PySpark (400 MB, for tests only)'
	@$(BIN)/python $(PIP) install --require-hashes --no-deps --no-build-isolation --use-pep517 -r $< || { \
		echo 'PySpark 未能装好，测试没有开始。请按上面的提示检查网络或软件源，再运行一次。' >&2; \
		echo 'PySpark could not be installed, no test was run. See above, and run again.' >&2; \
		exit 1; \
	}
	@touch $@

# ── Pins ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
# One resolution for all Pythons and systems, with the hash of every file. Pins that still fit are kept;
# `make lock LOCK=--upgrade` takes the newest of everything.

LOCK    :=
COMPILE  = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
           --custom-compile-command 'make lock' $(LOCK)
EXTRA    = import sys, tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"][sys.argv[1]], sep="\n")

lock: ## 重新锁定依赖版本 / pin the dependencies again
	$(call make-environment,.venv-lock)
	@.venv-lock/bin/python $(PIP) install uv
	$(COMPILE) --group dev --extra documents --extra office --extra bulk pyproject.toml --output-file requirements.lock
	.venv-lock/bin/python -c '$(EXTRA)' inference | $(COMPILE) - --output-file requirements-inference.lock
	.venv-lock/bin/python -c '$(EXTRA)' spark | $(COMPILE) - --constraint requirements.lock --output-file requirements-spark.lock
	@rm -rf .venv-lock
