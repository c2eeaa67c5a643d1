#ifndef CARCHIVE_LIBRARY_H
#define CARCHIVE_LIBRARY_H

#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>

#define CA_CALLS(X)                                                                              \
    X(read_new)                                                                                  \
    X(read_support_format_zip_seekable)                                                          \
    X(read_add_passphrase)                                                                       \
    X(read_open_fd)                                                                              \
    X(read_open_memory)                                                                          \
    X(read_next_header)                                                                          \
    X(read_data)                                                                                 \
    X(read_free)                                                                                 \
    X(error_string)                                                                              \
    X(entry_pathname)                                                                            \
    X(entry_pathname_utf8)                                                                       \
    X(entry_filetype)                                                                            \
    X(entry_mtime)                                                                               \
    X(entry_is_data_encrypted)                                                                   \
    X(entry_new)                                                                                 \
    X(entry_free)                                                                                \
    X(entry_set_pathname)                                                                        \
    X(entry_set_size)                                                                            \
    X(entry_set_filetype)                                                                        \
    X(entry_set_perm)                                                                            \
    X(write_new)                                                                                 \
    X(write_set_format_zip)                                                                      \
    X(write_set_options)                                                                         \
    X(write_set_passphrase)                                                                      \
    X(write_open_fd)                                                                             \
    X(write_header)                                                                              \
    X(write_data)                                                                                \
    X(write_close)                                                                               \
    X(write_free)

struct ca_library {
#define CA_FIELD(name) __typeof__(&archive_##name) name;
    CA_CALLS(CA_FIELD)
#undef CA_FIELD
    /* Not called `errno`, which is a macro. */
    __typeof__(&archive_errno) error_number;
};

#endif
