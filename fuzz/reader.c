/* Reading the index. Oracle: every value that jansson finds is there, by key, by number and in
 * order, with the same text, number or boolean. */
#include "fuzz.h"

#include "json/number.h"
#include "json/reader.h"
#include "json/text.h"

static void check_text(const tc_document *document, uint32_t position, const char *wanted,
                       size_t length)
{
    const uint8_t *text = tc_text_at(document, position);
    const size_t room = tc_value_length(document, position);
    uint8_t *decoded = malloc(room > 0 ? room : 1);
    CHECK(text[room] == '"');
    CHECK(tc_text_decode(text, room, decoded) == length);
    CHECK(memcmp(decoded, wanted, length) == 0);
    CHECK(tc_text_equals(text, wanted, length));
    CHECK(length == 0 || !tc_text_equals(text, wanted, length - 1));
    CHECK(tc_key_equals(document, position, wanted, length));
    CHECK(length == 0 || !tc_key_equals(document, position, wanted, length - 1));
    free(decoded);
}

static void check_number(const tc_document *document, uint32_t position, const json_t *wanted)
{
    const uint8_t *text = tc_text_at(document, position);
    int64_t value;
    if (json_is_integer(wanted)) {
        CHECK(tc_type_at(document, position) == TC_INTEGER);
        CHECK(tc_number_integer(text, &value) && value == json_integer_value(wanted));
    } else {
        const double real = tc_number_real(text), expected = json_real_value(wanted);
        CHECK(tc_type_at(document, position) == TC_REAL);
        CHECK(memcmp(&real, &expected, sizeof real) == 0);
    }
}

static void check_value(const tc_document *document, uint32_t position, const json_t *wanted);

static void check_array(const tc_document *document, uint32_t array, const json_t *wanted)
{
    const uint32_t count = tc_count_at(document, array);
    uint32_t at = array + TC_CONTAINER_WORDS;
    tc_place forward = {0, TC_NOWHERE}, backward = {0, TC_NOWHERE};
    CHECK(count == json_array_size(wanted));
    for (uint32_t i = 0; i < count; i++) {
        CHECK(tc_element(document, array, i, &forward) == at);
        check_value(document, at, json_array_get(wanted, i));
        at = tc_after(document, at);
    }
    CHECK(at == tc_after(document, array));
    CHECK(tc_element(document, array, count, &forward) == TC_NOWHERE);
    if (count > 0)
        CHECK(tc_element(document, array, count - 1, &backward) != TC_NOWHERE);
    if (count > 0)
        CHECK(tc_element(document, array, 0, &backward) == array + TC_CONTAINER_WORDS);
}

static void check_object(const tc_document *document, uint32_t object, const json_t *wanted)
{
    const char *key;
    json_t *value;
    CHECK(tc_count_at(document, object) >= json_object_size(wanted));
    json_object_foreach((json_t *)(uintptr_t)wanted, key, value)
    {
        const uint32_t found = tc_find(document, object, key, strlen(key));
        CHECK(found != TC_NOWHERE);
        check_text(document, found - 1, key, strlen(key));
        check_value(document, found, value);
    }
    uint32_t at = object + TC_CONTAINER_WORDS;
    for (uint32_t i = 0; i < tc_count_at(document, object); i++)
        at = tc_after(document, at + 1);
    CHECK(at == tc_after(document, object));
}

/* The value's own text is the value: indexing it alone gives as many words. */
static void check_extent(const tc_document *document, uint32_t position)
{
    const uint8_t *text = tc_text_at(document, position);
    const bool string = tc_is_string(tc_type_at(document, position));
    const size_t length = tc_value_length(document, position) + 2 * string;
    tc_document alone;
    tc_faults faults;
    CHECK(fuzz_index(tc_index_build, false, fuzz_copy(text - string, length), length, &alone,
                     &faults));
    CHECK(alone.count == tc_after(document, position) - position);
    fuzz_free(&alone);
}

static void check_value(const tc_document *document, uint32_t position, const json_t *wanted)
{
    check_extent(document, position);
    switch (json_typeof(wanted)) {
    case JSON_OBJECT: check_object(document, position, wanted); break;
    case JSON_ARRAY: check_array(document, position, wanted); break;
    case JSON_STRING:
        check_text(document, position, json_string_value(wanted), json_string_length(wanted));
        break;
    case JSON_INTEGER:
    case JSON_REAL: check_number(document, position, wanted); break;
    case JSON_TRUE: CHECK(tc_type_at(document, position) == TC_TRUE); break;
    case JSON_FALSE: CHECK(tc_type_at(document, position) == TC_FALSE); break;
    case JSON_NULL: CHECK(tc_type_at(document, position) == TC_NULL); break;
    }
}

/* Decodes the string or key at `position` into memory of its own. */
static uint8_t *decode(const tc_document *document, uint32_t position, size_t *length)
{
    const size_t room = tc_string_length(document, position);
    uint8_t *decoded = fuzz_copy(tc_text_at(document, position), room);
    *length = tc_text_decode(tc_text_at(document, position), room, decoded);
    return decoded;
}

/* Every text of the body is that of the sound one, but for the bytes that are not UTF-8, which are
 * handed on as they came. */
static void check_texts(const tc_document *document, const tc_document *sound)
{
    CHECK(document->count == sound->count);
    for (uint32_t at = 0; at < document->count; at++) {
        size_t length, sound_length;
        const enum tc_type type = tc_type_at(document, at);
        if (tc_is_string(type)) {
            uint8_t *text = decode(document, at, &length);
            uint8_t *wanted = decode(sound, at, &sound_length);
            CHECK(tc_text_equals(tc_text_at(document, at), (char *)text, length));
            for (size_t i = 0; i < length;) {
                const size_t step = text[i] < 0x80 ? 1 : fuzz_utf8_length(text + i, length - i);
                if (step == 0)
                    text[i] = '?';
                i += step == 0 ? 1 : step;
            }
            CHECK(length == sound_length && memcmp(text, wanted, length) == 0);
            free(text);
            free(wanted);
        }
        at += tc_is_container(type) ? TC_CONTAINER_WORDS - 1 : 0;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tc_document document, sound;
    tc_faults faults;
    bool unsure;
    uint8_t *repaired = fuzz_copy(data, size);
    fuzz_repair(repaired, size);
    const bool valid =
        fuzz_index(tc_index_build, false, fuzz_copy(data, size), size, &document, &faults);
    fuzz_index(tc_index_build, false, repaired, size, &sound, &faults);
    json_t *root = fuzz_jansson(sound.body, size, &unsure);
    if (valid)
        check_texts(&document, &sound);
    if (valid && root != NULL && !unsure)
        check_value(&sound, 0, root);
    json_decref(root);
    fuzz_free(&document);
    fuzz_free(&sound);
    return 0;
}
