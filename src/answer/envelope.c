/* Success or failure: one look at the members of Response, which may be thousands. A repeated key
 * overwrites the one before, so that the last counts, as it does for every other reader. */
#include "answer/envelope.h"

#define FIND(document, object, key) tc_find(document, object, key, sizeof(key) - 1)
#define IS_KEY(document, position, key) tc_key_equals(document, position, key, sizeof(key) - 1)

static bool is_string(const tc_document *document, uint32_t position)
{
    return position != TC_NOWHERE && tc_is_string(tc_type_at(document, position));
}

/* An empty string's text begins with its closing quote. */
static bool is_empty_string(const tc_document *document, uint32_t position)
{
    return *tc_text_at(document, position) == '"';
}

/* Sets code and message where the value in Error is one that tells a failure: two actions have a
 * result field of that name, and what says nothing ({}, an empty Code) is a success by the SDKs. */
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
    if (!is_string(document, code) || is_empty_string(document, code))
        return;
    envelope->code = code;
    envelope->message = is_string(document, message) ? message : TC_NOWHERE;
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
    envelope->code = envelope->message = TC_NOWHERE;
    envelope->request_id = is_string(document, request_id) ? request_id : TC_NOWHERE;
    if (error != TC_NOWHERE)
        read_error(document, error, envelope);
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
    if (FIND(document, root, "code") != TC_NOWHERE && FIND(document, root, "message") != TC_NOWHERE)
        return TC_SHAPE_DEPRECATED;
    return TC_SHAPE_NO_RESPONSE;
}
