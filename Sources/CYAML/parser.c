#include "CYAML.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t parser;
  yaml_event_t event;
};

struct cyaml_parser *cyaml_open(const unsigned char *bytes, size_t length) {
  struct cyaml_parser *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  if (!yaml_parser_initialize(&self->parser)) {
    free(self);
    return NULL;
  }
  yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&self->parser, bytes, length);
  return self;
}

void cyaml_close(struct cyaml_parser *self) {
  if (!self) return;
  yaml_event_delete(&self->event);
  yaml_parser_delete(&self->parser);
  free(self);
}

static enum cyaml_style style(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return CYAML_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return CYAML_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE: return CYAML_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE: return CYAML_FOLDED;
    default: return CYAML_PLAIN;
  }
}

static void flatten(const yaml_event_t *from, struct cyaml_event *to) {
  *to = (struct cyaml_event){
      .line = from->start_mark.line,
      .column = from->start_mark.column,
  };
  switch (from->type) {
    case YAML_STREAM_END_EVENT: to->kind = CYAML_STREAM_END; break;
    case YAML_DOCUMENT_START_EVENT: to->kind = CYAML_DOCUMENT_START; break;
    case YAML_DOCUMENT_END_EVENT: to->kind = CYAML_DOCUMENT_END; break;
    case YAML_ALIAS_EVENT:
      to->kind = CYAML_ALIAS;
      to->anchor = (const char *)from->data.alias.anchor;
      break;
    case YAML_SCALAR_EVENT:
      to->kind = CYAML_SCALAR;
      to->text = from->data.scalar.value;
      to->length = from->data.scalar.length;
      to->style = style(from->data.scalar.style);
      to->anchor = (const char *)from->data.scalar.anchor;
      to->tag = (const char *)from->data.scalar.tag;
      break;
    case YAML_SEQUENCE_START_EVENT:
      to->kind = CYAML_SEQUENCE_START;
      to->anchor = (const char *)from->data.sequence_start.anchor;
      to->tag = (const char *)from->data.sequence_start.tag;
      break;
    case YAML_SEQUENCE_END_EVENT: to->kind = CYAML_SEQUENCE_END; break;
    case YAML_MAPPING_START_EVENT:
      to->kind = CYAML_MAPPING_START;
      to->anchor = (const char *)from->data.mapping_start.anchor;
      to->tag = (const char *)from->data.mapping_start.tag;
      break;
    case YAML_MAPPING_END_EVENT: to->kind = CYAML_MAPPING_END; break;
    default: to->kind = CYAML_NOTHING; break;
  }
}

int cyaml_next(struct cyaml_parser *self, struct cyaml_event *event) {
  yaml_event_delete(&self->event);
  memset(&self->event, 0, sizeof self->event);
  if (!yaml_parser_parse(&self->parser, &self->event)) return 0;
  flatten(&self->event, event);
  return 1;
}

struct cyaml_problem cyaml_problem(const struct cyaml_parser *self) {
  const yaml_parser_t *parser = &self->parser;
  struct cyaml_problem problem = {
      .problem = parser->problem,
      .context = parser->context,
      .line = parser->problem_mark.line,
      .column = parser->problem_mark.column,
      .context_line = parser->context_mark.line,
      .context_column = parser->context_mark.column,
  };
  if (parser->error == YAML_READER_ERROR) {
    // The reader knows bytes, not lines: what was scanned so far is the nearest mark.
    problem.line = parser->mark.line;
    problem.column = parser->mark.column;
  }
  return problem;
}
