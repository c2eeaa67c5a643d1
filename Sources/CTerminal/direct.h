/* Shared by encoder.c and direct.c, and hidden from Swift. */
#ifndef CTERMINAL_DIRECT_H
#define CTERMINAL_DIRECT_H

#include "CTerminal.h"

/*
 * A terminal's own description with 24-bit colour in place of its palette, as TERMINFO takes it
 * ("b64:…"), to be freed; NULL for one without colours or without a description.
 */
char *ct_direct_description(const char *term);

#endif
