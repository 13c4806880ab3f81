# Builds the C module for one Lua: `make` (5.4), `make LUA_VERSION=luajit`. Everything goes to build/.
# `make help` lists what else can be made. LuaRocks sets BUILD, CC, CFLAGS, LIBFLAG, LUA, LUA_INCDIR and INST_*.

VERSION := $(shell sed -n 's/^return "\(.*\)"$$/\1/p' lua/tencentcloud/version.lua)

# An OpenResty in a folder of its own has a LuaJIT, and a place for what others install.
ifdef OPENRESTY
LUA_VERSION := luajit
LUA ?= $(OPENRESTY)/luajit/bin/luajit
LUA_INCDIR ?= $(lastword $(sort $(wildcard $(OPENRESTY)/luajit/include/luajit-*)))
PREFIX ?= $(OPENRESTY)/site
INST_LIBDIR ?= $(OPENRESTY)/site/lualib
INST_LUADIR ?= $(OPENRESTY)/site/lualib
INST_BINDIR ?= $(OPENRESTY)/bin
OTHER_LIBDIR := $(OPENRESTY)/lualib
BUILD ?= build/openresty
endif

# skynet compiles a Lua of its own into itself. In the environment SKYNET is for what runs one: skynet-check, heartbeat.
ifeq ($(origin SKYNET),command line)
LUA_INCDIR ?= $(SKYNET)/3rd/lua
INST_LIBDIR ?= $(SKYNET)/luaclib
INST_LUADIR ?= $(SKYNET)/lualib
BUILD ?= build/skynet
ifneq ($(filter install install-command uninstall,$(MAKECMDGOALS)),)
$(error with SKYNET there are `make install-module` and `make uninstall-module`: the command tcerr is for a Lua that \
	runs by itself)
endif
endif

# The interpreter and the folder of its headers are looked for once, when a rule needs them.
LUA_VERSION ?= 5.4
LUA_NAME := $(if $(filter luajit,$(LUA_VERSION)),luajit,lua$(LUA_VERSION))
ifeq ($(origin LUA),undefined)
LUA = $(eval LUA := $$(or $$(shell script/find-lua $(LUA_VERSION)),$(LUA_NAME)))$(LUA)
endif
ifeq ($(origin LUA_INCDIR),undefined)
LUA_INCDIR = $(eval LUA_INCDIR := $$(shell script/find-lua --headers $(LUA_VERSION) $(LUA)))$(LUA_INCDIR)
endif
NEEDS_HEADERS = $(if $(wildcard $(LUA_INCDIR)/lua.h),,$(error no lua.h of $(LUA_NAME) in $(or $(LUA_INCDIR),the \
	usual places): install its headers, as script/setup does, or set LUA_INCDIR to their folder))

CC ?= cc
CFLAGS ?= -O2
ifeq ($(shell uname -s),Darwin)
LIBFLAG ?= -bundle -undefined dynamic_lookup
else
LIBFLAG ?= -shared
endif
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
# No jump tables: the scanner's branches are predicted well, a jump through a table is not.
CORE_FLAGS := -std=c11 -fPIC -fno-jump-tables $(WARNINGS) $(EXTRA_CFLAGS)

PREFIX ?= /usr/local
LUA_ABI := $(if $(filter luajit,$(LUA_VERSION)),5.1,$(LUA_VERSION))
INST_LIBDIR ?= $(PREFIX)/lib/lua/$(LUA_ABI)
INST_LUADIR ?= $(PREFIX)/share/lua/$(LUA_ABI)
INST_BINDIR ?= $(PREFIX)/bin
INST_MANDIR ?= $(PREFIX)/share/man
INST_DOCDIR ?= $(PREFIX)/share/doc/tencentcloud
INST_DATADIR ?= $(PREFIX)/share/tencentcloud
INST_BASHDIR ?= $(PREFIX)/share/bash-completion/completions
INST_ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
INST_FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d

