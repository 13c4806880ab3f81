/* The scanner. Oracles: its portable twin writes the same words or finds the same fault; jansson
 * accepts and rejects the same bodies. */
#include "fuzz.h"

#include "answer/fault.h"

size_t tc_index_build_portable(const void *body, size_t length, tc_index_room *room,
                               tc_fault *fault);

/* The message is one line for a log. What comes before the fault is not at fault: the body cut off
 * there is wrong only at its end, or right. */
static void check_fault(const tc_document *document, const tc_fault *fault)
{
    char message[TC_FAULT_MESSAGE_MAX];
    tc_fault_report report;
    tc_document front;
    tc_fault front_fault = {TC_FAULT_NONE, fault->offset};
    tc_fault_describe(document, fault, &report, message);
    for (const char *at = message; *at != '\0'; at++)
        CHECK((uint8_t)*at >= 0x20 && *at != 0x7F);
    CHECK(report.offset <= (size_t)document->length + 1);
    fuzz_index(tc_index_build, fuzz_copy(document->body, fault->offset), fault->offset, &front,
               &front_fault);
    CHECK(front_fault.offset == fault->offset);
    fuzz_free(&front);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tc_document document, twin;
    tc_fault fault = {TC_FAULT_NONE, 0}, twin_fault = {TC_FAULT_NONE, 0};
    bool unsure;
    const bool valid = fuzz_index(tc_index_build, fuzz_copy(data, size), size, &document, &fault);
    const bool twin_valid =
        fuzz_index(tc_index_build_portable, fuzz_copy(data, size), size, &twin, &twin_fault);

    CHECK(valid == twin_valid);
    CHECK(document.count == twin.count);
    CHECK(memcmp(document.words, twin.words, document.count * sizeof(uint32_t)) == 0);
    CHECK(valid == (fault.kind == TC_FAULT_NONE));
    CHECK(fault.kind == twin_fault.kind && fault.offset == twin_fault.offset);
    CHECK(fault.offset <= size);

    json_t *root = fuzz_jansson(document.body, size, &unsure);
    CHECK(!valid || memchr(document.body, '\0', size) == NULL);
    if (!unsure && fault.kind != TC_FAULT_DEPTH)
        CHECK(valid == (root != NULL));

    if (!valid)
        check_fault(&document, &fault);
    json_decref(root);
    fuzz_free(&document);
    fuzz_free(&twin);
    return 0;
}
