# `make fuzz SECONDS=n` fuzzes each target for n seconds, or those that FUZZ names. clang and jansson.
# What is found is kept in build/fuzz/corpus; an input that stops a target is in build/fuzz/found.

FUZZ_CC ?= $(firstword $(shell command -v clang clang-14 clang-15 clang-16) clang)
FUZZ ?= $(filter-out replay,$(patsubst fuzz/%.c,%,$(wildcard fuzz/*.c)))
SECONDS ?= 10
CHOOSE_SEEDS = seeds=fuzz/seeds/$$target; [ -d $$seeds ] || seeds=fuzz/seeds/json;
FUZZ_BUILD := build/fuzz
FUZZ_CORE := $(wildcard $(patsubst %,src/%/*.c,json names answer rules))
FUZZ_FLAGS := -DTC_ASSERTIONS -std=c11 -D_POSIX_C_SOURCE=200809L -g -O1 $(WARNINGS) $(INCLUDES) \
	-fsanitize=address,undefined -fno-sanitize-recover=undefined

.PHONY: fuzz fuzz-build fuzz-neighbours $(FUZZ:%=fuzz-%) $(FUZZ:%=fuzz-neighbours-of-%)
.SECONDARY: $(FUZZ_CORE:src/%.c=$(FUZZ_BUILD)/%.o)
fuzz-build: $(FUZZ:%=$(FUZZ_BUILD)/%)

$(FUZZ_BUILD)/%.o: src/%.c fuzz/fuzz.mk | $(GENERATED)/vocabulary.h
	@mkdir -p $(@D)
	$(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

# The scanner's portable twin, under another name.
$(FUZZ_BUILD)/index_portable.o: src/json/index.c fuzz/fuzz.mk | $(GENERATED)/vocabulary.h
	@mkdir -p $(@D)
	$(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -DTC_PORTABLE \
		-Dtc_index_build=tc_index_build_portable -MMD -MP -c -o $@ $<

$(FUZZ_BUILD)/%: fuzz/%.c fuzz/fuzz.h $(FUZZ_CORE:src/%.c=$(FUZZ_BUILD)/%.o) $(FUZZ_BUILD)/index_portable.o
	$(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer -o $@ $(filter-out %.h,$^) -ljansson -lm

$(FUZZ_BUILD)/replay-%: fuzz/%.c fuzz/replay.c fuzz/fuzz.h $(FUZZ_CORE:src/%.c=$(FUZZ_BUILD)/%.o) $(FUZZ_BUILD)/index_portable.o
	$(FUZZ_CC) $(FUZZ_FLAGS) -o $@ $(filter-out %.h,$^) -ljansson -lm

-include $(wildcard $(FUZZ_BUILD)/*.d)

# Each target is a rule of its own: `make -j2 fuzz` fuzzes two at a time.
fuzz: $(FUZZ:%=fuzz-%)
$(FUZZ:%=fuzz-%): fuzz-%: $(FUZZ_BUILD)/%
	@target=$*; $(CHOOSE_SEEDS) \
	log=$(FUZZ_BUILD)/$$target.log; \
	mkdir -p $(FUZZ_BUILD)/corpus/$$target $(FUZZ_BUILD)/found; \
	$(FUZZ_BUILD)/$$target -max_total_time=$(SECONDS) -max_len=4096 -timeout=10 -print_final_stats=1 \
		-dict=fuzz/json.dict -artifact_prefix=$(FUZZ_BUILD)/found/$$target- \
		$(FUZZ_BUILD)/corpus/$$target $$seeds >$$log 2>&1 || { tail -n 40 $$log; exit 1; }; \
	awk -v target=$$target '/number_of_executed_units/ { print target ": " $$2 " inputs, no fault" }' $$log

# Runs the targets on every seed cut off after each byte, and with each single bit flipped.
fuzz-neighbours: $(FUZZ:%=fuzz-neighbours-of-%)
$(FUZZ:%=fuzz-neighbours-of-%): fuzz-neighbours-of-%: $(FUZZ_BUILD)/replay-%
	@target=$*; $(CHOOSE_SEEDS) \
	$(FUZZ_BUILD)/replay-$$target -n $$seeds/* && \
	echo "$$target: every cut and every flipped bit of its seeds, no fault"
