/* Words for faults. snprintf cuts what is too long, so no message overruns its room. */
#include "answer/fault.h"

#include "ascii.h"
#include "json/quote.h"
#include "json/reader.h"
#include "json/utf8.h"

#include <stdio.h>
#include <string.h>

enum { QUOTE_ROOM = TC_QUOTE_ROOM(TC_QUOTE_MAX) };

const char *const tc_client_code_names[] = {TC_CLIENT_CODE_NAMES};

static const char *const wanted[] = {
    [TC_FAULT_NONE] = "",
    [TC_FAULT_VALUE] = "a value was expected",
    [TC_FAULT_KEY] = "a key in double quotes was expected",
    [TC_FAULT_KEY_OR_CLOSE] = "a key in double quotes or } was expected",
    [TC_FAULT_VALUE_OR_CLOSE] = "a value or ] was expected",
    [TC_FAULT_COLON] = "a colon was expected after the key",
    [TC_FAULT_COMMA_OR_BRACE] = "a comma or } was expected",
    [TC_FAULT_COMMA_OR_BRACKET] = "a comma or ] was expected",
    [TC_FAULT_END] = "the end was expected after the value",
    [TC_FAULT_LITERAL] = "true, false or null was expected",
    [TC_FAULT_NUMBER] = "a digit was expected",
    [TC_FAULT_LEADING_ZERO] = "a number may not begin with 0 and another digit",
    [TC_FAULT_QUOTE] = "the closing quote of a string was expected",
    [TC_FAULT_CONTROL] = "a control character in a string must be escaped",
    [TC_FAULT_ESCAPE] = "there is no such escape sequence",
    [TC_FAULT_SURROGATE] = "half of a surrogate pair stands alone",
    [TC_FAULT_UTF8] = "the bytes are not UTF-8",
    [TC_FAULT_DEPTH] = "arrays and objects may be nested " TC_DEPTH_MAX_TEXT " levels deep at most",
    [TC_FAULT_SIZE] = "a body may be " TC_BODY_MAX_TEXT " long at most",
};

/* The number of white space bytes that the body begins with. */
static size_t blank_length(const tc_document *document)
{
    return strspn((const char *)document->body, " \t\r\n"); /* it ends with a zero byte */
}

const char *tc_fault_words(enum tc_fault_kind kind)
{
    return wanted[kind];
}

tc_fault_place tc_fault_locate(const tc_document *document, size_t offset)
{
    tc_fault_place place = {offset + 1, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        if (document->body[i] == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column += !tc_is_continuation(document->body[i]);
        }
    }
    return place;
}

/* What the first bytes of a body that is not JSON tell about where it comes from. */
static const char *guess_origin(const tc_document *document)
{
    static const char *const origins[][2] = {
        {"<", "; this looks like HTML or XML: a gateway or proxy answered, not the API"},
        {"data:", "; this looks like an event stream: read it with events()"},
        {"event:", "; this looks like an event stream: read it with events()"},
        {"id:", "; this looks like an event stream: read it with events()"},
        {":", "; this looks like an event stream: read it with events()"},
        {"HTTP/", "; the body begins with HTTP headers: pass what comes after the empty line"},
        {"\xEF\xBB\xBF", "; the body begins with a byte-order mark: remove its 3 bytes"},
        {"\x1F\x8B", "; the body is compressed (gzip): decompress it first"},
    };
    const char *start = (const char *)document->body + blank_length(document);
    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) {
        if (strncmp(start, origins[i][0], strlen(origins[i][0])) == 0)
            return origins[i][1];
    }
    return "";
}

/* Where to quote from. A plain text can begin as JSON does ("no healthy upstream", "502 Bad
 * Gateway"), and a literal that is spelt otherwise begins before the letter that differs. */
static size_t quote_start(const tc_document *document, const tc_fault *fault)
{
    const size_t first = blank_length(document);
    size_t start = fault->offset;
    if (strchr("{[\"", document->body[first]) == NULL)
        return first;
    while (fault->kind == TC_FAULT_LITERAL && tc_is_lower((char)document->body[start - 1]))
        start--;
    return start;
}

static void describe_place(const tc_document *document, const tc_fault *fault,
                           const tc_fault_place *place, char message[TC_FAULT_MESSAGE_MAX])
{
    char quote[QUOTE_ROOM];
    if (fault->offset >= document->length) {
        snprintf(message, TC_FAULT_MESSAGE_MAX,
                 "line %zu, column %zu (byte %zu): %s, but the body ends here; was it cut off?",
                 place->line, place->column, place->offset, wanted[fault->kind]);
        return;
    }
    const size_t start = quote_start(document, fault);
    tc_text_quote(document->body + start, document->length - start, TC_QUOTE_MAX, quote);
    snprintf(message, TC_FAULT_MESSAGE_MAX, "line %zu, column %zu (byte %zu): %s, found '%s'%s",
             place->line, place->column, place->offset, wanted[fault->kind], quote,
             guess_origin(document));
}

void tc_fault_describe(const tc_document *document, const tc_fault *fault, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX])
{
    memset(report, 0, sizeof *report);
    if (fault->kind != TC_FAULT_SIZE && blank_length(document) == document->length) {
        report->code = tc_client_code_names[TC_CLIENT_EMPTY_BODY];
        snprintf(message, TC_FAULT_MESSAGE_MAX,
                 "the body is %s; was the connection closed before the answer came?",
                 document->length == 0 ? "empty" : "only white space");
        return;
    }
    report->code = tc_client_code_names[TC_CLIENT_PARSE_JSON_ERROR];
    report->lasting = fault->kind == TC_FAULT_SIZE || fault->offset < document->length;
    if (fault->kind == TC_FAULT_SIZE) {
        snprintf(message, TC_FAULT_MESSAGE_MAX, "%s", wanted[fault->kind]);
        return;
    }
    report->place = tc_fault_locate(document, fault->offset);
    describe_place(document, fault, &report->place, message);
}

