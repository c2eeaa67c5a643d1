/* The yardstick: the least that a C program with ncursesw and SQLite does to show the same rows.
 *
 *   yardstick STORE SQL...
 *
 * Reads the rows of each statement, paints them as a list under a heading, and moves a selection
 * with the arrow keys until q. Start and key times of the client are ratios of its.
 */
#include <locale.h>
#include <ncursesw/curses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **rows;
static int row_count;

static void fail(const char *what, const char *why) {
  fprintf(stderr, "yardstick: %s: %s\n", what, why);
  exit(1);
}

/* Keeps a row as one line of text, its columns a space apart. */
static void keep(sqlite3_stmt *statement) {
  char line[512];
  size_t length = 0;
  line[0] = 0;
  for (int column = 0; column < sqlite3_column_count(statement); column++) {
    const unsigned char *text = sqlite3_column_text(statement, column);
    int written = snprintf(line + length, sizeof line - length, "%s ", text ? (const char *)text : "");
    if (written < 0 || (size_t)written >= sizeof line - length) break;
    length += (size_t)written;
  }
  if (row_count % 256 == 0) {
    char **more = realloc(rows, (size_t)(row_count + 256) * sizeof *rows);
    if (!more) fail("memory", "none left");
    rows = more;
  }
  if (!(rows[row_count++] = strdup(line))) fail("memory", "none left");
}

static void load(sqlite3 *store, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(store, sql, -1, &statement, NULL) != SQLITE_OK)
    fail(sql, sqlite3_errmsg(store));
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) keep(statement);
  if (result != SQLITE_DONE) fail(sql, sqlite3_errmsg(store));
  sqlite3_finalize(statement);
}

static void draw(int top, int selected) {
  int height = LINES - 2;
  erase();
  attrset(A_BOLD);
  mvprintw(0, 1, "%d rows", row_count);
  for (int y = 0; y < height && top + y < row_count; y++) {
    attrset(top + y == selected ? A_REVERSE : A_NORMAL);
    mvaddnstr(y + 1, 1, rows[top + y], COLS - 2);
  }
  attrset(A_NORMAL);
  mvaddstr(LINES - 1, 1, "q quit");
  refresh();
}

int main(int argc, char **argv) {
  sqlite3 *store;
  if (argc < 3) fail("usage", "yardstick STORE SQL...");
  if (sqlite3_open_v2(argv[1], &store, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    fail(argv[1], sqlite3_errmsg(store));
  for (int argument = 2; argument < argc; argument++) load(store, argv[argument]);

  setlocale(LC_ALL, "");
  if (!newterm(NULL, stdout, stdin)) fail("terminal", "not known");
  start_color();
  use_default_colors();
  cbreak();
  noecho();
  nonl();
  curs_set(0);
  keypad(stdscr, TRUE);
  set_escdelay(25);

  int top = 0, selected = 0, key;
  draw(top, selected);
  while ((key = getch()) != 'q' && key != ERR) {
    if (key == KEY_DOWN && selected + 1 < row_count) selected++;
    if (key == KEY_UP && selected > 0) selected--;
    if (selected >= top + LINES - 2) top = selected - (LINES - 3);
    if (selected < top) top = selected;
    draw(top, selected);
  }
  endwin();
  sqlite3_close(store);
  return 0;
}
