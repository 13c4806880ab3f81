/* Number conversion. The fast path of a real is exact by Clinger's argument (1990): a mantissa
 * below 2^53 and a power of ten up to 10^22 are doubles, and one operation on two doubles rounds
 * once. */
#include "json/number.h"

#include "ascii.h"

#include <float.h>
#include <stdlib.h>

enum {
    SIGNIFICANT_MAX = 800,     /* digits; 767 decide any rounding, the rest only says "more" */
    EXPONENT_MAX = 1000000000, /* a body is far too short to bring a larger one back into range */
    FAST_DIGITS = 15,          /* 10^15 < 2^53 */
    FAST_EXPONENT = 22
};

/* A number's significant digits, without point and leading zeros: digits * 10^exponent. */
typedef struct decimal {
    char digits[SIGNIFICANT_MAX + 32]; /* and room for a last digit, "e" and the exponent */
    int count;
    int64_t exponent;
    bool negative;
} decimal;

size_t tc_number_length(const uint8_t *text)
{
    const uint8_t *at = text;
    while (tc_is_digit(*at) || *at == '-' || *at == '+' || *at == '.' || (*at | 0x20) == 'e')
        at++;
    return (size_t)(at - text);
}

bool tc_number_integer(const uint8_t *text, int64_t *value)
{
    const bool negative = *text == '-';
    uint64_t sum = 0;
    for (text += negative; tc_is_digit(*text); text++) {
        const unsigned digit = (unsigned)(*text - '0');
        if (sum > (UINT64_MAX - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    if (sum > (uint64_t)INT64_MAX + negative)
        return false;
    *value = negative ? (int64_t)(0 - sum) : (int64_t)sum;
    return true;
}

/* Takes the next digit of the mantissa; beyond SIGNIFICANT_MAX only whether one is not zero. */
static void take_digit(decimal *number, uint8_t digit, bool fraction, bool *more)
{
    if (number->count == 0 && digit == '0') {
        number->exponent -= fraction;
    } else if (number->count < SIGNIFICANT_MAX) {
        number->digits[number->count++] = (char)digit;
        number->exponent -= fraction;
    } else {
        *more |= digit != '0';
        number->exponent += !fraction;
    }
}

static int64_t read_exponent(const uint8_t *text)
{
    const bool negative = *text == '-';
    int64_t exponent = 0;
    for (text += *text == '-' || *text == '+'; tc_is_digit(*text); text++) {
        if (exponent < EXPONENT_MAX)
            exponent = exponent * 10 + (*text - '0');
    }
    return negative ? -exponent : exponent;
}

static void read_decimal(const uint8_t *text, decimal *number)
{
    bool more = false;
    number->count = 0;
    number->exponent = 0;
    number->negative = *text == '-';
    text += number->negative;
    for (; tc_is_digit(*text); text++)
        take_digit(number, *text, false, &more);
    if (*text == '.') {
        for (text++; tc_is_digit(*text); text++)
            take_digit(number, *text, true, &more);
    }
    if ((*text | 0x20) == 'e')
        number->exponent += read_exponent(text + 1);
    if (more) { /* a last digit that keeps the value off a tie */
        number->digits[number->count++] = '1';
        number->exponent--;
    }
}

static bool convert_fast(const decimal *number, double *value)
{
    static const double powers[FAST_EXPONENT + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int64_t mantissa = 0;
    if (FLT_EVAL_METHOD != 0 || number->count > FAST_DIGITS || number->exponent > FAST_EXPONENT ||
        number->exponent < -FAST_EXPONENT)
        return false;
    for (int i = 0; i < number->count; i++)
        mantissa = mantissa * 10 + (number->digits[i] - '0');
    *value = number->exponent < 0 ? (double)mantissa / powers[-number->exponent]
                                  : (double)mantissa * powers[number->exponent];
    return true;
}

/* Without a decimal point in the text, strtod reads the same in every locale. */
static double convert_slow(decimal *number)
{
    char *out = number->digits + number->count;
    int64_t exponent = number->exponent, scale = 1;
    if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX)
        exponent = exponent < 0 ? -EXPONENT_MAX : EXPONENT_MAX;
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    while (exponent / scale >= 10)
        scale *= 10;
    for (; scale > 0; scale /= 10)
        *out++ = (char)('0' + exponent / scale % 10);
    *out = '\0';
    return strtod(number->digits, NULL);
}

double tc_number_real(const uint8_t *text)
{
    decimal number;
    double value = 0;
    read_decimal(text, &number);
    if (number.count > 0 && !convert_fast(&number, &value))
        value = convert_slow(&number);
    return number.negative ? -value : value;
}
