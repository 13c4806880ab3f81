/* The scanner. Oracles: its portable twin writes the same words or finds the same faults; jansson
 * accepts and rejects the same bodies, once their texts are made sound. */
#include "fuzz.h"

#include "answer/fault.h"

fuzz_scanner tc_index_build_portable;

/* The message is one line for a log. What comes before the fault is not at fault: the body cut off
 * there is wrong only at its end, or right. */
static void check_fault(const tc_document *document, const tc_fault *fault, bool strict)
{
    char message[TC_FAULT_MESSAGE_MAX];
    tc_fault_report report;
    tc_document front;
    tc_faults faults;
    tc_fault_describe(document, fault, &report, message);
    for (const char *at = message; *at != '\0'; at++)
        CHECK((uint8_t)*at >= 0x20 && *at != 0x7F);
    CHECK(report.place.offset <= (size_t)document->length + 1);
    CHECK(report.lasting == (fault->offset < document->length || fault->kind == TC_FAULT_SIZE) ||
          strcmp(report.code, "ClientError.EmptyBody") == 0);
    if (!fuzz_index(tc_index_build, strict, fuzz_copy(document->body, fault->offset), fault->offset,
                    &front, &faults))
        CHECK(faults.structure.offset == fault->offset);
    fuzz_free(&front);
}

static bool same_fault(tc_fault a, tc_fault b)
{
    return a.kind == b.kind && a.offset == b.offset;
}

static void check_same_words(const tc_document *a, const tc_document *b)
{
    CHECK(a->count == b->count);
    CHECK(memcmp(a->words, b->words, a->count * sizeof(uint32_t)) == 0);
}

/* Scans the body with both scanners; the document is the caller's to free. */
static bool scan(const uint8_t *data, size_t size, bool strict, tc_document *document,
                 tc_faults *faults)
{
    tc_document twin;
    tc_faults twin_faults;
    const bool valid =
        fuzz_index(tc_index_build, strict, fuzz_copy(data, size), size, document, faults);
    CHECK(valid == fuzz_index(tc_index_build_portable, strict, fuzz_copy(data, size), size, &twin,
                              &twin_faults));
    check_same_words(document, &twin);
    CHECK(same_fault(faults->structure, twin_faults.structure));
    CHECK(same_fault(faults->text, twin_faults.text));
    CHECK(valid == (faults->structure.kind == TC_FAULT_NONE));
    CHECK(faults->structure.offset <= size);
    if (!valid)
        check_fault(document, &faults->structure, strict);
    fuzz_free(&twin);
    return valid;
}

/* Does jansson accept the body wherever the scanner does? */
static void check_verdict(const tc_document *document, const tc_faults *faults)
{
    bool unsure;
    const bool valid = faults->structure.kind == TC_FAULT_NONE;
    json_t *root = fuzz_jansson(document->body, document->length, &unsure);
    if (!unsure && faults->structure.kind != TC_FAULT_DEPTH)
        CHECK(valid == (root != NULL));
    json_decref(root);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tc_document tolerant, strict, sound;
    tc_faults faults, strict_faults, sound_faults;
    const bool valid = scan(data, size, false, &tolerant, &faults);
    CHECK(!valid || memchr(tolerant.body, '\0', size) == NULL);

    /* Strict is the first fault of either sort. */
    scan(data, size, true, &strict, &strict_faults);
    CHECK(strict_faults.text.kind == TC_FAULT_NONE);
    CHECK(same_fault(strict_faults.structure,
                     faults.text.kind == TC_FAULT_NONE ? faults.structure : faults.text));
    check_verdict(&strict, &strict_faults);

    /* Tolerant is as good as sound: the same words, or the same fault of the structure. */
    uint8_t *repaired = fuzz_copy(data, size);
    const bool was_repaired = fuzz_repair(repaired, size);
    CHECK(was_repaired || faults.text.kind == TC_FAULT_NONE);
    scan(repaired, size, true, &sound, &sound_faults);
    check_same_words(&tolerant, &sound);
    CHECK(same_fault(faults.structure, sound_faults.structure));
    check_verdict(&sound, &sound_faults);

    free(repaired);
    fuzz_free(&tolerant);
    fuzz_free(&strict);
    fuzz_free(&sound);
    return 0;
}