/* What was found in the place of an object. */
static const char *name_of_type(enum tc_type type)
{
    static const char *const names[] = {
        [TC_NULL] = "null",        [TC_FALSE] = "a boolean", [TC_TRUE] = "a boolean",
        [TC_INTEGER] = "a number", [TC_REAL] = "a number",   [TC_STRING] = "a string",
        [TC_ESCAPED] = "a string", [TC_ARRAY] = "an array",  [TC_OBJECT] = "an object",
    };
    return names[type];
}

/* The text of the member `key` of the object at `object`, at most `limit` bytes of it, quoted; ""
 * where there is none. */
static void quote_member(const tc_document *document, uint32_t object, const char *key,
                         size_t limit, char quote[QUOTE_ROOM])
{
    const uint32_t position = tc_find(document, object, key, strlen(key));
    quote[0] = '\0';
    if (position == TC_NOWHERE || tc_is_container(tc_type_at(document, position)) ||
        tc_type_at(document, position) == TC_NULL)
        return;
    tc_text_quote(tc_text_at(document, position), tc_value_length(document, position), limit,
                  quote);
}

enum { CODE_MAX = 16 }; /* bytes of an old code, which is a number mostly: 4100 */

/* An older API: where its answers have the code and a text, and where to send the request instead.
 */
typedef struct old_api {
    const char *name, *envelope, *code, *text, *advice;
} old_api;

static const old_api old_apis[] = {
    [TC_SHAPE_DEPRECATED] = {"the API before 3.0", NULL, "code", "codeDesc",
                             "the 3.0 endpoint of the service, with X-TC-Action and X-TC-Version"},
    [TC_SHAPE_OLD_DNSPOD] = {"DNSPod's API before 3.0", "status", "code", "message",
                             "the 3.0 endpoint of the service dnspod, with X-TC-Action and "
                             "X-TC-Version"},
    [TC_SHAPE_OLD_CLS] = {"CLS's API before 3.0", NULL, "errorcode", "errormessage",
                          "the 3.0 endpoint of the service cls, with X-TC-Action and X-TC-Version"},
};

static void describe_old_api(const tc_document *document, enum tc_shape shape,
                             char message[TC_FAULT_MESSAGE_MAX])
{
    const old_api *api = &old_apis[shape];
    const uint32_t root = 0;
    const uint32_t object = api->envelope == NULL
                                ? root
                                : tc_find(document, root, api->envelope, strlen(api->envelope));
    char code[QUOTE_ROOM], text[QUOTE_ROOM];
    quote_member(document, object, api->code, CODE_MAX, code);
    quote_member(document, object, api->text, TC_QUOTE_MAX - CODE_MAX, text);
    snprintf(message, TC_FAULT_MESSAGE_MAX, "a response of %s%s%s%s%s; send the request to %s",
             api->name, code[0] == '\0' ? "" : ", with code ", code, text[0] == '\0' ? "" : " ",
             text, api->advice);
}

static void describe_keys(const tc_document *document, char message[TC_FAULT_MESSAGE_MAX])
{
    const uint32_t response = tc_find(document, 0, "Response", 8);
    const unsigned long count = tc_count_at(document, 0);
    char quote[QUOTE_ROOM];
    if (response != TC_NOWHERE) {
        snprintf(message, TC_FAULT_MESSAGE_MAX, "Response is %s, not an object",
                 name_of_type(tc_type_at(document, response)));
    } else if (count == 0) {
        snprintf(message, TC_FAULT_MESSAGE_MAX, "the body is an empty object, without Response");
    } else {
        const uint32_t key = TC_CONTAINER_WORDS;
        tc_text_quote(tc_text_at(document, key), tc_value_length(document, key), TC_QUOTE_MAX,
                      quote);
        snprintf(message, TC_FAULT_MESSAGE_MAX,
                 "the body is an object without Response; it has %lu key%s, the first is '%s'",
                 count, count == 1 ? "" : "s", quote);
    }
}

void tc_shape_describe(const tc_document *document, enum tc_shape shape, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX])
{
    memset(report, 0, sizeof *report);
    report->code = tc_client_code_names[TC_CLIENT_RESPONSE_ERROR];
    if (shape == TC_SHAPE_NOT_OBJECT)
        snprintf(message, TC_FAULT_MESSAGE_MAX,
                 "the body is %s; an API response is {\"Response\": {...}}",
                 name_of_type(tc_type_at(document, 0)));
    else if (shape == TC_SHAPE_NO_RESPONSE)
        describe_keys(document, message);
    else
        describe_old_api(document, shape, message);
}

void tc_nameless_describe(const tc_document *document, uint32_t error, tc_fault_report *report,
                          char message[TC_FAULT_MESSAGE_MAX])
{
    static const char *const members[] = {"Code", "Message"};
    int length = snprintf(message, TC_FAULT_MESSAGE_MAX,
                          "Error tells a failure, but has no Code such as A.B");
    memset(report, 0, sizeof *report);
    report->code = tc_client_code_names[TC_CLIENT_RESPONSE_ERROR];
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        char quote[QUOTE_ROOM];
        quote_member(document, error, members[i], i == 0 ? CODE_MAX : TC_QUOTE_MAX - CODE_MAX,
                     quote);
        if (quote[0] != '\0')
            length += snprintf(message + length, TC_FAULT_MESSAGE_MAX - (size_t)length,
                               "; its %s is '%s'", members[i], quote);
    }
}
