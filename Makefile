# Builds the C module for one Lua: `make` (5.4), `make LUA_VERSION=luajit`. Everything goes to build/.
# luarocks calls `build` and `install` with its own LUA, LUA_INCDIR, CFLAGS, LIBFLAG and INST_* variables.

LUA_VERSION ?= 5.4
LUA_NAME := $(if $(filter luajit,$(LUA_VERSION)),luajit,lua$(LUA_VERSION))
LUA ?= $(LUA_NAME)
LUA_INCDIR ?= $(patsubst -I%,%,$(firstword $(shell pkg-config --cflags-only-I $(LUA_NAME))))

CC ?= cc
CFLAGS ?= -O2
LIBFLAG ?= -shared
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
CORE_FLAGS := -std=c11 -fPIC -fvisibility=hidden $(WARNINGS) $(EXTRA_CFLAGS)

BUILD ?= build/$(LUA_VERSION)
OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/*.c)) $(BUILD)/catalog_data.o
MODULE := $(BUILD)/tencentcloud/core.so

.PHONY: all build spec install format lint clean
all build: $(MODULE)

$(MODULE): $(OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(LIBFLAG) -o $@ $^ $(EXTRA_LDFLAGS)

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CORE_FLAGS) -I$(LUA_INCDIR) -MMD -MP -c -o $@ $<

# The catalogue as C tables: the same for every Lua. It is moved into place whole, for two builds at a time.
CATALOG_DATA := build/catalog_data.c
CATALOG_SOURCES := $(wildcard catalog/*.lua catalog/texts/*.lua catalog/services/*.txt)

$(CATALOG_DATA): $(CATALOG_SOURCES)
	@mkdir -p $(@D)
	$(LUA) catalog/compile.lua $@.$(LUA_NAME)
	mv $@.$(LUA_NAME) $@

$(BUILD)/catalog_data.o: $(CATALOG_DATA) Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CORE_FLAGS) -Isrc -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

# Runs the specs, or those that SPEC names: make spec LUA_VERSION=5.1 SPEC=spec/parse_spec.lua
SPEC ?= spec
spec: $(MODULE)
	LUA_PATH="lua/?.lua;lua/?/init.lua;;" LUA_CPATH="$(BUILD)/?.so;;" busted --lua=$(shell command -v $(LUA)) $(SPEC)

install: $(MODULE)
	install -d $(INST_LIBDIR)/tencentcloud $(INST_LUADIR)
	install -m 755 $(MODULE) $(INST_LIBDIR)/tencentcloud/core.so
	cp -R lua/. $(INST_LUADIR)/

format:
	clang-format -i src/*.c src/*.h

lint:
	clang-format --dry-run --Werror src/*.c src/*.h
	luacheck --quiet .

clean:
	rm -rf build
