# On a machine with npm and make, `make start` and `make test` do all the set-up.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

export PATH := $(CURDIR)/.toolchain/bin:$(PATH)

PORT ?= 7007

MANIFESTS := package.json yarn.lock .yarnrc.yml $(wildcard packages/*/package.json plugins/*/package.json)
SOURCES := $(shell find packages plugins -type f \
	\( -path '*/src/*' -o -path '*/public/*' -o -path '*/migrations/*' -o -name config.d.ts \) \
	-not -path '*/node_modules/*' -not -name '*.test.ts*')

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

.PHONY: start
start: .data/bundle/.built ## Start the demo on http://localhost:7007 (another port: PORT=8080)
	@scripts/startDemo.sh $(PORT)

.PHONY: dev
dev: install ## Start the app (port 3000) and the backend with hot reload
	@yarn start

.PHONY: test
test: install ## Run all tests but those in a browser, on SQLite and PostgreSQL
	@yarn test:all

.PHONY: e2e
e2e: .data/bundle/.built ## Run the browser tests against the built demo
	@yarn test:e2e

.PHONY: check
check: install ## Check types, lint, format, and that generated files are current
	@scripts/check.sh

.PHONY: bench
bench: install ## Measure what the product has to hold
	@yarn bench

.PHONY: build
build: .data/bundle/.built ## Build every package as it is published, and the demo
	@echo 'build: types'
	@yarn tsc
	@echo 'build: packages'
	@yarn build

.PHONY: install
install: node_modules/.yarn-state.yml ## Install the toolchain and all dependencies

.PHONY: toolchain
toolchain:
	@scripts/toolchain.sh

node_modules/.yarn-state.yml: $(MANIFESTS) | toolchain
	@scripts/install.sh

.data/bundle/.built: $(MANIFESTS) $(SOURCES) | install
	@scripts/bundle.sh
