#include "CJavaScript.h"
#include "library.h"

#include <stdio.h>
#include <stdlib.h>

/* kJSClassAttributeNoAutomaticPrototype (JSObjectRef.h). */
enum { NO_PROTOTYPE = 1 << 1 };

/* Worlds that may be left over. */
enum { MOST_WORLDS = 50 };

struct cj_machine {
    js_group group;
    js_class global;
    js_class names;
    /* Shared by all scripts, and the world that it was made in. */
    js_context home;
    js_value shared;
    /* A function of that world that does nothing. */
    js_value nothing;
    /* How many worlds were made since what nobody has any more was given back. */
    unsigned worlds;
    /* What the last script came to. */
    js_string answer;
};

/* NB: of the process, not of a machine: the library asks for names without saying for whom. */
static js_calls js;

/*
 * Stands behind the global object: what is not declared is `undefined`, as in Maestro, so that
 * `NAME || 'default'` can be written. What all objects have is looked for there.
 */
static js_value undeclared(
    js_context context, js_value object, js_string name, js_value *exception) {
    (void)exception;
    js_value next = js.ObjectGetPrototype(context, object);
    if (js.ValueIsObject(context, next) && js.ObjectHasProperty(context, next, name)) return NULL;
    return js.ValueMakeUndefined(context);
}

static js_context make_world(const cj_machine *machine) {
    js_context world = js.GlobalContextCreateInGroup(machine->group, machine->global);
    if (!world) return NULL;
    js_value plain = js.ObjectMake(world, NULL, NULL);
    js_value names = js.ObjectMake(world, machine->names, NULL);
    js.ObjectSetPrototype(world, names, js.ObjectGetPrototype(world, plain));
    /* NB: the prototype of the global object is its own alone only with a class of its own. */
    js_value global = js.ContextGetGlobalObject(world);
    js.ObjectSetPrototype(world, js.ObjectGetPrototype(world, global), names);
    return world;
}

static js_value evaluate(
    js_context world, const uint16_t *source, size_t count, js_string file, int line,
    js_value *exception) {
    js_string text = js.StringCreateWithCharacters(source, count);
    js_value value = js.EvaluateScript(world, text, NULL, file, line, exception);
    js.StringRelease(text);
    return value;
}

/* A world that nobody has any more goes with all that was made in it. */
static void end_world(cj_machine *machine, js_context world) {
    js_value exception = NULL;
    /* NB: the library keeps the function, and the function its world, for ever. */
    js.GlobalContextSetUnhandledRejectionCallback(world, machine->nothing, &exception);
    js.GlobalContextRelease(world);
    if (++machine->worlds < MOST_WORLDS) return;
    machine->worlds = 0;
    js.GarbageCollect(machine->home);
}

cj_machine *cj_open(
    const char *library, const uint16_t *shared, size_t shared_count, char *error,
    size_t capacity) {
    if (!js_load(library, &js, error, capacity)) return NULL;
    cj_machine *machine = calloc(1, sizeof *machine);
    if (machine) {
        machine->group = js.ContextGroupCreate();
        machine->global = js.ClassCreate(&(js_class_definition){.name = "Global"});
        machine->names = js.ClassCreate(&(js_class_definition){
            .name = "Names", .attributes = NO_PROTOTYPE, .get = undeclared});
        machine->home = make_world(machine);
    }
    static const uint16_t nothing[] = {'(', '(', ')', '=', '>', '{', '}', ')'};
    js_value exception = NULL;
    if (machine && machine->home) {
        machine->shared =
            evaluate(machine->home, shared, shared_count, NULL, 1, &exception);
        machine->nothing = evaluate(
            machine->home, nothing, sizeof nothing / sizeof *nothing, NULL, 1, &exception);
    }
    if (!machine || !machine->shared || !machine->nothing) {
        snprintf(error, capacity, "no memory");
        return NULL;
    }
    js.ValueProtect(machine->home, machine->shared);
    js.ValueProtect(machine->home, machine->nothing);
    return machine;
}

/* What the prelude returns. */
static js_value prepare(
    js_context world, js_value prelude, js_value shared, const uint16_t *given, size_t count) {
    js_value exception = NULL;
    if (!prelude || !js.ObjectIsFunction(world, prelude)) return NULL;
    js_string text = js.StringCreateWithCharacters(given, count);
    js_value arguments[] = {shared, js.ValueMakeString(world, text)};
    js.StringRelease(text);
    js_value finish = js.ObjectCallAsFunction(world, prelude, NULL, 2, arguments, &exception);
    if (!finish || !js.ValueIsObject(world, finish)) return NULL;

    static const uint16_t name[] = {'r', 'e', 'f', 'u', 's', 'e'};
    js_string refuse = js.StringCreateWithCharacters(name, sizeof name / sizeof *name);
    js_value refusing = js.ObjectGetProperty(world, finish, refuse, &exception);
    js.StringRelease(refuse);
    if (exception || !js.ValueIsObject(world, refusing)) return NULL;
    js.GlobalContextSetUnhandledRejectionCallback(world, refusing, &exception);
    return exception ? NULL : finish;
}

/* What is made of a value, or of an exception. */
static js_string ending(js_context world, js_value finish, bool has_failed, js_value value) {
    js_value exception = NULL;
    js_value arguments[] = {js.ValueMakeBoolean(world, has_failed), value};
    js_value text = js.ObjectCallAsFunction(world, finish, NULL, 2, arguments, &exception);
    if (text) return js.ValueToStringCopy(world, text, &exception);
    if (has_failed) return NULL;
    return ending(world, finish, true, exception);
}

const uint16_t *cj_run(
    cj_machine *machine, const uint16_t *prelude, size_t prelude_count, const uint16_t *given,
    size_t given_count, const uint16_t *source, size_t source_count, const uint16_t *file,
    size_t file_count, int line, size_t *count) {
    if (machine->answer) js.StringRelease(machine->answer);
    machine->answer = NULL;
    js_context world = make_world(machine);
    if (!world) return NULL;
    js_value exception = NULL;
    js_value function = evaluate(world, prelude, prelude_count, NULL, 1, &exception);
    js_value finish = prepare(world, function, machine->shared, given, given_count);
    if (finish) {
        exception = NULL;
        js_string name = js.StringCreateWithCharacters(file, file_count);
        js_value value = evaluate(world, source, source_count, name, line, &exception);
        js.StringRelease(name);
        machine->answer = ending(world, finish, !value, value ? value : exception);
    }
    end_world(machine, world);
    if (!machine->answer) return NULL;
    *count = js.StringGetLength(machine->answer);
    return js.StringGetCharactersPtr(machine->answer);
}

bool cj_fits(
    cj_machine *machine, const uint16_t *source, size_t source_count, const uint16_t *file,
    size_t file_count, int line) {
    js_string text = js.StringCreateWithCharacters(source, source_count);
    js_string name = js.StringCreateWithCharacters(file, file_count);
    js_value exception = NULL;
    bool fits = js.CheckScriptSyntax(machine->home, text, name, line, &exception);
    js.StringRelease(name);
    js.StringRelease(text);
    return fits;
}
