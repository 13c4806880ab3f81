/* Response: its block of memory, and the views of what is in it. */
#ifndef TC_LUA_RESPONSE_H
#define TC_LUA_RESPONSE_H

#include "answer/envelope.h"
#include "lua/compat.h"
#include "names/slice.h"

/* A view of an object or array of a response. */
typedef struct tc_view {
    const tc_document *document;
    uint32_t position;
    tc_place last_element; /* arrays: where the last look for one ended, to go on from there */
} tc_view;

/* The array of a response in which an element was looked for last, and where that ended. A loop
 * over response.List[i] makes a new view of the list each time; without this each would count the
 * elements from the first one again. */
typedef struct tc_last_walk {
    uint32_t array; /* TC_NOWHERE: none yet */
    tc_place last_element;
} tc_last_walk;

/* A Response is one block: one allocation, and one object for the collector to visit.
 *
 *     +-------------+----------------------+-------------------------+------------------+
 *     | tc_response | the index:           | the body and its zero   | the action,      |
 *     |             | document.count words | byte, if it is copied   | without a zero   |
 *     +-------------+----------------------+-------------------------+------------------+
 *                   ^ document.words       ^ document.body
 *
 * A body that is not copied is a Lua string, which the response keeps alive: see home.h. */
typedef struct tc_response {
    tc_view view; /* of the object that holds the action's fields */
    tc_document document;
    uint32_t code; /* as in tc_envelope */
    uint32_t message;
    uint32_t request_id;
    tc_last_walk last_walk;
    uint32_t text_fault;     /* bytes before the first fault of a text; 0: all texts are sound */
    uint16_t action_length;  /* 0: no action is known */
    uint8_t text_fault_kind; /* enum tc_fault_kind */
    bool body_is_copied : 1;
    bool has_home : 1; /* 5.1 and LuaJIT: it has a home of its own */
} tc_response;

/* The response that the document is in. */
TC_INLINE tc_response *tc_response_of(const tc_document *document)
{
    return (tc_response *)((const char *)document - offsetof(tc_response, document));
}

/* The action of a response that has one. */
TC_INLINE tc_slice tc_action_of(const tc_response *response)
{
    TC_ASSERT(response->action_length > 0);
    const tc_document *document = &response->document;
    const char *behind_index = (const char *)(document->words + document->count);
    const size_t body_size = response->body_is_copied ? (size_t)document->length + 1 : 0;
    return (tc_slice){behind_index + body_size, response->action_length};
}

#endif
