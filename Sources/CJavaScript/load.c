#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static bool find(
    void *library, const char *name, void *place, char *error, size_t capacity) {
    void *symbol = dlsym(library, name);
    if (!symbol) {
        snprintf(error, capacity, "no %s", name);
        return false;
    }
    memcpy(place, &symbol, sizeof symbol);
    return true;
}

bool js_load(const char *name, js_calls *calls, char *error, size_t capacity) {
    /* NB: all calls are found at once: later nothing can be opened any more. */
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        snprintf(error, capacity, "%s", dlerror());
        return false;
    }
#define FIND(call) find(library, "JS" #call, &calls->call, error, capacity)
    return FIND(ContextGroupCreate) && FIND(GlobalContextCreateInGroup) &&
           FIND(GlobalContextRelease) && FIND(GlobalContextSetUnhandledRejectionCallback) &&
           FIND(ContextGetGlobalObject) && FIND(EvaluateScript) && FIND(CheckScriptSyntax) &&
           FIND(GarbageCollect) && FIND(ClassCreate) &&
           FIND(ObjectMake) && FIND(ObjectGetPrototype) && FIND(ObjectSetPrototype) &&
           FIND(ObjectHasProperty) && FIND(ObjectGetProperty) && FIND(ObjectIsFunction) &&
           FIND(ObjectCallAsFunction) && FIND(ValueMakeUndefined) && FIND(ValueMakeBoolean) &&
           FIND(ValueMakeString) && FIND(ValueIsObject) && FIND(ValueToStringCopy) &&
           FIND(ValueProtect) && FIND(StringCreateWithCharacters) &&
           FIND(StringGetCharactersPtr) && FIND(StringGetLength) && FIND(StringRelease);
#undef FIND
}
