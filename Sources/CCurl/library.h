#ifndef CCURL_LIBRARY_H
#define CCURL_LIBRARY_H

#include "CCurl.h"

/* libcurl's header turns its variadic calls into checking macros; a table needs the plain types. */
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define CC_CALLS(X)                                                                              \
    X(global_init)                                                                               \
    X(easy_init)                                                                                 \
    X(easy_reset)                                                                                \
    X(easy_cleanup)                                                                              \
    X(easy_setopt)                                                                               \
    X(easy_getinfo)                                                                              \
    X(easy_strerror)                                                                             \
    X(url)                                                                                       \
    X(url_set)                                                                                   \
    X(url_get)                                                                                   \
    X(url_cleanup)                                                                               \
    X(free)                                                                                      \
    X(slist_append)                                                                              \
    X(slist_free_all)                                                                            \
    X(multi_init)                                                                                \
    X(multi_cleanup)                                                                             \
    X(multi_setopt)                                                                              \
    X(multi_add_handle)                                                                          \
    X(multi_remove_handle)                                                                       \
    X(multi_perform)                                                                             \
    X(multi_poll)                                                                                \
    X(multi_info_read)                                                                           \
    X(multi_wakeup)

struct cc_library {
#define CC_FIELD(name) __typeof__(&curl_##name) name;
    CC_CALLS(CC_FIELD)
#undef CC_FIELD
};

#endif
