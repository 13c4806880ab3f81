/* Checking and cutting codes. */
#include "names/code.h"

#include "names/word.h"

bool tc_code_check(tc_slice code, tc_pattern_fault *fault)
{
    size_t at = 0;
    if (code.length == 0 || !(tc_is_lower(code.text[0]) || tc_is_upper(code.text[0])))
        return tc_pattern_fail(fault, "a code begins with a letter", 0);
    if (code.length > TC_NAME_MAX)
        return tc_pattern_fail(fault, "a code has at most " TC_NAME_MAX_TEXT " characters",
                               TC_NAME_MAX);
    for (;;) {
        const size_t start = at;
        at = tc_skip_word(code, at);
        if (at == start && (at == code.length || code.text[at] == '.'))
            return tc_pattern_fail(fault, "a word is missing beside the dot", at);
        if (at == code.length)
            return true;
        if (code.text[at] == '*')
            return tc_pattern_fail(
                fault, "'*' stands alone or after the last dot, as in AuthFailure.*", at);
        if (code.text[at] != '.')
            return tc_pattern_fail(fault, "a code has letters, digits, '_' and dots only", at);
        at++;
    }
}

bool tc_code_is_well_formed(const char *text, size_t length)
{
    tc_pattern_fault fault;
    return tc_code_check((tc_slice){text, length}, &fault);
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_stray(char byte)
{
    return byte == '.' || is_blank(byte);
}

tc_slice tc_code_trim(tc_slice code)
{
    tc_slice rest = code;
    while (rest.length > 0 && is_stray(rest.text[rest.length - 1]))
        rest.length--;
    while (rest.length > 0 && is_blank(*rest.text)) {
        rest.text++;
        rest.length--;
    }
    return rest.length > 0 ? rest : code;
}

bool tc_code_is_usable(tc_slice code)
{
    size_t at = 0;
    while (at < code.length && is_stray(code.text[at]))
        at++;
    return at < code.length;
}

tc_code_parts tc_code_split(tc_slice code)
{
    code = tc_code_trim(code);
    const char *dot = code.length == 0 ? NULL : memchr(code.text, '.', code.length);
    if (dot == NULL)
        return (tc_code_parts){code, {NULL, 0}, false};
    const size_t length = (size_t)(dot - code.text);
    return (tc_code_parts){{code.text, length}, {dot + 1, code.length - length - 1}, true};
}
