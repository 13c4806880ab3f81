/* The envelope. Oracle: shape, code, message and request id as they are read off jansson's tree. */
#include "fuzz.h"

#include "answer/fault.h"
#include "json/text.h"

/* Is the string at `position` the wanted one, or nowhere where none is wanted? */
static void check_string(const tc_document *document, uint32_t position, const json_t *wanted)
{
    if (!json_is_string(wanted)) {
        CHECK(position == TC_NOWHERE);
        return;
    }
    CHECK(position != TC_NOWHERE);
    CHECK(tc_text_equals(tc_text_at(document, position), json_string_value(wanted),
                         json_string_length(wanted)));
}

static void check_answer(const tc_document *document, const tc_envelope *envelope,
                         const json_t *response)
{
    const json_t *error = json_object_get(response, "Error"),
                 *code = json_object_get(error, "Code");
    const bool failed = json_string_length(code) > 0;
    CHECK(tc_type_at(document, envelope->response) == TC_OBJECT);
    check_string(document, envelope->request_id, json_object_get(response, "RequestId"));
    check_string(document, envelope->code, failed ? code : NULL);
    check_string(document, envelope->message, failed ? json_object_get(error, "Message") : NULL);
}

static enum tc_shape expected_shape(const json_t *root)
{
    if (!json_is_object(root))
        return TC_SHAPE_NOT_OBJECT;
    if (json_is_object(json_object_get(root, "Response")))
        return TC_SHAPE_ANSWER;
    return json_object_get(root, "code") != NULL && json_object_get(root, "message") != NULL
               ? TC_SHAPE_DEPRECATED
               : TC_SHAPE_NO_RESPONSE;
}

/* What is said of another shape is one line for a log. */
static void check_description(const tc_document *document, enum tc_shape shape)
{
    char message[TC_FAULT_MESSAGE_MAX];
    tc_fault_report report;
    tc_shape_describe(document, shape, &report, message);
    CHECK(strcmp(report.code, "ClientError.ResponseError") == 0);
    CHECK(*message != '\0');
    for (const char *at = message; *at != '\0'; at++)
        CHECK((uint8_t)*at >= 0x20 && *at != 0x7F);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tc_document document;
    tc_envelope envelope;
    tc_fault fault;
    bool unsure;
    const bool valid = fuzz_index(tc_index_build, fuzz_copy(data, size), size, &document, &fault);
    json_t *root = fuzz_jansson(document.body, size, &unsure);
    if (valid && root != NULL) {
        const enum tc_shape shape = tc_envelope_read(&document, &envelope);
        CHECK(shape == expected_shape(root));
        if (shape != TC_SHAPE_ANSWER)
            check_description(&document, shape);
        else
            check_answer(&document, &envelope, json_object_get(root, "Response"));
        if (shape != TC_SHAPE_NOT_OBJECT) {
            tc_envelope_read_object(&document, 0, &envelope);
            check_answer(&document, &envelope, root);
        }
    }
    json_decref(root);
    fuzz_free(&document);
    return 0;
}