BUILD ?= build/$(LUA_VERSION)
GENERATED := build/generated
OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/*/*.c)) $(BUILD)/catalog_data.o
MODULE := $(BUILD)/tencentcloud/core.so

.PHONY: all build static help spec texts-sample bench heartbeat check format lint lint-c lint-lua clean
.PHONY: install install-module install-command install-docs uninstall uninstall-module dist
all build: $(MODULE)

#: make              builds the module for Lua 5.4, or for LUA_VERSION=5.1, 5.3, 5.5, luajit; OPENRESTY=FOLDER for that one
#: make install-module SKYNET=FOLDER    builds the module for skynet's own Lua, and installs it into skynet's folders;
#:                   make uninstall-module SKYNET=FOLDER removes it from there
#: make static       makes libtencentcloud.a in build/5.4, for programs that embed Lua: see docs/embedding.md
#: make spec         runs the specs, or those of SPEC=spec/core/json
#: make check        what to run before a commit: build, lint, spec
#: make format       lays out the C files
#: make texts-sample prints what is said of COUNT=200 codes, drawn by SEED=1, for a reader of the texts
#: make bench        runs the benchmarks, or those of BENCH=parse
#: make heartbeat    measures how long calls that sleep hold up the loop of each host, or of those of HOSTS="luv copas"
#: make install      installs below PREFIX=/usr/local, and DESTDIR before it: module, command, documentation
#: make uninstall    removes what install put there, and uninstall-module what install-module did; with the same variables
#: make dist         makes a release in build/dist: tarball, rockspec, source rock; REPOSITORY=https://... is its address
#: make verdicts     how often the word rules decide, where they are wrong, and how they do on codes left out
#: make clean        removes build/
#: make fuzz, fuzz-neighbours, starve, sanitize, coverage, soak, skynet-check    prove more: see docs/testing.md
help:
	@sed -n 's/^#: //p' Makefile

$(MODULE): $(OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(LIBFLAG) -o $@ $^ $(EXTRA_LDFLAGS)

# A file whose name says what something else was made from: with other contents it is another file, and what depends on
# it is made again, however old the contents are. Where nobody has Lua's headers, what was built with them stays.
checksum = $(firstword $(shell $(1) | cksum))
HEADERS_SUM = $(eval HEADERS_SUM := $$(call checksum,cd '$$(LUA_INCDIR)' 2>&1 && cat lua.h luaconf.h lauxlib.h))$(HEADERS_SUM)
HEADERS_STAMP = $(if $(LUA_INCDIR),$(BUILD)/headers/$(HEADERS_SUM))
touch_alone = mkdir -p $(@D) && touch $@ && find $(@D) -type f ! -name '$(@F)' -exec rm -f {} +
PACKED_STAMP = $(GENERATED)/packed/$(call checksum,echo $(PACKED_FILES))

$(BUILD)/headers/%:
	$(NEEDS_HEADERS)$(touch_alone)

$(GENERATED)/packed/%:
	$(touch_alone)

# The headers are looked for only where an object is wanted, hence the second expansion.
.SECONDEXPANSION:

$(BUILD)/%.o: src/%.c Makefile $$(HEADERS_STAMP) | $(GENERATED)/vocabulary.h
	@mkdir -p $(@D)
	$(NEEDS_HEADERS)$(CC) $(CFLAGS) $(CORE_FLAGS) $(INCLUDES) -I$(LUA_INCDIR) -MMD -MP -c -o $@ $<

# C that is made from catalog/, the same by every Lua. Each file is moved into place whole, for two builds at a time.
INCLUDES := -Isrc -I$(GENERATED)
CATALOG_SOURCES := $(wildcard catalog/*.lua catalog/texts/*.lua catalog/*.txt catalog/services/*.txt)

$(GENERATED)/catalog_data.c: $(CATALOG_SOURCES)
$(GENERATED)/vocabulary.h: $(wildcard catalog/vocabulary*.lua catalog/compile.lua)
$(GENERATED)/%:
	@mkdir -p $(@D)
	$(LUA) catalog/compile.lua $* $@.$(LUA_NAME)
	mv $@.$(LUA_NAME) $@

$(BUILD)/catalog_data.o: $(GENERATED)/catalog_data.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CORE_FLAGS) $(INCLUDES) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d) $(BUILD)/embed/preload.d

# UNDER is put before the command, for tools such as valgrind.
SPEC ?= spec
spec: $(MODULE)
	$(UNDER) $(LUA) spec/run.lua --cpath='$(BUILD)/?.so' $(SPEC)

# WHAT=made leaves out the codes with texts of their own.
COUNT ?= 200
SEED ?= 1
texts-sample: $(MODULE)
	@$(LUA) -e 'package.cpath = "$(BUILD)/?.so;" .. package.cpath' catalog/texts_sample.lua $(COUNT) $(SEED) $(WHAT)

verdicts:
	@$(LUA) catalog/verdicts_report.lua

BENCH ?= parse peers registry rules decide calls linear
bench: $(MODULE)
	@for name in $(BENCH); do $(LUA) bench/$$name.lua && echo || exit; done

heartbeat: $(MODULE)
	@$(LUA) bench/heartbeat.lua $(HOSTS)

# What is installed. Folders that were there keep their modes; what is new can be read by all, whatever the umask.
LUA_FILES := $(wildcard lua/*/*.lua lua/*/*/*.lua)
DOC_FILES := LICENSE $(wildcard *.md docs/*.md docs/*/*.md)
LIBRARY_FILES := $(wildcard library/*.lua library/*/*.lua)

