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

/* Has the code more than dots and blanks, or more bytes than any? */
static bool is_usable(const json_t *code)
{
    const size_t length = json_string_length(code);
    const char *text = json_string_value(code);
    size_t stray = 0;
    while (stray < length && text[stray] != '\0' && strchr(". \t\n\v\f\r", text[stray]) != NULL)
        stray++;
    return stray < length || length > TC_NAME_MAX;
}

static bool says(const json_t *value)
{
    return !(value == NULL || json_is_null(value) || json_is_false(value) ||
             (json_is_string(value) && json_string_length(value) == 0) ||
             (json_is_array(value) && json_array_size(value) == 0) ||
             (json_is_object(value) && json_object_size(value) == 0));
}

static void check_answer(const tc_document *document, const tc_envelope *envelope,
                         const json_t *response)
{
    const json_t *error = json_object_get(response, "Error"),
                 *code = json_object_get(error, "Code");
    const json_t *message = json_object_get(error, "Message");
    const bool failed = is_usable(code);
    const bool nameless = json_is_object(error) && !failed && (says(code) || says(message));
    CHECK((envelope->nameless != TC_NOWHERE) == nameless);
    CHECK(tc_type_at(document, envelope->response) == TC_OBJECT);
    check_string(document, envelope->request_id, json_object_get(response, "RequestId"));
    check_string(document, envelope->code, failed ? code : NULL);
    check_string(document, envelope->message, failed ? message : NULL);
}

static enum tc_shape expected_shape(const json_t *root)
{
    if (!json_is_object(root))
        return TC_SHAPE_NOT_OBJECT;
    if (json_is_object(json_object_get(root, "Response")))
        return TC_SHAPE_ANSWER;
    if (json_object_get(root, "code") != NULL && json_object_get(root, "message") != NULL)
        return TC_SHAPE_DEPRECATED;
    if (json_object_get(root, "errorcode") != NULL)
        return TC_SHAPE_OLD_CLS;
    return json_object_get(json_object_get(root, "status"), "code") != NULL ? TC_SHAPE_OLD_DNSPOD
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

static void check_nameless(const tc_document *document, const tc_envelope *envelope)
{
    char message[TC_FAULT_MESSAGE_MAX];
    tc_fault_report report;
    tc_nameless_describe(document, envelope->nameless, &report, message);
    for (const char *at = message; *at != '\0'; at++)
        CHECK((uint8_t)*at >= 0x20 && *at != 0x7F);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tc_document document;
    tc_envelope envelope;
    tc_faults faults;
    bool unsure;
    const bool valid =
        fuzz_index(tc_index_build, true, fuzz_copy(data, size), size, &document, &faults);
    json_t *root = fuzz_jansson(document.body, size, &unsure);
    if (valid && root != NULL) {
        const enum tc_shape shape = tc_envelope_read(&document, &envelope);
        CHECK(shape == expected_shape(root));
        if (shape != TC_SHAPE_ANSWER)
            check_description(&document, shape);
        else
            check_answer(&document, &envelope, json_object_get(root, "Response"));
        if (shape == TC_SHAPE_ANSWER && envelope.nameless != TC_NOWHERE)
            check_nameless(&document, &envelope);
        if (shape != TC_SHAPE_NOT_OBJECT) {
            tc_envelope_read_object(&document, 0, &envelope);
            check_answer(&document, &envelope, root);
        }
    }
    json_decref(root);
    fuzz_free(&document);
    return 0;
}
