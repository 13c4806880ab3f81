/* Says in words why a body is not an API response: what is wrong, where, and what to look at.
 * A message quotes at most 64 bytes of the body, escaped: bodies can hold secrets. */
#ifndef TC_FAULT_H
#define TC_FAULT_H

#include "answer/envelope.h"

TC_BEGIN_INTERNAL

enum { TC_FAULT_MESSAGE_MAX = 1024 }; /* bytes, with the zero byte */

/* The codes of this module's own errors, by enum tc_client_code. */
extern const char *const tc_client_code_names[];

/* A place in a body. */
typedef struct tc_fault_place {
    size_t offset; /* bytes, counted from 1; 0: the whole body is meant */
    size_t line;   /* counted from 1, or 0 */
    size_t column; /* characters, counted from 1, or 0 */
} tc_fault_place;

typedef struct tc_fault_report {
    const char *code; /* "ClientError.ParseJsonError" and others */
    tc_fault_place place;
    bool lasting; /* the body came whole: asked again, the server would send the same */
} tc_fault_report;

/* What is wrong, or was expected, in a few words. */
const char *tc_fault_words(enum tc_fault_kind kind);

/* The place of the byte at `offset`, counted from 0. Only the body is read of `document`. */
tc_fault_place tc_fault_locate(const tc_document *document, size_t offset);

/* Describes a body that is not valid JSON. Only the body and its length are read of `document`. */
void tc_fault_describe(const tc_document *document, const tc_fault *fault, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX]);

/* Describes an indexed body of another shape than TC_SHAPE_ANSWER. */
void tc_shape_describe(const tc_document *document, enum tc_shape shape, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX]);

/* Describes the object at `error`, which tells a failure but has no usable Code. */
void tc_nameless_describe(const tc_document *document, uint32_t error, tc_fault_report *report,
                          char message[TC_FAULT_MESSAGE_MAX]);

TC_END_INTERNAL

#endif
