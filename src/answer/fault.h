/* Says in words why a body is not an API response: what is wrong, where, and what to look at.
 * A message quotes at most 64 bytes of the body, escaped: bodies can hold secrets. */
#ifndef TC_FAULT_H
#define TC_FAULT_H

#include "answer/envelope.h"

TC_BEGIN_INTERNAL

enum { TC_FAULT_MESSAGE_MAX = 1024 }; /* bytes, with the zero byte */

/* The codes of this module's own errors, by enum tc_client_code. */
extern const char *const tc_client_code_names[];

typedef struct tc_fault_report {
    const char *code; /* "ClientError.ParseJsonError" and others */
    size_t offset;    /* bytes, counted from 1; 0: the whole body is meant */
    size_t line;      /* counted from 1, or 0 */
    size_t column;    /* characters, counted from 1, or 0 */
} tc_fault_report;

/* Describes a body that is not valid JSON. Only the body and its length are read of `document`. */
void tc_fault_describe(const tc_document *document, const tc_fault *fault, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX]);

/* Describes an indexed body of another shape than TC_SHAPE_ANSWER. */
void tc_shape_describe(const tc_document *document, enum tc_shape shape, tc_fault_report *report,
                       char message[TC_FAULT_MESSAGE_MAX]);

TC_END_INTERNAL

#endif
