/* The envelope of API 3.0, {"Response": {...}}: success or failure, code, message and request id.
 * From the API's "Responses" page: Response.Error tells a failure. Where it says nothing (null, {},
 * an empty Code and Message) the response is a success, as it is for the official SDKs. */
#ifndef TC_ENVELOPE_H
#define TC_ENVELOPE_H

#include "json/reader.h"
#include "names/slice.h"

TC_BEGIN_INTERNAL

enum tc_shape {
    TC_SHAPE_ANSWER,      /* {"Response": {...}} */
    TC_SHAPE_NOT_OBJECT,  /* not an object at the top */
    TC_SHAPE_NO_RESPONSE, /* an object without Response, or with another type in its place */
    TC_SHAPE_DEPRECATED,  /* the API before 3.0: {"code": 4100, "codeDesc": "...", "message": "..."}
                           */
    TC_SHAPE_OLD_DNSPOD,  /* DNSPod's own: {"status": {"code": "-1", "message": "..."}} */
    TC_SHAPE_OLD_CLS      /* that of CLS before 3.0: {"errorcode": "...", "errormessage": "..."} */
};

/* Positions in the index; TC_NOWHERE where the answer has no such field. */
typedef struct tc_envelope {
    uint32_t response; /* the object that holds the action's fields */
    uint32_t code;     /* set: the request failed */
    uint32_t message;
    uint32_t request_id;
    uint32_t nameless; /* an Error object that tells a failure, but has no usable Code */
} tc_envelope;

/* Looks at an indexed body. `envelope` is set for TC_SHAPE_ANSWER. */
enum tc_shape tc_envelope_read(const tc_document *document, tc_envelope *envelope);

/* Looks at the members of the object at `object`, which takes the place of Response. */
void tc_envelope_read_object(const tc_document *document, uint32_t object, tc_envelope *envelope);

/* Two actions report on a document, and tell by a field Error what was wrong with it. Makes a
 * success of what reads as a failure, where it is such a report.
 * action: the action that was asked, whatever bytes it has. */
void tc_envelope_allow_error_field(const tc_document *document, tc_envelope *envelope,
                                   tc_slice action);

TC_END_INTERNAL

#endif
