/* The rulebook. Oracle: all rules are looked at one by one, and those that match are sorted by the
 * order that is documented. The input is a program: add, remove, look up. */
#include "fuzz.h"

#include "rules/rule_walk.h"
#include "rules/rulebook.h"

enum { RULES_MAX = 256 };

typedef struct known_rule {
    tc_rule rule;
    uint32_t id; /* 0: taken out */
} known_rule;

typedef struct known_rules {
    known_rule all[RULES_MAX];
    int count;
} known_rules;

static const char *const codes[] = {"A",   "A.*", "A.B",  "A.B.*", "A.B.C", "A.B.C.*", "B",
                                    "B.*", "AB",  "AB.*", "#slow", "#gone", "*",       "ok"};
static const char *const scopes[] = {
    "*",       "cvm.*",    "cvm@2017-03-12.*",  "cvm.Run",   "cvm@2017-03-12.Run",
    "cvm.R*",  "cvm.Run*", "cvm@2017-03-12.R*", "cvm.RunA*", "cvm@2017-03-12.RunAll",
    "cls.Run", "cls.*",    "cls@2020-10-16.*",  "cls.R*",    "cvm.RunAll"};
static const char *const actions[] = {"cvm.Run",    "cvm@2017-03-12.Run", "cvm@2017-03-12.RunAll",
                                      "cvm.RunAll", "cls@2020-10-16.Run", "cls.R",
                                      "vpc.Run"};
static const char *const kinds[] = {"", "slow", "gone", "other"};
static const char *const errors[] = {"",    "A",    "A.B", "A.B.C", "A.B.C.D", "AB",
                                     "B.C", "A.BC", "A..", ".A",    "C"};

#define CHOOSE(list, byte) list[(byte) % (sizeof(list) / sizeof(list)[0])]

static tc_slice slice(const char *text)
{
    return (tc_slice){text, strlen(text)};
}

/* Moves the set to a new block if it is full, or by chance. */
static tc_rulebook *make_room(tc_rulebook *book, bool anyway)
{
    if (tc_rulebook_has_room(book) && !anyway)
        return book;
    tc_rulebook *larger = tc_rulebook_start(malloc(tc_rulebook_size(book)), book);
    CHECK(tc_rulebook_has_room(larger));
    free(book);
    return larger;
}

static bool same_slice(tc_slice a, tc_slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

static bool same_place(const tc_rule *a, const tc_rule *b)
{
    return a->layer == b->layer && a->code.form == b->code.form && a->scope.form == b->scope.form &&
           same_slice(a->code.name, b->code.name) &&
           same_slice(a->scope.name.service, b->scope.name.service) &&
           same_slice(a->scope.name.version, b->scope.name.version) &&
           same_slice(a->scope.name.action, b->scope.name.action);
}

static void add(tc_rulebook *book, known_rules *known, const uint8_t *program)
{
    const char *scope = CHOOSE(scopes, program[0]), *code = CHOOSE(codes, program[1]);
    tc_rule rule = {.layer = 1 + program[2] % TC_LAYERS, .veto = program[2] > 230};
    tc_pattern_fault fault;
    uint32_t earlier;
    CHECK(tc_scope_pattern_parse(scope, strlen(scope), &rule.scope, &fault));
    CHECK(tc_code_pattern_parse(code, strlen(code), &rule.code, &fault));
    const uint32_t id = tc_rulebook_add(book, &rule, &earlier);
    for (int i = 0; i < known->count; i++) {
        if (known->all[i].id != 0 && same_place(&known->all[i].rule, &rule)) {
            CHECK(id == 0 && earlier == known->all[i].id);
            return;
        }
    }
    CHECK(id > 0 && (known->count == 0 || id > known->all[known->count - 1].id));
    known->all[known->count++] = (known_rule){rule, id};
}

static void take_out(tc_rulebook *book, known_rules *known, uint8_t which)
{
    if (known->count == 0)
        return;
    known_rule *chosen = &known->all[which % known->count];
    CHECK(tc_rulebook_remove(book, chosen->id) == (chosen->id != 0));
    chosen->id = 0;
}

static bool beats(const tc_rule *a, const tc_rule *b)
{
    const tc_slice *left = &a->scope.name.action, *right = &b->scope.name.action;
    if (a->veto != b->veto)
        return a->veto;
    if (a->code.form != b->code.form)
        return a->code.form < b->code.form;
    if (a->code.name.length != b->code.name.length)
        return a->code.name.length > b->code.name.length;
    if (a->scope.form != b->scope.form)
        return a->scope.form < b->scope.form;
    if (left->length != right->length)
        return left->length > right->length;
    if (a->scope.name.version.length != b->scope.name.version.length)
        return a->scope.name.version.length > 0;
    return a->layer < b->layer;
}

/* Takes the best of the rules that match out of `waiting`. */
static uint32_t take_best(known_rules *waiting)
{
    known_rule *best = NULL;
    for (int i = 0; i < waiting->count; i++) {
        known_rule *one = &waiting->all[i];
        if (one->id != 0 && (best == NULL || beats(&one->rule, &best->rule)))
            best = one;
    }
    const uint32_t id = best == NULL ? 0 : best->id;
    if (best != NULL)
        best->id = 0;
    return id;
}

static void look_up(const tc_rulebook *book, const known_rules *known, const uint8_t *program)
{
    const char *action = CHOOSE(actions, program[0]);
    tc_rule_query query = {.code = slice(CHOOSE(errors, program[1])),
                           .kind = slice(CHOOSE(kinds, program[2]))};
    known_rules waiting = *known;
    tc_pattern_fault fault;
    tc_rule_walk walk;
    if (program[2] < 240)
        CHECK(tc_action_name_parse(action, strlen(action), &query.action, &fault));
    for (int i = 0; i < waiting.count; i++) {
        const tc_rule *rule = &waiting.all[i].rule;
        if (!tc_scope_matches(&rule->scope, &query.action) ||
            !tc_code_matches(&rule->code, query.code, query.kind))
            waiting.all[i].id = 0;
    }
    tc_rule_walk_start(&walk, book, &query);
    for (;;) {
        const uint32_t id = tc_rule_walk_next(&walk), wanted = take_best(&waiting);
        CHECK(id == wanted);
        if (id == 0)
            break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static known_rules known;
    tc_rulebook *book = tc_rulebook_start(malloc(tc_rulebook_size(NULL)), NULL);
    known.count = 0;
    for (; size >= 4 && known.count < RULES_MAX; data += 4, size -= 4) {
        switch (data[0] % 8) {
        case 0: take_out(book, &known, data[1]); break;
        case 1:
        case 2: look_up(book, &known, data + 1); break;
        default: book = make_room(book, data[0] > 240); add(book, &known, data + 1);
        }
    }
    look_up(book, &known, (const uint8_t *)"\0\2\1");
    uint32_t live = 0;
    for (int i = 0; i < known.count; i++)
        live += known.all[i].id != 0;
    CHECK(tc_rulebook_count(book) == live);
    free(book);
    return 0;
}