# $(call put,FILES,TARGET,SOURCE) installs the files of the folder SOURCE to the same paths below TARGET.
put = umask 022 && for file in $(1); do \
	mkdir -p "$(DESTDIR)$(2)/$$(dirname "$$file")" && install -m 644 "$(3)$$file" "$(DESTDIR)$(2)/$$file" || exit; done

# For programs that embed Lua: the core, and the Lua files as C, but for those of the command. The core becomes one
# object whose inner names are no longer there to be linked against, or to clash with the program's own.
OBJCOPY ?= objcopy
PACKED_FILES := $(filter-out lua/tencentcloud/cli/%,$(LUA_FILES))

static: $(BUILD)/libtencentcloud.a
$(BUILD)/libtencentcloud.a: $(BUILD)/embed/core.o $(BUILD)/embed/files.o
	rm -f $@
	$(AR) rcs $@ $^

# Programs that link with the core alone get no Lua files; these have a check of their own therefore.
$(BUILD)/embed/core.o: $(OBJECTS)
$(BUILD)/embed/files.o: $(BUILD)/embed/preload.o $(BUILD)/lua/built_for.o
$(BUILD)/embed/core.o $(BUILD)/embed/files.o:
	@mkdir -p $(@D)
	$(CC) -r -nostdlib -o $@.whole $^
	$(OBJCOPY) --localize-hidden $@.whole $@
	rm $@.whole

$(BUILD)/embed/preload.o: embed/preload.c $(GENERATED)/lua_files.h Makefile $$(HEADERS_STAMP)
	@mkdir -p $(@D)
	$(NEEDS_HEADERS)$(CC) $(CFLAGS) $(CORE_FLAGS) $(INCLUDES) -I$(LUA_INCDIR) -MMD -MP -c -o $@ $<

$(GENERATED)/lua_files.h: embed/pack.lua $(PACKED_FILES) $$(PACKED_STAMP)
	@mkdir -p $(@D)
	$(LUA) embed/pack.lua $(PACKED_FILES) >$@.$(LUA_NAME)
	mv $@.$(LUA_NAME) $@

install: install-module install-command install-docs

install-module: $(MODULE)
	umask 022 && mkdir -p '$(DESTDIR)$(INST_LIBDIR)/tencentcloud'
	install -m 755 $(MODULE) '$(DESTDIR)$(INST_LIBDIR)/tencentcloud/core.so'
	@$(call put,$(LUA_FILES:lua/%=%),$(INST_LUADIR),lua/)

