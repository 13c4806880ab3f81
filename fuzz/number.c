/* Numbers. Oracles: the grammar of RFC 8259 as a regular expression, and the C library's strtod and
 * strtoll; a number that was printed reads as the same. */
#include "fuzz.h"

#include "json/number.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <regex.h>

static bool is_number(const char *text)
{
    static regex_t grammar;
    static bool compiled;
    if (!compiled)
        CHECK(regcomp(&grammar, "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$",
                      REG_EXTENDED | REG_NOSUB) == 0);
    compiled = true;
    return regexec(&grammar, text, 0, NULL, 0) == 0;
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static void check_text(const char *text)
{
    const size_t length = strlen(text);
    tc_document document;
    tc_faults faults;
    const bool valid = fuzz_index(tc_index_build, false, fuzz_copy((const uint8_t *)text, length),
                                  length, &document, &faults);
    CHECK(valid == is_number(text));
    if (valid) {
        const uint8_t *at = tc_text_at(&document, 0);
        const bool integer = strpbrk(text, ".eE") == NULL;
        int64_t value = 0;
        CHECK(tc_type_at(&document, 0) == (integer ? TC_INTEGER : TC_REAL));
        CHECK(tc_number_length(at) == length);
        CHECK(same_bits(tc_number_real(at), strtod(text, NULL)));
        errno = 0;
        const long long expected = strtoll(text, NULL, 10);
        if (integer)
            CHECK(tc_number_integer(at, &value) ? errno == 0 && value == expected : errno != 0);
    }
    fuzz_free(&document);
}

static void check_printed(const uint8_t bytes[8])
{
    char text[64];
    double real;
    int64_t integer, value;
    memcpy(&real, bytes, sizeof real);
    memcpy(&integer, bytes, sizeof integer);
    snprintf(text, sizeof text, "%" PRId64, integer);
    CHECK(tc_number_integer((const uint8_t *)text, &value) && value == integer);
    if (!isfinite(real))
        return;
    snprintf(text, sizeof text, "%.17g", real);
    CHECK(same_bits(tc_number_real((const uint8_t *)text), real));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char alphabet[] = "0123456789.eE+-0";
    if (size == 0)
        return 0;
    char *text = malloc(size + 1);
    for (size_t i = 0; i < size; i++)
        text[i] = alphabet[data[i] % (sizeof alphabet - 1)];
    text[size] = '\0';
    check_text(text);
    free(text);
    if (size >= 8)
        check_printed(data);
    return 0;
}
