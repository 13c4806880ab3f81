/* Runs a target on the files that are named, without a fuzzer: for coverage, and for compilers that
 * have none. After -n it also runs it on each file's neighbours: the file cut off after each byte,
 * and with each single bit flipped. */
#include "fuzz.h"

static uint8_t *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    CHECK(file != NULL);
    CHECK(fseek(file, 0, SEEK_END) == 0);
    const long end = ftell(file);
    CHECK(end >= 0);
    rewind(file);
    *size = (size_t)end;
    uint8_t *data = malloc(*size + 1);
    CHECK(fread(data, 1, *size, file) == *size);
    fclose(file);
    return data;
}

static void replay_neighbours(uint8_t *data, size_t size)
{
    for (size_t cut = 0; cut < size; cut++)
        LLVMFuzzerTestOneInput(data, cut);
    for (size_t bit = 0; bit < size * 8; bit++) {
        data[bit / 8] ^= (uint8_t)(1U << bit % 8);
        LLVMFuzzerTestOneInput(data, size);
        data[bit / 8] ^= (uint8_t)(1U << bit % 8);
    }
}

int main(int count, char **arguments)
{
    const bool neighbours = count > 1 && strcmp(arguments[1], "-n") == 0;
    for (int i = 1 + neighbours; i < count; i++) {
        size_t size;
        uint8_t *data = read_file(arguments[i], &size);
        LLVMFuzzerTestOneInput(data, size);
        if (neighbours)
            replay_neighbours(data, size);
        free(data);
    }
    return 0;
}
