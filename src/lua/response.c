/* Making a Response. */
#include "lua/response.h"

#include "lua/class.h"
#include "lua/home.h"

/* Up to here a copy of the body costs no time that can be measured, and saves 5.1 a table: 253 ns
 * instead of 297 for 280 bytes. Keeping the string alive is quicker beyond: by 4% at 4 KB. */
enum { COPIED_BODY_MAX = 2048 /* bytes */ };

void tc_push_response(lua_State *L, const tc_document *document, const tc_envelope *envelope,
                      tc_slice action, int body)
{
    const bool copied = document->length <= COPIED_BODY_MAX;
    const size_t index_size = document->count * sizeof *document->words;
    const size_t body_size = copied ? (size_t)document->length + 1 : 0;
    tc_response *response = (tc_response *)tc_new_userdata(L, sizeof *response + index_size +
                                                                  body_size + action.length);
    uint32_t *words = (uint32_t *)(response + 1);
    uint8_t *bytes = (uint8_t *)words + index_size;
    memcpy(words, document->words, index_size);
    memcpy(bytes, document->body, body_size);
    if (action.length > 0)
        memcpy(bytes + body_size, action.text, action.length);
    *response = (tc_response){
        .view = {.document = &response->document, .position = envelope->response},
        .document = *document,
        .code = envelope->code,
        .message = envelope->message,
        .request_id = envelope->request_id,
        .last_walk = {.array = TC_NOWHERE},
        .action_length = (uint16_t)action.length,
        .body_is_copied = copied,
    };
    response->document.words = words;
    if (copied)
        response->document.body = bytes;
    else
        tc_keep_body(L, response, body);
    tc_set_class(L, TC_RESPONSE);
}
