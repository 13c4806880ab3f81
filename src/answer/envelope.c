/* Success or failure: one look at the members of Response, which may be thousands. A repeated key
 * overwrites the one before, so that the last counts, as it does for every other reader. */
#include "answer/envelope.h"

#include "ascii.h"
#include "names/action_name.h"
#include "names/code.h"

#define FIND(document, object, key) tc_find(document, object, key, sizeof(key) - 1)
#define IS_KEY(document, position, key) tc_key_equals(document, position, key, sizeof(key) - 1)

static bool is_string(const tc_document *document, uint32_t position)
{
    return position != TC_NOWHERE && tc_is_string(tc_type_at(document, position));
}

/* Does the value say nothing: null, false, "", [] or {}? An empty string's text begins with its
 * closing quote. */
static bool says_nothing(const tc_document *document, uint32_t position)
{
    if (position == TC_NOWHERE)
        return true;
    switch (tc_type_at(document, position)) {
    case TC_NULL:
    case TC_FALSE: return true;
    case TC_STRING: return *tc_text_at(document, position) == '"';
    case TC_ARRAY:
    case TC_OBJECT: return tc_count_at(document, position) == 0;
    default: return false;
    }
}

/* Is it a string that has more than the dots and blanks that a code is read without? What is longer
 * than any code is. */
static bool is_usable_code(const tc_document *document, uint32_t position)
{
    enum { ROOM = 6 * TC_NAME_MAX }; /* bytes: each may be written as \u00XX */
    uint8_t code[ROOM];
    if (!is_string(document, position))
        return false;
    if (tc_is_upper(*tc_text_at(document, position))) /* as nearly every code begins */
        return true;
    const size_t length = tc_string_length(document, position);
    if (length > ROOM)
        return true;
    const size_t decoded = tc_text_decode(tc_text_at(document, position), length, code);
    return decoded > TC_NAME_MAX || tc_code_is_usable((tc_slice){(const char *)code, decoded});
}

/* Sees what the value of Error tells: an object that has a Code, or a Message, tells a failure. */
static void read_error(const tc_document *document, uint32_t error, tc_envelope *envelope)
{
    uint32_t code = TC_NOWHERE, message = TC_NOWHERE;
    if (tc_type_at(document, error) != TC_OBJECT)
        return;
    const uint32_t end = tc_after(document, error);
    for (uint32_t at = error + TC_CONTAINER_WORDS; at < end; at = tc_after(document, at + 1)) {
        if (IS_KEY(document, at, "Code"))
            code = at + 1;
        else if (IS_KEY(document, at, "Message"))
            message = at + 1;
    }
    if (is_usable_code(document, code)) {
        envelope->code = code;
        envelope->message = is_string(document, message) ? message : TC_NOWHERE;
    } else if (!says_nothing(document, code) || !says_nothing(document, message)) {
        envelope->nameless = error;
    }
}

void tc_envelope_read_object(const tc_document *document, uint32_t object, tc_envelope *envelope)
{
    const uint32_t end = tc_after(document, object);
    uint32_t error = TC_NOWHERE, request_id = TC_NOWHERE;
    for (uint32_t at = object + TC_CONTAINER_WORDS; at < end; at = tc_after(document, at + 1)) {
        if (IS_KEY(document, at, "RequestId"))
            request_id = at + 1;
        else if (IS_KEY(document, at, "Error"))
            error = at + 1;
    }
    envelope->response = object;
    envelope->code = envelope->message = envelope->nameless = TC_NOWHERE;
    envelope->request_id = is_string(document, request_id) ? request_id : TC_NOWHERE;
    if (error != TC_NOWHERE)
        read_error(document, error, envelope);
}

/* The API before 3.0 that answers so, or none that is known. */
static enum tc_shape name_old_shape(const tc_document *document, uint32_t root)
{
    if (FIND(document, root, "code") != TC_NOWHERE && FIND(document, root, "message") != TC_NOWHERE)
        return TC_SHAPE_DEPRECATED;
    if (FIND(document, root, "errorcode") != TC_NOWHERE)
        return TC_SHAPE_OLD_CLS;
    const uint32_t status = FIND(document, root, "status");
    if (status != TC_NOWHERE && tc_type_at(document, status) == TC_OBJECT &&
        FIND(document, status, "code") != TC_NOWHERE)
        return TC_SHAPE_OLD_DNSPOD;
    return TC_SHAPE_NO_RESPONSE;
}

enum tc_shape tc_envelope_read(const tc_document *document, tc_envelope *envelope)
{
    const uint32_t root = 0;
    if (tc_type_at(document, root) != TC_OBJECT)
        return TC_SHAPE_NOT_OBJECT;
    /* Nearly every body is {"Response": ...}: then its value is where it must be, without a search.
     */
    uint32_t response = TC_CONTAINER_WORDS + 1;
    if (tc_count_at(document, root) != 1 || !IS_KEY(document, TC_CONTAINER_WORDS, "Response"))
        response = FIND(document, root, "Response");
    if (response != TC_NOWHERE && tc_type_at(document, response) == TC_OBJECT) {
        tc_envelope_read_object(document, response, envelope);
        return TC_SHAPE_ANSWER;
    }
    return name_old_shape(document, root);
}

/* By the schema of the API, which has no other response with a field Error. */
#define ERROR_FIELD_SERVICE "lkeap"
static const char *const error_field_actions[] = {
    "GetReconstructDocumentResult",
    "GetSplitDocumentResult",
};

/* Has the response fields that only its action can have? A failure has none. */
static bool has_data(const tc_document *document, uint32_t response)
{
    const uint32_t end = tc_after(document, response);
    uint32_t at = response + TC_CONTAINER_WORDS;
    while (at < end && (IS_KEY(document, at, "RequestId") || IS_KEY(document, at, "Error") ||
                        IS_KEY(document, at, "DeprecatedWarning")))
        at = tc_after(document, at + 1);
    return at < end;
}

void tc_envelope_allow_error_field(const tc_document *document, tc_envelope *envelope,
                                   tc_slice action)
{
    tc_action_name name;
    tc_pattern_fault fault;
    const tc_slice service = {ERROR_FIELD_SERVICE, sizeof ERROR_FIELD_SERVICE - 1};
    if (!tc_slice_starts_with(action, service) || !has_data(document, envelope->response) ||
        !tc_action_name_parse(action.text, action.length, &name, &fault) ||
        !tc_slice_equals(name.service, service))
        return;
    for (size_t i = 0; i < sizeof error_field_actions / sizeof *error_field_actions; i++) {
        if (tc_slice_is(name.action, error_field_actions[i]))
            envelope->code = envelope->message = envelope->nameless = TC_NOWHERE;
    }
}
