/* Patterns of codes and scopes. Oracles: their grammar as regular expressions, and matching spelt
 * out. The input is four lines: pattern, code, kind, action. */
#include "fuzz.h"

#include "names/pattern.h"

#include <regex.h>

#define CODE "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*"
#define SERVICE "[a-z][-a-z0-9]*(@[0-9]{4}-[0-9]{2}-[0-9]{2})?\\."
#define ACTION "[A-Z][A-Za-z0-9_]*"

enum { PATTERN, CODE_TEXT, KIND, NAME, LINES };

enum grammar { CODE_PATTERN, CODE_ALONE, SCOPE_PATTERN, ACTION_NAME, GRAMMARS };

static bool matches(enum grammar which, const char *text)
{
    static const char *const expressions[GRAMMARS] = {
        [CODE_PATTERN] = "^(" CODE "(\\.\\*)?|\\*|#[a-z_]+)$",
        [CODE_ALONE] = "^" CODE "$",
        [SCOPE_PATTERN] = "^(" SERVICE "(" ACTION "\\*?|\\*)|\\*)$",
        [ACTION_NAME] = "^" SERVICE ACTION "$",
    };
    static regex_t compiled[GRAMMARS];
    static bool ready[GRAMMARS];
    if (!ready[which])
        CHECK(regcomp(&compiled[which], expressions[which], REG_EXTENDED | REG_NOSUB) == 0);
    ready[which] = true;
    return regexec(&compiled[which], text, 0, NULL, 0) == 0;
}

/* Cuts the input into lines that end with a 0. */
static void split(char *text, char *lines[LINES])
{
    for (int i = 0; i < LINES; i++) {
        lines[i] = text;
        char *end = strchr(text, '\n');
        text = end == NULL ? text + strlen(text) : end + 1;
        if (end != NULL)
            *end = '\0';
    }
}

static char *copy(tc_slice slice)
{
    char *text = malloc(slice.length + 1);
    if (slice.length > 0)
        memcpy(text, slice.text, slice.length);
    text[slice.length] = '\0';
    return text;
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Cuts what servers leave beside a code by mistake, unless nothing is left then. */
static const char *trim(char *code)
{
    size_t length = strlen(code);
    const char *start = code + strspn(code, " \t\n\v\f\r");
    while (length > 0 && strchr(". \t\n\v\f\r", code[length - 1]) != NULL)
        length--;
    if (length == 0)
        return code;
    code[length] = '\0';
    return start;
}

static bool code_should_match(const char *pattern, const char *code, const char *kind)
{
    const size_t length = strlen(pattern);
    if (strcmp(pattern, "ok") == 0 || *code == '\0')
        return strcmp(pattern, "ok") == 0 && *code == '\0';
    if (*pattern == '#')
        return strcmp(pattern + 1, kind) == 0;
    if (strcmp(pattern, "*") == 0 || strcmp(pattern, code) == 0)
        return true;
    if (pattern[length - 1] != '*')
        return false;
    char *stem = copy((tc_slice){pattern, length - 1}); /* "A." */
    char *dotted = malloc(strlen(code) + 2);
    sprintf(dotted, "%s.", code);
    const bool result = starts_with(dotted, stem);
    free(stem);
    free(dotted);
    return result;
}

static void check_code(const char *text, const char *code, const char *kind)
{
    tc_code_pattern pattern;
    tc_pattern_fault fault = {NULL, 0};
    const size_t length = strlen(text);
    const bool valid = tc_code_pattern_parse(text, length, &pattern, &fault);
    CHECK(valid == (fault.reason == NULL) && fault.offset <= length);
    if (length <= TC_NAME_MAX)
        CHECK(valid == matches(CODE_PATTERN, text));
    CHECK(tc_code_is_well_formed(text, length) ==
          (length <= TC_NAME_MAX && matches(CODE_ALONE, text)));
    char *trimmed = strdup(code);
    if (valid)
        CHECK(tc_code_matches(&pattern, (tc_slice){code, strlen(code)},
                              (tc_slice){kind, strlen(kind)}) ==
              code_should_match(text, trim(trimmed), kind));
    free(trimmed);
}

/* Does the scope match the well-formed action? Both texts, with versions or without. */
static bool scope_should_match(const char *scope, const char *action, const tc_action_name *name)
{
    if (strcmp(scope, "*") == 0)
        return true;
    char *plain = malloc(strlen(action) + 1), *service = copy(name->service);
    sprintf(plain, "%s.", service);
    strncat(plain, name->action.text, name->action.length);
    const char *subject = strchr(scope, '@') != NULL ? action : plain;
    char *stem = copy((tc_slice){scope, strcspn(scope, "*")});
    const bool prefix = strchr(scope, '*') != NULL;
    const bool result = prefix ? starts_with(subject, stem) : strcmp(subject, scope) == 0;
    free(plain);
    free(service);
    free(stem);
    return result;
}

static void check_scope(const char *text, const char *action)
{
    tc_scope_pattern pattern;
    tc_action_name name;
    tc_pattern_fault fault = {NULL, 0}, name_fault = {NULL, 0};
    const size_t length = strlen(text), name_length = strlen(action);
    const bool valid = tc_scope_pattern_parse(text, length, &pattern, &fault);
    const bool named = tc_action_name_parse(action, name_length, &name, &name_fault);
    CHECK(valid == (fault.reason == NULL) && fault.offset <= length);
    CHECK(named == (name_fault.reason == NULL) && name_fault.offset <= name_length);
    if (length <= TC_NAME_MAX)
        CHECK(valid == matches(SCOPE_PATTERN, text));
    if (name_length <= TC_NAME_MAX)
        CHECK(named == matches(ACTION_NAME, action));
    if (valid && named)
        CHECK(tc_scope_matches(&pattern, &name) == scope_should_match(text, action, &name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *lines[LINES], *text = (char *)fuzz_copy(data, size);
    tc_code_pattern code;
    tc_scope_pattern scope;
    tc_pattern_fault fault;
    if (memchr(data, '\0', size) != NULL) { /* the oracles stop at a 0, the parsers must not */
        CHECK(!tc_code_pattern_parse(text, size, &code, &fault));
        CHECK(!tc_scope_pattern_parse(text, size, &scope, &fault));
    } else {
        split(text, lines);
        check_code(lines[PATTERN], lines[CODE_TEXT], lines[KIND]);
        check_scope(lines[PATTERN], lines[NAME]);
    }
    free(text);
    return 0;
}
