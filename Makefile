# Verbs over the presets of CMakePresets.json.  `make` builds for debugging.
P ?= debug          # preset for build, test, accept
T ?=                # fuzz: target; test: ctest pattern
S ?= 60             # fuzz: seconds
J ?= $(shell nproc)

PRESET := $(strip $(P))
JOBS := $(strip $(J))
CTEST := ctest --output-on-failure -j$(JOBS)

.PHONY: build release test asan tsan valgrind clang accept fuzz format format-check clean
.DEFAULT_GOAL := build

build:
	@cmake --preset $(PRESET) >build-$(PRESET).log 2>&1 || { cat build-$(PRESET).log; exit 1; }
	@rm -f build-$(PRESET).log
	@cmake --build build/$(PRESET) -j$(JOBS)

release:
	@$(MAKE) --no-print-directory build P=release

test: build
	@$(CTEST) --test-dir build/$(PRESET) $(if $(strip $(T)),-R '$(strip $(T))')

asan tsan valgrind clang:
	@$(MAKE) --no-print-directory test P=$@

# Rewrites the expected lines of tests/cases/ with what comes out now; read `git diff` afterwards.
accept: build
	@WAQAI_ACCEPT=1 $(CTEST) --test-dir build/$(PRESET)

fuzz:
	@test -n "$(strip $(T))" || { echo "which one?  make fuzz T=name S=seconds"; exit 2; }
	@$(MAKE) --no-print-directory build P=fuzz
	@mkdir -p build/corpus/$(strip $(T)) fuzz/corpus/$(strip $(T))
	build/fuzz/fuzz_$(strip $(T)) -max_total_time=$(strip $(S)) -timeout=10 \
	    -artifact_prefix=build/corpus/ build/corpus/$(strip $(T)) fuzz/corpus/$(strip $(T))

SOURCES = $(shell find include src tests fuzz tools bench -name '*.[ch]' 2>/dev/null)
format:
	@clang-format -i $(SOURCES)
format-check:
	@clang-format --dry-run -Werror $(SOURCES)

clean:
	@rm -rf build
