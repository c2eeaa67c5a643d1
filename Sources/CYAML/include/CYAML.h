#ifndef CYAML_H
#define CYAML_H

#include <stddef.h>

/// libyaml's parser as a pull of flat events; no type of libyaml's own crosses this header.
struct cyaml_parser;

enum cyaml_kind {
  CYAML_NOTHING,
  CYAML_STREAM_END,
  CYAML_DOCUMENT_START,
  CYAML_DOCUMENT_END,
  CYAML_ALIAS,
  CYAML_SCALAR,
  CYAML_SEQUENCE_START,
  CYAML_SEQUENCE_END,
  CYAML_MAPPING_START,
  CYAML_MAPPING_END,
};

enum cyaml_style { CYAML_PLAIN, CYAML_SINGLE_QUOTED, CYAML_DOUBLE_QUOTED, CYAML_LITERAL, CYAML_FOLDED };

/// One event. The pointers live until the next call with the same parser.
struct cyaml_event {
  enum cyaml_kind kind;
  /// Where it begins, from 0.
  size_t line, column;
  /// A scalar's text: UTF-8 that may hold NUL.
  const unsigned char *text;
  size_t length;
  enum cyaml_style style;
  /// An alias's target, or the anchor of a node; NULL when there is none.
  const char *anchor;
  /// An explicit tag, resolved; NULL when there is none.
  const char *tag;
};

/// What is wrong with the text, and where (from 0).
struct cyaml_problem {
  /// NULL when the memory ran out.
  const char *problem;
  /// What was being read, or NULL.
  const char *context;
  size_t line, column;
  /// Where what was being read began.
  size_t context_line, context_column;
};

/// A parser of UTF-8; the bytes must outlive it. NULL when the memory runs out.
struct cyaml_parser *cyaml_open(const unsigned char *bytes, size_t length);
void cyaml_close(struct cyaml_parser *parser);

/// Reads one event; 0 when the text is wrong, and nothing can be read after that.
int cyaml_next(struct cyaml_parser *parser, struct cyaml_event *event);
struct cyaml_problem cyaml_problem(const struct cyaml_parser *parser);

/// libyaml's emitter: one document in block style, in UTF-8, lines as long as they are.
struct cyaml_writer;

/// NULL when the memory runs out.
struct cyaml_writer *cyaml_writer_open(void);
void cyaml_writer_close(struct cyaml_writer *writer);

/// A style that cannot hold the text becomes one that can.
void cyaml_write_scalar(
    struct cyaml_writer *writer, const unsigned char *text, size_t length, enum cyaml_style style);
void cyaml_write_mapping(struct cyaml_writer *writer, int is_empty);
void cyaml_write_mapping_end(struct cyaml_writer *writer);
void cyaml_write_sequence(struct cyaml_writer *writer, int is_flow);
void cyaml_write_sequence_end(struct cyaml_writer *writer);

/// The whole text, which lives as long as the writer; NULL when something has failed.
const unsigned char *cyaml_writer_finish(struct cyaml_writer *writer, size_t *length);

#endif
