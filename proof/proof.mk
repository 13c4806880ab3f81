# What proves the module beyond its specs: memory that ends, sanitizers, coverage and a long run of a server.

# `make starve` fails each allocation of two scenarios; `make starve LUA_VERSION=5.1` with that Lua.
STARVE := $(BUILD)/starve
SCENARIOS := proof/starve/core.lua proof/starve/rules.lua

.PHONY: starve
$(STARVE): proof/starve/host.c proof/proof.mk
	@mkdir -p $(@D)
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) -std=c11 $(WARNINGS) $(EXTRA_CFLAGS) -I$(LUA_INCDIR) -o $@ $< \
		$(EXTRA_LDFLAGS) $(shell pkg-config --libs $(LUA_NAME))

starve: $(STARVE) $(MODULE)
	@for scenario in $(SCENARIOS); do \
		LUA_PATH='lua/?.lua;lua/?/init.lua;./?.lua' LUA_CPATH='$(BUILD)/?.so' $(STARVE) $$scenario || exit 1; \
	done