# The command that is installed starts with the Lua that it was installed for, and finds its modules by itself.
install-command: $(MODULE)
	umask 022 && mkdir -p '$(DESTDIR)$(INST_BINDIR)' '$(DESTDIR)$(INST_MANDIR)/man1'
	rm -f '$(DESTDIR)$(INST_BINDIR)/tcerr'
	lua=$$(command -v $(LUA)) && case $$lua in /*) ;; *) lua="$(CURDIR)/$$lua" ;; esac && { \
	echo "#!$$lua" && \
	echo 'package.path = "$(INST_LUADIR)/?.lua;$(INST_LUADIR)/?/init.lua;" .. package.path' && \
	echo 'package.cpath = "$(INST_LIBDIR)/?.so;$(OTHER_LIBDIR:%=%/?.so;)" .. package.cpath' && \
	sed '1,/^]]/d' bin/tcerr; } >'$(DESTDIR)$(INST_BINDIR)/tcerr'
	chmod 755 '$(DESTDIR)$(INST_BINDIR)/tcerr'
	install -m 644 man/tcerr.1 '$(DESTDIR)$(INST_MANDIR)/man1/tcerr.1'
	umask 022 && mkdir -p '$(DESTDIR)$(INST_BASHDIR)' '$(DESTDIR)$(INST_ZSHDIR)' '$(DESTDIR)$(INST_FISHDIR)'
	install -m 644 completions/tcerr.bash '$(DESTDIR)$(INST_BASHDIR)/tcerr'
	install -m 644 completions/_tcerr '$(DESTDIR)$(INST_ZSHDIR)/_tcerr'
	install -m 644 completions/tcerr.fish '$(DESTDIR)$(INST_FISHDIR)/tcerr.fish'

install-docs:
	@$(call put,$(DOC_FILES),$(INST_DOCDIR))
	@$(call put,$(LIBRARY_FILES),$(INST_DATADIR))

# $(call remove,FILES,FOLDERS) removes the files, and of the folders those that are empty then.
remove = rm -f $(patsubst %,'$(DESTDIR)%',$(1)) && for folder in $(2); do \
	[ ! -d "$(DESTDIR)$$folder" ] || find "$(DESTDIR)$$folder" -depth -type d -exec rmdir {} \; 2>/dev/null || true; \
	done

uninstall-module:
	@$(call remove,$(INST_LIBDIR)/tencentcloud/core.so $(LUA_FILES:lua/%=$(INST_LUADIR)/%),\
		$(INST_LIBDIR)/tencentcloud $(INST_LUADIR)/tencentcloud)
	@echo "uninstalled the module from $(DESTDIR)$(INST_LIBDIR) and $(DESTDIR)$(INST_LUADIR)"

uninstall: uninstall-module
	@$(call remove,$(INST_BINDIR)/tcerr $(INST_MANDIR)/man1/tcerr.1 $(INST_BASHDIR)/tcerr $(INST_ZSHDIR)/_tcerr \
		$(INST_FISHDIR)/tcerr.fish $(DOC_FILES:%=$(INST_DOCDIR)/%) $(LIBRARY_FILES:%=$(INST_DATADIR)/%),\
		$(INST_DOCDIR) $(INST_DATADIR))
	@echo "uninstalled the rest from $(DESTDIR)$(PREFIX)"

# A release has the C that is made from catalog/ in it. The address of the project goes into its rockspec.
DIST ?= build/dist
REPOSITORY ?=
ADDRESS = $(REPOSITORY:%/=%)
SOURCE_URL ?= $(ADDRESS:%=%/releases/download/v$(VERSION)/tencentcloud-$(VERSION).tar.gz)
dist: $(GENERATED)/catalog_data.c $(GENERATED)/vocabulary.h
	@LUA='$(LUA)' script/dist '$(DIST)' '$(ADDRESS)' '$(SOURCE_URL)'

check: build lint spec

# Each version of clang-format lays out some lines in its own way; the C files follow 14's.
CLANG_FORMAT ?= $(or $(shell command -v clang-format-14 2>/dev/null),clang-format)
C_FILES = $(wildcard src/*.h src/*/*.h src/*/*.c embed/*.c examples/embedding/*.c)

format:
	$(CLANG_FORMAT) -i $(C_FILES)

lint: lint-c lint-lua

lint-c:
	@case "$$($(CLANG_FORMAT) --version)" in \
	*" version 14."*) $(CLANG_FORMAT) --dry-run --Werror $(C_FILES) ;; \
	*) echo "lint-c: skipped, for want of clang-format 14" ;; \
	esac

lint-lua:
	luacheck --quiet --no-color .

clean:
	rm -rf build

include fuzz/fuzz.mk
include proof/proof.mk
