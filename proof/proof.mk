# What proves the module beyond its specs: running out of memory, sanitizers, coverage and a long run of a server.

# `make starve` fails each allocation of two scenarios; `make starve LUA_VERSION=5.1` with that Lua.
# The preconditions of TC_ASSERT are checked meanwhile.
STARVE_BUILD ?= build/starve/$(LUA_VERSION)
SCENARIOS := proof/starve/core.lua proof/starve/rules.lua

.PHONY: starve starve-run
$(BUILD)/starve: proof/starve/host.c proof/proof.mk
	@mkdir -p $(@D)
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) -std=c11 $(WARNINGS) $(EXTRA_CFLAGS) -I$(LUA_INCDIR) -o $@ $< \
		$(EXTRA_LDFLAGS) $(shell pkg-config --libs $(LUA_NAME))

starve:
	@$(MAKE) BUILD=$(STARVE_BUILD) CFLAGS='$(CFLAGS) -DTC_ASSERTIONS' starve-run

starve-run: $(BUILD)/starve $(MODULE)
	@for scenario in $(SCENARIOS); do \
		LUA_PATH='lua/?.lua;lua/?/init.lua;./?.lua' LUA_CPATH='$(BUILD)/?.so' $(BUILD)/starve $$scenario || exit 1; \
	done

# `make sanitize` runs the specs under Lua 5.4, 5.5 or 5.3, and the scenarios, on a build with AddressSanitizer,
# LeakSanitizer and UBSan.
SANITIZE_BUILD := build/sanitize/$(LUA_VERSION)
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=undefined
SANITIZED_MAKE = $(MAKE) BUILD=$(SANITIZE_BUILD) STARVE_BUILD=$(SANITIZE_BUILD) CC=gcc CFLAGS='-DTC_ASSERTIONS -O1 -g -fno-omit-frame-pointer $(SANITIZERS)' \
	EXTRA_LDFLAGS='$(SANITIZERS)'

.PHONY: sanitize
$(SANITIZE_BUILD)/interpreter: proof/lua.c proof/proof.mk
	@mkdir -p $(@D)
	gcc -g -O1 -std=c11 $(WARNINGS) $(SANITIZERS) -I$(LUA_INCDIR) -o $@ $< $(shell pkg-config --libs $(LUA_NAME))

sanitize: $(SANITIZE_BUILD)/interpreter
	$(SANITIZED_MAKE) starve
	$(SANITIZED_MAKE) spec LUA=$(CURDIR)/$(SANITIZE_BUILD)/interpreter

# `make soak SOAK_SECONDS=n`: the gateway of the examples under load. nginx with its Lua module, and wrk.
SOAK_SECONDS ?= 60

.PHONY: soak
soak:
	@$(MAKE) --silent LUA_VERSION=luajit
	@$(LUA) proof/soak/run.lua $(SOAK_SECONDS)

# `make coverage` runs the specs and the fuzz targets' seeds on an instrumented build, and prints the
# share of lines and branches that ran, for each file. gcc, lcov and jansson.
COVERAGE_BUILD := build/coverage
COVERAGE_CORE := $(FUZZ_CORE:src/%.c=$(COVERAGE_BUILD)/%.o)
COVERAGE_INFO := $(COVERAGE_BUILD)/coverage.info

.PHONY: coverage
coverage:
	@mkdir -p $(COVERAGE_BUILD)/fuzz
	@find $(COVERAGE_BUILD) -name '*.gcda' -delete
	$(MAKE) BUILD=$(COVERAGE_BUILD) CC=gcc CFLAGS='-O0 -g --coverage' LIBFLAG='-shared --coverage' spec
	gcc --coverage -O0 -g $(CORE_FLAGS) $(INCLUDES) -DTC_PORTABLE -Dtc_index_build=tc_index_build_portable \
		-c -o $(COVERAGE_BUILD)/fuzz/index_portable.o src/json/index.c
	@for target in $(FUZZ); do \
		$(CHOOSE_SEEDS) \
		gcc -std=c11 -D_POSIX_C_SOURCE=200809L $(INCLUDES) --coverage -o $(COVERAGE_BUILD)/fuzz/$$target \
			fuzz/$$target.c fuzz/replay.c $(COVERAGE_CORE) $(COVERAGE_BUILD)/fuzz/index_portable.o \
			-ljansson -lm && $(COVERAGE_BUILD)/fuzz/$$target -n $$seeds/* || exit 1; \
	done
	@lcov --quiet --capture --rc lcov_branch_coverage=1 --no-external --base-directory . \
		--directory $(COVERAGE_BUILD) --output-file $(COVERAGE_INFO) 2>$(COVERAGE_BUILD)/lcov.log
	@$(LUA) proof/coverage.lua $(COVERAGE_INFO)

# `SKYNET=FOLDER make skynet-check`: the module in a real skynet, which is built already and stays as it is. What would be
# installed into its folders goes to build/skynet-check.
SKYNET_CHECK := build/skynet-check

.PHONY: skynet-check
skynet-check:
ifeq ($(SKYNET),)
	@echo "skynet-check: skipped, for want of a skynet: set SKYNET to the folder of one"
else
	@rm -rf $(SKYNET_CHECK)
	@$(MAKE) --no-print-directory install-module SKYNET='$(SKYNET)' BUILD=build/skynet \
		INST_LUADIR=$(SKYNET_CHECK)/lualib INST_LIBDIR=$(SKYNET_CHECK)/luaclib
	@SKYNET='$(SKYNET)' $(LUA) proof/skynet/run.lua
endif
