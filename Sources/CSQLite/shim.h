#ifndef LOYALHUB_CSQLITE_H
#define LOYALHUB_CSQLITE_H
#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast that Swift cannot import: SQLite copies what is bound. The 64-bit
   forms answer SQLITE_TOOBIG where an int would have overflowed; a null pointer would bind NULL. */
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text,
                                    sqlite3_uint64 count)
{
    return sqlite3_bind_text64(statement, index, count ? text : "", count, SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                    sqlite3_uint64 count)
{
    return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_TRANSIENT);
}

#endif
