#ifndef CJAVASCRIPT_LIBRARY_H
#define CJAVASCRIPT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The library's own types, of which nothing is known here. */
typedef struct js_group *js_group;
typedef struct js_context *js_context;
typedef struct js_class *js_class;
typedef struct js_string *js_string;
/* A value; an object is one too. */
typedef struct js_value *js_value;

/* What the library asks for the property of an object; NULL is: look elsewhere. */
typedef js_value (*js_get)(js_context context, js_value object, js_string name, js_value *exception);

/* JSClassDefinition (JSObjectRef.h), of which two entries are used. */
typedef struct {
    int version;
    unsigned attributes;
    const char *name;
    const void *unused[6];
    js_get get;
    const void *also_unused[7];
} js_class_definition;

/* The calls of JavaScriptCore's C interface, by their names there without `JS`. */
typedef struct {
    js_group (*ContextGroupCreate)(void);
    js_context (*GlobalContextCreateInGroup)(js_group group, js_class global);
    void (*GlobalContextRelease)(js_context context);
    void (*GlobalContextSetUnhandledRejectionCallback)(
        js_context context, js_value function, js_value *exception);
    js_value (*ContextGetGlobalObject)(js_context context);
    js_value (*EvaluateScript)(
        js_context context, js_string script, js_value this_object, js_string file, int line,
        js_value *exception);
    bool (*CheckScriptSyntax)(
        js_context context, js_string script, js_string file, int line, js_value *exception);
    void (*GarbageCollect)(js_context context);
    js_class (*ClassCreate)(const js_class_definition *definition);
    js_value (*ObjectMake)(js_context context, js_class class, void *data);
    js_value (*ObjectGetPrototype)(js_context context, js_value object);
    void (*ObjectSetPrototype)(js_context context, js_value object, js_value prototype);
    bool (*ObjectHasProperty)(js_context context, js_value object, js_string name);
    js_value (*ObjectGetProperty)(
        js_context context, js_value object, js_string name, js_value *exception);
    bool (*ObjectIsFunction)(js_context context, js_value object);
    js_value (*ObjectCallAsFunction)(
        js_context context, js_value function, js_value this_object, size_t count,
        const js_value arguments[], js_value *exception);
    js_value (*ValueMakeUndefined)(js_context context);
    js_value (*ValueMakeBoolean)(js_context context, bool value);
    js_value (*ValueMakeString)(js_context context, js_string text);
    bool (*ValueIsObject)(js_context context, js_value value);
    js_string (*ValueToStringCopy)(js_context context, js_value value, js_value *exception);
    void (*ValueProtect)(js_context context, js_value value);
    js_string (*StringCreateWithCharacters)(const uint16_t *units, size_t count);
    const uint16_t *(*StringGetCharactersPtr)(js_string text);
    size_t (*StringGetLength)(js_string text);
    void (*StringRelease)(js_string text);
} js_calls;

/* Loads the library and finds its calls; on failure says why in `error`. */
bool js_load(const char *library, js_calls *calls, char *error, size_t capacity);

#endif
