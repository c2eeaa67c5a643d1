#ifndef CJAVASCRIPT_SYSTEM_CALLS_H
#define CJAVASCRIPT_SYSTEM_CALLS_H

#include <stdbool.h>

/* For good: all other calls of the system fail with EPERM. Says whether it holds. */
bool js_limit_system_calls(void);

#endif
