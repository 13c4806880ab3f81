# Builds the C module for one Lua: `make` (5.4), `make LUA_VERSION=luajit`. Everything goes to build/.
# luarocks sets BUILD, CC, CFLAGS, LIBFLAG, LUA, LUA_INCDIR and INST_*; without it, PREFIX says where.

LUA_VERSION ?= 5.4
LUA_NAME := $(if $(filter luajit,$(LUA_VERSION)),luajit,lua$(LUA_VERSION))
LUA ?= $(LUA_NAME)
LUA_INCDIR ?= $(patsubst -I%,%,$(firstword $(shell pkg-config --cflags-only-I $(LUA_NAME))))

CC ?= cc
CFLAGS ?= -O2
LIBFLAG ?= -shared
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
# No jump tables: the scanner's branches are predicted well, a jump through a table is not.
CORE_FLAGS := -std=c11 -fPIC -fvisibility=hidden -fno-jump-tables $(WARNINGS) $(EXTRA_CFLAGS)

PREFIX ?= /usr/local
LUA_ABI := $(if $(filter luajit,$(LUA_VERSION)),5.1,$(LUA_VERSION))
INST_LIBDIR ?= $(PREFIX)/lib/lua/$(LUA_ABI)
INST_LUADIR ?= $(PREFIX)/share/lua/$(LUA_ABI)
INST_BINDIR ?= $(PREFIX)/bin
INST_MANDIR ?= $(PREFIX)/share/man

BUILD ?= build/$(LUA_VERSION)
GENERATED := build/generated
OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/*/*.c)) $(BUILD)/catalog_data.o
MODULE := $(BUILD)/tencentcloud/core.so

.PHONY: all build spec bench install format lint lint-c lint-lua clean
all build: $(MODULE)

$(MODULE): $(OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(LIBFLAG) -o $@ $^ $(EXTRA_LDFLAGS)

$(BUILD)/%.o: src/%.c Makefile | $(GENERATED)/vocabulary.h
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CORE_FLAGS) $(INCLUDES) -I$(LUA_INCDIR) -MMD -MP -c -o $@ $<

# C that is made from catalog/, the same by every Lua. Each file is moved into place whole, for two builds at a time.
INCLUDES := -Isrc -I$(GENERATED)
CATALOG_SOURCES := $(wildcard catalog/*.lua catalog/texts/*.lua catalog/services/*.txt)

$(GENERATED)/catalog_data.c: $(CATALOG_SOURCES)
$(GENERATED)/vocabulary.h: $(wildcard catalog/vocabulary*.lua catalog/compile.lua)
$(GENERATED)/%:
	@mkdir -p $(@D)
	$(LUA) catalog/compile.lua $* $@.$(LUA_NAME)
	mv $@.$(LUA_NAME) $@

$(BUILD)/catalog_data.o: $(GENERATED)/catalog_data.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CORE_FLAGS) $(INCLUDES) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

# Runs the specs, or those that SPEC names: make spec LUA_VERSION=5.1 SPEC=spec/core/answer/parse_spec.lua
# UNDER is put before the command, for tools such as valgrind.
SPEC ?= spec
spec: $(MODULE)
	$(UNDER) $(LUA) spec/run.lua --cpath='$(BUILD)/?.so' $(SPEC)

# Runs the benchmarks, or those that BENCH names: make bench BENCH=parse LUA_VERSION=luajit
BENCH ?= parse peers registry rules decide calls linear
bench: $(MODULE)
	@for name in $(BENCH); do $(LUA) bench/$$name.lua && echo || exit; done

install: $(MODULE)
	install -d '$(DESTDIR)$(INST_LIBDIR)/tencentcloud' '$(DESTDIR)$(INST_LUADIR)'
	install -m 755 $(MODULE) '$(DESTDIR)$(INST_LIBDIR)/tencentcloud/core.so'
	cp -R lua/. '$(DESTDIR)$(INST_LUADIR)'
	install -d '$(DESTDIR)$(INST_BINDIR)' '$(DESTDIR)$(INST_MANDIR)/man1'
	sed '1s|.*|#!/usr/bin/env $(notdir $(LUA))|' bin/tcerr >'$(DESTDIR)$(INST_BINDIR)/tcerr'
	chmod 755 '$(DESTDIR)$(INST_BINDIR)/tcerr'
	install -m 644 man/tcerr.1 '$(DESTDIR)$(INST_MANDIR)/man1/tcerr.1'

C_FILES = $(wildcard src/*.h src/*/*.h src/*/*.c)

format:
	clang-format -i $(C_FILES)

lint: lint-c lint-lua

lint-c:
	clang-format --dry-run --Werror $(C_FILES)

lint-lua:
	luacheck --quiet --no-color .

clean:
	rm -rf build

include fuzz/fuzz.mk
include proof/proof.mk
