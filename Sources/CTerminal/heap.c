#include "CTerminal.h"

#include <malloc.h>

void ct_share_heap(void) { mallopt(M_ARENA_MAX, 1); }
