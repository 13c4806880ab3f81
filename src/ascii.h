/* Letters and digits: those of ASCII and no others, whatever the locale says. */
#ifndef TC_ASCII_H
#define TC_ASCII_H

#include "portable.h"

/* The parameters are ints so that char and uint8_t both fit without a cast. */

TC_INLINE bool tc_is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

TC_INLINE bool tc_is_lower(int byte)
{
    return byte >= 'a' && byte <= 'z';
}

TC_INLINE bool tc_is_upper(int byte)
{
    return byte >= 'A' && byte <= 'Z';
}

TC_INLINE char tc_to_lower(char byte)
{
    return (char)(tc_is_upper(byte) ? byte + ('a' - 'A') : byte);
}

#endif
