# Verbs over the presets of CMakePresets.json.  `make` builds for debugging; `make help` lists all.
P ?= debug
T ?=
S ?= 60
SHARED ?= ../shared
J ?= $(shell nproc)

# a build directory is configured once; CMake itself sees later changes of its files
CONFIGURE = [ -e build/$(1)/build.ninja ] || cmake --preset $(1) >build.$(1).log 2>&1 || \
	{ cat build.$(1).log; rm -rf build/$(1); exit 1; }; rm -f build.$(1).log
BUILD = $(call CONFIGURE,$(1)); cmake --build build/$(1) -j $(J) $(if $(TARGET),--target $(TARGET)) $(if $(QUIET),-- --quiet)
TEST = ctest --test-dir build/$(1) --output-on-failure --no-tests=error -j $(J)

.DEFAULT_GOAL := build
.PHONY: help build release deps demo check test endure asan tsan valgrind clang accept fuzz bench install \
	format format-check lint gates sizes layers symbols text headertest data clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-13s %s\n", $$1, $$2 }' Makefile
	@echo 'P=preset (debug)  T=test or fuzz target  S=seconds (60)  SHARED=corpora (../shared)'

build: ## the library, the program and the tests; P=clang, P=asan... for another build
	@$(call BUILD,$(P))

release: ## the program as users want it: build/release/waqai
	@$(call BUILD,release)

deps: ## install what is missing of packages.tsv
	@tools/deps.sh build check

demo: ## code examples/ and print the chronology
	@tools/deps.sh build
	@$(MAKE) --no-print-directory release QUIET=1
	@tools/demo.sh build/release/waqai examples

# ---- tests ----

test: build ## unit tests, tables, cases and corpora; T=pattern for some
	@$(call TEST,$(P)) $(if $(T),-R '$(T)')

# There each instruction costs some thirty: the calendar's round trips take every 13th day.
valgrind: export WAQAI_TEST_EVERY = 13
asan tsan valgrind clang: ## the same tests in that build
	@$(MAKE) --no-print-directory test P=$@

accept: build ## rewrite expected lines of tests/cases/ with what comes out; read git diff afterwards
	@WAQAI_ACCEPT=1 $(call TEST,$(P))

endure: build ## a record killed a thousand times while it is added to (tests/test_record_file.sh)
	@WAQAI_KILLS=1000 tests/test_record_file.sh build/$(P)/waqai

FUZZ = $(if $(T),$(T),$(patsubst fuzz/fuzz_%.c,%,$(sort $(wildcard fuzz/fuzz_*.c))))
fuzz: ## libFuzzer on T=target (all where none is named) for S seconds each
	@$(call BUILD,fuzz)
	@mkdir -p build/crashes
	@for target in $(FUZZ); do \
		mkdir -p build/corpus/$$target; \
		build/fuzz/fuzz_$$target -max_total_time=$(S) -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
			-artifact_prefix=build/crashes/$$target- build/corpus/$$target fuzz/corpus/$$target \
			>build/fuzz.log 2>&1 || { cat build/fuzz.log; exit 1; }; \
		awk -v t=$$target '/executed_units/ { print t ": " $$2 " inputs, no find" }' build/fuzz.log; \
	done

bench: release ## speed of each stage and of the whole, on the corpora of SHARED
	@cmake --build build/release --target bench
	@tools/bench.sh build/release $(SHARED)

# ---- gates ----

SOURCES = $(shell find include src tests fuzz tools bench examples -name '*.[ch]' 2>/dev/null)

format: ## apply .clang-format
	@clang-format -i $(SOURCES)
format-check: ## fail where format would change something
	@clang-format --dry-run --Werror $(SOURCES) 2>&1 | sed -n 's/^\([^: ]*\):[0-9].*/\1: not formatted (make format)/p' | \
		sort -u | { ! grep .; }
lint: ## clang-tidy (package clang-tidy)
	@$(call BUILD,clang)
	@clang-tidy -quiet -p build/clang $(filter %.c,$(SOURCES))
sizes: ## length and complexity of functions
	@tools/sizes.sh .
layers: ## who includes whom
	@tools/layers.sh .
text: ## what text files may not hold
	@tools/text.sh .
symbols: build ## what the library exports and uses
	@tools/symbols.sh . build/$(P)
data: ## form, codes and tenures in data/
	@$(MAKE) --no-print-directory build TARGET=waqai
	@build/$(P)/waqai lexicon check --alone data
headertest: build ## the public header alone, as C17 and C++17 (built with the tests)
	@build/$(P)/headertest_c && build/$(P)/headertest_cxx
gates: format-check sizes layers text symbols data headertest ## all of these but lint

check: ## everything: gates, and the tests in gcc, clang with sanitizers, threads, valgrind
	@tools/deps.sh build check
	@tools/check.sh

install: release ## DESTDIR and PREFIX are honoured
	@cmake --install build/release $(if $(PREFIX),--prefix $(PREFIX))

clean:
	@rm -rf build
